import { statfs } from 'node:fs/promises'
import { loadDefaults } from './catalog/defaults.ts'
import { READ_AGAIN_DAYS, staleAt } from './catalog/stale.ts'
import { callRunning } from './cli/socket.ts'
import { type Config, ConfigError } from './config.ts'
import { httpSources } from './connectors/http-sources.ts'
import { liveWeb } from './connectors/live-web.ts'
import { catalogLookups } from './digest/catalog-lookups.ts'
import { SourceError } from './ingest/ports.ts'
import { inspectIndex, openCatalog } from './knowledge.ts'
import { knowledgePaths } from './knowledge-paths.ts'
import { listed } from './language/told-error.ts'
import { createLog } from './logging.ts'
import { clockWatch } from './operation/doctor/clock.ts'
import {
  type Check,
  type Checked,
  examine,
  type Finding,
  ok,
  skipped,
} from './operation/doctor/finding.ts'
import { modelFinding } from './operation/doctor/model.ts'
import { appTokenFinding, botTokenFinding, scopesFinding } from './operation/doctor/slack.ts'
import {
  catalogueFinding,
  type DatabaseState,
  databaseFinding,
  diskFinding,
  indexFinding,
} from './operation/doctor/stored.ts'
import { inspectAppToken, inspectBotToken } from './slack/inspect-tokens.ts'
import { SCOPES } from './slack/surface.ts'
import { later, utcDay } from './spend/days.ts'
import { inspectDatabase, nearestFolder } from './storage/inspect.ts'

/** How long a service that bills may take, in milliseconds. */
const ASK_MS = 10_000

/** Looks at everything the bot needs, changes nothing, and spends nothing. */
export async function doctor(
  readConfig: () => Config,
  now: () => number,
): Promise<readonly Checked[]> {
  const configuration = { id: 'configuration', title: { en: 'Configuration', ko: '설정' } }
  let config: Config
  try {
    config = readConfig()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const says = listed(
      { en: 'It cannot be used; mend:', ko: '쓸 수 없습니다. 고칠 곳:' },
      error.problems,
    )
    return [{ ...configuration, state: 'problem', says }]
  }
  const clock = clockWatch(fetch, now)
  const checks = [
    { ...configuration, look: async () => configurationFinding(config) },
    ...localChecks(config, now),
    ...slackChecks(config, clock.fetch),
    ...sourceChecks(config, now, clock.fetch),
    modelCheck(config, now, clock.fetch),
  ]
  const clockCheck: Check = {
    ...{ id: 'clock', title: { en: 'Clock', ko: '시계' } },
    look: async () => clock.finding(),
  }
  return [...(await examine(checks)), ...(await examine([clockCheck]))]
}

function configurationFinding(config: Config): Finding {
  if (config.SLACK_BOT_TOKEN === undefined)
    return ok(
      'Complete for the local workspace.',
      '로컬 워크스페이스에 필요한 설정이 갖추어졌습니다.',
    )
  const way = config.SLACK_APP_TOKEN === undefined ? 'HTTP' : 'Socket Mode'
  return ok(
    `Complete for Slack over ${way}.`,
    `${way} 방식의 Slack에 필요한 설정이 갖추어졌습니다.`,
  )
}

function localChecks(config: Config, now: () => number): readonly Check[] {
  const { DATA_DIR } = config
  const [place, inspect] =
    config.DATABASE_URL === undefined
      ? [`DATA_DIR (${DATA_DIR})`, () => embeddedState(DATA_DIR)]
      : ['DATABASE_URL', inspecting({ databaseUrl: config.DATABASE_URL })]
  return [
    {
      ...{ id: 'database', title: { en: 'Database', ko: '데이터베이스' } },
      look: () => databaseFinding(place, inspect),
    },
    {
      ...{ id: 'disk', title: { en: 'Disk', ko: '디스크' } },
      look: async () => {
        const { bavail, bsize } = await statfs(nearestFolder(DATA_DIR))
        return diskFinding(DATA_DIR, bavail * bsize)
      },
    },
    {
      ...{ id: 'index', title: { en: 'Index of notes', ko: '노트 색인' } },
      look: () => indexFinding(() => inspectIndex(config)),
    },
    {
      ...{ id: 'catalogue', title: { en: 'Catalogue', ko: '카탈로그' } },
      look: async () => catalogueFinding(catalogueAge(config, utcDay(now()))),
    },
  ]
}

