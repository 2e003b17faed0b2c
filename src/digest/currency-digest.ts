import { anomaliesOf, type Series } from '../spend/anomalies.ts'
import { batchSavingOf } from '../spend/batch-saving.ts'
import {
  type Amounts,
  amountsBy,
  type Breakdown,
  breakdownOf,
  type Compared,
  DIMENSIONS,
  type Dimension,
} from '../spend/breakdown.ts'
import { type Budget, budgetStanding } from '../spend/budget-risk.ts'
import { cacheSavingOf } from '../spend/cache-saving.ts'
import { dayNumber, isoDay } from '../spend/calendar.ts'
import type { Charge } from '../spend/charge.ts'
import { driversOf } from '../spend/drivers.ts'
import { changeShare } from '../spend/floors.ts'
import { daysOfMonth, foresee, type PriceFactor } from '../spend/forecast.ts'
import { idleCapacityOf } from '../spend/idle-capacity.ts'
import { isUsage, lineKindOf } from '../spend/line-kind.ts'
import { moversOf } from '../spend/movers.ts'
import { oversizedUseOf } from '../spend/oversized-use.ts'
import { costAt } from '../spend/rates.ts'
import { absolute, byDay, descending, groupBy, ofDays, totalNano } from '../spend/sums.ts'
import { unitCostsOf } from '../spend/unit-costs.ts'
import { daysBetween } from '../spend/whole-days.ts'
import { dailySeries } from './daily-series.ts'
import type { Comparison, CurrencyDigest, OtherLine, Period, Unpriced } from './digest.ts'
import type { Pairing } from './digest-coverage.ts'
import type { Lookups } from './lookups.ts'
import { factorOf, priceShifts } from './prices-ahead.ts'

/** What the report of one currency is made from: settled charges, counted once. */
export type CurrencyInput = Readonly<{
  currency: string
  period: Period
  pairing: Pairing
  /** All kinds of line, of the history up to the end of the period. */
  charges: readonly Charge[]
  /** Days of the history with settled figures, oldest first. */
  knownDays: readonly string[]
  /** Last day that forecasts may rest on; none when no day is settled by all sources. */
  asOf?: string
  budgets: readonly Budget[]
  lookups: Lookups
}>

const LISTED = 20
const MOVERS = 5
const TEAM_DRIVERS = 5
const UNIT_GROUPS = 5
const OVERSIZED = 3
const CHART_TEAMS = 6
const CHART_DAYS = 28
/** A model or team is watched for anomalies when it is at least a twentieth of the cost. */
const WATCHED = 20n

/** The report of one currency. */
export function currencyDigest(input: CurrencyInput): CurrencyDigest {
  const { currency, period, pairing, charges, knownDays, lookups } = input
  const isInPeriod = (day: string) => day >= period.from && day <= period.to
  const inPeriod = ofDays(charges, isInPeriod)
  const allUsage = charges.filter(isUsage)
  const usage = ofDays(allUsage, isInPeriod)
  const byTeam = groupBy(allUsage, (c) => c.team)
  const compared = comparedOf(usage, allUsage, pairing)
  const before = compared.common?.before ?? []
  const amounts = Object.fromEntries(
    DIMENSIONS.map((by) => [by, amountsBy(compared, by)]),
  ) as Record<Dimension, Amounts>
  const settled = pairing.days.filter((d) => knownDays.includes(d)).length
  const comparison = comparisonOf(compared, currency)
  const chart = chartDays(period)
  const [cache, batch, idle] = [
    cacheSavingOf(usage, lookups.ratesOf),
    batchSavingOf(usage, lookups.ratesOf),
    idleCapacityOf(usage),
  ]
  return {
    currency,
    totalNano: totalNano(usage),
    billedNano: inPeriod.reduce((sum, c) => sum + c.billedNano, 0n),
    ...(comparison === undefined ? {} : { comparison }),
    by: Object.fromEntries(
      DIMENSIONS.map((by) => [by, breakdownOf(amounts[by], LISTED)]),
    ) as Record<Dimension, Breakdown>,
    other: otherLines(inPeriod),
    unpriced: unpricedOf(usage, lookups),
    movers: {
      model: moversOf(amounts.model, MOVERS),
      team: moversOf(amounts.team, MOVERS),
      workload: moversOf(amounts.workload, MOVERS),
    },
    ...(compared.common ? { drivers: driversByTeam(compared.common) } : {}),
    anomalies: anomaliesOf(seriesOf(allUsage, byTeam, knownDays), period, currency),
    ...outlook(input, allUsage, byTeam, usage, settled),
    unitCosts: unitCostsOf(usage, before, UNIT_GROUPS),
    ...(cache === undefined ? {} : { cache }),
    ...(batch === undefined ? {} : { batch }),
    ...(idle === undefined ? {} : { idle }),
    oversized: oversizedUseOf(usage, settled, lookups.candidateFor, OVERSIZED),
    daily: dailySeries(
      ofDays(allUsage, (day) => day >= (chart[0] ?? '')),
      chart,
      new Set(knownDays),
      CHART_TEAMS,
    ),
  }
}

function comparedOf(
  usage: readonly Charge[],
  all: readonly Charge[],
  { comparedDays, comparedBefore }: Pairing,
): Compared {
  if (comparedDays.length === 0) return { period: usage }
  const [days, before] = [new Set(comparedDays), new Set(comparedBefore)]
  return {
    period: usage,
    common: {
      now: ofDays(usage, (day) => days.has(day)),
      before: ofDays(all, (day) => before.has(day)),
    },
  }
}

