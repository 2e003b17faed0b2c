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
  if (config.SLACK_CLIENT_ID !== undefined) return oauthProblems(config)
  const oauth = WITH_OAUTH.filter((name) => config[name] !== undefined)
  if (oauth.length > 0)
    return [
      `${oauth.join(', ')} set, but SLACK_CLIENT_ID is not; set it too, or unset what belongs to OAuth.`,
    ]
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

const WITH_OAUTH = ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_REDIRECT_URI'] as const

/** What belongs to one workspace, and what takes its place where there are many. */
const OF_ONE_WORKSPACE = {
  SLACK_BOT_TOKEN: 'each installation brings its own',
  SLACK_APP_TOKEN: 'OAuth needs HTTP with SLACK_SIGNING_SECRET, not Socket Mode',
  ADMIN_USERS: 'the owners of each workspace name its admins with /model-size admin',
} as const

const SERVICE_KEYS = [
  'OPENAI_ADMIN_KEY',
  'ANTHROPIC_ADMIN_KEY',
  'OPENROUTER_MANAGEMENT_KEY',
  'LITELLM_API_KEY',
] as const

function oauthProblems(config: Config): string[] {
  const missing = [...WITH_OAUTH, 'SLACK_SIGNING_SECRET' as const].filter(
    (name) => config[name] === undefined,
  )
  const keyed = config.ENCRYPTION_KEYS !== undefined || config.ENCRYPTION_KEYS_FILE !== undefined
  const single = Object.keys(OF_ONE_WORKSPACE) as (keyof typeof OF_ONE_WORKSPACE)[]
  const service = SERVICE_KEYS.flatMap((name) => [name, `${name}_FILE`] as const)
  return [
    ...missing.map((name) => `SLACK_CLIENT_ID is set, which needs ${name}; set it.`),
    ...(keyed
      ? []
      : ['SLACK_CLIENT_ID is set, which needs ENCRYPTION_KEYS or ENCRYPTION_KEYS_FILE; set one.']),
    ...single
      .filter((name) => config[name] !== undefined)
      .map((name) => `${name} and SLACK_CLIENT_ID are both set; ${OF_ONE_WORKSPACE[name]}.`),
    ...[...service, 'LITELLM_BASE_URL' as const]
      .filter((name) => config[name] !== undefined)
      .map(
        (name) =>
          `${name} and SLACK_CLIENT_ID are both set; unset it and give each workspace a key of its own with the command connect SOURCE --tenant T.`,
      ),
  ]
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

const KEYS = ['LLM_API_KEY', ...SERVICE_KEYS, 'ENCRYPTION_KEYS'] as const

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
