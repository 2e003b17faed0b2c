import { WebAPIPlatformError, WebClient } from '@slack/web-api'
import { ToldError } from '../language/told-error.ts'
import { boltLogger } from './bolt-logger.ts'
import type { Log } from './ports.ts'

/** Slack cannot be used with what is configured; said to whoever started the process. */
export class SlackUnusable extends ToldError {
  override name = 'SlackUnusableError'
}

/** How long Slack may take to say whether it knows the token, in milliseconds. */
const CHECK_MS = 10_000

/**
 * Asks Slack whether it takes the token, before anything is built on it; Bolt itself would end the process.
 * @returns the workspace of the token; none where it is one of a whole enterprise
 */
export async function checkToken(
  token: string,
  apiUrl: string | undefined,
  log: Log,
): Promise<string | undefined> {
  const client = new WebClient(token, {
    retryConfig: { retries: 0 },
    timeout: CHECK_MS,
    logger: boltLogger(log),
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  })
  try {
    const { team_id, is_enterprise_install } = await client.auth.test()
    return is_enterprise_install ? undefined : team_id
  } catch (error) {
    throw new SlackUnusable(
      error instanceof WebAPIPlatformError
        ? {
            en: `Slack does not accept SLACK_BOT_TOKEN (${error.data.error}). Copy the bot token of the installed app again.`,
            ko: `Slack이 SLACK_BOT_TOKEN을 받지 않습니다(${error.data.error}). 설치된 앱의 봇 토큰을 다시 복사해 주십시오.`,
          }
        : {
            en: `Slack cannot be reached at ${client.slackApiUrl}. Check the network, a proxy, or SLACK_API_URL.`,
            ko: `${client.slackApiUrl}에서 Slack에 연결할 수 없습니다. 네트워크, 프록시 또는 SLACK_API_URL을 확인해 주십시오.`,
          },
    )
  }
}

/**
 * Says what a failure to connect by Socket Mode means.
 * @throws {SlackUnusable} always
 */
export function appTokenRefused(error: unknown): never {
  if (error instanceof WebAPIPlatformError)
    throw new SlackUnusable({
      en: `Slack does not accept SLACK_APP_TOKEN (${error.data.error}). Make an app-level token with connections:write under Basic Information and set it.`,
      ko: `Slack이 SLACK_APP_TOKEN을 받지 않습니다(${error.data.error}). Basic Information에서 connections:write 권한이 있는 앱 수준 토큰을 만들어 설정해 주십시오.`,
    })
  const reason = error instanceof Error ? error.message : String(error)
  throw new SlackUnusable({
    en: `Slack cannot be connected to by Socket Mode (${reason}). Check the network or a proxy.`,
    ko: `Socket Mode로 Slack에 연결할 수 없습니다(${reason}). 네트워크나 프록시를 확인해 주십시오.`,
  })
}
