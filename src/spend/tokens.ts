import type { Charge, Meter, Tokens } from './charge.ts'
import { at } from './sums.ts'

const KIND: Readonly<Partial<Record<Meter, keyof Tokens>>> = {
  input: 'input',
  'cache-read': 'cacheRead',
  'cache-write': 'cacheWrite',
  output: 'output',
}

/** Whether a line is paid by the token. */
export function billsTokens({ meter, category }: Charge): boolean {
  return category === 'usage' && meter !== 'other'
}

/**
 * Tokens of a line that is paid by the token: of its own meter, or of all kinds when it bills them
 * together. Undefined when that is unknown or the line is not paid by the token.
 * Example: meter `input` with `{ input: 10 }` is 10; meter `tokens` with `{ input: 10 }` is unknown,
 * because its output is.
 */
export function tokensOf(charge: Charge): number | undefined {
  if (!billsTokens(charge)) return undefined
  const { tokens, meter } = charge
  const kind = KIND[meter]
  if (kind !== undefined) return tokens[kind]
  const { input, output, cacheRead = 0, cacheWrite = 0 } = tokens
  return input === undefined || output === undefined
    ? undefined
    : input + cacheRead + cacheWrite + output
}

/** Sum of a kind of token over lines paid by the token; undefined when a line that bills it does not say. */
export function sumTokens(charges: readonly Charge[], kind: keyof Tokens): number | undefined {
  let sum: number | undefined
  for (const charge of charges) {
    if (!billsTokens(charge)) continue
    const own = KIND[charge.meter]
    if (own !== undefined && own !== kind) continue
    const value = charge.tokens[kind]
    const optional = own === undefined && (kind === 'cacheRead' || kind === 'cacheWrite')
    if (value === undefined && !optional) return undefined
    sum = (sum ?? 0) + (value ?? 0)
  }
  return sum
}

/**
 * Requests behind charges that are paid by the token. A source says them on one line of a day and
 * model; undefined when a day and model has no line that does, or there are no such charges.
 */
export function requestsOf(charges: readonly Charge[]): number | undefined {
  const { requests, unknown } = countRequests(charges)
  return unknown ? undefined : requests
}

/** Requests that are known, what their days and models cost (nano-units), and whether any are not. */
export function countRequests(charges: readonly Charge[]): {
  requests?: number
  knownNano: bigint
  unknown: boolean
} {
  type Group = { requests?: number; nano: bigint }
  const groups: Group[] = []
  const newGroup = (): Group => {
    const group = { nano: 0n }
    groups.push(group)
    return group
  }
  const days = new Map<string, Map<string, Map<string | undefined, Group>>>()
  for (const c of charges) {
    if (!billsTokens(c)) continue
    const providers = at(days, c.day, () => new Map())
    const models = at(providers, c.provider, () => new Map())
    const group = at(models, c.model, newGroup)
    group.nano += c.effectiveNano
    if (c.requests !== undefined) group.requests = (group.requests ?? 0) + c.requests
  }
  let [requests, knownNano, unknown]: [number | undefined, bigint, boolean] = [undefined, 0n, false]
  for (const group of groups)
    if (group.requests === undefined) unknown = true
    else {
      requests = (requests ?? 0) + group.requests
      knownNano += group.nano
    }
  return { ...(requests === undefined ? {} : { requests }), knownNano, unknown }
}
