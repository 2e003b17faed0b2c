import type { DecisionRecord } from '../decisions/decision-record.ts'
import { OWN_SOURCE, SAMPLE_SOURCE } from '../ingest/ports.ts'
import type { Budget } from '../spend/budget-risk.ts'
import { dayNumber, isoDay, isoWeek } from '../spend/calendar.ts'
import type { Charge } from '../spend/charge.ts'
import { spendFootprint } from '../spend/energy.ts'
import type { Conversion } from '../spend/in-currency.ts'
import { isUsage, lineKindOf } from '../spend/line-kind.ts'
import { type LeftOut, oneTruth } from '../spend/one-truth.ts'
import { type Posted, restatedOf } from '../spend/restated.ts'
import { descending, groupBy, ofDays, shareOf, totalNano } from '../spend/sums.ts'
import { billsTokens, countRequests } from '../spend/tokens.ts'
import { type DayOf, dataThrough, dayBook } from '../spend/whole-days.ts'
import { currencyDigest } from './currency-digest.ts'
import type { Digest, GatewayGap, Note, Period } from './digest.ts'
import { coverageOf, dayNotes, daysBefore, pairingOf } from './digest-coverage.ts'
import { followUpOf } from './follow-up.ts'
import { type Lookups, NO_LOOKUPS } from './lookups.ts'
import { isOwn, ownUseOf } from './own-use.ts'
import { cadenceOf, daysOfPeriod } from './period.ts'
import { priceShifts } from './prices-ahead.ts'

/** What a digest is made from. */
export type DigestInput = Readonly<{
  /** Key of the period, e.g. 2026-W47. */
  period: string
  /** As stored, of `historyOf(period)`; more does no harm. */
  charges: readonly Charge[]
  known: readonly DayOf[]
  budgets?: readonly Budget[]
  lookups?: Lookups
  /** Figures of earlier digests, to tell what was restated. */
  posted?: readonly Posted[]
  decisions?: readonly DecisionRecord[]
  conversion?: Conversion
}>

/** Days of history that a digest looks at, its period included: fourteen weeks. */
const HISTORY_DAYS = 98
/** How far ahead listed prices are looked at. */
const AHEAD_DAYS = 60

/** The period of a key; a week that its year does not have gets the name its days have. Throws a RangeError. */
export function periodOf(key: string): Period {
  const [cadence, days] = [cadenceOf(key), daysOfPeriod(key)]
  return { cadence, key: cadence === 'weekly' ? isoWeek(days.from) : key, ...days }
}

/** Whether text names a period. */
export function isPeriod(key: string): boolean {
  if (/-W/.test(key)) return /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(key)
  try {
    daysOfPeriod(key)
    return true
  } catch {
    return false
  }
}

/** First and last day that a digest of the period has to be given charges of. */
export function historyOf(key: string): Readonly<{ from: string; to: string }> {
  const period = periodOf(key)
  const far = isoDay(dayNumber(period.to) - HISTORY_DAYS + 1)
  const { from } = daysBefore(period)
  return { from: from < far ? from : far, to: period.to }
}

/**
 * Builds the digest of a period. Pure: the same input gives the same value. Figures are of days that
 * their source has settled, a gateway and the provider behind it are counted once, currencies are
 * never added together. Throws a RangeError for text that is no period.
 */
export function buildDigest({
  period: key,
  charges,
  known,
  budgets = [],
  lookups = NO_LOOKUPS,
  posted = [],
  decisions = [],
  conversion,
}: DigestInput): Digest {
  const period = periodOf(key)
  const history = historyOf(key)
  const before = daysBefore(period)
  const { knownDays, dated, leftOut, book, settled } = countedOf(charges, known, history)
  const pairing = pairingOf(book, period, before)
  const coverage = coverageOf(book, pairing)
  const through = dataThrough(book, [...new Set([...pairing.before, ...pairing.days])].sort())
  const isWhole = (day: string) =>
    book.sources.some((s) => book.stateOf(s, day) === 'settled') &&
    book.sources.every((s) => book.stateOf(s, day) !== 'unsettled')
  const days = daysOf(knownDays, dated).filter(isWhole)
  const isInPeriod = (day: string) => day >= period.from && day <= period.to
  const usage = ofDays(settled, isInPeriod).filter(isUsage)
  const ownUse = ownUseOf(ofDays(charges, isInPeriod), lookups.servingOf)
  const looked = new Set<string>([...coverage.settledDays, ...pairing.comparedBefore])
  const byCurrency = groupBy(settled, (c) => c.currency)
  const currencies = [...byCurrency]
    .filter(([, own]) => coverage.settledDays.length > 0 && own.some((c) => looked.has(c.day)))
    .map(([currency, own]) =>
      currencyDigest({
        ...{ currency, period, pairing, charges: own, knownDays: days, budgets, lookups },
        ...(through === undefined ? {} : { asOf: through }),
      }),
    )
    .sort((a, b) => descending(a.totalNano, b.totalNano))
  const priceUntil = isoDay(dayNumber(period.to) + AHEAD_DAYS)
  return {
    period,
    before,
    ...(through === undefined ? {} : { dataThrough: through }),
    coverage: { ...coverage, ...shares(usage) },
    currencies,
    ...(conversion === undefined ? {} : { conversion }),
    energy: spendFootprint(usage, lookups.servingOf),
    ...(ownUse === undefined ? {} : { ownUse }),
    restated: restatedOf(
      posted.filter((figure) => figure.period !== period.key),
      (at, currency) => netOf(settled, at, currency, history.from),
    ),
    gatewayGaps: gapsOf(leftOut, period),
    pricesAhead: [...groupBy(usage, (c) => c.currency)].flatMap(([currency, own]) =>
      priceShifts(own, coverage.settledDays.length, currency, lookups, period.to, priceUntil).map(
        ({ ofTotal: _, ...ahead }) => ahead,
      ),
    ),
    followUp: followUpOf(
      decisions,
      decisions.length === 0 ? [] : settled.filter(isUsage),
      days,
      period.to,
    ),
    notes: [
      ...dayNotes(coverage, pairing.before.some(isWhole), days.at(-1)),
      ...(currencies.length > 1 ? ([{ kind: 'several-currencies' }] as const) : []),
      ...(usage.some((c) => c.source === SAMPLE_SOURCE) ? ([{ kind: 'sample' }] as const) : []),
    ] satisfies Note[],
  }
}

