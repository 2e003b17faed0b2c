import type { IncomingMessage, ServerResponse } from 'node:http'
import { browserFile } from './browser-files.ts'
import type { Changes } from './changes.ts'
import type { Workplace } from './forms.ts'
import { type Frame, type Looking, THEMES, type Theme } from './render/looking.ts'
import { drawPage } from './render/page.ts'
import { drawTraffic } from './render/traffic-page.ts'
import { plain, SAFE, settled } from './responses.ts'
import { dmOf, HUMANS } from './seed.ts'
import type { Store } from './store.ts'
import { KINDS } from './traffic.ts'
import { NOTICES } from './words.ts'

/** Pages take their style, script and pictures from here, and nothing from anywhere else. */
const POLICY = [
  "default-src 'none'",
  ...["style-src 'self'", "script-src 'self'", "connect-src 'self'", "img-src 'self'"],
  ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join('; ')

/** Answers what is only looked at. */
export async function get(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  place: Workplace,
): Promise<void> {
  const { store } = place
  const own = browserFile(url.pathname)
  if (own) {
    response.writeHead(200, { ...SAFE, 'content-type': own.type }).end(own.bytes)
    return
  }
  if (url.pathname === '/events')
    return events(
      request,
      response,
      url.searchParams.get('of') === 'traffic' ? store.traffic : store,
      url.searchParams.get('drawn') ?? '',
    )
  if (url.pathname.startsWith('/file/'))
    return file(url.pathname.slice('/file/'.length), response, store)
  const theme = themeOf(request)
  if (url.pathname === '/traffic') {
    const kind = KINDS.find((k) => k === url.searchParams.get('kind'))
    const filter = { user: whoOf(url), refused: url.searchParams.has('refused') }
    return page(response, drawTraffic(store, { ...filter, ...(kind ? { kind } : {}) }, theme))
  }
  if (url.pathname !== '/') return plain(response, 404, NOTICES.noPage)
  const looking = lookingAt(url, store)
  await opened(looking, place)
  const notice = store.takeNotice(looking.user)
  const frame: Frame = {
    ...{
      theme,
      ahead: place.clock.ahead(),
      upcoming: await place.upcoming().catch(() => undefined),
    },
    ...(notice ? { notice } : {}),
  }
  page(response, drawPage(store, looking, frame))
}

/** Tells the app what a person opened, and waits for what it shows there. */
async function opened(looking: Looking, { store, people, timer }: Workplace): Promise<void> {
  const { user, channel, home, agent } = looking
  const dm = dmOf(user)
  if (home) await settled(people.home(user, 'home'), timer)
  const sees = (channel === dm && !home) || agent !== undefined
  if (sees && !store.prompts.has(dm)) await settled(people.home(user, 'messages'), timer)
  if (!home) store.markRead(user, channel)
  if (agent !== undefined) store.markRead(user, dm)
}

function page(response: ServerResponse, html: string): void {
  response
    .writeHead(200, {
      ...SAFE,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'referrer-policy': 'same-origin',
    })
    .end(html)
}

function file(id: string, response: ServerResponse, store: Store): void {
  const found = store.files.get(id)
  if (!found) {
    plain(response, 404, NOTICES.noFile)
    return
  }
  response
    .writeHead(200, {
      ...SAFE,
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    .end(found.bytes)
}

function whoOf(url: URL): string {
  return HUMANS.find((p) => p.id === url.searchParams.get('u'))?.id ?? 'U000ALEX'
}

/** What the address asks for, put right where it names somebody or something that is not there. */
function lookingAt(url: URL, store: Store): Looking {
  const user = whoOf(url)
  const found = store.channels.get(url.searchParams.get('c') ?? '')
  const channel =
    found?.members.includes(user) && (found.im === undefined || found.im === user)
      ? found.id
      : 'C000SPEND'
  const where = store.channels.get(channel)?.members.includes(user) ? channel : 'C000SUPP'
  const thread = url.searchParams.get('t') ?? undefined
  const agent = url.searchParams.get('agent') ?? undefined
  return {
    ...{ user, channel: where, home: url.searchParams.get('view') === 'home' },
    ...(thread && store.find(where, thread) ? { thread } : {}),
    ...(agent ? { agent } : {}),
  }
}

/** The colours that were chosen in this browser. */
function themeOf(request: IncomingMessage): Theme {
  const chosen = /(?:^|;\s*)theme=(\w+)/.exec(request.headers.cookie ?? '')?.[1]
  return THEMES.find((t) => t === chosen) ?? 'auto'
}

/**
 * The count of changes each time something changed, until the browser goes away; at once where
 * something has changed since the page was drawn, or since the connection was lost.
 */
function events(
  request: IncomingMessage,
  response: ServerResponse,
  { changeCount, watch }: Pick<Changes, 'changeCount' | 'watch'>,
  drawnAt: string,
): void {
  response.writeHead(200, { ...SAFE, 'content-type': 'text/event-stream' })
  response.write('retry: 2000\n\n')
  const tell = () => response.write(`id: ${changeCount()}\ndata: changed\n\n`)
  if ((request.headers['last-event-id'] ?? drawnAt) !== String(changeCount())) tell()
  request.on('close', watch(tell))
}
