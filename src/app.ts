import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Server } from 'node:http'
import { createConversation } from './answering/converse.ts'
import { serveSocket } from './cli/socket.ts'
import type { Config } from './config.ts'
import { readCharges } from './connectors/csv.ts'
import { createDecisions } from './decisions/decisions.ts'
import { createReview } from './decisions/review.ts'
import { catalogLookups } from './digest/catalog-lookups.ts'
import { createDigests } from './digest/manage.ts'
import { tick } from './digest/send-digest.ts'
import { SAMPLE_SOURCE } from './ingest/ports.ts'
import { dayWindows, settledDays } from './ingest/windows.ts'
import { openKnowledge, watchKnowledge } from './knowledge.ts'
import { knowledgePaths } from './knowledge-paths.ts'
import { checkToken } from './slack/check-token.ts'
import { createSlackApp, type SlackAppOptions } from './slack/create-app.ts'
import { decisionPublisher } from './slack/decision-publisher.ts'
import { digestPublisher } from './slack/digest-publisher.ts'
import type { Log } from './slack/ports.ts'
import { createPoster } from './slack/post.ts'
import { handleState, LOCAL_TENANT } from './state.ts'
import { chargeStore } from './storage/charge-store.ts'
import { conversationStore } from './storage/conversation-store.ts'
import { openDatabase } from './storage/database.ts'
import { decisionStore } from './storage/decision-store.ts'
import { digestLog } from './storage/digest-log.ts'
import { feedbackStore } from './storage/feedback-store.ts'
import { seenStore } from './storage/seen-store.ts'
import { createWorkspace } from './workspace/create-workspace.ts'

/** What a running product offers to the process around it. */
export type Running = Readonly<{ address: string; stop: () => Promise<void> }>

/** How often schedules are looked at. */
const TICK_MS = 15_000
/** How long listeners at work may take to finish when the process is asked to stop. */
const DRAIN_MS = 10_000

/** Builds everything and starts it; the only place that names concrete adapters. */
export async function startApp(
  config: Config,
  log: Log,
  now: () => number = Date.now,
): Promise<Running> {
  const at = () => new Date(now()).toISOString()
  const opened = await openKnowledge(config, at)
  log.info({}, opened.index)
  let { knowledge } = opened
  const endWatch = watchKnowledge(
    config,
    at,
    (next) => {
      knowledge = next.knowledge
      log.info({}, `The company's notes and catalogue were read again. ${next.index}`)
    },
    (error) => log.error({ reason: String(error) }, 'the changed folder cannot be used'),
  )
  const db = await openDatabase(
    config.DATABASE_URL === undefined
      ? { dataDir: config.DATA_DIR }
      : { databaseUrl: config.DATABASE_URL },
  )
  const charges = chargeStore(db)
  const digestJobs = digestLog(db)
  const newId = () => randomUUID().slice(0, 13)
  const owner = newId()
  const sending = { store: decisionStore(db), now, sender: owner }
  const conversation = createConversation(() => knowledge, {
    turns: conversationStore(db),
    feedback: feedbackStore(db),
    seen: seenStore(db),
    now,
    newId,
  })
  const shared = {
    conversation,
    digests: createDigests(charges, digestJobs, now),
    decisions: createDecisions(sending, () => knowledge),
    choices: () => ({ tasks: knowledge.catalog.tasks, regions: knowledge.catalog.regions }),
    log,
    newId,
  }
  const local = config.SLACK_BOT_TOKEN === undefined
  const started = local
    ? await startWorkspace(config, shared, now)
    : await startSlack(config, shared, log)
  if (local && !(await charges.coveredDays(LOCAL_TENANT))) {
    const sample = readCharges(readFileSync(knowledgePaths(undefined).sampleSpend, 'utf8'))
    await charges.replace(
      LOCAL_TENANT,
      SAMPLE_SOURCE,
      {
        charges: sample.charges,
        windows: dayWindows(sample.charges),
        days: settledDays(sample.charges),
      },
      now(),
    )
  }
  const socket =
    config.DATABASE_URL === undefined
      ? await serveSocket(config.DATA_DIR, (request) =>
          handleState(request, {
            charges,
            decisions: sending.store,
            lookups: () => catalogLookups(knowledge.catalog, knowledge.defaults),
            tenant: LOCAL_TENANT,
            now,
          }),
        )
      : undefined
  const { app, drain } = started.slack
  const poster = createPoster(log, false)
  const publisher = digestPublisher(app.client, poster)
  const review = createReview(sending, () => knowledge)
  const sendDue = async () => {
    const { posted, failed } = await tick({ charges, log: digestJobs, publisher, now, owner })
    for (const job of posted) log.info({ channel: job.channel, week: job.week }, 'digest posted')
    for (const { job, error } of failed)
      log.error(
        { channel: job.channel, week: job.week, reason: String(error) },
        'digest failed, will be tried again',
      )
  }
  const reviewDecisions = async () => {
    const { posted, failed } = await review.tick(decisionPublisher(app.client, poster))
    for (const { decision, change } of posted)
      log.info({ decision, change: change.kind }, 'said what became of a decision')
    for (const { decision, error } of failed)
      log.error({ decision, reason: String(error) }, 'decision failed, will be tried again')
  }
  const ticking = new Set<() => Promise<void>>()
  const timer = setInterval(() => {
    for (const work of [sendDue, reviewDecisions]) {
      if (ticking.has(work)) continue
      ticking.add(work)
      void work()
        .catch((error) => log.error({ reason: String(error) }, 'schedules could not be read'))
        .finally(() => ticking.delete(work))
    }
  }, TICK_MS)
  return {
    address: started.address,
    stop: async () => {
      clearInterval(timer)
      endWatch()
      await app.stop()
      started.server?.closeAllConnections()
      started.server?.close()
      socket?.close()
      await drain(DRAIN_MS)
      await db.destroy()
    },
  }
}

