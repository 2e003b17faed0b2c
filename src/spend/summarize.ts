import { daysOfWeek, weekBefore } from './calendar.ts'
import type { Charge } from './charge.ts'
import { coverageOf, isComparable } from './coverage.ts'
import { sumTokens } from './tokens.ts'

/**
 * Money of one group this week and the week before, in nano-units of the summary's currency.
 * `beforeNano` is absent when nothing at all is known of the week before.
 */
export type Line = Readonly<{ name: string; costNano: bigint; beforeNano?: bigint }>

/** One currency's week; currencies are never added together. */
export type Summary = Readonly<{
  currency: string
  week: string
  totalNano: bigint
  /** Absent when nothing at all is known of the week before. */
  beforeNano?: bigint
  /** Total less the week before; absent when the weeks are not comparable. */
  changeNano?: bigint
  /** `changeNano` as a share of the week before; absent also when that is too small for a percentage. */
  changeShare?: number
  /** The parts of each list add up to the totals. */
  byModel: readonly Line[]
  byTeam: readonly Line[]
  byProvider: readonly Line[]
  /** Absent when a charge of the week does not say. */
  inputTokens?: number
  outputTokens?: number
  cachedTokens?: number
}>

/**
 * Smallest week before that a percentage is given of: 20 US dollars, or about as much in round units
 * of a currency often billed in (assumed, not converted). In other currencies only money is shown.
 */
const SMALLEST_BASE_NANO: Readonly<Record<string, bigint>> = {
  USD: 20_000_000_000n,
  EUR: 20_000_000_000n,
  GBP: 20_000_000_000n,
  JPY: 3_000_000_000_000n,
  KRW: 30_000_000_000_000n,
}

/** Name of charges that no team owns; shown as their own line, never dropped. */
export const UNATTRIBUTED = ''
/** Name of charges that belong to no model. */
export const NO_MODEL = ''

/**
 * Sums an ISO week and the one before it, one summary a currency, largest first. A week without any
 * charge has no summary: what was spent in it is unknown, not zero.
 */
export function summarizeWeek(charges: readonly Charge[], week: string): Summary[] {
  if (coverageOf(charges, week).covered.length === 0) return []
  const [days, daysBefore] = [new Set(daysOfWeek(week)), new Set(daysOfWeek(weekBefore(week)))]
  const inWeek = charges.filter((c) => days.has(c.day))
  const before = charges.filter((c) => daysBefore.has(c.day))
  const comparable = isComparable(charges, week)
  const of = (currency: string): Summary => {
    const now = inWeek.filter((c) => c.currency === currency)
    const then = before.length > 0 ? before.filter((c) => c.currency === currency) : undefined
    const tokens = {
      inputTokens: sumTokens(now, 'input'),
      outputTokens: sumTokens(now, 'output'),
      cachedTokens: sumTokens(now, 'cacheRead'),
    }
    return {
      currency,
      week,
      totalNano: total(now),
      ...changeOf(total(now), then && total(then), currency, comparable),
      byModel: lines(now, then, (c) => c.model ?? NO_MODEL),
      byTeam: lines(now, then, (c) => c.team ?? UNATTRIBUTED),
      byProvider: lines(now, then, (c) => c.provider),
      ...(tokens.inputTokens === undefined ? {} : { inputTokens: tokens.inputTokens }),
      ...(tokens.outputTokens === undefined ? {} : { outputTokens: tokens.outputTokens }),
      ...(tokens.cachedTokens === undefined ? {} : { cachedTokens: tokens.cachedTokens }),
    }
  }
  return [...new Set([...inWeek, ...before].map((c) => c.currency))]
    .map(of)
    .sort((a, b) => descending(a.totalNano, b.totalNano) || byText(a.currency, b.currency))
}

function changeOf(
  totalNano: bigint,
  beforeNano: bigint | undefined,
  currency: string,
  comparable: boolean,
): Pick<Summary, 'beforeNano' | 'changeNano' | 'changeShare'> {
  if (beforeNano === undefined) return {}
  if (!comparable) return { beforeNano }
  const changeNano = totalNano - beforeNano
  const smallest = SMALLEST_BASE_NANO[currency]
  return smallest === undefined || beforeNano < smallest
    ? { beforeNano, changeNano }
    : {
        beforeNano,
        changeNano,
        changeShare: Number((changeNano * 1_000_000n) / beforeNano) / 1e6,
      }
}

function lines(
  now: readonly Charge[],
  then: readonly Charge[] | undefined,
  nameOf: (charge: Charge) => string,
): Line[] {
  const sums = (charges: readonly Charge[]) => {
    const byName = new Map<string, bigint>()
    for (const c of charges) byName.set(nameOf(c), (byName.get(nameOf(c)) ?? 0n) + c.effectiveNano)
    return byName
  }
  const [costs, costsBefore] = [sums(now), sums(then ?? [])]
  return [...new Set([...costs.keys(), ...costsBefore.keys()])]
    .map((name) => ({
      name,
      costNano: costs.get(name) ?? 0n,
      ...(then === undefined ? {} : { beforeNano: costsBefore.get(name) ?? 0n }),
    }))
    .sort((a, b) => descending(a.costNano, b.costNano) || byText(a.name, b.name))
}

function total(charges: readonly Charge[]): bigint {
  return charges.reduce((sum, c) => sum + c.effectiveNano, 0n)
}

function descending(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