/**
 * Charges of some days that count, once each, and what is known of the days. The product's own calls
 * tell nothing of the days on which the company spent, unless nothing else is known.
 */
function countedOf(
  charges: readonly Charge[],
  known: readonly DayOf[],
  { from, to }: Readonly<{ from: string; to: string }>,
) {
  const isInHistory = (day: string) => day >= from && day <= to
  const inHistory = ofDays(charges, isInHistory)
  const others = inHistory.some(isOwn) ? inHistory.filter((c) => !isOwn(c)) : inHistory
  const allDays = known.filter(({ day }) => isInHistory(day))
  const othersDays = allDays.filter(({ source }) => source !== OWN_SOURCE)
  const alone = others.length === 0 && othersDays.length === 0
  const knownDays = alone ? allDays : othersDays
  const { leftOut, ...once } = oneTruth(others, knownDays)
  const counted = others === inHistory ? once.counted : oneTruth(inHistory, knownDays).counted
  const dated = alone ? counted : once.counted
  const unsettled = new Set(
    allDays.filter((k) => !k.settled).map((k) => JSON.stringify([k.source, k.day])),
  )
  const settled =
    unsettled.size === 0
      ? counted
      : counted.filter((c) => !unsettled.has(JSON.stringify([c.source, c.day])))
  return { knownDays, dated, leftOut, book: dayBook(knownDays, dated), settled }
}

/** The usage that the digest of a period is made from: settled, counted once. Throws a RangeError. */
export function usageOf({
  period: key,
  charges,
  known,
}: Pick<DigestInput, 'period' | 'charges' | 'known'>): readonly Charge[] {
  const { from, to } = daysOfPeriod(key)
  const { settled } = countedOf(charges, known, historyOf(key))
  return ofDays(settled, (day) => day >= from && day <= to).filter(isUsage)
}

/** What a digest showed, of its period and of those it restated, to be held against what the same days are later. */
export function postedBy({ period, currencies, restated }: Digest): Posted[] {
  const shown = currencies.map(({ currency, totalNano: total, other }) => ({
    period: period.key,
    currency,
    nano: other
      .filter(({ kind }) => kind === 'correction' || kind === 'refund')
      .reduce((sum, line) => sum + line.effectiveNano, total),
  }))
  const again = restated.map((r) => ({ period: r.period, currency: r.currency, nano: r.nowNano }))
  return [...shown, ...again]
}

/** Usage with corrections and refunds of a period's days; undefined when they are not all at hand. */
function netOf(
  charges: readonly Charge[],
  key: string,
  currency: string,
  from: string,
): bigint | undefined {
  const days = daysOfPeriod(key)
  if (days.from < from) return undefined
  return totalNano(
    charges.filter(
      (c) =>
        c.currency === currency &&
        c.day >= days.from &&
        c.day <= days.to &&
        ['usage', 'correction', 'refund'].includes(lineKindOf(c)),
    ),
  )
}

function daysOf(known: readonly DayOf[], charges: readonly Charge[]): readonly string[] {
  return [...new Set([...known.map((k) => k.day), ...charges.map((c) => c.day)])].sort()
}

function gapsOf(leftOut: readonly LeftOut[], { from, to }: Period): GatewayGap[] {
  const inPeriod = leftOut.filter((l) => l.day >= from && l.day <= to)
  return [...groupBy(inPeriod, (l) => `${l.provider}\n${l.currency}`).values()].map((lines) => ({
    provider: lines[0]?.provider ?? '',
    currency: lines[0]?.currency ?? '',
    days: lines.length,
    meteredNano: lines.reduce((sum, l) => sum + l.meteredNano, 0n),
    billedNano: lines.reduce((sum, l) => sum + l.billedNano, 0n),
  }))
}

/** Shares of the cost, where there is one currency, that name a team and whose requests are known. */
function shares(usage: readonly Charge[]): { teamShare?: number; requestShare?: number } {
  const [, another] = new Set(usage.map((c) => c.currency))
  const total = totalNano(usage)
  if (another !== undefined || total <= 0n) return {}
  return {
    teamShare: shareOf(totalNano(usage.filter((c) => c.team !== undefined)), total),
    requestShare: shareOf(countRequests(usage.filter(billsTokens)).knownNano, total),
  }
}
