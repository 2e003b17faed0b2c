import { daysOfWeek, weekBefore } from './calendar.ts'
import type { Charge } from './charge.ts'

/** Money of one group this week and the week before, in nano-units of the summary's currency. */
export type Line = Readonly<{ name: string; costNano: bigint; beforeNano: bigint }>

/** One currency's week; currencies are never added together. */
export type Summary = Readonly<{
  currency: string
  week: string
  totalNano: bigint
  beforeNano: bigint
  /** Absent when the week before is unknown or too small for a percentage to mean anything. */
  changeShare?: number
  byModel: readonly Line[]
  byTeam: readonly Line[]
  byProvider: readonly Line[]
  inputTokens: number
  outputTokens: number
  cachedTokens: number
}>

/** Below this a week before is too small for a percentage: 20 units of the currency. */
const SMALL_BASE_NANO = 20_000_000_000n

/** Name of charges that no team owns; shown as their own line, never dropped. */
export const UNATTRIBUTED = ''

/** Sums an ISO week and the one before it, one summary a currency, largest first. */
export function summarizeWeek(charges: readonly Charge[], week: string): Summary[] {
  const [days, before] = [new Set(daysOfWeek(week)), new Set(daysOfWeek(weekBefore(week)))]
  const currencies = [
    ...new Set(charges.filter((c) => days.has(c.day) || before.has(c.day)).map((c) => c.currency)),
  ]
  return currencies
    .map((currency): Summary => {
      const own = charges.filter((c) => c.currency === currency)
      const now = own.filter((c) => days.has(c.day))
      const then = own.filter((c) => before.has(c.day))
      const [totalNano, beforeNano] = [total(now), total(then)]
      const share =
        beforeNano >= SMALL_BASE_NANO
          ? Number(((totalNano - beforeNano) * 10_000n) / beforeNano) / 10_000
          : undefined
      return {
        currency,
        week,
        totalNano,
        beforeNano,
        ...(share === undefined ? {} : { changeShare: share }),
        byModel: lines(now, then, (c) => c.model),
        byTeam: lines(now, then, (c) => c.team ?? UNATTRIBUTED),
        byProvider: lines(now, then, (c) => c.provider),
        inputTokens: now.reduce((s, c) => s + c.inputTokens, 0),
        outputTokens: now.reduce((s, c) => s + c.outputTokens, 0),
        cachedTokens: now.reduce((s, c) => s + c.cachedTokens, 0),
      }
    })
    .sort((a, b) => compare(b.totalNano, a.totalNano))
}

/** The lines that moved most money, either way; those that did not move are left out. */
export function topMovers(lines: readonly Line[], limit: number): readonly Line[] {
  const moved = (l: Line) =>
    l.costNano > l.beforeNano ? l.costNano - l.beforeNano : l.beforeNano - l.costNano
  return lines
    .filter((l) => moved(l) > 0n)
    .sort((a, b) => compare(moved(b), moved(a)))
    .slice(0, limit)
}

/** Days of the week for which there is no charge at all: unknown, not zero. */
export function missingDays(charges: readonly Charge[], week: string): readonly string[] {
  const seen = new Set(charges.map((c) => c.day))
  return daysOfWeek(week).filter((day) => !seen.has(day))
}

function lines(
  now: readonly Charge[],
  then: readonly Charge[],
  nameOf: (c: Charge) => string,
): Line[] {
  const names = [...new Set([...now, ...then].map(nameOf))]
  const sum = (of: readonly Charge[], name: string) => total(of.filter((c) => nameOf(c) === name))
  return names
    .map((name) => ({ name, costNano: sum(now, name), beforeNano: sum(then, name) }))
    .sort((a, b) => compare(b.costNano, a.costNano) || (a.name < b.name ? -1 : 1))
}

function total(charges: readonly Charge[]): bigint {
  return charges.reduce((sum, c) => sum + c.costNano, 0n)
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
