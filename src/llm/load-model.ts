import type { AIMessage, BaseMessage } from '@langchain/core/messages'
import type { z } from 'zod'
import { ToldError } from '../language/told-error.ts'
import { type ModelSetting, PROVIDERS } from './setting.ts'

/** What is used of a LangChain chat model. */
export type ChatModel = Readonly<{
  withStructuredOutput: (
    shape: z.ZodType,
    options: { includeRaw: true; name: string },
  ) => {
    invoke: (messages: BaseMessage[], options: Call) => Promise<{ raw: AIMessage; parsed: unknown }>
  }
  bindTools: (tools: readonly { name: string; description: string; schema: z.ZodType }[]) => {
    invoke: (messages: BaseMessage[], options: Call) => Promise<AIMessage>
  }
}>
type Call = Readonly<{ signal: AbortSignal }>

export type Connection = Readonly<{
  apiKey?: string
  baseUrl?: string
  /** Tokens of one answer at most. */
  maxTokens: number
}>

/** The package that speaks to a provider is not installed. */
export class MissingPackageError extends ToldError {
  override name = 'MissingPackageError'
}

/**
 * Opens a chat model through LangChain, which is loaded here and only here.
 * @throws {MissingPackageError} when the provider's package is not installed
 */
export async function loadModel(
  { provider, model }: ModelSetting,
  connection: Connection,
): Promise<ChatModel> {
  const { initChatModel } = await import('langchain/chat_models/universal')
  const modelProvider = provider === 'openai-compatible' ? 'openai' : provider
  const fields = { modelProvider, maxRetries: 0, ...FIELDS[provider](connection) }
  // A model is opened on first use, so what is missing is asked for here.
  await import(PROVIDERS[provider]).catch(() => {
    // Without --save-prod npm leaves an optional peer of this package out.
    throw new MissingPackageError({
      en: `The language model ${provider}:${model} needs the package ${PROVIDERS[provider]}, which is not installed. Run npm install --save-prod ${PROVIDERS[provider]}, or set LLM=none.`,
      ko: `언어 모델 ${provider}:${model}에는 ${PROVIDERS[provider]} 패키지가 필요하지만 설치되어 있지 않습니다. npm install --save-prod ${PROVIDERS[provider]} 명령으로 설치하거나 LLM=none으로 설정해 주십시오.`,
    })
  })
  return (await initChatModel(model, fields)) as unknown as ChatModel
}

/** How each package is told its address, key and limit; OpenAI's own models refuse the old name of the limit. */
const FIELDS: Readonly<Record<ModelSetting['provider'], (c: Connection) => object>> = {
  openai: ({ apiKey, baseUrl, maxTokens }) => ({
    apiKey,
    configuration: { baseURL: baseUrl },
    modelKwargs: { max_completion_tokens: maxTokens },
  }),
  'openai-compatible': ({ apiKey = 'none', baseUrl, maxTokens }) => ({
    apiKey,
    configuration: { baseURL: baseUrl },
    maxTokens,
  }),
  anthropic: ({ apiKey, baseUrl, maxTokens }) => ({ apiKey, anthropicApiUrl: baseUrl, maxTokens }),
  google: ({ apiKey, baseUrl, maxTokens }) => ({
    apiKey,
    baseUrl,
    maxOutputTokens: maxTokens,
  }),
  ollama: ({ baseUrl, maxTokens }) => ({ baseUrl, numPredict: maxTokens }),
}
