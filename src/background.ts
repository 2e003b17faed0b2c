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
import type { ChargeSource } from './ingest/ports.ts'
import type { createRetention } from './privacy/retention.ts'
import type { ChartPictures } from './slack/chart-pictures.ts'
import type { createSlackApp } from './slack/create-app.ts'
import { decisionPublisher } from './slack/decision-publisher.ts'
import { guardedPublisher } from './slack/guarded-publisher.ts'
import { outboxPublisher } from './slack/outbox-publisher.ts'
import type { Log } from './slack/ports.ts'
import { createPoster } from './slack/post.ts'

/** How often schedules are looked at. */
const TICK_MS = 15_000

/** What the work is done with. */
type Means = Readonly<{
  slack: Pick<ReturnType<typeof createSlackApp>, 'app'>
  access: Access
  schedules: DigestLog
  alerts: AlertLog
  outbox: Outbox
  build: (ask: Readonly<{ tenant: string; channel?: string; period?: string }>) => Promise<Digest>
  pictures: ChartPictures
  polling: Polling
  sources: readonly ChargeSource[]
  review: ReturnType<typeof createReview>
  retention: ReturnType<typeof createRetention>
  log: Log
}>

/** Work that nobody asked for at the moment: digests and alerts, decisions to review, bills to read. */
export function startBackground(means: Means): Readonly<{ stop: () => Promise<void> }> {
  const stopping = new AbortController()
  const works = [
    ...[digests(means), decisions(means), bills(means, stopping.signal)],
    retention(means),
  ]
  const running = new Map<() => Promise<void>, Promise<void>>()
  const timer = setInterval(() => {
    for (const work of works) {
      if (running.has(work)) continue
      const done = work()
        .catch((error) => means.log.error({ reason: String(error) }, 'schedules could not be read'))
        .finally(() => running.delete(work))
      running.set(work, done)
    }
  }, TICK_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      stopping.abort()
      await Promise.all(running.values())
    },
  }
}

function digests(means: Means) {
  const { slack, access, schedules, alerts, outbox, build, pictures, polling, log } = means
  const { charges, tenant, now, owner } = polling
  const { client } = slack.app
  const shown = channelDigest({ build, log: schedules, alerts, now })
  const sending = {
    ...{ log: schedules, outbox, now, owner },
    build: ({ tenant: of, channel, period = '' }: OutboxMessage) =>
      shown({ tenant: of, channel, period }),
    publisher: guardedPublisher(
      outboxPublisher(client, createPoster(log, false, { waits: 0 }), pictures),
      access,
      client,
    ),
    followUps: followUpsOf,
    pace: createPacer({ now, sleep }),
  }
  const planAlerts = createAlerts({
    ...{ log: schedules, alerts, now },
    tenants: [tenant],
    settings: async (of) => (await access.settings(of)).alerts,
    findings: watchSpend({ charges, build }),
  })
  return async () => {
    for (const { tenant: whose, error } of await planAlerts())
      log.error({ tenant: whose, reason: String(error) }, 'alerts could not be looked at')
    const { posted, gone, failed } = await tick(sending)
    for (const { channel, key } of posted) log.info({ channel, key }, 'digest message posted')
    for (const { channel, key } of gone)
      log.warn(
        { channel, key },
        'digest message given up, spend may not be posted there or the channel or thread is gone',
      )
    for (const { job, error } of failed)
      log.error(
        { channel: job.channel, key: job.key, reason: String(error) },
        'digest message failed, will be tried again',
      )
  }
}

function decisions({ slack, review, log }: Means) {
  const publisher = decisionPublisher(slack.app.client, createPoster(log, false))
  return async () => {
    const { posted, failed } = await review.tick(publisher)
    for (const { decision, change } of posted)
      log.info({ decision, change: change.kind }, 'said what became of a decision')
    for (const { decision, error } of failed)
      log.error({ decision, reason: String(error) }, 'decision failed, will be tried again')
  }
}

function retention({ retention, log }: Means) {
  return async () => {
    const expired = (await retention.tick()) ?? {}
    if (Object.keys(expired).length > 0)
      log.info(expired, 'what was kept as long as wanted was deleted')
  }
}

function bills({ polling, sources, log }: Means, signal: AbortSignal) {
  return async () => {
    for (const { source, readings, problem, error } of await pollDue(polling, sources, signal))
      if (problem) log.warn({ source, reason: problem.en, error: String(error) }, 'spend not read')
      else log.info({ source, parts: readings.length }, 'spend read')
  }
}
