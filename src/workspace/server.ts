import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Bilingual } from '../language/language.ts'
import { act, FormError, type Workplace } from './forms.ts'
import type { Done } from './people.ts'
import type { Looking } from './render/looking.ts'
import { drawPage } from './render/page.ts'
import { HUMANS } from './seed.ts'
import type { Store } from './store.ts'
import type { Timer } from './timer.ts'
import { NOTICES } from './words.ts'

/** Forms larger than this are refused. */
const LARGEST = 1024 * 1024
const LARGEST_FILE = 64 * LARGEST
/** How long a page waits for the bot, so that a reader without scripts sees the answer. */
const WAIT_MS = 2500
const SAFE = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } as const

/** The browser's side of the workspace: pages, forms and a change signal; 127.0.0.1 only. */
export function serveWorkspace(
  place: Workplace,
  port: number,
): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    handle(request, response, place).catch((error: unknown) => {
      if (response.headersSent) response.end()
      else if (error instanceof FormError) plain(response, 400, error.notice)
      else plain(response, 500, NOTICES.failed)
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      const url = `http://127.0.0.1:${bound}/`
      place.store.servedAt(url)
      resolve({ url, server })
    })
  })
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  place: Workplace,
): Promise<void> {
  const host = request.headers.host ?? ''
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return plain(response, 421, NOTICES.host)
  const base = `http://${host}`
  if (!URL.canParse(request.url ?? '/', base)) return plain(response, 400, NOTICES.address)
  const url = new URL(request.url ?? '/', base)
  if (request.method === 'GET') return get(url, request, response, place)
  if (request.method !== 'POST') return plain(response, 405, NOTICES.method)
  const { origin } = request.headers
  if (origin !== undefined && origin !== base) return plain(response, 403, NOTICES.origin)
  const form = await readForm(request)
  if (form instanceof FormData) return share(form, base, response, place)
  if (!form) return plain(response, 413, NOTICES.tooLarge)
  const done = await act(url.pathname, form, place)
  if (!done) return plain(response, 404, NOTICES.noForm)
  await settled(done, place.timer)
  response.writeHead(303, { location: backTo(form.get('back') ?? '/', base) }).end()
}

/** Where the browser goes after a form: a page of this workspace, never another site. */
function backTo(back: string, base: string): string {
  const url = URL.canParse(back, base) ? new URL(back, base) : undefined
  return url?.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/'
}

async function get(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  { store, people, timer }: Workplace,
): Promise<void> {
  if (url.pathname === '/events') return events(request, response, store)
  if (url.pathname.startsWith('/file/')) {
    const file = store.files.get(url.pathname.slice('/file/'.length))
    if (!file) return plain(response, 404, NOTICES.noFile)
    response
      .writeHead(200, {
        ...SAFE,
        'content-type': 'image/png',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .end(file.bytes)
    return
  }
  if (url.pathname !== '/') return plain(response, 404, NOTICES.noPage)
  const looking = lookingAt(url, store)
  if (looking.home) await settled(people.home(looking.user, 'home'), timer)
  else if (store.channels.get(looking.channel)?.im && !store.prompts.has(looking.channel))
    await settled(people.home(looking.user, 'messages'), timer)
  if (!looking.home) store.markRead(looking.user, looking.channel)
  const nonce = randomBytes(16).toString('base64')
  response.writeHead(200, {
    ...SAFE,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'same-origin',
  })
  response.end(drawPage(store, looking, nonce))
}

/** What the address asks for, put right where it names somebody or something that is not there. */
function lookingAt(url: URL, store: Store): Looking {
  const who = HUMANS.find((p) => p.id === url.searchParams.get('u'))?.id ?? 'U000ALEX'
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

/** Waits for the bot's listeners, but no longer than a reader would. */
function settled({ finished }: Done, timer: Timer): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timer(WAIT_MS, resolve)
    const end = () => {
      cancel()
      resolve()
    }
    finished.then(end, end)
  })
}

function events(request: IncomingMessage, response: ServerResponse, store: Store): void {
  response.writeHead(200, { ...SAFE, 'content-type': 'text/event-stream' })
  response.write('retry: 2000\n\n')
  const stop = store.watch(() => response.write('data: changed\n\n'))
  request.on('close', stop)
}

/** A file that was chosen in a direct message, as though it had been dragged into Slack. */
async function share(
  form: FormData,
  base: string,
  response: ServerResponse,
  { store, people, timer }: Workplace,
): Promise<void> {
  const said = (name: string) => String(form.get(name) ?? '')
  const [user, channel, file] = [
    said('user'),
    store.channels.get(said('channel')),
    form.get('file'),
  ]
  if (channel?.im !== user || !(file instanceof File)) throw new FormError(NOTICES.noChannel)
  const bytes = Buffer.from(await file.arrayBuffer())
  await settled(
    people.share(user, channel.id, { name: file.name, bytes, text: said('text').trim() }),
    timer,
  )
  response.writeHead(303, { location: backTo(said('back'), base) }).end()
}

/** The form, or undefined when it is too large; what is left of a refused one is read and dropped. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | FormData | undefined> {
  const type = request.headers['content-type'] ?? ''
  const isFile = type.startsWith('multipart/form-data')
  const largest = isFile ? LARGEST_FILE : LARGEST
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size <= largest) parts.push(part as Buffer)
  }
  if (size > largest) return undefined
  const bytes = Buffer.concat(parts)
  return isFile
    ? new Response(bytes, { headers: { 'content-type': type } }).formData()
    : new URLSearchParams(bytes.toString('utf8'))
}

function plain(response: ServerResponse, status: number, { en, ko }: Bilingual): void {
  response
    .writeHead(status, { ...SAFE, 'content-type': 'text/plain; charset=utf-8' })
    .end(`${en}\n${ko}\n`)
}
