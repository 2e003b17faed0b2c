import type { Charge } from './charge.ts'

/** Effective cost of charges, nano-units of their one currency. */
export function totalNano(charges: readonly Charge[]): bigint {
  return charges.reduce((sum, c) => sum + c.effectiveNano, 0n)
}

/** Charges by a name. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) at(groups, keyOf(item), () => []).push(item)
  return groups
}

/** What a map holds under a key, made when it holds nothing. Maps in maps cost less than keys joined as text. */
export function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const held = map.get(key)
  if (held !== undefined) return held
  const made = make()
  map.set(key, made)
  return made
}

/** Effective cost by day; quickest when charges of a day stand together. */
export function byDay(charges: readonly Charge[]): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  let [day, sum] = ['', 0n]
  for (const c of charges) {
    if (c.day !== day) {
      if (day !== '') sums.set(day, sum)
      day = c.day
      sum = sums.get(day) ?? 0n
    }
    sum += c.effectiveNano
  }
  if (day !== '') sums.set(day, sum)
  return sums
}

/** Charges of some days; quickest when charges of a day stand together. */
export function ofDays(charges: readonly Charge[], isWanted: (day: string) => boolean): Charge[] {
  let [day, wanted] = ['', false]
  return charges.filter((c) => {
    if (c.day !== day) {
      day = c.day
      wanted = isWanted(day)
    }
    return wanted
  })
}

/** Quotient of whole numbers, half away from zero. Example: divideNano(5n, 2n) = 3n. */
export function divideNano(a: bigint, b: bigint): bigint {
  const [x, y] = b < 0n ? [-a, -b] : [a, b]
  return x < 0n ? -((-x * 2n + y) / (2n * y)) : (x * 2n + y) / (2n * y)
}

/** Whole nano-units times a plain number, e.g. a share; for estimates, not for bills. */
export function scaleNano(nano: bigint, factor: number): bigint {
  return divideNano(nano * BigInt(Math.round(factor * 1e9)), 1_000_000_000n)
}

/** Share of one amount in another, to a millionth; the other is not zero. */
export function shareOf(nano: bigint, of: bigint): number {
  return Number((nano * 1_000_000n) / of) / 1e6
}

/** Larger first. */
export function descending(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0
}

export function absolute(nano: bigint): bigint {
  return nano < 0n ? -nano : nano
}
