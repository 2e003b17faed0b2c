import { setTimeout as sleep } from 'node:timers/promises'
import type { Access } from './access/access.ts'
import type { createReview } from './decisions/review.ts'
import { followUpsOf } from './digest/message-text.ts'
import { noDataFindings } from './digest/no-data.ts'
import { createPacer } from './digest/pacer.ts'
import { createAlerts } from './digest/plan-alerts.ts'
import type { AlertLog, DigestLog, Outbox } from './digest/ports.ts'
import { tick } from './digest/send-digest.ts'
import type { Sending } from './digest/send-message.ts'
import { type Polling, pollDue } from './ingest/poll-sources.ts'
import type { ChargeSource } from './ingest/ports.ts'
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
  build: Sending['build']
  polling: Polling
  sources: readonly ChargeSource[]
  review: ReturnType<typeof createReview>
  log: Log
}>

/** Work that nobody asked for at the moment: digests and alerts, decisions to review, bills to read. */
export function startBackground(means: Means): Readonly<{ stop: () => Promise<void> }> {
  const stopping = new AbortController()
  const works = [digests(means), decisions(means), bills(means, stopping.signal)]
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

function digests({ slack, access, schedules, alerts, outbox, build, polling, log }: Means) {
  const { charges, now, owner } = polling
  const { client } = slack.app
  const sending = {
    ...{ log: schedules, outbox, build, now, owner },
    publisher: guardedPublisher(
      outboxPublisher(client, createPoster(log, false, { waits: 0 })),
      access,
      client,
    ),
    followUps: followUpsOf,
    pace: createPacer({ now, sleep }),
  }
  const planAlerts = createAlerts({
    ...{ log: schedules, alerts, now },
    findings: async (tenant, moment) =>
      noDataFindings(await charges.sources(tenant), new Date(moment).toISOString().slice(0, 10)),
  })
  return async () => {
    for (const { tenant, error } of await planAlerts())
      log.error({ tenant, reason: String(error) }, 'alerts could not be looked at')
    const { posted, gone, failed } = await tick(sending)
    for (const { channel, key } of posted) log.info({ channel, key }, 'digest message posted')
    for (const { channel, key } of gone)
      log.warn({ channel, key }, 'digest message given up, the channel or thread is gone')
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

function bills({ polling, sources, log }: Means, signal: AbortSignal) {
  return async () => {
    for (const { source, readings, problem, error } of await pollDue(polling, sources, signal))
      if (problem) log.warn({ source, reason: problem.en, error: String(error) }, 'spend not read')
      else log.info({ source, parts: readings.length }, 'spend read')
  }
}
