import type { Reading, Rejected } from '../ingest/ports.ts'
import type { Bilingual } from '../language/language.ts'
import type { Charge, Tokens } from '../spend/charge.ts'
import { ATTO_PER_NANO, attoText, nanoOf, toAtto } from './atto.ts'
import { runsOf, standing } from './known-days.ts'

/** A charge whose amount is not rounded yet: integer atto-units (1e-18) of its currency. */
export type Item = Omit<Charge, 'effectiveNano' | 'billedNano' | 'listNano'> &
  Readonly<{ atto: bigint }>

/** Cents in atto-units of the whole currency. */
export function centsToAtto(text: string): bigint {
  const [digits = '', exponent = '0'] = text.toLowerCase().split('e')
  return amountToAtto(`${digits}e${Number(exponent) - 2}`)
}

/** Decimal text in atto-units. Throws a RangeError for what is no number. */
export function amountToAtto(text: string): bigint {
  const atto = toAtto(text)
  if (atto === undefined) throw new RangeError(`A decimal amount is needed; received "${text}".`)
  return atto
}

/**
 * One charge a group, rounded once to nano-units, half to even. Tokens that one of the items does not
 * say are unknown for the group; requests stand on one item of several and are added as they are.
 */
export function toCharges(items: readonly Item[]): Pick<Reading, 'charges' | 'remainders'> {
  const groups = new Map<string, Item>()
  for (const item of items) {
    const { atto: _a, tokens: _t, requests: _r, failedRequests: _f, quantity: _q, ...group } = item
    const key = JSON.stringify(Object.entries(group).sort())
    const same = groups.get(key)
    groups.set(key, same ? added(same, item) : item)
  }
  const lost = new Map<string, bigint>()
  const charges = [...groups.values()].map(({ atto, ...rest }): Charge => {
    const nano = nanoOf(atto)
    lost.set(rest.currency, (lost.get(rest.currency) ?? 0n) + atto - nano * ATTO_PER_NANO)
    return { ...rest, effectiveNano: nano, billedNano: nano }
  })
  const remainders = [...lost].map(([currency, atto]) => [currency, attoText(atto)] as const)
  return { charges, remainders: Object.fromEntries(remainders) }
}

/** A tier with its own price: the service tier where it is not the usual one, and long prompts. */
export function tierOf(tier: string | null | undefined, longContext: boolean): string | undefined {
  const usual = tier === undefined || tier === null || tier === 'default' || tier === 'standard'
  const parts = [...(usual ? [] : [tier]), ...(longContext ? ['long context'] : [])]
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** What a source says of the days that it spoke of. */
export function toReading(
  items: readonly Item[],
  found: Readonly<{
    days: readonly string[]
    at: number
    settleDays: number
    read: number
    rejected?: readonly Rejected[]
    remarks?: readonly Bilingual[]
  }>,
): Reading {
  const { days, at, settleDays, read, rejected = [], remarks = [] } = found
  return {
    ...toCharges(items),
    windows: runsOf(days),
    days: standing(days, at, settleDays),
    read,
    kept: read - rejected.length,
    rejected,
    remarks,
  }
}

/** What is said of days that have not begun yet. */
export function emptyReading(): Reading {
  return toReading([], { days: [], at: 0, settleDays: 0, read: 0 })
}

function added(a: Item, b: Item): Item {
  const tokens: { -readonly [k in keyof Tokens]: number } = {}
  for (const kind of ['input', 'cacheRead', 'cacheWrite', 'output'] as const) {
    const [x, y] = [a.tokens[kind], b.tokens[kind]]
    if (x !== undefined && y !== undefined) tokens[kind] = x + y
  }
  const { quantity: _, ...rest } = a
  return {
    ...rest,
    tokens,
    ...(a.quantity === undefined || b.quantity === undefined
      ? {}
      : { quantity: a.quantity + b.quantity }),
    ...either('requests', a.requests, b.requests),
    ...either('failedRequests', a.failedRequests, b.failedRequests),
    atto: a.atto + b.atto,
  }
}

function either<K extends string>(
  key: K,
  a: number | undefined,
  b: number | undefined,
): { [k in K]?: number } {
  const sum = a === undefined && b === undefined ? undefined : (a ?? 0) + (b ?? 0)
  return (sum === undefined ? {} : { [key]: sum }) as { [k in K]?: number }
}
