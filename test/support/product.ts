import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccess } from '../../src/access/access.ts'
import { createRates } from '../../src/access/rate.ts'
import { createConversation } from '../../src/answering/converse.ts'
import type { Knowledge } from '../../src/answering/knowledge.ts'
import type { Scope } from '../../src/answering/scope.ts'
import { loadPainter } from '../../src/charts/png.ts'
import { readConfig } from '../../src/config.ts'
import { createDecisions } from '../../src/decisions/decisions.ts'
import { createReview } from '../../src/decisions/review.ts'
import { gatherDigest } from '../../src/digest/gather-digest.ts'
import { createDigests } from '../../src/digest/manage.ts'
import { spendAnswers } from '../../src/digest-builder.ts'
import { importFiles } from '../../src/import-files.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import type { Language } from '../../src/language/language.ts'
import { languageModels } from '../../src/language-models.ts'
import { manageDefaults } from '../../src/settings/manage-defaults.ts'
import { chartPictures } from '../../src/slack/chart-pictures.ts'
import type { Log } from '../../src/slack/ports.ts'
import { sourcesOfFigures } from '../../src/sources-of-figures.ts'
import { accessStore } from '../../src/storage/access-store.ts'
import { alertLog } from '../../src/storage/alert-log.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { conversationStore } from '../../src/storage/conversation-store.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { decisionStore } from '../../src/storage/decision-store.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { feedbackStore } from '../../src/storage/feedback-store.ts'
import { modelCallStore } from '../../src/storage/model-call-store.ts'
import { rateStore } from '../../src/storage/rate-store.ts'
import { seenStore } from '../../src/storage/seen-store.ts'
import { shippedKnowledge } from './knowledge.ts'

/**
 * The real product on a database of its own, with a language model where the environment names one, and
 * with notes of the company's own where there are; what it would log is kept for the test to read.
 */
export async function product(
  now: () => number,
  environment: Record<string, string> = {},
  own?: Knowledge,
) {
  const shipped = await shippedKnowledge()
  const knowledge = own ?? shipped
  const knowledgeOf = (scope?: Scope) => (scope === 'public' ? shipped : knowledge)
  const db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-product-')) })
  const logged: { level: string; fields: Readonly<Record<string, unknown>>; message: string }[] = []
  const at = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void logged.push({ level, fields, message })
  const log: Log = { info: at('info'), warn: at('warn'), error: at('error') }
  let ids = 0
  const newId = () => `id${++ids}`
  const calls = modelCallStore(db)
  const models = await languageModels(readConfig(environment), {
    ...{ calls, now, newId, log },
    catalog: () => knowledge.catalog,
  })
  const settings = accessStore(db)
  const conversation = createConversation((_, scope) => knowledgeOf(scope), {
    turns: conversationStore(db),
    feedback: feedbackStore(db),
    seen: seenStore(db),
    now,
    newId,
    defaultsOf: async (tenant) => (await settings.settings(tenant)).defaults,
    ...(models.answer === undefined ? {} : { answer: models.answer }),
  })
  const charges = chargeStore(db)
  const decisions = decisionStore(db)
  const sending = { store: decisions, now, sender: 'test' }
  return {
    knowledge,
    db,
    logged,
    charges,
    calls,
    model: models.model,
    review: createReview(sending, knowledgeOf),
    settings,
    options: {
      access: createAccess(settings, {
        ...{ now, newId: () => `a${++ids}` },
        ownNotes: own !== undefined,
      }),
      rates: createRates(rateStore(db), { allowance: { person: 0, workspace: 0 }, now }),
      conversation,
      modelStatus: models.status,
      defaults: manageDefaults(() => knowledge, now),
      sources: sourcesOfFigures({
        ...{ charges, now },
        workspaces: { sourcesOf: async () => [] },
        knowledgeFor: (_, scope) => knowledgeOf(scope),
      }),
      digests: createDigests({
        build: ({ tenant, period }) => gatherDigest({ charges }, tenant, period),
        log: digestLog(db),
        alerts: alertLog(db),
        now,
      }),
      spend: spendAnswers({
        ...{ charges, decisions, access: settings, rates: knowledge.rates, now },
        log: digestLog(db),
        catalog: () => knowledge.catalog,
      }),
      pictures: chartPictures({
        load: () => loadPainter(knowledgePaths(undefined).fonts),
        log,
      }),
      decisions: createDecisions(sending, knowledgeOf),
      imports: {
        fromFiles: async (tenant: string, paths: readonly string[], language: Language) => {
          const importing = { charges, tenant, now, newId }
          return (await importFiles({ paths, language }, importing, knowledge.catalog)).lines
        },
      },
      choices: (scope?: Scope) => {
        const { tasks, regions } = knowledgeOf(scope).catalog
        return { tasks, regions }
      },
      log,
      newId,
      now,
      strict: true,
    },
  }
}
