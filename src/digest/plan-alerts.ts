import type { AlertSettings } from '../access/settings.ts'
import { decideAlerts, type Finding } from './alerts.ts'
import type { AlertLog, AlertPlace, DigestLog, Schedule } from './ports.ts'

/** Where alerts come from and are kept. */
export type Alerting = Readonly<{
  log: DigestLog
  alerts: AlertLog
  /** Tenants that are looked at, beside those with a digest. */
  tenants: () => Promise<readonly string[]>
  /** Whether alerts are wanted, where, and how long a matter stays quiet. */
  settings: (tenant: string) => Promise<AlertSettings>
  /** What is wrong with a tenant's spend now. */
  findings: (tenant: string, now: number) => Promise<readonly Finding[]>
  now: () => number
}>

/** How often findings are looked at; what has changed since goes into one message. */
const EVERY_MS = 3_600_000

/**
 * Looks for findings once an hour, where alerts are on, and puts what a channel is to hear of them into
 * the outbox: the channel named for alerts, or each with a digest. Every replica may look; the first to
 * record decides.
 * @returns a function to be called at every tick, which hands over the errors met
 */
export function createAlerts(alerting: Alerting) {
  const { log, now, tenants } = alerting
  let last = -Infinity
  return async (): Promise<readonly Readonly<{ tenant: string; error: unknown }>[]> => {
    const moment = now()
    // The clock may have been set back since.
    if (moment >= last && moment - last < EVERY_MS) return []
    last = moment
    const failed: { tenant: string; error: unknown }[] = []
    const schedules = await log.schedules()
    for (const tenant of new Set([...(await tenants()), ...schedules.map((s) => s.tenant)])) {
      const own = schedules.filter((s) => s.tenant === tenant)
      try {
        await look(alerting, tenant, own, moment)
      } catch (error) {
        failed.push({ tenant, error })
      }
    }
    return failed
  }
}

async function look(
  { alerts, settings, findings }: Alerting,
  tenant: string,
  schedules: readonly Schedule[],
  moment: number,
): Promise<void> {
  const { on, channel, coolDownHours } = await settings(tenant)
  const places = channel === undefined ? schedules : [placeOf(tenant, channel, schedules)]
  if (!on || places.length === 0) return
  const found = await findings(tenant, moment)
  for (const place of places) {
    const { revision, states } = await alerts.states(tenant, place.channel)
    if (found.length + states.length === 0) continue
    const decided = decideAlerts(states, found, moment, coolDownHours)
    await alerts.record(place, revision, decided.states, decided.message, moment)
  }
}

/** A channel without a digest gets alerts in the language of the first that has one. */
function placeOf(tenant: string, channel: string, schedules: readonly Schedule[]): AlertPlace {
  const like = schedules.find((s) => s.channel === channel) ?? schedules[0]
  return { tenant, channel, language: like?.language ?? 'en' }
}
