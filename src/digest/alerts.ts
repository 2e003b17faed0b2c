import type { Bilingual } from '../language/language.ts'
import { utcDay } from '../spend/days.ts'

/** How bad a finding is, mildest first. */
export const SEVERITIES = ['notice', 'warning', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

type Common = Readonly<{
  /** Stays the same for as long as it is the same matter, e.g. `budget support 2026-11`. */
  key: string
  severity: Severity
}>

/** Something that is wrong now; amounts are nano-units of the currency. */
export type Finding =
  /** A share of a budget is spent: `percent` is the threshold crossed, such as 80. */
  | (Common &
      Readonly<{
        kind: 'budget'
        why: 'crossed'
        /** A team; none: all spend, as with the others. */
        name?: string
        month: string
        percent: number
        spentNano: bigint
        budgetNano: bigint
        currency: string
      }>)
  /** The forecast to the end of the month, a range, is over the budget. */
  | (Common &
      Readonly<{
        kind: 'budget'
        why: 'forecast'
        name?: string
        month: string
        lowNano: bigint
        highNano: bigint
        budgetNano: bigint
        currency: string
      }>)
  /** A day's spend that its weekdays before do not explain. */
  | (Common &
      Readonly<{
        kind: 'anomaly'
        name?: string
        day: string
        /** Three days in a row and more: it is the usual from then on. */
        lasting?: true
        spentNano: bigint
        usualNano: bigint
        currency: string
      }>)
  /** The settled days of a source, or of all where none is named, end earlier than they should. */
  | (Common &
      Readonly<{
        kind: 'no-data'
        source?: string
        /** What the last attempt to read it met. */
        problem?: Bilingual
        /** Last settled day; none when the source was never read. */
        through?: string
        /** Days since then, and how many are usual. */
        lagDays?: number
        limitDays: number
      }>)

/** What is known of one matter in one channel. */
export type AlertState = Readonly<{
  finding: Finding
  /** Whether it is still there. */
  open: boolean
  /** Whether the channel was told that it is there and not yet that it is over. */
  standing: boolean
  /** When the channel last heard of it (epoch ms), and how bad it was when it was raised. */
  said?: Readonly<{ at: number; severity: Severity }>
  /** Epoch ms until which nobody wants to hear of it. */
  snoozedUntil?: number
}>

/** One message about everything that changed, worst first. */
export type AlertMessage = Readonly<{ raised: readonly Finding[]; resolved: readonly Finding[] }>

const HOUR_MS = 3_600_000
/** For how long a matter that was said and went away is not raised again, unless it comes back worse. */
const COOL_DOWN_HOURS = 72
/** Missing data stays quiet for a day at most. */
const NO_DATA_HOURS = 24

/**
 * Decides what a channel is to hear. A matter is raised when it is new or has become worse; one that
 * went away and came back waits for its cool-down, counted from the last time it was said. One that
 * was raised and is gone is said to be resolved, though not while a source has no data: what cannot be
 * seen is not known to be over. A budget of a month that has passed goes silently, and snoozed matters
 * are kept so.
 * @param now epoch ms
 * @param coolDownHours for how long a matter stays quiet; of missing data a day at most
 * @returns the new states, and one message for all of it or none
 */
export function decideAlerts(
  previous: readonly AlertState[],
  findings: readonly Finding[],
  now: number,
  coolDownHours = COOL_DOWN_HOURS,
): Readonly<{ states: readonly AlertState[]; message?: AlertMessage }> {
  const isCooling = ({ finding, said }: AlertState) => {
    const hours =
      finding.kind === 'no-data' ? Math.min(coolDownHours, NO_DATA_HOURS) : coolDownHours
    const since = said === undefined ? Infinity : now - said.at
    // What was said in the future was said by a clock that ran ahead.
    return Math.abs(since) < hours * HOUR_MS
  }
  const blind = findings.some((f) => f.kind === 'no-data')
  const before = new Map(previous.map((state) => [state.finding.key, state]))
  const found = new Set(findings.map((f) => f.key))
  const judged = [
    ...findings.map((finding) => present(before.get(finding.key), finding, now, isCooling)),
    ...previous
      .filter(({ finding }) => !found.has(finding.key))
      .map((state) => absent(state, blind, now)),
  ]
  const said = (what: Judged['say']) =>
    judged
      .filter(({ say }) => say === what)
      .map(({ state }) => state.finding)
      .sort((a, b) => rank(b.severity) - rank(a.severity) || (a.key < b.key ? -1 : 1))
  const message = { raised: said('raised'), resolved: said('resolved') }
  const silent = message.raised.length + message.resolved.length === 0
  return {
    states: judged
      .map(({ state }) => state)
      .filter((state) => state.open || isSnoozed(state, now) || isCooling(state)),
    ...(silent ? {} : { message }),
  }
}

type Judged = Readonly<{ state: AlertState; say?: 'raised' | 'resolved' }>

function present(
  before: AlertState | undefined,
  finding: Finding,
  now: number,
  isCooling: (state: AlertState) => boolean,
): Judged {
  const state: AlertState = { standing: false, ...before, finding, open: true }
  const worse = before?.said !== undefined && rank(finding.severity) > rank(before.said.severity)
  const hold = isSnoozed(state, now) || (!worse && (state.standing || isCooling(state)))
  if (hold) return { state }
  const said = { at: now, severity: finding.severity }
  return { state: { ...state, standing: true, said }, say: 'raised' }
}

function absent(before: AlertState, blind: boolean, now: number): Judged {
  if (blind && before.finding.kind !== 'no-data') return { state: before }
  const state = { ...before, open: false, standing: false }
  const silent = isSnoozed(before, now) || isPast(before.finding, now)
  if (!before.standing || before.said === undefined || silent) return { state }
  return { state: { ...state, said: { ...before.said, at: now } }, say: 'resolved' }
}

const rank = (severity: Severity) => SEVERITIES.indexOf(severity)

const isSnoozed = ({ snoozedUntil = -Infinity }: AlertState, now: number) => now < snoozedUntil

/** Whether it is about a month that was over, by its name, at a moment. */
const isPast = (finding: Finding, now: number) =>
  finding.kind === 'budget' && finding.month < utcDay(now).slice(0, 7)
