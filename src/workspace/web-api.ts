import { respond } from './response-url.ts'
import type { Store } from './store.ts'
import { CHAT } from './web-api-chat.ts'
import { CONVERSATIONS } from './web-api-conversations.ts'
import { download, FILES, upload } from './web-api-files.ts'
import { REACTIONS } from './web-api-reactions.ts'
import { type Body, fail, type Method, type Reply, readBody, readBytes } from './web-api-values.ts'
import { VIEWS } from './web-api-views.ts'

const METHODS: Readonly<Record<string, Method>> = {
  ...CHAT,
  ...CONVERSATIONS,
  ...FILES,
  ...REACTIONS,
  ...VIEWS,
}

/** The Web API as far as the listeners need it, answered from the store; for `clientOptions.fetch`. */
export function createLocalFetch(store: Store): typeof fetch {
  return async (input, init) => {
    const { pathname } = new URL(String(input instanceof Request ? input.url : input))
    const [, kind, key = ''] = /^\/(api|respond|upload|file)\/(.+)$/.exec(pathname) ?? []
    if (kind === 'file' || kind === 'upload') {
      const noted = store.traffic.begin('file', `${kind} ${key}`, {})
      const answer =
        kind === 'file' ? download(key, store) : upload(key, await readBytes(init?.body), store)
      noted.done(answer.ok ? {} : { error: 'file_not_found' })
      return answer
    }
    if (kind === 'respond') {
      const answer = await noted('response-url', 'respond', init?.body, store, (body) =>
        respond(key, body, store),
      )
      return reply(answer, answer.ok ? 200 : 404)
    }
    const method = Object.hasOwn(METHODS, key) ? METHODS[key] : undefined
    const answer = await noted('web-api', key, init?.body, store, (body) =>
      method ? method(body, store) : fail('unknown_method'),
    )
    return reply(answer)
  }
}

/** Answers a call, and keeps both for whoever looks at the traffic. */
async function noted(
  kind: 'web-api' | 'response-url',
  name: string,
  sent: unknown,
  store: Store,
  perform: (body: Body) => Reply,
): Promise<Reply> {
  const body = await readBody(sent).catch(notJson)
  const note = store.traffic.begin(kind, name, body ?? {})
  const answer = body === undefined ? fail('invalid_json') : performed(perform, body)
  note.done({
    response: answer,
    ...(answer.ok ? {} : { error: String(answer.error), problems: answer.errors }),
  })
  return answer
}

/** Lists inside a call are JSON too. */
function performed(perform: (body: Body) => Reply, body: Body): Reply {
  try {
    return perform(body)
  } catch (error) {
    notJson(error)
    return fail('invalid_json')
  }
}

function notJson(error: unknown): undefined {
  if (!(error instanceof SyntaxError)) throw error
}

function reply(value: Reply, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}
