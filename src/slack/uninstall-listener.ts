import type { App } from '@slack/bolt'
import type { Slack } from './context.ts'

/** The app is taken away from a workspace or organisation, or its tokens are: what is told must be deleted at once. */
export function registerUninstalls(app: App, { uninstalls, log }: Slack): void {
  const ended = async (context: Ended, toldAt: number): Promise<void> => {
    const id = (context.isEnterpriseInstall && context.enterpriseId) || context.teamId
    const workspaces = id === undefined ? [] : ((await uninstalls?.ended(id, toldAt)) ?? [])
    log.warn({ installation: id, workspaces }, 'the app was uninstalled or its token revoked')
  }
  app.event('app_uninstalled', ({ context, body }) => ended(context, told(body.event_time)))
  app.event('tokens_revoked', async ({ event, context, body }) => {
    if (event.tokens.bot?.length) await ended(context, told(body.event_time))
  })
  app.event('team_access_revoked', async ({ event }) => {
    for (const workspace of event.team_ids) await uninstalls?.left(workspace)
    log.warn({ workspaces: event.team_ids }, 'the app was taken away from workspaces')
  })
}

type Ended = Readonly<{ isEnterpriseInstall: boolean; enterpriseId?: string; teamId?: string }>

/** Epoch ms by which the event had happened; Slack says it in whole seconds. */
function told(eventTime: number): number {
  return (eventTime + 1) * 1000
}
