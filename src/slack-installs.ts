import type { AppOptions } from '@slack/bolt'
import type { Config } from './config.ts'
import type { InstallationStore } from './installs/ports.ts'
import { boltInstallations } from './slack/bolt-installations.ts'
import { boltLogger } from './slack/bolt-logger.ts'
import { type ClientOf, installedClients } from './slack/clients.ts'
import type { Log, Uninstalls } from './slack/ports.ts'
import { SCOPES } from './slack/surface.ts'

/** How many workspaces are reached: by what Bolt installs, and each with its own token. */
type ManyWorkspaces = Readonly<{ bolt: AppOptions; clientOf: ClientOf; uninstalls: Uninstalls }>

/** The OAuth side of the app; `config` has what OAuth needs. */
export function reachMany(
  config: Config,
  installations: InstallationStore,
  log: Log,
  now: () => number,
): ManyWorkspaces {
  const { SLACK_API_URL, SLACK_AUTHORIZE_URL, SLACK_REDIRECT_URI = '' } = config
  const { SLACK_CLIENT_ID = '', SLACK_CLIENT_SECRET = '', SLACK_STATE_SECRET = '' } = config
  return {
    bolt: {
      clientId: SLACK_CLIENT_ID,
      clientSecret: SLACK_CLIENT_SECRET,
      stateSecret: SLACK_STATE_SECRET,
      redirectUri: SLACK_REDIRECT_URI,
      scopes: [...SCOPES],
      installationStore: boltInstallations(installations, now),
      installerOptions: {
        directInstall: true,
        redirectUriPath: new URL(SLACK_REDIRECT_URI).pathname,
        ...(SLACK_AUTHORIZE_URL === undefined ? {} : { authorizationUrl: SLACK_AUTHORIZE_URL }),
      },
    },
    clientOf: installedClients(installations, {
      logger: boltLogger(log),
      ...(SLACK_API_URL === undefined ? {} : { slackApiUrl: SLACK_API_URL }),
    }),
    uninstalls: {
      ended: (installation, toldAt) => installations.remove(installation, toldAt, now()),
      left: (workspace) => installations.leave(workspace, now()),
    },
  }
}
