import { randomUUID } from 'node:crypto'
import { setImmediate as othersFirst, setTimeout as sleep } from 'node:timers/promises'
import { createAccess } from './access/access.ts'
import { createConversation } from './answering/converse.ts'
import type { Scope } from './answering/scope.ts'
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
import { createArrivals } from './inbox/arrivals.ts'
import { createInbox, type Work } from './inbox/inbox.ts'
import { scopedKnowledge } from './knowledge.ts'
import { knowledgePaths } from './knowledge-paths.ts'
import type { Language } from './language/language.ts'
import { languageModels } from './language-models.ts'
import { openLimits } from './limits.ts'
import { open } from './open.ts'
import { meteredConversation } from './operation/metered-conversation.ts'
import { manageDefaults } from './settings/manage-defaults.ts'
import { chartPictures } from './slack/chart-pictures.ts'
import type { Log } from './slack/ports.ts'
import { receives } from './slack/receives.ts'
import { startSlack, startWorkspace } from './slack-apps.ts'
import { sourcesOfFigures } from './sources-of-figures.ts'
import { handleState } from './state.ts'
import { accessStore } from './storage/access-store.ts'
import { alertLog } from './storage/alert-log.ts'
import { writeBackup } from './storage/backup.ts'
import { chargeStore } from './storage/charge-store.ts'
import { conversationStore } from './storage/conversation-store.ts'
import { decisionStore } from './storage/decision-store.ts'
import { digestLog } from './storage/digest-log.ts'
import { feedbackStore } from './storage/feedback-store.ts'
import { inboxStore } from './storage/inbox-store.ts'
import { modelCallStore } from './storage/model-call-store.ts'
import { outbox } from './storage/outbox.ts'
import { personStore } from './storage/person-store.ts'
import { seenStore } from './storage/seen-store.ts'
import { watchKnowledge } from './watch-knowledge.ts'
import { createClock } from './workspace/clock.ts'
import { sampleSupply } from './workspace/sample-supply.ts'
import { SPEND_SETTINGS } from './workspace/seed.ts'
import { encryptionKeys, openWorkspaces, TENANT } from './workspaces.ts'

/** What a running product offers to the process around it. */
export type Running = Readonly<{ address: string; stop: () => Promise<void> }>

/** Longest that an answer waits for arriving events to be kept before it is computed, in milliseconds. */
const MOST_PAUSE_MS = 250

/** How often the inbox is looked at for what others left. */
const LOOK_MS = 1_000

/**
 * Builds everything and starts it; the only place that names concrete adapters.
 * @throws {StartError} with all that is wrong with what has to be opened
 */
