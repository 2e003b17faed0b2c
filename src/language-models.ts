import { setTimeout as sleep } from 'node:timers/promises'
import type { Memory } from './answering/converse.ts'
import type { LanguageModel } from './answering/language-model.ts'
import type { ModelCallStore } from './answering/ports.ts'
import { loadDefaults } from './catalog/defaults.ts'
import type { Catalog } from './catalog/types.ts'
import type { Config } from './config.ts'
import { catalogLookups } from './digest/catalog-lookups.ts'
import { type ModelSetup, modelStatus } from './digest/model-status.ts'
import { knowledgePaths } from './knowledge-paths.ts'
import type { Language } from './language/language.ts'
import { type Meter, UNMETERED } from './operation/meter.ts'
import { meteredModel } from './operation/metered-model.ts'
import type { Log } from './slack/ports.ts'

/** The configured language model, if any, and what it did and cost this month. */
export type LanguageModels = Readonly<{
  model?: LanguageModel
  /** Answers with its help. */
  answer?: NonNullable<Memory['answer']>
  status: (tenant: string, language: Language) => Promise<readonly string[]>
}>

type Means = Readonly<{
  calls: ModelCallStore
  catalog: () => Catalog
  now: () => number
  newId: () => string
  log: Log
  meter?: Meter
}>

/**
 * Opens what is configured; nothing of it is loaded where nothing is.
 * @throws {ModelError | MissingPackageError} when it cannot be used as configured
 */
export async function languageModels(config: Config, means: Means): Promise<LanguageModels> {
  const { calls, catalog, now, newId, log, meter = UNMETERED } = means
  const defaults = loadDefaults(knowledgePaths(undefined).defaults)
  const lookups = () => catalogLookups(catalog(), defaults)
  const { ratesOf } = lookups()
  const opened =
    config.LLM === 'none'
      ? undefined
      : await (await import('./llm/open.ts')).openLanguageModel(config, {
          ...{ ratesOf, calls, now, newId, random: Math.random },
          pause: async (ms, signal) => {
            await sleep(ms, undefined, { signal }).catch(() => undefined)
          },
          failed: (why, purpose, error) =>
            log.warn(
              { why, purpose, ...(error === undefined ? {} : { reason: String(error) }) },
              'nothing came of a call of the language model',
            ),
        })
  const model = opened && meteredModel(opened, meter)
  return {
    ...(model === undefined ? {} : { model, answer: await answering(model, means) }),
    status: async (tenant, language) => {
      const today = new Date(now()).toISOString().slice(0, 10)
      const month = today.slice(0, 7)
      const made = await calls.calls(tenant, `${month}-01`, today)
      return modelStatus(setupOf(config), made, month, lookups().servingOf, language)
    },
  }
}

/** The use cases that a model serves; loaded, like the model itself, only where there is one. */
async function answering(model: LanguageModel, { now, log, meter = UNMETERED }: Means) {
  const { answerWithModel } = await import('./answering/answer-with-model.ts')
  const { AnswerCache } = await import('./answering/answer-cache.ts')
  const helper = {
    ...{ model, now, cache: new AnswerCache() },
    looked: (known: boolean) =>
      meter.count({ kind: 'answer-cache', result: known ? 'hit' : 'miss' }),
    refused: (kinds: Readonly<Record<string, number>>) =>
      log.info(kinds, 'words of the language model were refused'),
  }
  const answer: NonNullable<Memory['answer']> = (question, knowledge) =>
    answerWithModel(question, knowledge, helper)
  return answer
}

function setupOf(config: Config): ModelSetup | undefined {
  if (config.LLM === 'none') return undefined
  const nano = (usd: number) => BigInt(Math.round(usd * 1e9))
  return {
    models: [...new Set([config.LLM, config.LLM_WORDING ?? config.LLM])],
    budgets: {
      month: nano(config.LLM_MONTH_USD),
      person: nano(config.LLM_PERSON_USD),
      channel: nano(config.LLM_CHANNEL_USD),
    },
  }
}
