import type { Config } from '../config.ts'
import type { Bilingual } from '../language/language.ts'
import { readSetting } from '../llm/setting.ts'

/** What is wrong with settings together that are right by themselves, one sentence each. */
export function togetherProblems(config: Config): Bilingual[] {
  return [
    ...slackProblems(config),
    ...embeddingsProblems(config),
    ...modelProblems(config),
    ...keyProblems(config),
    ...retentionProblems(config),
  ]
}

function slackProblems(config: Config): Bilingual[] {
  if (config.SLACK_CLIENT_ID !== undefined) return oauthProblems(config)
  const oauth = WITH_OAUTH.filter((name) => config[name] !== undefined)
  if (oauth.length > 0)
    return [
      {
        en: `${oauth.join(', ')} set, but SLACK_CLIENT_ID is not; set it too, or unset what belongs to OAuth.`,
        ko: `SLACK_CLIENT_ID 없이 다음 값만 설정되어 있습니다: ${oauth.join(', ')}. SLACK_CLIENT_ID도 설정하거나 OAuth 관련 값을 모두 지워 주십시오.`,
      },
    ]
  const receives = config.SLACK_APP_TOKEN !== undefined || config.SLACK_SIGNING_SECRET !== undefined
  if (config.SLACK_BOT_TOKEN !== undefined && !receives)
    return [
      {
        en: 'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is; set one of them.',
        ko: 'SLACK_BOT_TOKEN만 설정되어 있습니다. SLACK_APP_TOKEN(Socket Mode)이나 SLACK_SIGNING_SECRET(HTTP) 가운데 하나도 설정해 주십시오.',
      },
    ]
  if (config.SLACK_BOT_TOKEN === undefined && receives)
    return [
      {
        en: 'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is set, but SLACK_BOT_TOKEN is not; set it too, or unset both for the local workspace.',
        ko: 'SLACK_APP_TOKEN이나 SLACK_SIGNING_SECRET은 있지만 SLACK_BOT_TOKEN이 없습니다. 함께 설정하거나, 로컬 워크스페이스를 쓰려면 둘 다 지워 주십시오.',
      },
    ]
  return []
}

const WITH_OAUTH = ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_REDIRECT_URI'] as const

/** What belongs to one workspace, and what takes its place where there are many. */
const OF_ONE_WORKSPACE = {
  SLACK_BOT_TOKEN: {
    en: 'each installation brings its own',
    ko: '봇 토큰은 설치마다 따로 생깁니다',
  },
  SLACK_APP_TOKEN: {
    en: 'OAuth needs HTTP with SLACK_SIGNING_SECRET, not Socket Mode',
    ko: 'OAuth에는 Socket Mode가 아니라 SLACK_SIGNING_SECRET을 쓰는 HTTP가 필요합니다',
  },
  ADMIN_USERS: {
    en: 'the owners of each workspace name its admins with /model-size admin',
    ko: '관리자는 각 워크스페이스 소유자가 /model-size admin으로 정합니다',
  },
} as const

const SERVICE_KEYS = [
  'OPENAI_ADMIN_KEY',
  'ANTHROPIC_ADMIN_KEY',
  'OPENROUTER_MANAGEMENT_KEY',
  'LITELLM_API_KEY',
] as const

function oauthProblems(config: Config): Bilingual[] {
  const missing = [...WITH_OAUTH, 'SLACK_SIGNING_SECRET' as const].filter(
    (name) => config[name] === undefined,
  )
  const keyed = config.ENCRYPTION_KEYS !== undefined || config.ENCRYPTION_KEYS_FILE !== undefined
  const single = Object.keys(OF_ONE_WORKSPACE) as (keyof typeof OF_ONE_WORKSPACE)[]
  const service = SERVICE_KEYS.flatMap((name) => [name, `${name}_FILE`] as const)
  return [
    ...missing.map((name) => needs('SLACK_CLIENT_ID', name)),
    ...(keyed ? [] : [needs('SLACK_CLIENT_ID', 'ENCRYPTION_KEYS', 'ENCRYPTION_KEYS_FILE')]),
    ...single
      .filter((name) => config[name] !== undefined)
      .map((name) => ({
        en: `${name} and SLACK_CLIENT_ID are both set; ${OF_ONE_WORKSPACE[name].en}.`,
        ko: `${name} 값은 SLACK_CLIENT_ID와 함께 쓸 수 없습니다. ${OF_ONE_WORKSPACE[name].ko}.`,
      })),
    ...[...service, 'LITELLM_BASE_URL' as const]
      .filter((name) => config[name] !== undefined)
      .map((name) => ({
        en: `${name} and SLACK_CLIENT_ID are both set; unset it and give each workspace a key of its own with the command connect SOURCE --tenant T.`,
        ko: `${name} 값은 SLACK_CLIENT_ID와 함께 쓸 수 없습니다. 지우고, connect SOURCE --tenant T 명령으로 워크스페이스마다 키를 등록해 주십시오.`,
      })),
  ]
}

