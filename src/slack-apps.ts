import { Server } from 'node:http'
import type { Config } from './config.ts'
import { appTokenRefused } from './slack/check-token.ts'
import type { ClientOf } from './slack/clients.ts'
import { createSlackApp, type SlackAppOptions } from './slack/create-app.ts'
import { listenOverHttp } from './slack/listen.ts'
import { reachMany } from './slack-installs.ts'
import type { TravelClock } from './workspace/clock.ts'
import { createWorkspace } from './workspace/create-workspace.ts'
import type { Upcoming } from './workspace/forms.ts'
import type { Workspaces } from './workspaces.ts'

/** The app as it was started, and where it is reached. */
type Started = Readonly<{
  slack: ReturnType<typeof createSlackApp>
  address: string
  server?: Server
  /** Where each workspace has a token of its own. */
  clientOf?: ClientOf
}>
type Shared = Omit<SlackAppOptions, 'bolt' | 'strict' | 'fetch'>

/** Starts on the local workspace. */
export async function startWorkspace(
  config: Config,
  shared: Shared,
  clock: TravelClock,
  upcoming: () => Promise<readonly Upcoming[]>,
): Promise<Started> {
  const workspace = createWorkspace(clock, { upcoming })
  const slack = createSlackApp({
    ...shared,
    strict: false,
    untilDone: true,
    fetch: workspace.fetch,
    bolt: {
      token: workspace.token,
      receiver: workspace.receiver,
      clientOptions: { fetch: workspace.fetch, slackApiUrl: workspace.slackApiUrl } as never,
    },
  })
  await slack.app.start()
  const { url, server } = await workspace.serve(config.PORT)
  return { slack, server, address: `The local workspace is at ${url}` }
}

/** Starts on Slack: with one bot token, or with those of many installations. */
export async function startSlack(
  config: Config,
  shared: Shared,
  { installs }: Workspaces,
  now: () => number,
): Promise<Started> {
  const clientOptions =
    config.SLACK_API_URL === undefined ? {} : { slackApiUrl: config.SLACK_API_URL }
  const socketMode = config.SLACK_APP_TOKEN !== undefined
  const many = installs && reachMany(config, installs.installations, shared.log, now)
  const slack = createSlackApp({
    ...shared,
    ...(many ? { uninstalls: many.uninstalls } : {}),
    strict: false,
    bolt: {
      ...many?.bolt,
      ...(config.SLACK_BOT_TOKEN === undefined ? {} : { token: config.SLACK_BOT_TOKEN }),
      ...(config.SLACK_APP_TOKEN === undefined
        ? {}
        : { appToken: config.SLACK_APP_TOKEN, socketMode }),
      ...(config.SLACK_SIGNING_SECRET === undefined
        ? {}
        : { signingSecret: config.SLACK_SIGNING_SECRET }),
      clientOptions,
    },
  })
  const server = await (socketMode
    ? slack.app.start().catch(appTokenRefused)
    : listenOverHttp(slack.app, { port: config.PORT, host: config.HOST }))
  return {
    slack,
    ...(many ? { clientOf: many.clientOf } : {}),
    address: socketMode
      ? 'Connected to Slack by Socket Mode'
      : `Receiving Slack events on http://${config.HOST}:${portOf(server) ?? config.PORT}/slack/events`,
  }
}

/** The port that a server got, where it is one. */
function portOf(server: unknown): number | undefined {
  const address = server instanceof Server ? server.address() : null
  return typeof address === 'object' && address ? address.port : undefined
}
