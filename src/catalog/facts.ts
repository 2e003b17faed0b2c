import type { Bilingual } from '../language/language.ts'

/** A checked fact with the page that states it. A fact that is not there is unknown, which is not "no". */
export type Fact<T> = Readonly<{ value: T; source: string; checked: string; note?: Bilingual }>

/** What a provider does with the data it is sent, and what it lets its customers do. */
export type ProviderControl = Readonly<{
  /** Prompts and answers pass through machines of another company. */
  dataLeavesCompany?: Fact<boolean>
  /** The provider may train on them although the customer did not agree to it. */
  trainsOnData?: Fact<boolean>
  /** Days for which they are kept by default. */
  retentionDays?: Fact<number>
  /** How a customer gets them not to be kept at all. */
  zeroRetention?: Fact<'default' | 'self-serve' | 'on-approval' | 'not-offered'>
  /** Where processing can be pinned: `EU` or countries (ISO 3166 alpha-3). Empty: it cannot be pinned. */
  residency?: Fact<readonly string[]>
  /** Models can be fine-tuned on own or filtered data. */
  fineTunable?: Fact<boolean>
}>

/** Facts about one model; they go before those of its provider. */
export type ModelControl = ProviderControl &
  Readonly<{
    /** First day on which the provider no longer serves it (ISO date). */
    retires?: Fact<string>
  }>
