import type { ChargeStore } from '../ingest/ports.ts'
import { lastWholeWeek } from '../spend/calendar.ts'
import type { Digest } from './digest.ts'
import { gatherDigest } from './gather-digest.ts'
import { nextRun } from './next-run.ts'
import type { DigestJob, DigestLog, DigestPublisher } from './ports.ts'

/** Who sends and when; `now` and `owner` come from outside. */
export type Sending = Readonly<{
  charges: ChargeStore
  log: DigestLog
  publisher: DigestPublisher
  now: () => number
  owner: string
}>

/** How long a sender may hold a job at the first attempt. */
const LEASE_MS = 60_000
/** A lease doubles with every attempt up to this many times, so that a refusing Slack is asked ever less often. */
const MOST_DOUBLINGS = 6
/** Time that has to be left of the lease when a post begins. */
const POST_MS = 20_000

/** The digest of a week from the stored charges. */
export async function digestOf(
  charges: ChargeStore,
  tenant: string,
  week: string,
): Promise<Digest> {
  return gatherDigest({ charges }, tenant, week)
}

/** The last whole ISO week, UTC days, before a moment in epoch milliseconds. */
export function weekBeforeMoment(epochMs: number): string {
  return lastWholeWeek(new Date(epochMs).toISOString().slice(0, 10))
}

/** A schedule or job that met an error. */
type Failed = Readonly<{ job: Pick<DigestJob, 'tenant' | 'channel' | 'week'>; error: unknown }>

/**
 * One tick: plans what is due and sends what is open, each channel and week once. A job that was
 * claimed before is looked for in the channel before it is posted again, and a retry posts the
 * figures that were frozen at the first attempt. A job that failed stays claimed until its lease
 * runs out: Slack may have taken the post, and has to have time to show it.
 * @returns jobs posted and errors met, for the log
 */
export async function tick(sending: Sending): Promise<{ posted: DigestJob[]; failed: Failed[] }> {
  const { log, now } = sending
  const posted: DigestJob[] = []
  const failed: Failed[] = []
  const moment = now()
  const week = weekBeforeMoment(moment)
  for (const schedule of (await log.schedules()).filter((s) => s.nextRun <= moment)) {
    const { tenant, channel, weekday, hour, zone } = schedule
    try {
      await log.plan(schedule, week, nextRun(weekday, hour, zone, moment))
    } catch (error) {
      failed.push({ job: { tenant, channel, week }, error })
    }
  }
  for (const job of await log.open(moment)) {
    try {
      if (await send(job, sending)) posted.push(job)
    } catch (error) {
      failed.push({ job, error })
    }
  }
  return { posted, failed }
}

async function send(
  job: DigestJob,
  { charges, log, publisher, now, owner }: Sending,
): Promise<boolean> {
  const leaseUntil = now() + LEASE_MS * 2 ** Math.min(job.attempt, MOST_DOUBLINGS)
  if (!(await log.claim(job, owner, leaseUntil))) return false
  const digest = job.payload ?? (await digestOf(charges, job.tenant, job.week))
  if (!job.payload) await log.freeze(job, owner, digest)
  const already = job.attempt > 0 ? await publisher.find(job) : undefined
  if (already !== undefined) return log.settle(job, owner, already)
  if (now() > leaseUntil - POST_MS)
    throw new Error('Too little of the lease was left to post the digest.')
  return log.settle(job, owner, await publisher.post(job, digest))
}
