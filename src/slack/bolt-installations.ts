import type { InstallationStore as BoltStore, Installation as SlackInstallation } from '@slack/bolt'
import type { Installation, InstallationStore } from '../installs/ports.ts'

/** An event came of a workspace that the app is not installed in. */
export class NotInstalled extends Error {
  override name = 'NotInstalledError'
  readonly workspace: string | undefined
  constructor(workspace: string | undefined) {
    super('The app is not installed there.')
    this.workspace = workspace
  }
}

/** What Bolt's error wraps, however often. */
export function causeOf(error: unknown): unknown {
  return error instanceof Error && 'original' in error ? causeOf(error.original) : error
}

/** What Bolt keeps and looks up installations by: of an organisation under its id, else under the workspace's. */
export function boltInstallations(store: InstallationStore, now: () => number): BoltStore {
  return {
    storeInstallation: async (installation) => {
      const org = installation.isEnterpriseInstall === true
      const id = org ? installation.enterprise?.id : installation.team?.id
      if (id === undefined) throw new Error('Slack named no workspace for the installation.')
      const content = JSON.stringify(installation)
      await store.save({ id, org, installedAt: now(), content })
    },
    fetchInstallation: async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
      const ofOrg = isEnterpriseInstall && enterpriseId !== undefined
      const found = ofOrg
        ? await store.find(enterpriseId)
        : teamId === undefined
          ? undefined
          : await store.serving(teamId)
      if (!found) throw new NotInstalled(ofOrg ? enterpriseId : teamId)
      if (found.org && teamId !== undefined && teamId !== found.id)
        await store.join(teamId, found.id)
      return JSON.parse(found.content) as SlackInstallation
    },
  }
}

/** The bot's token of an installation. */
export function reachOf({ content }: Installation): string | undefined {
  return (JSON.parse(content) as SlackInstallation).bot?.token
}
