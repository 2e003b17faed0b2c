import type { WebClient } from '@slack/web-api'
import type { Access } from '../access/access.ts'
import type { DigestPublisher } from '../digest/ports.ts'
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
  publisher: DigestPublisher,
  access: Access,
  client: WebClient,
): DigestPublisher {
  return {
    find: publisher.find,
    post: async (job, digest) => {
      const denial = await access.posting(job.tenant, job.channel, slackDirectory(client))
      if (denial)
        throw new NotAllowedError(`Spend may not be posted in ${job.channel}: ${denial.refusal}.`)
      return publisher.post(job, digest)
    },
  }
}
