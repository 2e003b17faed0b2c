import { randomUUID } from 'node:crypto'
import { setImmediate as giveWay, setTimeout as sleep } from 'node:timers/promises'
import { createAccess } from './access/access.ts'
import { createConversation } from './answering/converse.ts'
import { startBackground } from './background.ts'
import { loadPainter } from './charts/png.ts'
import { serveSocket } from './cli/socket.ts'
import type { Config } from './config.ts'
import { csvSource } from './connectors/csv-source.ts'
import { liveWeb } from './connectors/live-web.ts'
import { createDecisions } from './decisions/decisions.ts'
import { createReview } from './decisions/review.ts'
import { createDigests } from './digest/manage.ts'
import { digestBuilder, spendAnswers } from './digest-builder.ts'
import { importFiles } from './import-files.ts'
import { createInbox, type Work } from './inbox/inbox.ts'
import { SAMPLE_SOURCE } from './ingest/ports.ts'
import { openForAll, watchKnowledge } from './knowledge.ts'
import { knowledgePaths } from './knowledge-paths.ts'
import type { Language } from './language/language.ts'
import { languageModels } from './language-models.ts'
import { chartPictures } from './slack/chart-pictures.ts'
import type { Log } from './slack/ports.ts'
import { startSlack, startWorkspace } from './slack-apps.ts'
import { handleState } from './state.ts'
import { accessStore } from './storage/access-store.ts'
import { alertLog } from './storage/alert-log.ts'
import { writeBackup } from './storage/backup.ts'
import { chargeStore } from './storage/charge-store.ts'
import { conversationStore } from './storage/conversation-store.ts'
import { openDatabase } from './storage/database.ts'
import { decisionStore } from './storage/decision-store.ts'
import { digestLog } from './storage/digest-log.ts'
import { feedbackStore } from './storage/feedback-store.ts'
import { inboxStore } from './storage/inbox-store.ts'
import { modelCallStore } from './storage/model-call-store.ts'
import { outbox } from './storage/outbox.ts'
import { seenStore } from './storage/seen-store.ts'
import { SPEND_SETTINGS } from './workspace/seed.ts'
import { encryptionKeys, openWorkspaces, TENANT } from './workspaces.ts'

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
  const keys = encryptionKeys(config)
  const at = () => new Date(now()).toISOString()
  const opened = await openForAll(config, at)
  log.info({}, opened.index)
  let { knowledge, knowledgeOf } = opened
  const endWatch = watchKnowledge(
    config,
    at,
    (next) => {
      knowledge = next.knowledge
      knowledgeOf = next.knowledgeOf
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
  const workspaces = openWorkspaces(config, db, { keys, calls, web: liveWeb(now), now })
  const polling = { charges, now, owner }
  const sources = await workspaces.sourcesOf(TENANT)
  const catalog = () => knowledge.catalog
  const { answer, status } = await languageModels(config, { calls, catalog, now, newId, log })
  const [turns, feedback] = [conversationStore(db), feedbackStore(db)]
  const conversation = createConversation((tenant) => knowledgeOf(tenant), {
    ...{ turns, feedback, seen: seenStore(db), now, newId },
    ...(answer === undefined ? {} : { answer }),
  })
  const settings = accessStore(db)
  const stored = { charges, decisions, access: settings, log: schedules, catalog }
  const build = digestBuilder(stored)
  const access = createAccess(settings, { now, newId, admins: config.ADMIN_USERS ?? [] })
  const pictures = chartPictures({ load: () => loadPainter(knowledgePaths(undefined).fonts), log })
  const shared = {
    ...(workspaces.installs ? {} : { tenant: TENANT }),
    modelStatus: status,
    pictures,
    access,
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
    decisions: createDecisions(sending, () => knowledge),
    inbox: (work: Work) =>
      createInbox({ store: inboxStore(db), now, owner, giveWay, wait: sleep }, work),
    choices: () => ({ tasks: knowledge.catalog.tasks, regions: knowledge.catalog.regions }),
    log,
    newId,
  }
  const local = config.SLACK_BOT_TOKEN === undefined && !workspaces.installs
  const started = local
    ? await startWorkspace(config, shared, now)
    : await startSlack(config, shared, workspaces, now)
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
              ...{ ...polling, tenant: TENANT, sources },
              ...{ workspaces, decisions, catalog, build, newId, turns, feedback },
              ...{ access: settings, spend: shared.spend },
              backup: (file) => writeBackup(db, file, now()),
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
    clientOf: started.clientOf ?? (async () => app.client),
    ...{ access, schedules, alerts, build, pictures, polling, workspaces, log },
    outbox: outbox(db),
    review: createReview(sending, () => knowledge),
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