function comparisonOf({ common }: Compared, currency: string): Comparison | undefined {
  if (!common) return undefined
  const [nano, beforeNano] = [totalNano(common.now), totalNano(common.before)]
  const changeNano = nano - beforeNano
  const share = changeShare(changeNano, beforeNano, currency)
  return { nano, beforeNano, changeNano, ...(share === undefined ? {} : { share }) }
}

function otherLines(charges: readonly Charge[]): OtherLine[] {
  return [...groupBy(charges, lineKindOf)].flatMap(([kind, lines]): OtherLine[] =>
    kind === 'usage'
      ? []
      : [
          {
            kind,
            effectiveNano: totalNano(lines),
            billedNano: lines.reduce((sum, c) => sum + c.billedNano, 0n),
          },
        ],
  )
}

/** Tokens that cost nothing by the bill and have no list price there: nobody put a price on them. */
function unpricedOf(usage: readonly Charge[], { ratesOf }: Lookups): Unpriced[] {
  const tokens = (c: Charge) => Object.values(c.tokens).reduce((sum, n) => sum + n, 0)
  const lines = usage.filter((c) => c.effectiveNano === 0n && !c.listNano && tokens(c) > 0)
  return [...groupBy(lines, (c) => `${c.provider}\n${c.model ?? ''}`).values()].map((group) => {
    const { provider = '', model } = group[0] ?? {}
    const list = group.map((c) => {
      const rates = ratesOf(c.provider, c.model ?? '', c.day, c.currency)
      if (!rates) return undefined
      const { input, output, cacheRead = input, cacheWrite = input } = rates
      const { tokens: t } = c
      return (
        costAt(t.input ?? 0, input) +
        costAt(t.cacheRead ?? 0, cacheRead) +
        costAt(t.cacheWrite ?? 0, cacheWrite) +
        costAt(t.output ?? 0, output)
      )
    })
    const priced = list.flatMap((nano) => (nano === undefined ? [] : [nano]))
    return {
      provider,
      ...(model === undefined ? {} : { model }),
      tokens: group.reduce((sum, c) => sum + tokens(c), 0),
      ...(priced.length < list.length
        ? {}
        : { listNano: priced.reduce((sum, nano) => sum + nano, 0n) }),
    }
  })
}

function driversByTeam({ now, before }: NonNullable<Compared['common']>) {
  const [nowByTeam, beforeByTeam] = [groupBy(now, (c) => c.team), groupBy(before, (c) => c.team)]
  const teams = [...new Set([...nowByTeam.keys(), ...beforeByTeam.keys()])]
    .map((team) => ({
      ...(team === undefined ? {} : { team }),
      drivers: driversOf(nowByTeam.get(team) ?? [], beforeByTeam.get(team) ?? []),
    }))
    .sort((a, b) => descending(absolute(a.drivers.changeNano), absolute(b.drivers.changeNano)))
  return { all: driversOf(now, before), teams: teams.slice(0, TEAM_DRIVERS) }
}

type Teams = ReadonlyMap<string | undefined, readonly Charge[]>

/** Cost a day of the whole and of the models and teams that are large enough to be watched. */
function seriesOf(usage: readonly Charge[], byTeam: Teams, knownDays: readonly string[]): Series[] {
  const total = totalNano(usage)
  const groups = (by: 'model' | 'team') =>
    [...(by === 'team' ? byTeam : groupBy(usage, (c) => c[by]))]
      .filter(([name, charges]) => name !== undefined && totalNano(charges) * WATCHED >= total)
      .map(([name = '', charges]): Series => ({ by, name, nano: onDays(charges, knownDays) }))
  return [{ by: 'total', nano: onDays(usage, knownDays) }, ...groups('model'), ...groups('team')]
}

/** Cost by known day, 0n on days that are known and have none. */
function onDays(charges: readonly Charge[], knownDays: readonly string[]): Map<string, bigint> {
  const sums = byDay(charges)
  return new Map(knownDays.map((day) => [day, sums.get(day) ?? 0n]))
}

/** The month ahead and the budgets. */
function outlook(
  { currency, period, knownDays, asOf, budgets, lookups }: CurrencyInput,
  history: readonly Charge[],
  byTeam: Teams,
  usage: readonly Charge[],
  settled: number,
): Pick<CurrencyDigest, 'forecast' | 'budgets'> {
  if (asOf === undefined) return { forecast: { tooFewDays: 0 }, budgets: [] }
  const month = isoDay(dayNumber(asOf) + 1).slice(0, 7)
  const end = daysOfMonth(month).at(-1) ?? asOf
  const days = knownDays.filter((d) => d <= asOf)
  const factor: PriceFactor = factorOf(priceShifts(usage, settled, currency, lookups, asOf, end))
  const seen = foresee(onDays(history, days), asOf, month, factor)
  const months = [...new Set([period.to.slice(0, 7), month])].sort()
  return {
    forecast: 'tooFewDays' in seen ? seen : seen.forecast,
    budgets: budgets
      .filter((b) => b.currency === currency)
      .flatMap((budget) => {
        const own = budget.team === undefined ? history : (byTeam.get(budget.team) ?? [])
        const nano = onDays(own, days)
        return months.map((m) => budgetStanding(budget, nano, asOf, m, factor))
      }),
  }
}

function chartDays({ cadence, from, to }: Period): readonly string[] {
  return cadence === 'monthly' ? daysBetween(from, to) : daysBetween(back(to, CHART_DAYS - 1), to)
}

function back(day: string, days: number): string {
  return isoDay(dayNumber(day) - days)
}
