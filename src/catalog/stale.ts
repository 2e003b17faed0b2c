import type { Fact } from './facts.ts'
import type { Catalog, PriceRow } from './types.ts'

/** Something of the catalogue that somebody should look at again. `day` is what its age is counted from. */
export type Stale = Readonly<{ what: string; day: string; days: number; source: string }>

/** Days after which a price or a rent is to be read again, and facts about control, which move slowly. */
export const READ_AGAIN_DAYS = { prices: 60, rents: 60, facts: 180 } as const

/** Days before a model goes at which it is named. */
export const RETIRES_SOON_DAYS = 60

/**
 * What has aged at a date (ISO): prices in force and rents last read more than 60 days before, facts about
 * control more than 180 days; and models that are gone or go within 60 days, `days` then being the days left.
 * Oldest first.
 */
export function staleAt(catalog: Catalog, asOf: string) {
  const aged = (items: readonly Omit<Stale, 'days'>[], limit: number): Stale[] =>
    items
      .map((item) => ({ ...item, days: daysBetween(item.day, asOf) }))
      .filter(({ days }) => days > limit)
      .sort(byDay)
  const { prices, models, accelerators, providers } = catalog
  return {
    prices: aged(
      prices
        .filter((row) => isInForce(row, asOf))
        .map(({ provider, model, source }) => ({
          what: `${provider}/${model}`,
          day: source.checked,
          source: source.url,
        })),
      READ_AGAIN_DAYS.prices,
    ),
    rents: aged(
      accelerators.flatMap(({ id, rent }) =>
        rent ? [{ what: id, day: rent.asOf, source: rent.source }] : [],
      ),
      READ_AGAIN_DAYS.rents,
    ),
    facts: aged(
      [...providers, ...models].flatMap(({ id, control }) =>
        Object.entries<Fact<unknown>>(control).map(([key, { checked, source }]) => ({
          what: `${id}: ${key}`,
          day: checked,
          source,
        })),
      ),
      READ_AGAIN_DAYS.facts,
    ),
    retirements: models
      .flatMap(({ id, control: { retires } }) =>
        retires
          ? [
              {
                what: id,
                day: retires.value,
                days: daysBetween(asOf, retires.value),
                source: retires.source,
              },
            ]
          : [],
      )
      .filter(({ days }) => days <= RETIRES_SOON_DAYS)
      .sort(byDay),
  }
}

function isInForce({ from, to }: PriceRow, asOf: string): boolean {
  const time = Date.parse(asOf)
  return Date.parse(from) <= time && (to === undefined || time < Date.parse(to))
}

function daysBetween(earlier: string, later: string): number {
  return Math.floor((Date.parse(later) - Date.parse(earlier)) / 86_400_000)
}

function byDay(a: Stale, b: Stale): number {
  return a.day.localeCompare(b.day) || a.what.localeCompare(b.what)
}
