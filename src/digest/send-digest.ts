import { daysOfWeek, lastWholeWeek, weekBefore } from '../spend/calendar.ts'
import { buildDigest } from './build-digest.ts'
import type { Digest } from './digest.ts'
import { nextRun } from './next-run.ts'
import type { ChargeStore, DigestJob, DigestLog, DigestPublisher } from './ports.ts'

/** Who sends and when; `now` and `owner` come from outside. */
export type Sending = Readonly<{
  charges: ChargeStore
  log: DigestLog
  publisher: DigestPublisher
  now: () => number
  owner: string
}>

/** How long a sender may hold a job; posting has to fit well inside. */
export const LEASE_MS = 60_000

/** The digest of a week from the stored charges. */
export async function digestOf(
  charges: ChargeStore,
  tenant: string,
  week: string,
): Promise<Digest> {
  const [first] = daysOfWeek(weekBefore(week))
  const last = daysOfWeek(week)[6]
  return buildDigest(await charges.charges(tenant, first ?? '', last ?? ''), week)
}

/** The last whole week before a moment, UTC days. */
export function weekBeforeMoment(epochMs: number): string {
  return lastWholeWeek(new Date(epochMs).toISOString().slice(0, 10))
}

/**
 * One tick: plans what is due and sends what is open, each channel and week once. A job that was
 * claimed before is looked for in the channel before it is posted again, and a retry posts the
 * figures that were frozen at the first attempt.
 * @returns jobs posted and errors met, for the log
 */
export async function tick(
  sending: Sending,
): Promise<{ posted: DigestJob[]; failed: { job: DigestJob; error: unknown }[] }> {
  const { log, now } = sending
  for (const schedule of (await log.schedules()).filter((s) => s.nextRun <= now())) {
    const { weekday, hour, zone } = schedule
    await log.plan(schedule, weekBeforeMoment(now()), nextRun(weekday, hour, zone, now()))
  }
  const posted: DigestJob[] = []
  const failed: { job: DigestJob; error: unknown }[] = []
  for (const job of await log.open(now())) {
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
  if (!(await log.claim(job, owner, now() + LEASE_MS))) return false
  try {
    const digest = job.payload ?? (await digestOf(charges, job.tenant, job.week))
    if (!job.payload) await log.freeze(job, owner, digest)
    const already = job.attempt > 0 ? await publisher.find(job) : undefined
    return await log.settle(job, owner, already ?? (await publisher.post(job, digest)))
  } catch (error) {
    await log.release(job, owner)
    throw error
  }
}
