import { attoText, toAtto } from './connectors/atto.ts'
import { type Polled, type Polling, pollSource, pullDays } from './ingest/poll-sources.ts'
import type { ChargeSource, Progress, Reading } from './ingest/ports.ts'
import type { Language } from './language/language.ts'
import { dayNumber } from './spend/calendar.ts'
import { type Days, utcDay } from './spend/days.ts'
import type { StateReply } from './state.ts'
import {
  type PullSummary,
  pullLines,
  pullSentences,
  sourceLines,
  unknownSource,
} from './state-spend-text.ts'
import type { Workspaces } from './workspaces.ts'

/** Commands about services that bills are read from. */
export type SpendRequest =
  | Readonly<{
      command: 'pull'
      source: string
      from?: string
      to?: string
      dryRun: boolean
      language: Language
    }>
  | Readonly<{ command: 'spend-sources'; language: Language }>

/** What they need beside the stored charges. */
export type SpendState = Polling &
  Readonly<{
    sources: readonly ChargeSource[]
    newId: () => string
    /** Where there are several tenants; each has what is connected to it. */
    workspaces?: Pick<Workspaces, 'installs'>
  }>

/** Reads a service now, or says how each of them stands. */
export function handleSpend(
  request: SpendRequest,
  state: SpendState,
  progress?: Progress,
): Promise<StateReply> {
  return request.command === 'pull'
    ? pull(request, state, progress)
    : listSources(request.language, state)
}

async function pull(
  request: Extract<SpendRequest, { command: 'pull' }>,
  state: SpendState,
  progress?: Progress,
): Promise<StateReply> {
  const { language, dryRun } = request
  const refuse = (line: string) => ({ ok: false, lines: [line], data: null })
  const source = state.sources.find((s) => s.id === request.source)
  if (!source)
    return refuse(unknownSource(request.source, state.sources, language, connecting(state)))
  const span = spanOf(request, utcDay(state.now()))
  if (span === 'wrong') return refuse(pullSentences(language).days)
  const options = progress ? { progress } : {}
  const polled =
    span === undefined && !dryRun
      ? await pollSource(state, source, await stateOf(source, state), options)
      : await pullDays(state, source, span ?? trailingMonth(state.now()), { ...options, dryRun })
  if (polled.busy) return refuse(pullSentences(language).busy)
  const summary = summaryOf(polled, dryRun)
  if (!dryRun)
    await state.charges.logImport(state.tenant, {
      id: state.newId(),
      source: source.id,
      importedAt: state.now(),
      report: summary,
    })
  return {
    ok: polled.problem === undefined,
    lines: pullLines(source.name, summary, language),
    data: summary,
  }
}

/** The tenant whose services are connected one by one, where they are. */
function connecting({ workspaces, tenant }: SpendState): string | undefined {
  return workspaces?.installs && tenant
}

/** The days that were named; undefined when none were, and `wrong` when they are no days. */
function spanOf(
  { from, to }: { from?: string; to?: string },
  today: string,
): Days | 'wrong' | undefined {
  if (from === undefined) return to === undefined ? undefined : 'wrong'
  const span = { from, to: to ?? today }
  try {
    return dayNumber(span.from) <= dayNumber(span.to) && span.from <= today ? span : 'wrong'
  } catch {
    return 'wrong'
  }
}

/** What a dry run without days looks at. */
function trailingMonth(now: number): Days {
  return { from: utcDay(now - 30 * 86_400_000), to: utcDay(now) }
}

async function stateOf({ id }: ChargeSource, { charges, tenant }: SpendState) {
  return (await charges.sources(tenant)).find((s) => s.source === id)
}

function summaryOf(
  { source, span, readings, replaced, problem }: Polled,
  dryRun: boolean,
): PullSummary {
  const charges = readings.flatMap((r) => r.charges)
  const totals = new Map<string, bigint>()
  for (const { currency, effectiveNano } of charges)
    totals.set(currency, (totals.get(currency) ?? 0n) + effectiveNano)
  const days = readings.flatMap((r) => r.days)
  const sum = (of: (reading: Reading) => number) => readings.reduce((n, r) => n + of(r), 0)
  return {
    source,
    ...span,
    dryRun,
    read: sum((r) => r.read),
    kept: sum((r) => r.kept),
    charges: charges.length,
    days: days.length,
    settledDays: days.filter((d) => d.settled).length,
    totalNano: Object.fromEntries([...totals].map(([currency, nano]) => [currency, String(nano)])),
    lostToRounding: lost(readings),
    withModel: charges.filter((c) => c.model !== undefined).length,
    withTeamOrProject: charges.filter((c) => (c.team ?? c.project) !== undefined).length,
    replaced,
    rejected: readings.flatMap((r) => r.rejected),
    remarks: readings.flatMap((r) => r.remarks),
    ...(problem ? { problem } : {}),
  }
}

function lost(readings: readonly Reading[]): Readonly<Record<string, string>> {
  const sums = new Map<string, bigint>()
  for (const [currency, text] of readings.flatMap((r) => Object.entries(r.remainders)))
    sums.set(currency, (sums.get(currency) ?? 0n) + (toAtto(text) ?? 0n))
  return Object.fromEntries([...sums].map(([currency, atto]) => [currency, attoText(atto)]))
}

async function listSources(language: Language, state: SpendState): Promise<StateReply> {
  const states = await state.charges.sources(state.tenant)
  const rows = state.sources.map((source) => ({
    source: source.id,
    name: source.name,
    basis: source.basis,
    ...states.find((s) => s.source === source.id),
  }))
  return {
    ok: true,
    lines: sourceLines(rows, language, connecting(state)),
    data: rows.map(({ triedAt, readAt, settledThrough, problem, ...row }) => ({
      ...row,
      settledThrough: settledThrough ?? null,
      triedAt: triedAt === undefined ? null : new Date(triedAt).toISOString(),
      readAt: readAt === undefined ? null : new Date(readAt).toISOString(),
      problem: problem ?? null,
    })),
  }
}
