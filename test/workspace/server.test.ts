import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTinyApp } from './tiny-app.ts'

let b: Awaited<ReturnType<typeof openTinyApp>>
beforeAll(async () => {
  b = await openTinyApp()
})
afterAll(() => b.close())

const withHost = (host: string) =>
  new Promise<number>((resolve, reject) =>
    request(b.url, { headers: { host } }, (r) => {
      r.resume()
      resolve(r.statusCode ?? 0)
    })
      .on('error', reject)
      .end(),
  )

describe('who may talk to the workspace', () => {
  it.each([
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['evil.example:80@127.0.0.1', 421],
    ['localhost', 200],
    ['127.0.0.1:1234', 200],
  ])('the host %s is answered with %i', async (host, status) =>
    expect(await withHost(host)).toBe(status),
  )
  it.each([
    ['http://evil.example', 403],
    ['null', 403],
    ['http://127.0.0.1:1', 403],
  ])('a form from %s is refused and does nothing', async (origin, status) => {
    const before = b.store.messages.length
    expect((await b.post('/say', { text: 'x' }, { origin })).status).toBe(status)
    expect(b.store.messages).toHaveLength(before)
  })
  it('its own forms are taken', async () => {
    const origin = b.url.replace(/\/$/, '')
    expect((await b.post('/say', { text: 'own' }, { origin })).status).toBe(303)
  })
  it('is bound to the loopback address', () => expect(b.url).toMatch(/^http:\/\/127\.0\.0\.1:/))
})

describe('what a page may do', () => {
  it('nothing of others and nothing written into the page: style and script are files of the same server', async () => {
    const page = await fetch(b.url)
    const policy = page.headers.get('content-security-policy') ?? ''
    const html = await page.text()
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|nonce|data:|\*/)
    expect(html.match(/<(?:script|style)[^>]*>/g)).toEqual(['<script src="/script.js" defer>'])
    expect(html).not.toMatch(/\son\w+=|\sstyle=|(?:src|href)="(?:https?:)?\/\//)
  })
  it.each([
    ['/style.css', 'text/css'],
    ['/script.js', 'text/javascript'],
    ['/icon.svg', 'image/svg+xml'],
  ])('%s is served as %s, which no browser guesses otherwise', async (path, type) => {
    const { status, headers } = await fetch(new URL(path, b.url))
    expect([status, headers.get('x-content-type-options')]).toEqual([200, 'nosniff'])
    expect(headers.get('content-type')).toContain(type)
  })
  it('no other file of the machine is', async () =>
    expect((await fetch(new URL('/..%2fserver.ts', b.url))).status).toBe(404))
  it('uploads come as pictures and as nothing else', async () => {
    b.store.files.set('F1', { name: 'x', bytes: Buffer.from('<script>'), alt: '' })
    const file = await fetch(new URL('/file/F1', b.url))
    expect(file.headers.get('content-type')).toBe('image/png')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await fetch(new URL('/file/F2', b.url))).status).toBe(404)
  })
})

