import { respond } from './response-url.ts'
import type { Store } from './store.ts'
import { CHAT } from './web-api-chat.ts'
import { CONVERSATIONS } from './web-api-conversations.ts'
import { download, FILES, upload } from './web-api-files.ts'
import { fail, type Method, type Reply, readBody, readBytes } from './web-api-values.ts'
import { VIEWS } from './web-api-views.ts'

const METHODS: Readonly<Record<string, Method>> = { ...CHAT, ...CONVERSATIONS, ...FILES, ...VIEWS }

/** The Web API as far as the listeners need it, answered from the store; for `clientOptions.fetch`. */
export function createLocalFetch(store: Store): typeof fetch {
  return async (input, init) => {
    const { pathname } = new URL(String(input instanceof Request ? input.url : input))
    const [, kind, key = ''] = /^\/(api|respond|upload|file)\/(.+)$/.exec(pathname) ?? []
    try {
      if (kind === 'file') return download(key, store)
      if (kind === 'upload') return upload(key, await readBytes(init?.body), store)
      const body = await readBody(init?.body)
      if (kind === 'respond') {
        const answer = respond(key, body, store)
        return reply(answer, answer.ok ? 200 : 404)
      }
      const method = Object.hasOwn(METHODS, key) ? METHODS[key] : undefined
      return reply(method ? method(body, store) : fail('unknown_method'))
    } catch (error) {
      if (error instanceof SyntaxError) return reply(fail('invalid_json'))
      throw error
    }
  }
}

function reply(value: Reply, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}