function inspecting(place: Parameters<typeof inspectDatabase>[0]) {
  return () => inspectDatabase(place)
}

/** A folder that the running bot holds is asked through the bot; nobody else can open it meanwhile. */
async function embeddedState(dataDir: string): Promise<DatabaseState> {
  const request = { command: 'spend-sources', language: 'en' } as const
  const running = await callRunning(dataDir, request, () => undefined)
  return running ? { kind: 'in-use' } : inspectDatabase({ dataDir })
}

function catalogueAge(config: Config, today: string) {
  const catalog = openCatalog(config)
  const newest =
    catalog.prices
      .map(({ source }) => source.checked)
      .sort()
      .at(-1) ?? today
  return {
    newest,
    days: Math.round((Date.parse(today) - Date.parse(newest)) / 86_400_000),
    aged: staleAt(catalog, today).prices.length,
    limit: READ_AGAIN_DAYS.prices,
  }
}

function slackChecks(config: Config, watched: typeof fetch): readonly Check[] {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl } = config
  const means = { apiUrl, fetch: watched, log: createLog('silent') }
  const bot = botToken === undefined ? Promise.resolve(undefined) : inspectBotToken(botToken, means)
  return [
    {
      ...{ id: 'slack-token', title: { en: 'Slack bot token', ko: 'Slack 봇 토큰' } },
      look: async () => botTokenFinding(await bot),
    },
    {
      ...{ id: 'slack-scopes', title: { en: 'Slack scopes', ko: 'Slack 권한' } },
      look: async () => scopesFinding(await bot, SCOPES),
    },
    {
      ...{ id: 'slack-app-token', title: { en: 'Slack app token', ko: 'Slack 앱 토큰' } },
      look: async () => {
        const state = appToken === undefined ? undefined : await inspectAppToken(appToken, means)
        return appTokenFinding(state, botToken === undefined)
      },
    },
  ]
}

/** Each service is asked for yesterday, once: the smallest question that its key has to answer. */
function sourceChecks(config: Config, now: () => number, watched: typeof fetch): readonly Check[] {
  const web = { ...liveWeb(now), fetch: watched, attempts: 1, timeoutMs: ASK_MS }
  const yesterday = later(utcDay(now()), -1)
  const checks = httpSources(config, web).map(({ id, name, read }) => ({
    ...{ id: `source-${id}`, title: { en: `Spend from ${name}`, ko: `${name} 지출` } },
    look: async (): Promise<Finding> => {
      try {
        await read({ from: yesterday, to: yesterday })
        return ok('It answers, and takes the key.', '응답하고 키를 받았습니다.')
      } catch (error) {
        if (error instanceof SourceError) return { state: 'problem', says: error.sentence }
        throw error
      }
    },
  }))
  if (checks.length > 0) return checks
  const none = skipped(
    'No key of a service that bills is set; spend comes from files.',
    '청구 서비스의 키가 없어 지출은 파일로 가져옵니다.',
  )
  return [{ id: 'sources', title: { en: 'Spend', ko: '지출' }, look: async () => none }]
}

function modelCheck(config: Config, now: () => number, watched: typeof fetch): Check {
  const setting = config.LLM === 'none' ? undefined : config.LLM
  return {
    ...{ id: 'model', title: { en: 'Language model', ko: '언어 모델' } },
    look: () =>
      modelFinding(setting, async () => {
        const defaults = loadDefaults(knowledgePaths(undefined).defaults)
        const { ratesOf } = catalogLookups(openCatalog(config), defaults)
        const { inspectModel } = await import('./llm/inspect.ts')
        return inspectModel(config, { ratesOf, now, fetch: watched })
      }),
  }
}
