import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Done, People } from './people.ts'
import { drawPage, type Looking } from './render/page.ts'
import type { Store } from './store.ts'

/** Forms larger than this are refused. */
const LARGEST = 1024 * 1024
/** How long a page waits for the bot, so that a reader without scripts sees the answer. */
const WAIT_MS = 2500

/** The browser's side of the workspace: pages, forms and a change signal; 127.0.0.1 only. */
export function serveWorkspace(
  store: Store,
  people: People,
  port: number,
): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    handle(request, response, store, people).catch(() => {
      if (!response.headersSent)
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('Something went wrong in the local workspace; reload the page.')
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      resolve({ url: `http://127.0.0.1:${bound}/`, server })
    })
  })
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  store: Store,
  people: People,
): Promise<void> {
  const host = request.headers.host ?? ''
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host))
    return plain(response, 421, 'This workspace answers only to 127.0.0.1 and localhost.')
  const url = new URL(request.url ?? '/', `http://${host}`)
  if (request.method === 'GET') return get(url, request, response, store, people)
  if (request.method !== 'POST') return plain(response, 405, 'Only GET and POST are understood.')
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${host}`)
    return plain(response, 403, 'Forms of other sites are refused.')
  const form = await readForm(request)
  if (!form) return plain(response, 413, 'That is more than 1 MB; please send less.')
  await act(url.pathname, form, store, people)
  const back = form.get('back') ?? '/'
  response
    .writeHead(303, { location: back.startsWith('/') && !back.startsWith('//') ? back : '/' })
    .end()
}

async function get(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  store: Store,
  people: People,
): Promise<void> {
  if (url.pathname === '/events') return events(request, response, store)
  if (url.pathname.startsWith('/file/')) {
    const file = store.files.get(url.pathname.slice('/file/'.length))
    if (!file) return plain(response, 404, 'There is no such file.')
    response
      .writeHead(200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
      .end(file.bytes)
    return
  }
  if (url.pathname !== '/') return plain(response, 404, 'There is no such page.')
  const looking = lookingAt(url, store)
  if (looking.home) await settled(people.home(looking.user, 'home'))
  else if (store.channels.get(looking.channel)?.im && !store.prompts.has(looking.channel))
    await settled(people.home(looking.user, 'messages'))
  const nonce = randomBytes(16).toString('base64')
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  response.end(drawPage(store, looking, nonce))
}

/** What the address asks for, put right where it names somebody or something that is not there. */
function lookingAt(url: URL, store: Store): Looking {
  const user = store.person(url.searchParams.get('u') ?? '')
  const who = user && !user.bot ? user.id : (store.people[1]?.id ?? '')
  const channel = store.channels.get(url.searchParams.get('c') ?? '')
  const where =
    channel?.members.includes(who) && (channel.im === undefined || channel.im === who)
      ? channel.id
      : 'C000SPEND'
  const thread = url.searchParams.get('t') ?? undefined
  return {
    user: who,
    channel: where,
    home: url.searchParams.get('view') === 'home',
    ...(thread && store.find(where, thread) ? { thread } : {}),
  }
}

async function act(
  path: string,
  form: URLSearchParams,
  store: Store,
  people: People,
): Promise<void> {
  const f = (name: string) => form.get(name) ?? ''
  const user = store.person(f('user'))?.id
  if (!user) return
  const done = await perform(path, user, f, form, people)
  if (done) await settled(done)
}

async function perform(
  path: string,
  user: string,
  f: (name: string) => string,
  form: URLSearchParams,
  people: People,
): Promise<Done | undefined> {
  switch (path) {
    case '/say': {
      const text = f('text').replace(/\r\n/g, '\n').trim()
      if (!text) return undefined
      const command = /^(\/[a-z-]+)(?:\s+([\s\S]*))?$/i.exec(text)
      if (command?.[1] && !f('thread'))
        return people.command(user, f('channel'), command[1], command[2] ?? '')
      return people.say(user, f('channel'), text, f('thread') || undefined)
    }
    case '/edit':
      return people.edit(user, f('channel'), f('ts'), f('text'))
    case '/delete':
      return people.remove(user, f('channel'), f('ts'))
    case '/action': {
      const action = JSON.parse(f('action') || '{}') as Record<string, unknown>
      return f('ts') === 'home'
        ? people.homeAction(user, action)
        : people.action(user, f('channel'), f('ts'), f('block'), action)
    }
    case '/shortcut':
      return people.shortcut(user, f('channel'), f('ts'))
    case '/submit':
      return people.submit(user, formState(form))
    case '/close':
      people.close(user)
      return undefined
    default:
      return undefined
  }
}

/** The modal's fields as Slack's view state. */
function formState(form: URLSearchParams): Record<string, Record<string, unknown>> {
  const state: Record<string, Record<string, unknown>> = {}
  for (const [name, value] of form) {
    const [, block, action, type] = /^value:([^:]+):([^:]+):(.+)$/.exec(name) ?? []
    if (!block || !action) continue
    state[block] = {
      [action]:
        type === 'static_select'
          ? { type, selected_option: value ? { value } : null }
          : { type, value: value || null },
    }
  }
  return state
}

async function settled({ finished }: Done): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, WAIT_MS)
  })
  await Promise.race([finished, limit])
  clearTimeout(timer)
}

function events(request: IncomingMessage, response: ServerResponse, store: Store): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('retry: 2000\n\n')
  const stop = store.watch(() => response.write('data: changed\n\n'))
  request.on('close', stop)
}

/** The form, or undefined when it is too large; what is left of a refused one is read and dropped. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size <= LARGEST) parts.push(part as Buffer)
  }
  return size > LARGEST ? undefined : new URLSearchParams(Buffer.concat(parts).toString('utf8'))
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}
