import { WebAPIPlatformError, WebClient } from '@slack/web-api'
import { boltLogger } from './bolt-logger.ts'
import type { Log } from './ports.ts'

/** Slack cannot be used with what is configured; the message is for whoever started the process. */
export class SlackUnusable extends Error {
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
        ? `Slack does not accept SLACK_BOT_TOKEN (${error.data.error}). Copy the bot token of the installed app again.`
        : `Slack cannot be reached at ${client.slackApiUrl}. Check the network, a proxy, or SLACK_API_URL.`,
    )
  }
}

/**
 * Says what a failure to connect by Socket Mode means.
 * @throws {SlackUnusable} always
 */
export function appTokenRefused(error: unknown): never {
  throw new SlackUnusable(
    error instanceof WebAPIPlatformError
      ? `Slack does not accept SLACK_APP_TOKEN (${error.data.error}). Make an app-level token with connections:write under Basic Information and set it.`
      : `Slack cannot be connected to by Socket Mode (${error instanceof Error ? error.message : String(error)}). Check the network or a proxy.`,
  )
}
