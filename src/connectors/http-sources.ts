import { readFileSync } from 'node:fs'
import { type ChargeSource, SourceError } from '../ingest/ports.ts'
import { anthropic } from './anthropic.ts'
import type { Web } from './http.ts'
import { unreadableKey } from './http-sentences.ts'
import { liteLlm } from './litellm.ts'
import { liteLlmReport } from './litellm-report.ts'
import { openAi } from './openai.ts'
import { openRouter } from './openrouter.ts'

/** Keys and addresses of services, by the names of their environment variables. */
export type ServiceSettings = Readonly<{
  OPENAI_ADMIN_KEY?: string | undefined
  OPENAI_ADMIN_KEY_FILE?: string | undefined
  OPENAI_ADMIN_BASE_URL?: string | undefined
  ANTHROPIC_ADMIN_KEY?: string | undefined
  ANTHROPIC_ADMIN_KEY_FILE?: string | undefined
  ANTHROPIC_ADMIN_BASE_URL?: string | undefined
  OPENROUTER_MANAGEMENT_KEY?: string | undefined
  OPENROUTER_MANAGEMENT_KEY_FILE?: string | undefined
  OPENROUTER_BASE_URL?: string | undefined
  LITELLM_API_KEY?: string | undefined
  LITELLM_API_KEY_FILE?: string | undefined
  LITELLM_BASE_URL?: string | undefined
  LITELLM_REPORT?: 'daily-activity' | 'spend-report' | undefined
}>

type KeyName =
  | 'OPENAI_ADMIN_KEY'
  | 'ANTHROPIC_ADMIN_KEY'
  | 'OPENROUTER_MANAGEMENT_KEY'
  | 'LITELLM_API_KEY'

/** The services that a key is set for. A key in a file is read anew for every reading. */
export function httpSources(settings: ServiceSettings, web: Web): readonly ChargeSource[] {
  const place = (name: KeyName, baseUrl: string | undefined) => {
    const [value, file] = [settings[name], settings[`${name}_FILE` as const]]
    if (baseUrl === undefined || (value === undefined && file === undefined)) return undefined
    return { baseUrl, key: () => usableKey(name, value ?? fromFile(name, file ?? '')) }
  }
  const {
    OPENAI_ADMIN_BASE_URL: openAiUrl = 'https://api.openai.com/v1',
    ANTHROPIC_ADMIN_BASE_URL: anthropicUrl = 'https://api.anthropic.com/v1',
    OPENROUTER_BASE_URL: openRouterUrl = 'https://openrouter.ai/api/v1',
  } = settings
  const services = [
    [openAi, place('OPENAI_ADMIN_KEY', openAiUrl)],
    [anthropic, place('ANTHROPIC_ADMIN_KEY', anthropicUrl)],
    [
      settings.LITELLM_REPORT === 'spend-report' ? liteLlmReport : liteLlm,
      place('LITELLM_API_KEY', settings.LITELLM_BASE_URL),
    ],
    [openRouter, place('OPENROUTER_MANAGEMENT_KEY', openRouterUrl)],
  ] as const
  return services.flatMap(([make, at]) => (at ? [make(web, at)] : []))
}

function fromFile(name: KeyName, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new SourceError(unreadableKey(name))
  }
}

/** A key with blanks or letters that a header cannot carry was cut off or pasted wrong. */
function usableKey(name: KeyName, key: string): string {
  if (!/^[\x21-\x7e]+$/.test(key)) throw new SourceError(unreadableKey(name))
  return key
}
