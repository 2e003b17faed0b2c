import type { Server } from 'node:http'
import type { App } from '@slack/bolt'

/**
 * How long a sender may take, in milliseconds: Slack sends a request in one go and gives up after three
 * seconds, so whoever is slower holds a connection open for its own sake. Bolt refuses bodies above 4 MB.
 */
export const PATIENCE = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
} as const

/** Receives Slack's events over HTTP; port 0 picks a free one. */
export async function listenOverHttp(
  app: App,
  at: Readonly<{ port: number; host: string }>,
): Promise<Server> {
  return app.start(at, PATIENCE)
}
