import type { Charge } from './charge.ts'
import { notableNano } from './floors.ts'
import { isUsage } from './line-kind.ts'
import { absolute, at, divideNano } from './sums.ts'
import { billsTokens, requestsOf, tokensOf } from './tokens.ts'

/**
 * What a change of cost is made of, in nano-units; volume, price, mix, new and other add up to
 * `changeNano` exactly. `requestsNano` and `lengthNano` split `volumeNano`, and are there only where
 * requests are known and all volume is tokens.
 */
export type Drivers = Readonly<{
  changeNano: bigint
  volumeNano: bigint
  /** More or fewer requests. */
  requestsNano?: bigint
  /** More or fewer tokens per request. */
  lengthNano?: bigint
  priceNano: bigint
  mixNano: bigint
  newNano: bigint
  /** What has no quantity, and what is no usage. */
  otherNano: bigint
}>

/** Quantity (whole units) and cost of one thing sold, before and now. */
export type Sku = Readonly<{ q0: bigint; c0: bigint; q1: bigint; c1: bigint }>

type Parts = { volume: bigint; price: bigint; mix: bigint; new: bigint; other: bigint }

/** Quantities of other units are kept to a millionth. */
const PER_UNIT = 1e6

/**
 * Price, volume and mix of a change between two sets of charges in one currency. Over things sold i
 * (provider, model, meter, tier) with quantity q and price p, Q = sum of q, P0 = C0 / Q0:
 * volume = (Q1 - Q0) P0; price = sum (p1 - p0) q1; mix = sum (q1 - q0 Q1/Q0) p0; new = cost of what was
 * not sold before. Each unit (tokens, hours, images …) is taken by itself. Prices are rounded to the
 * nano-unit line by line and what is left over falls into mix, so that nothing is lost.
 * With R requests, volume = (R1 - R0) C0/R0 (requests) + the rest (tokens per request).
 * Source: storage-spend.md, section 5. Example: 100 tokens at 2 before, 150 at 3 now: change 250,
 * volume 100, price 150, mix 0.
 */
export function driversOf(now: readonly Charge[], before: readonly Charge[]): Drivers {
  const { families, other } = skusOf(now, before)
  const tokenSkus = families.get(TOKENS) ?? []
  const tokens = decompose(tokenSkus)
  const rest = [...families].filter(([unit]) => unit !== TOKENS)
  const parts = rest.reduce((sum, [, skus]) => plus(sum, decompose(skus)), tokens)
  const [r0, r1] = [requestsOf(before), requestsOf(now)]
  const c0 = tokenSkus.reduce((sum, s) => sum + s.c0, 0n)
  return driversFrom(
    { ...parts, other: parts.other + other },
    parts.volume === tokens.volume ? { r0, r1, c0 } : {},
  )
}

/** The same of quantities and costs that stand for themselves, all in one unit, e.g. a prediction. */
export function driversOfSkus(
  skus: readonly Sku[],
  requests: Readonly<{ r0?: number; r1?: number }> = {},
): Drivers {
  return driversFrom(decompose(skus), { ...requests, c0: skus.reduce((sum, s) => sum + s.c0, 0n) })
}

/** Whether a part is worth a line: at least the currency's floor and 5 % of the change. */
export function isShown(partNano: bigint, changeNano: bigint, currency: string): boolean {
  const part = absolute(partNano)
  return part > 0n && part >= notableNano(currency) && part * 20n >= absolute(changeNano)
}

const TOKENS = 'tokens'

function driversFrom(
  parts: Parts,
  { r0, r1, c0 = 0n }: { r0?: number | undefined; r1?: number | undefined; c0?: bigint },
): Drivers {
  const split =
    r0 !== undefined && r1 !== undefined && r0 > 0
      ? divideNano(BigInt(Math.round(r1 - r0)) * c0, BigInt(Math.round(r0)))
      : undefined
  return {
    changeNano: parts.volume + parts.price + parts.mix + parts.new + parts.other,
    volumeNano: parts.volume,
    ...(split === undefined ? {} : { requestsNano: split, lengthNano: parts.volume - split }),
    priceNano: parts.price,
    mixNano: parts.mix,
    newNano: parts.new,
    otherNano: parts.other,
  }
}

