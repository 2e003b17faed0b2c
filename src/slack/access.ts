import type { WebClient } from '@slack/web-api'

/**
 * Whether a person belongs to the workspace the bot is installed in. Guests of other companies in
 * shared channels do not; somebody who cannot be looked up does not either.
 */
export async function isOwnMember(client: WebClient, user: string): Promise<boolean> {
  const [own, found] = await Promise.all([
    client.auth.test().catch(() => undefined),
    client.users.info({ user }).catch(() => undefined),
  ])
  const person = found?.user
  return (
    own?.team_id !== undefined && person?.team_id === own.team_id && person.is_stranger !== true
  )
}
