import type { Config } from '../config.ts'
import { readSetting } from '../llm/setting.ts'

/** What is wrong with settings together that are right by themselves, one sentence each. */
export function togetherProblems(config: Config): string[] {
  return [
    ...slackProblems(config),
    ...embeddingsProblems(config),
    ...modelProblems(config),
    ...keyProblems(config),
    ...retentionProblems(config),
  ]
}

function slackProblems(config: Config): string[] {
  const receives = config.SLACK_APP_TOKEN !== undefined || config.SLACK_SIGNING_SECRET !== undefined
  if (config.SLACK_BOT_TOKEN !== undefined && !receives)
    return [
      'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is; set one of them.',
    ]
  if (config.SLACK_BOT_TOKEN === undefined && receives)
    return [
      'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is set, but SLACK_BOT_TOKEN is not; set it too, or unset both for the local workspace.',
    ]
  return []
}

/** Days that the longest month needs, with some to spare. */
const MONTH = 32

function retentionProblems({ RETENTION_MODEL_CALLS_DAYS: days }: Config): string[] {
  return days > 0 && days < MONTH
    ? [
        `RETENTION_MODEL_CALLS_DAYS must be 0 or at least ${MONTH}, for the budgets of a month are kept by these calls; received "${days}".`,
      ]
    : []
}

const NEEDED_BY = {
  lsa: [],
  none: [],
  'openai-compatible': ['EMBEDDINGS_BASE_URL', 'EMBEDDINGS_MODEL'],
  transformers: ['EMBEDDINGS_MODEL_PATH', 'EMBEDDINGS_MODEL'],
} as const

function embeddingsProblems(config: Config): string[] {
  return NEEDED_BY[config.EMBEDDINGS]
    .filter((name) => config[name] === undefined)
    .map((name) => `EMBEDDINGS is ${config.EMBEDDINGS}, which needs ${name}; set it.`)
}

/** Providers that are reached at an address of one's own, and those that want a key. */
const WITH_ADDRESS: readonly string[] = ['openai-compatible']
const WITH_KEY: readonly string[] = ['openai', 'anthropic', 'google']

function modelProblems(config: Config): string[] {
  const settings = [config.LLM, config.LLM_WORDING].flatMap((t) =>
    t ? (readSetting(t) ?? []) : [],
  )
  const hasKey = config.LLM_API_KEY !== undefined || config.LLM_API_KEY_FILE !== undefined
  const [first, second] = settings
  return [
    ...(config.LLM === 'none' && config.LLM_WORDING !== undefined
      ? ['LLM_WORDING is set, but LLM is not; set LLM too.']
      : []),
    ...(first && second && first.provider !== second.provider
      ? [
          `LLM and LLM_WORDING are of different providers (${first.provider}, ${second.provider}), but have one key and address; use one provider.`,
        ]
      : []),
    ...(settings.some((s) => WITH_KEY.includes(s.provider)) && !hasKey
      ? [`LLM is ${first?.provider}, which needs LLM_API_KEY or LLM_API_KEY_FILE; set one of them.`]
      : []),
    ...(settings.some((s) => WITH_ADDRESS.includes(s.provider)) && config.LLM_BASE_URL === undefined
      ? ['LLM is openai-compatible, which needs LLM_BASE_URL; set it.']
      : []),
  ]
}

const KEYS = [
  'LLM_API_KEY',
  'OPENAI_ADMIN_KEY',
  'ANTHROPIC_ADMIN_KEY',
  'OPENROUTER_MANAGEMENT_KEY',
  'LITELLM_API_KEY',
] as const

function keyProblems(config: Config): string[] {
  const twice = KEYS.filter((k) => config[k] !== undefined && config[`${k}_FILE`] !== undefined)
  const key = config.LITELLM_API_KEY ?? config.LITELLM_API_KEY_FILE
  const half = (config.LITELLM_BASE_URL === undefined) !== (key === undefined)
  return [
    ...twice.map((k) => `${k} and ${k}_FILE are both set; keep one of them.`),
    ...(half
      ? ['LITELLM_BASE_URL needs LITELLM_API_KEY or LITELLM_API_KEY_FILE, and they need it.']
      : []),
  ]
}
