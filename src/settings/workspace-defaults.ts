import type { Currency } from '../engine/estimate.ts'
import type { Language } from '../language/language.ts'
import type { SizingInput } from '../sizing/request.ts'

/** What a workspace has set in the place of what is assumed otherwise; what is absent is assumed. */
export type WorkspaceDefaults = Readonly<{
  /** Money is shown in it beside dollars. */
  currency?: Currency
  /** Id of a region of the catalogue. */
  region?: string
  /** What the company pays less than list for tokens, as a share above 0 and below 1. */
  discount?: number
  /** For whoever's own language Slack does not tell, or which is neither of the two. */
  language?: Language
  /** What an hour of somebody who looks after a self-hosted model costs, USD. */
  staff?: number
  hosting?: NonNullable<SizingInput['hosting']>
  data?: NonNullable<SizingInput['data']>
}>

export type DefaultKey = keyof WorkspaceDefaults

/** The keys in the order people read them. */
export const DEFAULT_KEYS = [
  'currency',
  'region',
  'discount',
  'language',
  'staff',
  'hosting',
  'data',
] as const satisfies readonly DefaultKey[]

/** Hours of a year that somebody is paid for: 52 weeks of 40. */
export const PAID_HOURS = 2080

/** What the defaults say about a workload that a question leaves open. */
export function presetOf({ region, discount, hosting, data }: WorkspaceDefaults): SizingInput {
  return {
    ...(region === undefined ? {} : { region }),
    ...(discount === undefined ? {} : { 'price-factor': 1 - discount }),
    ...(hosting === undefined ? {} : { hosting }),
    ...(data === undefined ? {} : { data }),
  }
}
