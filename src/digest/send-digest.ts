import { newestRun, nextRun, periodOfRun } from './next-run.ts'
import type { DigestLog, OutboxMessage, Schedule } from './ports.ts'
import { type Sending, sendMessage } from './send-message.ts'

/** What one tick did, for the log. */
export type Ticked = Readonly<{
  posted: readonly OutboxMessage[]
  /** Given up, because nobody can write there any more, or spend may not be posted there. */
  gone: readonly OutboxMessage[]
  failed: readonly Readonly<{
    job: Readonly<{ tenant: string; channel: string; key?: string }>
    error: unknown
  }>[]
}>

/**
 * One tick: plans the digests that are due and sends what is open, each message once. What follows in
 * the thread of a message is sent in the same tick.
 */
export async function tick(sending: Sending & Readonly<{ log: DigestLog }>): Promise<Ticked> {
  const { log, outbox, now } = sending
  const posted: OutboxMessage[] = []
  const gone: OutboxMessage[] = []
  const failed: Ticked['failed'][number][] = []
  const moment = now()
  for (const schedule of await log.schedules()) {
    try {
      if (schedule.nextRun <= moment) await planDue(schedule, log, moment)
      else if (isAhead(schedule, moment)) await log.bringBack(schedule, nextRun(schedule, moment))
    } catch (error) {
      failed.push({ job: schedule, error })
    }
  }
  const tried = new Set<string>()
  const untried = async () =>
    (await outbox.open(moment)).filter((message) => !tried.has(nameOf(message)))
  for (let open = await untried(); open.length > 0; open = await untried())
    for (const message of open) {
      tried.add(nameOf(message))
      try {
        const result = await sendMessage(message, sending)
        if (result === 'posted') posted.push(message)
        else if (result !== 'taken') gone.push(message)
      } catch (error) {
        failed.push({ job: message, error })
      }
    }
  return { posted, gone, failed }
}

/** Replicas' clocks may differ by this much. */
const CLOCKS_APART_MS = 15 * 60_000

/** Whether a run was left out: the next one was set by a clock that ran ahead and has been set back since. */
function isAhead(schedule: Schedule, now: number): boolean {
  return schedule.nextRun > nextRun(schedule, now + CLOCKS_APART_MS)
}

/** The newest run that has come is the one reported on; those before it are not made up for. */
async function planDue(schedule: Schedule, log: DigestLog, now: number): Promise<void> {
  const { run, next } = newestRun(schedule, schedule.nextRun, now)
  await log.plan(schedule, periodOfRun(schedule, run), next, now)
}

function nameOf({ tenant, channel, key }: OutboxMessage): string {
  return JSON.stringify([tenant, channel, key])
}
