import type { WebClient } from '@slack/web-api'
import type { Access } from '../access/access.ts'
import type { Refusal } from '../access/decide.ts'
import type { Publisher } from '../digest/ports.ts'
import { slackDirectory } from './directory.ts'
import { orGone } from './outbox-publisher.ts'

/** Whether spend may be posted somewhere cannot be told now; said in the log without figures. */
class NotToldError extends Error {
  override name = 'NotToldError'
}

/** Slack could not be asked; the next attempt may tell. */
const PASSING: readonly Refusal[] = ['unknown-place', 'unknown-members']

/**
 * A publisher that looks, each time, whether spend may be posted in the channel: it may have been
 * shared with another company, or a guest invited, since the schedule was set. What is not allowed is
 * given up with the reason.
 */
export function guardedPublisher(
  publisher: Publisher,
  access: Access,
  client: WebClient,
): Publisher {
  return {
    find: publisher.find,
    post: async (message, content) => {
      const { tenant, channel, kind } = message
      // A word to the one who set a schedule up goes to them alone, and has no figures.
      if (kind === 'stopped' || kind === 'refused') return publisher.post(message, content)
      const denial = await access.posting(tenant, channel, slackDirectory(client))
      if (!denial) return publisher.post(message, content)
      if (!PASSING.includes(denial.refusal)) return { gone: { denial } }
      return orGone(async () => {
        await client.conversations.info({ channel })
        throw new NotToldError(`Whether spend may be posted in ${channel}: ${denial.refusal}.`)
      })
    },
  }
}