describe('what makes no sense', () => {
  it.each([
    ['/say', { user: 'U404', text: 'x' }, 400, 'names a person'],
    ['/say', { user: 'U000BOT', text: 'x' }, 400, 'names a person'],
    ['/say', { channel: 'C404', text: 'x' }, 400, 'names a channel'],
    ['/say', { channel: 'D000MINA', text: 'x' }, 400, 'names a channel'],
    ['/say', { thread: '1.0', text: 'x' }, 400, 'thread is not there'],
    ['/edit', { ts: '1.0', text: 'x' }, 400, 'message is not there'],
    ['/action', { ts: 'home', action: '{' }, 400, 'which button'],
    ['/action', { ts: 'home', action: '{}' }, 400, 'which button'],
    ['/nope', {}, 404, 'no such form'],
    ['/toString', {}, 404, 'no such form'],
  ])(
    '%s with %j is refused with %i and a sentence in both languages',
    async (path, fields, status, says) => {
      const answer = await b.post(path, fields as Record<string, string>)
      expect(answer.status).toBe(status)
      expect(await answer.text()).toMatch(
        new RegExp(`${says}[^\\n]*\\n.*[가-힣].*니다|${says}[^\\n]*\\n.*[가-힣].*시오`),
      )
    },
  )
  it('a form over 1 MB is refused, one just under is not', async () => {
    expect((await b.say('x'.repeat(1_100_000))).status).toBe(413)
    expect((await b.say('x'.repeat(1_000_000))).status).toBe(303)
  })
  it('an address that names nobody and nothing shows the first channel', async () => {
    expect(await b.page('?u=U404&c=C404&t=1.0')).toContain('<h2># ai-spend</h2>')
  })
  it('an empty message is not sent', async () => {
    const before = b.store.messages.length
    await b.say(' \r\n ')
    expect(b.store.messages).toHaveLength(before)
  })
})

describe('a page without scripts', () => {
  it('shows the answer after the form, and goes back to where it was, never to another site', async () => {
    const back = '/?u=U000ALEX&c=C000SPEND'
    const answer = await b.say('@rightsize a question', { back })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, back])
    expect(await b.page()).toContain('1 reply')
    for (const evil of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:x',
    ])
      expect((await b.say('x', { back: evil })).headers.get('location')).toBe('/')
  })
  it('offers edit and delete on one’s own messages, and the text to edit as it was typed', async () => {
    await b.say('@rightsize is 1 < 2 & "so"?')
    const html = await b.page()
    expect(html).toContain('value="@rightsize is 1 &lt; 2 &amp; &quot;so&quot;?"')
    expect(html).toContain('action="/delete"')
  })
  it('speaks the language of whoever looks', async () => {
    expect(await b.page('?u=U000MINA&c=C000SPEND')).toMatch(/<html lang="ko"[\s\S]*보내기/)
    expect(await b.page()).toMatch(/<html lang="en"[\s\S]*Send/)
  })
  it('counts what came to other channels while one was away', async () => {
    await b.page('?u=U000ALEX&c=C000SUPP')
    await b.say('hello', { channel: 'C000SUPP', user: 'U000MINA' })
    expect(await b.page()).toMatch(/# support <span class="count">1</)
    await b.page('?u=U000ALEX&c=C000SUPP')
    expect(await b.page()).not.toContain('# support <span')
  })
})

/** Hears the change signal as a browser does. */
async function listen(query: string, lastEventId?: string) {
  const stop = new AbortController()
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
  const events = await fetch(new URL(`/events?${query}`, b.url), { signal: stop.signal, headers })
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  return { next: async () => (await reader?.read())?.value ?? '', stop: () => stop.abort() }
}

describe('the change signal', () => {
  it('comes when something changed, and no watcher is left behind', async () => {
    const { next, stop } = await listen(`drawn=${b.store.changeCount()}`)
    expect(await next()).toBe('retry: 2000\n\n')
    const told = next()
    await b.say('something')
    expect(await told).toContain('data: changed')
    stop()
  })
  it.each([
    ['the page was drawn', (count: number) => listen(`drawn=${count}`)],
    ['the connection was lost', (count: number) => listen('drawn=0', String(count))],
  ])('comes at once when something has changed since %s', async (_, connect) => {
    const before = b.store.changeCount()
    await b.say('meanwhile')
    const { next, stop } = await connect(before)
    const first = await next()
    const told = first.includes('data') ? first : await next()
    expect(told).toContain(`id: ${b.store.changeCount()}\ndata: changed`)
    stop()
  })
  it('does not come from looking at Home again', async () => {
    await b.page('?u=U000DANA&c=D000DANA&view=home')
    let changes = 0
    b.store.watch(() => changes++)
    await b.page('?u=U000DANA&c=D000DANA&view=home')
    expect(changes).toBe(0)
  })
})
