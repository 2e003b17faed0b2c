import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { act, FormError, type Workplace } from './forms.ts'
import { get } from './pages.ts'
import { THEMES } from './render/looking.ts'
import { plain, settled } from './responses.ts'
import { NOTICES } from './words.ts'

/** Forms larger than this are refused. */
const LARGEST = 1024 * 1024
const LARGEST_FILE = 64 * LARGEST
/** A year in seconds, for which a browser keeps its colours. */
const YEAR = 31_536_000

/** The browser's side of the workspace: pages, forms and a change signal; 127.0.0.1 only. */
export function serveWorkspace(
  place: Workplace,
  port: number,
): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    handle(request, response, place).catch((error: unknown) => {
      if (response.headersSent) response.end()
      else if (error instanceof FormError) plain(response, 400, error.sentence)
      else plain(response, 500, NOTICES.failed)
    })
  })
  // A connection closed while idle would lose the form that is just being sent on it.
  server.keepAliveTimeout = 0
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
  if (!form) return plain(response, 413, NOTICES.tooLarge)
  const location = backTo(String(form.get('back') ?? '/'), base)
  if (url.pathname === '/theme') {
    const theme = THEMES.find((t) => t === form.get('theme')) ?? 'auto'
    const cookie = `theme=${theme}; Path=/; Max-Age=${YEAR}; SameSite=Strict; HttpOnly`
    response.writeHead(303, { location, 'set-cookie': cookie }).end()
    return
  }
  const file = form.get('file')
  const done =
    form instanceof FormData && file instanceof File && file.name !== ''
      ? await share(form, file, place)
      : await act(url.pathname, fieldsOf(form), place)
  if (!done) return plain(response, 404, NOTICES.noForm)
  await settled(done, place.timer)
  response.writeHead(303, { location }).end()
}

/** Where the browser goes after a form: a page of this workspace, never another site. */
function backTo(back: string, base: string): string {
  const url = URL.canParse(back, base) ? new URL(back, base) : undefined
  return url?.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/'
}

/** A file that was chosen in a direct message, as though it had been dragged into Slack. */
async function share(form: FormData, file: File, { store, people }: Workplace) {
  const said = (name: string) => String(form.get(name) ?? '')
  const [user, channel] = [said('user'), store.channels.get(said('channel'))]
  if (channel?.im !== user) throw new FormError(NOTICES.noChannel)
  const bytes = Buffer.from(await file.arrayBuffer())
  return people.share(user, channel.id, { name: file.name, bytes, text: said('text').trim() })
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

/** The texts of a form. */
function fieldsOf(form: URLSearchParams | FormData): URLSearchParams {
  if (form instanceof URLSearchParams) return form
  const texts = [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
  return new URLSearchParams(texts)
}
