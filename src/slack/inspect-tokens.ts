import { WebAPIPlatformError, WebAPIRateLimitedError, WebClient } from '@slack/web-api'
import type { TokenState } from '../operation/doctor/slack.ts'
import { boltLogger } from './bolt-logger.ts'
import type { Log } from './ports.ts'

/** How long Slack may take, in milliseconds. */
const ASK_MS = 10_000

type Means = Readonly<{ apiUrl: string | undefined; fetch: typeof fetch; log: Log }>

/** What Slack says of the bot token. */
export function inspectBotToken(token: string, means: Means): Promise<TokenState> {
  return asked(token, means, async (client) => {
    const { team, response_metadata: more } = await client.auth.test()
    return {
      taken: true,
      ...(team === undefined ? {} : { team }),
      ...(more?.scopes === undefined ? {} : { scopes: more.scopes }),
    }
  })
}

/** Whether Slack would open a connection with the app-level token; none is made. */
export function inspectAppToken(token: string, means: Means): Promise<TokenState> {
  return asked(token, means, async (client) => {
    await client.apps.connections.open({})
    return { taken: true }
  })
}

async function asked(
  token: string,
  { apiUrl, fetch, log }: Means,
  ask: (client: WebClient) => Promise<TokenState>,
): Promise<TokenState> {
  const client = new WebClient(token, {
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: ASK_MS },
    ...{ logger: boltLogger(log), fetch: fetch as never },
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  })
  try {
    return await ask(client)
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return { taken: false, code: error.data.error }
    if (error instanceof WebAPIRateLimitedError) return { taken: false, code: 'ratelimited' }
    return { taken: 'unreached', address: client.slackApiUrl }
  }
}
