import { unknown } from '../engine/unknown.ts'
import type { ServingOf } from '../spend/energy.ts'
import type { CandidateFor } from '../spend/oversized-use.ts'
import type { NanoRates, RatesOf } from '../spend/rates.ts'

/** A listed price that takes the place of another on a day (ISO date). */
export type PriceStep = Readonly<{ from: string; before: NanoRates; after: NanoRates }>

/** What the catalogue knows and the bill does not say. */
export type Lookups = Readonly<{
  ratesOf: RatesOf
  candidateFor: CandidateFor
  servingOf: ServingOf
  /** Listed changes after one day up to another, oldest first, in the currency of the charges. */
  priceSteps: (
    model: Readonly<{ provider: string; model: string; currency: string }>,
    after: string,
    to: string,
  ) => readonly PriceStep[]
}>

/** Without a catalogue nothing is looked up, and what rests on it is unknown. */
export const NO_LOOKUPS: Lookups = {
  ratesOf: () => undefined,
  candidateFor: () => undefined,
  servingOf: ({ model }) => unknown('size-undisclosed', model),
  priceSteps: () => [],
}