export async function startApp(
  config: Config,
  log: Log,
  realNow: () => number = Date.now,
): Promise<Running> {
  // Only the local workspace ever moves it.
  const clock = createClock(realNow)
  const { now } = clock
  const keys = encryptionKeys(config)
  const at = () => new Date(now()).toISOString()
  const { operation, db, workspace, ...opened } = await open(config, log, now, at)
  const { meter, readiness } = operation
  let { knowledge, knowledgeOf } = opened
  const scoped = await scopedKnowledge(config, at, () => knowledge)
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
  const charges = chargeStore(db)
  const calls = modelCallStore(db)
  const schedules = digestLog(db)
  const alerts = alertLog(db)
  const newId = () => randomUUID().slice(0, 13)
  const owner = newId()
  const decisions = decisionStore(db)
  const sending = { store: decisions, now, sender: owner }
  const workspaces = openWorkspaces(config, db, { keys, calls, web: liveWeb(now), now, meter })
  const polling = { charges, now, owner }
  const sources = await workspaces.sourcesOf(TENANT)
  const catalog = () => knowledge.catalog
  const using = { calls, catalog, now, newId, log, meter }
  const { answer, status } = await languageModels(config, using)
  const settings = accessStore(db)
  const [turns, feedback] = [conversationStore(db), feedbackStore(db)]
  // Two timers may fire in a row; what came in between is heard before the next computation.
  const arrivals = createArrivals((milliseconds) => sleep(milliseconds).then(() => othersFirst()))
  const memory = {
    ...{ turns, feedback, seen: seenStore(db), now, newId },
    giveWay: () => arrivals.passed(MOST_PAUSE_MS),
    defaultsOf: async (tenant: string) => (await settings.settings(tenant)).defaults,
    ...(answer === undefined ? {} : { answer }),
  }
  const knowledgeFor = (tenant: string, scope?: Scope) =>
    scope === 'public' ? scoped(scope) : knowledgeOf(tenant)
  const conversation = meteredConversation(createConversation(knowledgeFor, memory), meter)
  const stored = {
    charges,
    decisions,
    access: settings,
    log: schedules,
    catalog,
    now,
    rates: config.CURRENCY_RATES ?? [],
  }
  const build = digestBuilder(stored)
  const access = createAccess(settings, {
    ...{ now, newId, ownNotes: config.KNOWLEDGE_DIR !== undefined },
    admins: config.ADMIN_USERS ?? [],
  })
  const { rates, retention } = openLimits(config, db, { tenant: TENANT, now, newId })
  const pictures = chartPictures({ load: () => loadPainter(knowledgePaths(undefined).fonts), log })
  const shared = {
    ...(workspaces.installs ? {} : { tenant: TENANT }),
    ...(workspace === undefined ? {} : { workspace }),
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
    spend: spendAnswers(stored),
    defaults: manageDefaults(() => knowledge, now),
    sources: sourcesOfFigures({ charges, workspaces, knowledgeFor, now }),
    digests: createDigests({ build, log: schedules, alerts, now }),
    decisions: createDecisions(sending, scoped),
    arrivals,
    inbox: (work: Work) => createInbox({ store: inboxStore(db), now, owner, wait: sleep }, work),
    choices: (scope?: Scope) => {
      const { tasks, regions } = scoped(scope).catalog
      return { tasks, regions }
    },
    log,
    meter,
    newId,
    now,
  }
  const local = config.SLACK_BOT_TOKEN === undefined && !workspaces.installs
  const started = local
    ? await startWorkspace(config, shared, clock, () => schedules.schedules(TENANT))
    : await startSlack(config, shared, workspaces, now)
  const sample = csvSource([knowledgePaths(undefined).sampleSpend])
  const supply = sampleSupply({ charges, tenant: TENANT, sample, now })
  if (local) await supply()
  else await charges.forgetSample(TENANT)
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
              ...{ access: settings, spend: shared.spend, people: personStore(db) },
              backup: (file) => writeBackup(db, file, now()),
            },
            progress,
          ),
        )
      : undefined
  if (config.DATABASE_URL === undefined && !socket)
    log.warn(
      { dataDir: config.DATA_DIR },
      'the path of DATA_DIR is too long for the command line to reach the running bot; use a shorter one',
    )
  const { app, drain, inbox } = started.slack
  const lookForWork = () =>
    inbox?.tick().catch((error) => log.error({ reason: String(error) }, 'the inbox was not read'))
  const looking = setInterval(lookForWork, LOOK_MS)
  readiness.done('receiving')
  readiness.watch(async () =>
    receives(app) ? undefined : 'The connection to Slack is down; it is being made again.',
  )
  const background = startBackground({
    clientOf: started.clientOf ?? (async () => app.client),
    ...{ access, schedules, alerts, build, pictures, polling, workspaces, log, meter },
    ...{ retention, outbox: outbox(db) },
    review: createReview(sending, scoped),
  })
  clock.watch(supply)
  clock.watch(background.look)
  return {
    address: started.address,
    stop: async () => {
      readiness.drain()
      const end = now() + config.DRAIN_SECONDS * 1000
      const left = () => Math.max(0, end - now())
      const over = sleep(left(), undefined, { ref: false })
      endWatch()
      const idle = background.stop()
      await Promise.race([app.stop(), over])
      clearInterval(looking)
      started.server?.closeAllConnections()
      started.server?.close()
      socket?.close()
      await inbox?.stop(left())
      await drain(left())
      await Promise.race([idle, over])
      await db.destroy()
      await operation.close()
    },
  }
}
