import { decideAlerts, type Finding } from './alerts.ts'
import type { AlertLog, DigestLog } from './ports.ts'

/** Where alerts come from and are kept. */
export type Alerting = Readonly<{
  log: DigestLog
  alerts: AlertLog
  /** What is wrong with a tenant's spend now. */
  findings: (tenant: string, now: number) => Promise<readonly Finding[]>
  now: () => number
}>

/** How often findings are looked at; what has changed since goes into one message. */
const EVERY_MS = 3_600_000

/**
 * Looks for findings once an hour and puts what a channel with a digest is to hear of them into the
 * outbox. Every replica may look; the first to record decides.
 * @returns a function to be called at every tick, which hands over the errors met
 */
export function createAlerts({ log, alerts, findings, now }: Alerting) {
  let next = -Infinity
  return async (): Promise<readonly Readonly<{ tenant: string; error: unknown }>[]> => {
    const moment = now()
    if (moment < next) return []
    next = moment + EVERY_MS
    const failed: { tenant: string; error: unknown }[] = []
    for (const schedule of await log.schedules()) {
      const { tenant, channel } = schedule
      try {
        const found = await findings(tenant, moment)
        const { revision, states } = await alerts.states(tenant, channel)
        const decided = decideAlerts(states, found, moment)
        if (found.length + states.length === 0) continue
        await alerts.record(schedule, revision, decided.states, decided.message, moment)
      } catch (error) {
        failed.push({ tenant, error })
      }
    }
    return failed
  }
}
