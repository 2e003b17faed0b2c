import type { Digest, Snoozed } from './digest.ts'
import type { AlertLog, DigestLog } from './ports.ts'

/** Whose digest of which period, for which channel. */
export type DigestAsk = Readonly<{ tenant: string; channel: string; period: string }>

/** What a channel's digest is made from. */
export type ChannelMeans = Readonly<{
  build: (ask: DigestAsk) => Promise<Digest>
  log: Pick<DigestLog, 'schedules'>
  alerts: Pick<AlertLog, 'states'>
  now: () => number
}>

/**
 * A digest as one channel gets it: of what was billed its currency leads, and what was snoozed there is
 * set apart. What the workspace's own currency adds is the same in every channel.
 */
export function channelDigest({ build, log, alerts, now }: ChannelMeans) {
  return async (ask: DigestAsk): Promise<Digest> => {
    const { tenant, channel } = ask
    const [digest, schedules, { states }] = await Promise.all([
      build(ask),
      log.schedules(tenant),
      alerts.states(tenant, channel),
    ])
    const schedule = schedules.find((s) => s.channel === channel)
    const until = new Map(
      states.flatMap(({ finding, snoozedUntil = 0 }) =>
        snoozedUntil > now() ? [[finding.key, snoozedUntil] as const] : [],
      ),
    )
    return withoutSnoozed(ledBy(digest, schedule?.currency), until, schedule?.zone ?? 'UTC')
  }
}

/** The digest with a currency first; where nothing was billed in it, that is said. */
function ledBy(digest: Digest, currency: string | undefined): Digest {
  const { currencies, notes } = digest
  if (currency === undefined || currencies.length === 0) return digest
  const own = currencies.filter((c) => c.currency === currency)
  if (own.length === 0) return { ...digest, notes: [...notes, { kind: 'not-billed-in', currency }] }
  return { ...digest, currencies: [...own, ...currencies.filter((c) => c.currency !== currency)] }
}

function withoutSnoozed(digest: Digest, until: ReadonlyMap<string, number>, zone: string): Digest {
  const snoozed: Snoozed[] = []
  const currencies = digest.currencies.map((c) => {
    if (!('found' in c.anomalies)) return c
    const found = c.anomalies.found.filter((anomaly) => {
      const end = until.get(anomaly.key)
      if (end !== undefined) snoozed.push({ anomaly, currency: c.currency, until: end, zone })
      return end === undefined
    })
    return { ...c, anomalies: { ...c.anomalies, found } }
  })
  return snoozed.length === 0 ? digest : { ...digest, currencies, snoozed }
}
