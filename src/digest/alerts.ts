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
        name: string
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
        name: string
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
        name: string
        day: string
        spentNano: bigint
        usualNano: bigint
        currency: string
      }>)
  /** The settled days of a source end earlier than they should. */
  | (Common &
      Readonly<{
        kind: 'no-data'
        source: string
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

const DAY_MS = 86_400_000
/** For how long a matter that was said and went away is not raised again, unless it comes back worse. */
const COOL_DOWN_MS: Readonly<Record<Finding['kind'], number>> = {
  budget: 3 * DAY_MS,
  anomaly: 3 * DAY_MS,
  'no-data': DAY_MS,
}

/**
 * Decides what a channel is to hear. A matter is raised when it is new or has become worse; one that
 * went away and came back waits for its cool-down, counted from the last time it was said. One that
 * was raised and is gone is said to be resolved, though not while a source has no data: what cannot be
 * seen is not known to be over. Snoozed matters are kept silently.
 * @param now epoch ms
 * @returns the new states, and one message for all of it or none
 */
export function decideAlerts(
  previous: readonly AlertState[],
  findings: readonly Finding[],
  now: number,
): Readonly<{ states: readonly AlertState[]; message?: AlertMessage }> {
  const blind = findings.some((f) => f.kind === 'no-data')
  const before = new Map(previous.map((state) => [state.finding.key, state]))
  const found = new Set(findings.map((f) => f.key))
  const judged = [
    ...findings.map((finding) => present(before.get(finding.key), finding, now)),
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
    states: judged.map(({ state }) => state).filter((state) => isWorthKeeping(state, now)),
    ...(silent ? {} : { message }),
  }
}

type Judged = Readonly<{ state: AlertState; say?: 'raised' | 'resolved' }>

function present(before: AlertState | undefined, finding: Finding, now: number): Judged {
  const state: AlertState = { standing: false, ...before, finding, open: true }
  const worse = before?.said !== undefined && rank(finding.severity) > rank(before.said.severity)
  const hold = isSnoozed(state, now) || (!worse && (state.standing || isCooling(state, now)))
  if (hold) return { state }
  const said = { at: now, severity: finding.severity }
  return { state: { ...state, standing: true, said }, say: 'raised' }
}

function absent(before: AlertState, blind: boolean, now: number): Judged {
  if (blind && before.finding.kind !== 'no-data') return { state: before }
  const state = { ...before, open: false, standing: false }
  if (!before.standing || before.said === undefined || isSnoozed(before, now)) return { state }
  return { state: { ...state, said: { ...before.said, at: now } }, say: 'resolved' }
}

const rank = (severity: Severity) => SEVERITIES.indexOf(severity)

const isSnoozed = ({ snoozedUntil = -Infinity }: AlertState, now: number) => now < snoozedUntil

const isCooling = ({ finding, said }: AlertState, now: number) =>
  said !== undefined && now < said.at + COOL_DOWN_MS[finding.kind]

const isWorthKeeping = (state: AlertState, now: number) =>
  state.open || isSnoozed(state, now) || isCooling(state, now)