type Started = Readonly<{
  slack: ReturnType<typeof createSlackApp>
  address: string
  server?: Server
}>
type Shared = Omit<SlackAppOptions, 'bolt' | 'strict' | 'fetch'>

async function startWorkspace(config: Config, shared: Shared, now: () => number): Promise<Started> {
  const workspace = createWorkspace(now)
  const slack = createSlackApp({
    ...shared,
    strict: false,
    fetch: workspace.fetch,
    bolt: {
      token: workspace.token,
      receiver: workspace.receiver,
      clientOptions: { fetch: workspace.fetch, slackApiUrl: workspace.slackApiUrl } as never,
    },
  })
  await slack.app.start()
  const { url, server } = await workspace.serve(config.PORT)
  return { slack, server, address: `The local workspace is at ${url}` }
}

async function startSlack(config: Config, shared: Shared, log: Log): Promise<Started> {
  if (config.SLACK_BOT_TOKEN !== undefined)
    await checkToken(config.SLACK_BOT_TOKEN, config.SLACK_API_URL, log)
  const clientOptions =
    config.SLACK_API_URL === undefined ? {} : { slackApiUrl: config.SLACK_API_URL }
  const socketMode = config.SLACK_APP_TOKEN !== undefined
  const slack = createSlackApp({
    ...shared,
    strict: false,
    bolt: {
      ...(config.SLACK_BOT_TOKEN === undefined ? {} : { token: config.SLACK_BOT_TOKEN }),
      ...(config.SLACK_APP_TOKEN === undefined
        ? {}
        : { appToken: config.SLACK_APP_TOKEN, socketMode }),
      ...(config.SLACK_SIGNING_SECRET === undefined
        ? {}
        : { signingSecret: config.SLACK_SIGNING_SECRET }),
      clientOptions,
    },
  })
  const server = await (socketMode
    ? slack.app.start()
    : slack.app.start({ port: config.PORT, host: config.HOST }))
  return {
    slack,
    address: socketMode
      ? 'Connected to Slack by Socket Mode'
      : `Receiving Slack events on http://${config.HOST}:${portOf(server) ?? config.PORT}/slack/events`,
  }
}

/** The port that a server got, where it is one. */
function portOf(server: unknown): number | undefined {
  const address = server instanceof Server ? server.address() : null
  return typeof address === 'object' && address ? address.port : undefined
}
