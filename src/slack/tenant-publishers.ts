import type { WebClient } from '@slack/web-api'
import type { NoticePublisher } from '../decisions/ports.ts'
import type { Publisher } from '../digest/ports.ts'
import type { ClientOf } from './clients.ts'

/** Posts each message with its tenant's client; where there is none, nobody can be reached any more. */
export function tenantPublisher(
  clientOf: ClientOf,
  publisherOf: (client: WebClient) => Publisher,
): Publisher {
  const publisher = async (tenant: string) => {
    const client = await clientOf(tenant)
    return client && publisherOf(client)
  }
  return {
    find: async (message) => {
      const own = await publisher(message.tenant)
      return own ? own.find(message) : { gone: 'channel' }
    },
    post: async (message, content) => {
      const own = await publisher(message.tenant)
      return own ? own.post(message, content) : { gone: 'channel' }
    },
  }
}

/** The same for notices about decisions. */
export function tenantNotices(
  clientOf: ClientOf,
  publisherOf: (client: WebClient) => NoticePublisher,
): NoticePublisher {
  const publisher = async (tenant: string) => {
    const client = await clientOf(tenant)
    return client && publisherOf(client)
  }
  return {
    find: async (notice, record, to) => {
      const own = await publisher(notice.tenant)
      return own ? own.find(notice, record, to) : 'gone'
    },
    post: async (notice, record, to) => {
      const own = await publisher(notice.tenant)
      return own ? own.post(notice, record, to) : 'gone'
    },
  }
}