/** Days that the longest month needs, with some to spare. */
const MONTH = 32

function retentionProblems({ RETENTION_MODEL_CALLS_DAYS: days }: Config): Bilingual[] {
  return days > 0 && days < MONTH
    ? [
        {
          en: `RETENTION_MODEL_CALLS_DAYS must be 0 or at least ${MONTH}, for the budgets of a month are kept by these calls; received "${days}".`,
          ko: `RETENTION_MODEL_CALLS_DAYS: 월 예산을 이 기록으로 계산하므로 0이거나 ${MONTH} 이상이어야 합니다. 받은 값: "${days}".`,
        },
      ]
    : []
}

const NEEDED_BY = {
  lsa: [],
  none: [],
  'openai-compatible': ['EMBEDDINGS_BASE_URL', 'EMBEDDINGS_MODEL'],
  transformers: ['EMBEDDINGS_MODEL_PATH', 'EMBEDDINGS_MODEL'],
} as const

function embeddingsProblems(config: Config): Bilingual[] {
  return NEEDED_BY[config.EMBEDDINGS]
    .filter((name) => config[name] === undefined)
    .map((name) => needs(`EMBEDDINGS=${config.EMBEDDINGS}`, name))
}

/** Providers that are reached at an address of one's own, and those that want a key. */
const WITH_ADDRESS: readonly string[] = ['openai-compatible']
const WITH_KEY: readonly string[] = ['openai', 'anthropic', 'google']

function modelProblems(config: Config): Bilingual[] {
  const settings = [config.LLM, config.LLM_WORDING].flatMap((t) =>
    t ? (readSetting(t) ?? []) : [],
  )
  const hasKey = config.LLM_API_KEY !== undefined || config.LLM_API_KEY_FILE !== undefined
  const [first, second] = settings
  return [
    ...(config.LLM === 'none' && config.LLM_WORDING !== undefined
      ? [
          {
            en: 'LLM_WORDING is set, but LLM is not; set LLM too.',
            ko: 'LLM 없이 LLM_WORDING만 설정되어 있습니다. LLM도 설정해 주십시오.',
          },
        ]
      : []),
    ...(first && second && first.provider !== second.provider
      ? [
          {
            en: `LLM and LLM_WORDING are of different providers (${first.provider}, ${second.provider}), but have one key and address; use one provider.`,
            ko: `LLM과 LLM_WORDING의 제공자가 다릅니다(${first.provider}, ${second.provider}). 키와 주소를 함께 쓰므로 같은 제공자로 맞춰 주십시오.`,
          },
        ]
      : []),
    ...(settings.some((s) => WITH_KEY.includes(s.provider)) && !hasKey
      ? [needs(`LLM=${first?.provider}`, 'LLM_API_KEY', 'LLM_API_KEY_FILE')]
      : []),
    ...(settings.some((s) => WITH_ADDRESS.includes(s.provider)) && config.LLM_BASE_URL === undefined
      ? [needs('LLM=openai-compatible', 'LLM_BASE_URL')]
      : []),
  ]
}

const KEYS = ['LLM_API_KEY', ...SERVICE_KEYS, 'ENCRYPTION_KEYS'] as const

function keyProblems(config: Config): Bilingual[] {
  const twice = KEYS.filter((k) => config[k] !== undefined && config[`${k}_FILE`] !== undefined)
  const key = config.LITELLM_API_KEY ?? config.LITELLM_API_KEY_FILE
  const half = (config.LITELLM_BASE_URL === undefined) !== (key === undefined)
  return [
    ...twice.map((k) => ({
      en: `${k} and ${k}_FILE are both set; keep one of them.`,
      ko: `${k}, ${k}_FILE 둘 다 설정되어 있습니다. 하나만 남겨 주십시오.`,
    })),
    ...(half
      ? [
          {
            en: 'LITELLM_BASE_URL needs LITELLM_API_KEY or LITELLM_API_KEY_FILE, and they need it.',
            ko: 'LITELLM_BASE_URL은 LITELLM_API_KEY나 LITELLM_API_KEY_FILE과 함께 설정해야 합니다.',
          },
        ]
      : []),
  ]
}

/** That a setting which is there needs another, or one of two. */
function needs(given: string, ...names: readonly string[]): Bilingual {
  return {
    en: `${given} needs ${names.join(' or ')}; set it.`,
    ko: `${given} 설정에는 ${names.join(' 또는 ')} 값이 필요합니다. 함께 설정해 주십시오.`,
  }
}
