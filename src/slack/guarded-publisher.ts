import type { WebClient } from '@slack/web-api'
import type { Access } from '../access/access.ts'
import type { Publisher } from '../digest/ports.ts'
import { slackDirectory } from './directory.ts'

/** A post that the settings do not allow, or not any more; said in the log without figures. */
export class NotAllowedError extends Error {
  override name = 'NotAllowedError'
}

/**
 * A publisher that looks, each time, whether spend may be posted in the channel: it may have been
 * shared with another company, or a guest invited, since the schedule was set.
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
      if (kind === 'stopped') return publisher.post(message, content)
      const denial = await access.posting(tenant, channel, slackDirectory(client))
      if (denial)
        throw new NotAllowedError(`Spend may not be posted in ${channel}: ${denial.refusal}.`)
      return publisher.post(message, content)
    },
  }
}
