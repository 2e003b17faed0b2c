import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { InstallationStore } from '../installs/ports.ts'
import { reachOf } from './bolt-installations.ts'

/** The client that reaches a tenant's workspace; undefined where the app is not installed there. */
export type ClientOf = (tenant: string) => Promise<WebClient | undefined>

/** Longest that one call to Slack may take, in milliseconds, so that no listener hangs on it. */
const CALL_MS = 10_000

/**
 * Calls are not retried and a refusal for rate comes back at once: what waits, and how long, is for
 * the function that posts.
 */
export const CALLS: WebClientOptions = {
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: CALL_MS,
}

/** Clients with the tokens of installations; a client is kept until another token takes its place. */
export function installedClients(
  installations: Pick<InstallationStore, 'serving'>,
  options: WebClientOptions,
): ClientOf {
  const kept = new Map<string, Readonly<{ token: string; client: WebClient }>>()
  return async (tenant) => {
    const installation = await installations.serving(tenant)
    const token = installation && reachOf(installation)
    if (token === undefined) {
      kept.delete(tenant)
      return undefined
    }
    const known = kept.get(tenant)
    if (known?.token === token) return known.client
    const client = new WebClient(token, {
      ...CALLS,
      ...options,
      // The token of an organisation says by itself nothing about the workspace that is meant.
      ...(installation?.org ? { teamId: tenant } : {}),
    })
    if (installation?.org) keepTeam(client, tenant)
    kept.set(tenant, { token, client })
    return client
  }
}

const teams = new WeakMap<WebClient, string>()

/** Notes which workspace a client with an organisation's token is for. */
export function keepTeam(client: WebClient, team: string): void {
  teams.set(client, team)
}

/** The workspace a client was noted to be for; a client with a workspace's own token needs no note. */
export function teamOf(client: WebClient): string | undefined {
  return teams.get(client)
}
