/** Families of language models that can be configured, with the package that speaks to each. */
export const PROVIDERS = {
  openai: '@langchain/openai',
  anthropic: '@langchain/anthropic',
  google: '@langchain/google',
  ollama: '@langchain/ollama',
  'openai-compatible': '@langchain/openai',
} as const
export type Provider = keyof typeof PROVIDERS

/** A language model as configured: `openai:gpt-6-luna`. */
export type ModelSetting = Readonly<{ provider: Provider; model: string }>

/** Reads a setting; undefined for text that is none. Example: `ollama:llama3.1:8b` is the model `llama3.1:8b`. */
export function readSetting(text: string): ModelSetting | undefined {
  const [, provider = '', model = ''] = /^([a-z-]+):(\S+)$/.exec(text.trim()) ?? []
  return provider in PROVIDERS ? { provider: provider as Provider, model } : undefined
}
