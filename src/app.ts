import { randomUUID } from 'node:crypto'
import { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAccess } from './access/access.ts'
import { createConversation } from './answering/converse.ts'
import type { Scope } from './answering/scope.ts'
import { startBackground } from './background.ts'
import { loadPainter } from './charts/png.ts'
import { serveSocket } from './cli/socket.ts'
import type { Config } from './config.ts'
import { csvSource } from './connectors/csv-source.ts'
import { httpSources } from './connectors/http-sources.ts'
import { liveWeb } from './connectors/live-web.ts'
import { ownUse } from './connectors/own-use.ts'
import { createDecisions } from './decisions/decisions.ts'
import { createReview } from './decisions/review.ts'
import { createDigests } from './digest/manage.ts'
import { digestBuilder, spendAnswers } from './digest-builder.ts'
import { importFiles } from './import-files.ts'
import { createInbox, type Work } from './inbox/inbox.ts'
import { SAMPLE_SOURCE } from './ingest/ports.ts'
import { openKnowledge, scopedKnowledge, watchKnowledge } from './knowledge.ts'
import { knowledgePaths } from './knowledge-paths.ts'
import type { Language } from './language/language.ts'
import { languageModels } from './language-models.ts'
import { openLimits } from './limits.ts'
import { chartPictures } from './slack/chart-pictures.ts'
import { checkToken } from './slack/check-token.ts'
import { createSlackApp, type SlackAppOptions } from './slack/create-app.ts'
import type { Log } from './slack/ports.ts'
import { handleState, TENANT } from './state.ts'
import { accessStore } from './storage/access-store.ts'
import { alertLog } from './storage/alert-log.ts'
import { chargeStore } from './storage/charge-store.ts'
import { conversationStore } from './storage/conversation-store.ts'
import { openDatabase } from './storage/database.ts'
import { decisionStore } from './storage/decision-store.ts'
import { digestLog } from './storage/digest-log.ts'
import { feedbackStore } from './storage/feedback-store.ts'
import { inboxStore } from './storage/inbox-store.ts'
import { modelCallStore } from './storage/model-call-store.ts'
import { outbox } from './storage/outbox.ts'
import { personStore } from './storage/person-store.ts'
import { seenStore } from './storage/seen-store.ts'
import { createWorkspace } from './workspace/create-workspace.ts'
import { SPEND_SETTINGS } from './workspace/seed.ts'

/** What a running product offers to the process around it. */
export type Running = Readonly<{ address: string; stop: () => Promise<void> }>

/** How often the inbox is looked at for what others left. */
const LOOK_MS = 1_000

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
  const knowledgeOf = await scopedKnowledge(config, at, () => knowledge)
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
  const calls = modelCallStore(db)
  const schedules = digestLog(db)
  const alerts = alertLog(db)
  const newId = () => randomUUID().slice(0, 13)
  const owner = newId()
  const decisions = decisionStore(db)
  const sending = { store: decisions, now, sender: owner }
  const own = ownUse((from, to) => calls.calls(TENANT, from, to), now)
  const sources = [...httpSources(config, liveWeb(now)), ...(config.LLM === 'none' ? [] : [own])]
  const polling = { charges, tenant: TENANT, now, owner }
  const catalog = () => knowledge.catalog
  const { answer, status } = await languageModels(config, { calls, catalog, now, newId, log })
  const [turns, feedback] = [conversationStore(db), feedbackStore(db)]
  const conversation = createConversation(knowledgeOf, {
    ...{ turns, feedback, seen: seenStore(db), now, newId },
    ...(answer === undefined ? {} : { answer }),
  })
  const settings = accessStore(db)
  const stored = { charges, decisions, access: settings, log: schedules, catalog }
  const build = digestBuilder(stored)
  const access = createAccess(settings, {
    ...{ now, newId, ownNotes: config.KNOWLEDGE_DIR !== undefined },
    admins: config.ADMIN_USERS ?? [],
  })
  const { rates, retention } = openLimits(config, db, { tenant: TENANT, now, newId })
  const pictures = chartPictures({ load: () => loadPainter(knowledgePaths(undefined).fonts), log })
  const shared = {
    tenant: TENANT,
    modelStatus: status,
    pictures,
    access,
    rates,
    conversation,
    imports: {
      fromFiles: async (tenant: string, paths: readonly string[], language: Language) => {
        const importing = { charges, tenant, now, newId }
        const request = { paths, language }
        return (await importFiles(request, importing, knowledge.catalog)).lines
      },
    },
    spend: spendAnswers(stored, now),
    digests: createDigests({ build, log: schedules, alerts, now }),
    inbox: (work: Work) => createInbox({ store: inboxStore(db), now, owner, wait: sleep }, work),
    decisions: createDecisions(sending, knowledgeOf),
    choices: (scope?: Scope) => {
      const { tasks, regions } = knowledgeOf(scope).catalog
      return { tasks, regions }
    },
    log,
    newId,
  }
  const local = config.SLACK_BOT_TOKEN === undefined
  const started = local
    ? await startWorkspace(config, shared, now)
    : await startSlack(config, shared, log)
  if (local && !(await charges.coveredDays(TENANT))) {
    const sample = csvSource([knowledgePaths(undefined).sampleSpend])
    const reading = await sample.read({ from: '', to: '' })
    await charges.replace(TENANT, SAMPLE_SOURCE, reading, now())
  }
  if (!local) await charges.forgetSample(TENANT)
  // Kept only where nothing was set yet.
  if (local) await settings.save(TENANT, SPEND_SETTINGS, 0)
  const socket =
    config.DATABASE_URL === undefined
      ? await serveSocket(config.DATA_DIR, (request, progress) =>
          handleState(
            request,
            {
              ...polling,
              ...{ decisions, catalog, build, sources, newId, turns, feedback },
              ...{ access: settings, spend: shared.spend, people: personStore(db) },
            },
            progress,
          ),
        )
      : undefined
  const { app, drain, inbox } = started.slack
  const lookForWork = () =>
    inbox?.tick().catch((error) => log.error({ reason: String(error) }, 'the inbox was not read'))
  const looking = setInterval(lookForWork, LOOK_MS)
  const background = startBackground({
    ...{ slack: started.slack, access, schedules, alerts, build, pictures, polling, sources, log },
    ...{ retention, outbox: outbox(db) },
    review: createReview(sending, knowledgeOf),
  })
  return {
    address: started.address,
    stop: async () => {
      endWatch()
      const idle = background.stop()
      await app.stop()
      clearInterval(looking)
      started.server?.closeAllConnections()
      started.server?.close()
      socket?.close()
      await inbox?.stop(DRAIN_MS)
      await drain(DRAIN_MS)
      await idle
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
    untilDone: true,
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
