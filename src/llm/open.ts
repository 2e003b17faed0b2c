import { readFileSync } from 'node:fs'
import type { LanguageModel, ModelFailure, Purpose } from '../answering/language-model.ts'
import type { ModelCallStore } from '../answering/ports.ts'
import type { Config } from '../config.ts'
import { ToldError } from '../language/told-error.ts'
import type { NanoRates, RatesOf } from '../spend/rates.ts'
import type { Pause } from './attempts.ts'
import { languageModel, type Opened } from './language-model.ts'
import { loadModel } from './load-model.ts'
import { type ModelSetting, readSetting } from './setting.ts'

export type ModelConfig = Pick<
  Config,
  | 'LLM'
  | 'LLM_WORDING'
  | 'LLM_API_KEY'
  | 'LLM_API_KEY_FILE'
  | 'LLM_BASE_URL'
  | 'LLM_PRICE'
  | 'LLM_MONTH_USD'
  | 'LLM_PERSON_USD'
  | 'LLM_CHANNEL_USD'
>

export type Surroundings = Readonly<{
  ratesOf: RatesOf
  calls: ModelCallStore
  now: () => number
  newId: () => string
  random: () => number
  pause: Pause
  failed: (why: ModelFailure, purpose: Purpose, error?: unknown) => void
}>

/** The language model cannot be used as it is configured. */
export class ModelError extends ToldError {
  override name = 'ModelError'
}

/** Tokens of an answer at most: readings and plans are short, rewordings are not. */
const MOST_TOKENS = { small: 1_000, large: 3_000 }

/**
 * Opens what is configured; undefined where nothing is, and then nothing of LangChain is loaded.
 * @throws {MissingPackageError | ModelError} when a package, a key or a price is missing
 */
export async function openLanguageModel(
  config: ModelConfig,
  surroundings: Surroundings,
): Promise<LanguageModel | undefined> {
  const setting = readSetting(config.LLM)
  if (!setting) return undefined
  const wording = (config.LLM_WORDING && readSetting(config.LLM_WORDING)) || setting
  const ratesOf = withOwnPrice(surroundings.ratesOf, config.LLM_PRICE)
  const today = new Date(surroundings.now()).toISOString().slice(0, 10)
  for (const of of [setting, wording]) checkPrice(of, ratesOf, today)
  const apiKey = keyOf(config)
  const opened = async (of: ModelSetting, maxTokens: number): Promise<Opened> => ({
    setting: of,
    maxTokens,
    chat: await loadModel(of, {
      ...(apiKey === undefined ? {} : { apiKey }),
      ...(config.LLM_BASE_URL === undefined ? {} : { baseUrl: config.LLM_BASE_URL }),
      maxTokens,
    }),
  })
  const nano = (usd: number) => BigInt(Math.round(usd * 1e9))
  return languageModel({
    ...surroundings,
    ratesOf,
    small: await opened(setting, MOST_TOKENS.small),
    large: await opened(wording, MOST_TOKENS.large),
    budgets: {
      month: nano(config.LLM_MONTH_USD),
      person: nano(config.LLM_PERSON_USD),
      channel: nano(config.LLM_CHANNEL_USD),
    },
  })
}

/** @throws {ModelError} when the price of a model is not known */
export function checkPrice(
  { provider, model }: ModelSetting,
  ratesOf: RatesOf,
  today: string,
): void {
  if (!ratesOf(provider, model, today, 'USD'))
    throw new ModelError({
      en: `The price of ${provider}:${model} is not known, so its budgets could not be kept. Set LLM_PRICE to USD per million input and output tokens, e.g. LLM_PRICE=0.10,0.40, or 0,0 where it runs on your own machines.`,
      ko: `${provider}:${model} 모델의 가격을 알 수 없어 예산을 지킬 수 없습니다. LLM_PRICE에 입력·출력 토큰 100만 개당 달러를 LLM_PRICE=0.10,0.40처럼 적어 주십시오. 직접 운영하는 서버라면 0,0입니다.`,
    })
}

/** The configured price stands in only where the catalogue has none. */
export function withOwnPrice(ratesOf: RatesOf, price: string | undefined): RatesOf {
  if (price === undefined) return ratesOf
  const [input = 0n, output = 0n] = price
    .split(',')
    .map((usd) => BigInt(Math.round(Number(usd) * 1e9)))
  const own: NanoRates = { input, output }
  return (...asked) => ratesOf(...asked) ?? own
}

/** @throws {ModelError} when the file with the key cannot be read */
export function keyOf(
  config: Pick<ModelConfig, 'LLM_API_KEY' | 'LLM_API_KEY_FILE'>,
): string | undefined {
  const path = config.LLM_API_KEY_FILE
  if (config.LLM_API_KEY !== undefined || path === undefined) return config.LLM_API_KEY
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    throw new ModelError({
      en: `LLM_API_KEY_FILE cannot be read; received "${path}". Check that the file is there and that this user may read it.`,
      ko: `LLM_API_KEY_FILE을 읽을 수 없습니다. 받은 값: "${path}". 파일이 있는지, 이 사용자가 읽을 수 있는지 확인해 주십시오.`,
    })
  }
}
