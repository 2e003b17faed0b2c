import type { Bilingual } from '../language/language.ts'
import { type Days, later, utcDay } from '../spend/days.ts'
import { BACKFILL_DAYS, chunksOf, spanToRead } from './poll-span.ts'
import {
  type ChargeSource,
  type ChargeStore,
  type Progress,
  type Reading,
  SourceError,
  type SourceState,
} from './ports.ts'

/** Who reads and where it is kept; `now` and `owner` come from outside. */
export type Polling = Readonly<{
  charges: ChargeStore
  tenant: string
  /** Epoch milliseconds. */
  now: () => number
  /** Names this process among replicas. */
  owner: string
}>

/** What became of one source: read in how many parts, left to another reader, or failed. */
export type Polled = Readonly<{
  source: string
  span: Days
  /** Readings that were stored, oldest first; those before a failure stay. */
  readings: readonly Reading[]
  /** Earlier charges that gave way. */
  replaced: number
  busy?: true
  problem?: Bilingual
  /** What was thrown, for the log. */
  error?: unknown
}>

/** How long after the last attempt a source is read again, and after one that failed. */
const EVERY_MS = 3_600_000
const RETRY_MS = 900_000
/** Longer than a reading takes with all its waits. */
const LEASE_MS = 1_800_000

const NOT_KEPT: Bilingual = {
  en: 'What was read could not be stored; the log says why.',
  ko: '읽은 내용을 저장하지 못했습니다. 이유는 로그에 있습니다.',
}

/**
 * One tick: reads each source whose time has come, one after the other, each by one of all replicas.
 * A source that fails keeps what it stored before and does not stop the others.
 */
export async function pollDue(
  polling: Polling,
  sources: readonly ChargeSource[],
  signal?: AbortSignal,
): Promise<readonly Polled[]> {
  const polled: Polled[] = []
  const states = await polling.charges.sources(polling.tenant)
  for (const source of sources) {
    const state = states.find((s) => s.source === source.id)
    if (signal?.aborted || !isDue(state, polling.now())) continue
    const one = await pollSource(polling, source, state, signal ? { signal } : {})
    if (!one.busy) polled.push(one)
  }
  return polled
}

/** An attempt that lies far in the future was noted by a clock that was wrong. */
function isDue(state: SourceState | undefined, now: number): boolean {
  if (state?.triedAt === undefined) return true
  const since = now - state.triedAt
  return since >= (state.problem ? RETRY_MS : EVERY_MS) || since < -EVERY_MS
}

/** Reads a source now, whether its time has come or not, and keeps how it stands then. */
export async function pollSource(
  polling: Polling,
  source: ChargeSource,
  state: SourceState | undefined,
  options: Readonly<{ signal?: AbortSignal; progress?: Progress }> = {},
): Promise<Polled> {
  const { now } = polling
  const span = spanToRead(state, now())
  return withLease(polling, source, state, span, async () => {
    const triedAt = now()
    const pulled = await pullSpan(keptBy(polling, source), source, span, options)
    if (options.signal?.aborted) return { pulled, state: state ?? { source: source.id } }
    const settledThrough = await settledDay(polling, source, state?.settledThrough)
    const readAt = pulled.problem ? state?.readAt : triedAt
    const next = {
      source: source.id,
      triedAt,
      ...(settledThrough === undefined ? {} : { settledThrough }),
      ...(readAt === undefined ? {} : { readAt }),
      ...(pulled.problem ? { problem: pulled.problem } : {}),
    }
    return { pulled, state: next }
  })
}

/** Reads certain days of a source; how it stands for polls does not change. A dry run keeps nothing. */
export async function pullDays(
  polling: Polling,
  source: ChargeSource,
  span: Days,
  { dryRun = false, ...options }: Readonly<{ progress?: Progress; dryRun?: boolean }> = {},
): Promise<Polled> {
  if (dryRun) return pullSpan(async () => 0, source, span, options)
  const states = await polling.charges.sources(polling.tenant)
  const state = states.find((s) => s.source === source.id)
  return withLease(polling, source, state, span, async () => ({
    pulled: await pullSpan(keptBy(polling, source), source, span, options),
    state: state ?? { source: source.id },
  }))
}

async function withLease(
  { charges, tenant, owner, now }: Polling,
  source: ChargeSource,
  state: SourceState | undefined,
  span: Days,
  work: () => Promise<{ pulled: Polled; state: SourceState }>,
): Promise<Polled> {
  const claim = {
    source: source.id,
    seenTriedAt: state?.triedAt,
    owner,
    now: now(),
    leaseUntil: now() + LEASE_MS,
  }
  if (!(await charges.claimSource(tenant, claim)))
    return { source: source.id, span, readings: [], replaced: 0, busy: true }
  const { pulled, state: next } = await work()
  await charges.setSource(tenant, next)
  return pulled
}

function keptBy({ charges, tenant, now }: Polling, { id }: ChargeSource) {
  return (reading: Reading) => charges.replace(tenant, id, reading, now())
}

/**
 * Reads a span part by part, oldest first; each part takes the place of what was stored of its days
 * in one transaction, so that a failure leaves whole days only.
 */
async function pullSpan(
  keep: (reading: Reading) => Promise<number>,
  source: ChargeSource,
  span: Days,
  options: Readonly<{ signal?: AbortSignal; progress?: Progress }>,
): Promise<Polled> {
  const readings: Reading[] = []
  let replaced = 0
  try {
    for (const part of chunksOf(span)) {
      const reading = await source.read(part, options)
      replaced += await keep(reading)
      readings.push(reading)
    }
    return { source: source.id, span, readings, replaced }
  } catch (error) {
    const problem = error instanceof SourceError ? error.sentence : NOT_KEPT
    return { source: source.id, span, readings, replaced, problem, error }
  }
}

/**
 * Last day of the unbroken run of settled days: it goes on from where it ended, or begins with the
 * first settled day that the first poll reaches.
 */
async function settledDay(
  { charges, tenant, now }: Polling,
  source: ChargeSource,
  before: string | undefined,
): Promise<string | undefined> {
  const today = utcDay(now())
  const furthest = later(today, 1 - BACKFILL_DAYS)
  const goesOn = before !== undefined && later(before, 1) >= furthest
  const from = goesOn ? later(before, 1) : furthest
  const known = await charges.knownDays(tenant, from, today)
  const settled = known.filter((d) => d.source === source.id && d.settled).map((d) => d.day)
  let day = goesOn ? from : settled[0]
  let last = before
  for (; day !== undefined && settled.includes(day); day = later(day, 1)) last = day
  return last
}