function decompose(skus: readonly Sku[]): Parts {
  const parts: Parts = { volume: 0n, price: 0n, mix: 0n, new: 0n, other: 0n }
  let [q0, q1, c0, atOldPrices] = [0n, 0n, 0n, 0n]
  for (const sku of skus) {
    if ((sku.q0 === 0n && sku.c0 !== 0n) || (sku.q1 === 0n && sku.c1 !== 0n)) {
      parts.other += sku.c1 - sku.c0
      continue
    }
    q0 += sku.q0
    q1 += sku.q1
    c0 += sku.c0
    if (sku.q0 === 0n) parts.new += sku.c1
    else {
      const atOldPrice = divideNano(sku.q1 * sku.c0, sku.q0)
      atOldPrices += atOldPrice
      parts.price += sku.c1 - atOldPrice
    }
  }
  if (q0 > 0n) parts.volume = divideNano((q1 - q0) * c0, q0)
  parts.mix = atOldPrices - c0 - parts.volume
  return parts
}

function plus(a: Parts, b: Parts): Parts {
  return {
    volume: a.volume + b.volume,
    price: a.price + b.price,
    mix: a.mix + b.mix,
    new: a.new + b.new,
    other: a.other + b.other,
  }
}

type Counted = { q0: bigint; c0: bigint; q1: bigint; c1: bigint; unmeasured: boolean }

/** Things sold by their unit; those with a quantity that is not known, and what is no usage, as one sum. */
function skusOf(now: readonly Charge[], before: readonly Charge[]) {
  const units = new Map<string, Counted[]>()
  const skuOf = skuFinder((family) => {
    const sku = { q0: 0n, c0: 0n, q1: 0n, c1: 0n, unmeasured: false }
    at(units, family, () => []).push(sku)
    return sku
  })
  let other = 0n
  const count = (c: Charge, isNow: boolean) => {
    const family = billsTokens(c) ? TOKENS : c.unit
    if (!isUsage(c) || family === undefined) {
      other += isNow ? c.effectiveNano : -c.effectiveNano
      return
    }
    const sku = skuOf(family, c)
    const amount = family === TOKENS ? tokensOf(c) : times(c.quantity, PER_UNIT)
    if (amount === undefined || amount < 0) sku.unmeasured = true
    const quantity = BigInt(Math.round(Math.max(0, amount ?? 0)))
    if (isNow) {
      sku.q1 += quantity
      sku.c1 += c.effectiveNano
    } else {
      sku.q0 += quantity
      sku.c0 += c.effectiveNano
    }
  }
  for (const c of before) count(c, false)
  for (const c of now) count(c, true)
  const families = new Map<string, readonly Sku[]>()
  for (const [family, skus] of units) {
    families.set(
      family,
      skus.filter((sku) => !sku.unmeasured),
    )
    for (const sku of skus) if (sku.unmeasured) other += sku.c1 - sku.c0
  }
  return { families, other }
}

/** Finds the thing sold that a charge is for, and makes it when it is met first. */
function skuFinder(make: (family: string) => Counted): (family: string, charge: Charge) => Counted {
  type Tiers = Map<string | undefined, Counted>
  const known = new Map<string, Map<string, Map<string | undefined, Map<string, Tiers>>>>()
  return (family, { provider, model, meter, tier }) => {
    const providers = at(known, family, () => new Map())
    const models = at(providers, provider, () => new Map())
    const meters = at(models, model, () => new Map())
    const tiers: Tiers = at(meters, meter, () => new Map())
    return at(tiers, tier, () => make(family))
  }
}

function times(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor
}
