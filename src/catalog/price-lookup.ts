import { type Unknown, unknown } from '../engine/unknown.ts'
import { discountAt, discounted } from './discounts.ts'
import { isInForce, overlaps } from './in-force.ts'
import { listPriceAt } from './list-prices.ts'
import type { Discount, PriceRow } from './types.ts'

/**
 * What a model costs at a provider and time: a company's own replacing row, else the reviewed row,
 * else, before the first reviewed row, the list price of exactly that name; less what a contract
 * takes off. `problems` names rows and discounts that overlap.
 */
export function priceLookup(
  prices: readonly PriceRow[],
  discounts: readonly Discount[],
): {
  priceAt: (provider: string, model: string, at: string) => PriceRow | Unknown
  problems: string[]
} {
  const rows = grouped(prices, (r) => `${r.provider}/${r.model}`)
  const contracts = grouped(discounts, (d) => `${d.provider}/${d.model ?? '*'}`)
  const problems = [
    ...[...rows].flatMap(([key, own]) =>
      [true, false].flatMap((replaces) =>
        overlaps(
          `prices of ${key}`,
          own.filter((r) => (r.replaces ?? false) === replaces),
        ),
      ),
    ),
    ...[...contracts].flatMap(([key, own]) => overlaps(`discounts of ${key}`, own)),
  ]
  const beforeContracts = (provider: string, model: string, at: string): PriceRow | Unknown => {
    const own = rows.get(`${provider}/${model}`) ?? []
    const inForce = own.filter((r) => isInForce(r, at))
    const reviewed = inForce.find((r) => r.replaces) ?? inForce[0]
    if (reviewed) return reviewed
    const isBeforeAll = own.every((r) => Date.parse(at) < Date.parse(r.from))
    const price = isBeforeAll ? listPriceAt(provider, model, at) : undefined
    return price ?? unknown(own.length > 0 ? 'no-price-at-date' : 'no-price', model)
  }
  return {
    priceAt: (provider, model, at) => {
      const row = beforeContracts(provider, model, at)
      const contract = discountAt(discounts, provider, model, at)
      return 'unknown' in row || !contract ? row : discounted(row, contract)
    },
    problems: [
      ...problems,
      ...discounts.flatMap(({ provider, model, from }) => {
        const row = model === undefined ? undefined : beforeContracts(provider, model, from)
        return row && 'unknown' in row && row.unknown === 'no-price'
          ? [`discounts of ${provider}: it has no price for a model ${model}.`]
          : []
      }),
    ],
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}
