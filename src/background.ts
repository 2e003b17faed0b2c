import { setTimeout as sleep } from 'node:timers/promises'
import type { Access } from './access/access.ts'
import type { createReview } from './decisions/review.ts'
import { channelDigest } from './digest/channel-digest.ts'
import type { Digest } from './digest/digest.ts'
import { followUpsOf } from './digest/message-text.ts'
import { createPacer } from './digest/pacer.ts'
import { createAlerts } from './digest/plan-alerts.ts'
import type { AlertLog, DigestLog, Outbox, OutboxMessage } from './digest/ports.ts'
import { tick } from './digest/send-digest.ts'
import { watchSpend } from './digest/watch-spend.ts'
import { type Polling, pollDue } from './ingest/poll-sources.ts'
import type { Meter } from './operation/meter.ts'
import type { createRetention } from './privacy/retention.ts'
import type { ChartPictures } from './slack/chart-pictures.ts'
import type { ClientOf } from './slack/clients.ts'
import { decisionPublisher } from './slack/decision-publisher.ts'
import { guardedPublisher } from './slack/guarded-publisher.ts'
import { outboxPublisher } from './slack/outbox-publisher.ts'
import type { Log } from './slack/ports.ts'
import { createPoster } from './slack/post.ts'
import { tenantNotices, tenantPublisher } from './slack/tenant-publishers.ts'
import type { Workspaces } from './workspaces.ts'

/** How often schedules are looked at. */
const TICK_MS = 15_000

/** What the work is done with. */
type Means = Readonly<{
  clientOf: ClientOf
  access: Access
  schedules: DigestLog
  alerts: AlertLog
  outbox: Outbox
  build: (ask: Readonly<{ tenant: string; channel?: string; period?: string }>) => Promise<Digest>
  pictures: ChartPictures
  polling: Omit<Polling, 'tenant'>
  workspaces: Workspaces
  review: ReturnType<typeof createReview>
  retention: ReturnType<typeof createRetention>
  log: Log
  meter: Meter
}>

/** Work that goes on by itself. */
type Background = Readonly<{
  /** Looks at once, as when the clock was moved; ends when what was due is done. */
  look: () => Promise<void>
  stop: () => Promise<void>
}>

/** Work that nobody asked for at the moment: digests and alerts, decisions to review, bills to read, data to delete. */
export function startBackground(means: Means): Background {
  const stopping = new AbortController()
  const works = [
    ...[digests(means), decisions(means), bills(means, stopping.signal)],
    ...[endings(means), retention(means)],
  ]
  const running = new Map<() => Promise<void>, Promise<void>>()
  const begin = () => {
    for (const work of works) {
      if (running.has(work)) continue
      const done = work()
        .catch((error) => means.log.error({ reason: String(error) }, 'schedules could not be read'))
        .finally(() => running.delete(work))
      running.set(work, done)
    }
  }
  const timer = setInterval(begin, TICK_MS)
  return {
    look: async () => {
      await Promise.all(running.values())
      begin()
      await Promise.all(running.values())
    },
    stop: async () => {
      clearInterval(timer)
      stopping.abort()
      await Promise.all(running.values())
    },
  }
}

function digests(means: Means) {
  const { clientOf, access, schedules, alerts, outbox, build, pictures, polling, log, meter } =
    means
  const { charges, now, owner } = polling
  const shown = channelDigest({ build, log: schedules, alerts, now })
  const sending = {
    ...{ log: schedules, outbox, now, owner },
    build: ({ tenant: of, channel, period = '' }: OutboxMessage) =>
      shown({ tenant: of, channel, period }),
    publisher: tenantPublisher(clientOf, (client) =>
      guardedPublisher(
        outboxPublisher(client, createPoster(log, false, { waits: 0, meter }), pictures),
        access,
        client,
      ),
    ),
    followUps: followUpsOf,
    pace: createPacer({ now: () => performance.now(), sleep }),
  }
  const planAlerts = createAlerts({
    ...{ log: schedules, alerts, now },
    tenants: means.workspaces.tenants,
    settings: async (of) => (await access.settings(of)).alerts,
    findings: watchSpend({ charges, build }),
  })
  return async () => {
    for (const { tenant: whose, error } of await planAlerts())
      log.error({ tenant: whose, reason: String(error) }, 'alerts could not be looked at')
    const { posted, gone, failed } = await tick(sending)
    for (const { tenant, channel, key, createdAt } of posted) {
      log.info({ tenant, channel, key }, 'digest message posted')
      meter.took({ kind: 'journey', name: 'digest' }, now() - createdAt, 'ok')
    }
    for (const { tenant, channel, key } of gone)
      log.warn(
        { tenant, channel, key },
        'digest message given up, spend may not be posted there, or the channel, the thread or the installation is gone',
      )
    for (const { job, error } of failed)
      log.error(
        { channel: job.channel, key: job.key, reason: String(error) },
        'digest message failed, will be tried again',
      )
  }
}

function decisions({ clientOf, review, log, meter }: Means) {
  const publisher = tenantNotices(clientOf, (client) =>
    decisionPublisher(client, createPoster(log, false, { meter })),
  )
  return async () => {
    const { posted, failed } = await review.tick(publisher)
    for (const { decision, change } of posted)
      log.info({ decision, change: change.kind }, 'said what became of a decision')
    for (const { decision, error } of failed)
      log.error({ decision, reason: String(error) }, 'decision failed, will be tried again')
  }
}

/** Tenants whose bills are read at the same time, so that one slow service does not hold up all others. */
const AT_ONCE = 4

function bills({ polling, workspaces, log }: Means, signal: AbortSignal) {
  const read = async (tenant: string) => {
    const sources = await workspaces.sourcesOf(tenant)
    for (const one of await pollDue({ ...polling, tenant }, sources, signal)) {
      const { source, readings, problem, error } = one
      if (problem)
        log.warn({ tenant, source, reason: problem.en, error: String(error) }, 'spend not read')
      else log.info({ tenant, source, parts: readings.length }, 'spend read')
    }
  }
  return async () => {
    const waiting = (await workspaces.tenants()).values()
    const inTurn = async () => {
      for (const tenant of waiting)
        await read(tenant).catch((error: unknown) =>
          log.error({ tenant, reason: String(error) }, 'spend could not be looked at'),
        )
    }
    await Promise.all(Array.from({ length: AT_ONCE }, inTurn))
  }
}

function endings({ workspaces, log }: Means) {
  return async () => {
    for (const tenant of await workspaces.forget())
      log.info({ tenant }, 'the data of a workspace was deleted, the app was uninstalled long ago')
  }
}

function retention({ retention, log }: Means) {
  return async () => {
    const expired = (await retention.tick()) ?? {}
    if (Object.keys(expired).length > 0)
      log.info(expired, 'what was kept as long as wanted was deleted')
  }
}
