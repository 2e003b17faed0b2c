import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTinyApp } from './tiny-app.ts'

let b: Awaited<ReturnType<typeof openTinyApp>>
beforeAll(async () => {
  b = await openTinyApp()
})
afterAll(() => b.close())

const clockOf = (html: string) => /<time id="clock" datetime="([^"]+)"/.exec(html)?.[1]

describe('the colours', () => {
  it('follow the system until they are chosen, then what this browser chose', async () => {
    expect(await b.page()).toContain('data-theme="auto"')
    const chosen = await b.post('/theme', { theme: 'dark', back: '/?u=U000ALEX' })
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/?u=U000ALEX'])
    const cookie = chosen.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/SameSite=Strict; HttpOnly/)
    const html = await (
      await fetch(b.url, { headers: { cookie: cookie.split(';')[0] ?? '' } })
    ).text()
    expect(html).toContain('data-theme="dark"')
    expect(html).toMatch(/value="dark" aria-pressed="true"/)
  })
  it('an unknown choice is no choice', async () => {
    const answer = await b.post('/theme', { theme: '"><script>' })
    expect(answer.headers.get('set-cookie')).toMatch(/^theme=auto;/)
  })
})

describe('the clock', () => {
  it('is moved by a form, and what watched it was done before the page comes', async () => {
    let told = 0
    b.clock.watch(() => {
      told = b.clock.now()
    })
    const answer = await b.post('/travel', { to: 'Monday 09:00', zone: 'Asia/Seoul' })
    expect(answer.status).toBe(303)
    expect(new Date(told).toISOString()).toBe('2026-11-30T00:00:00.000Z')
    const html = await b.page()
    expect(clockOf(html)).toBe('2026-11-30T00:00:00.000Z')
    expect(html).toContain('5 d 12 h ahead of the real time.')
    expect(html).toMatch(/role="status">The clock says Mon,? 30 Nov 09:00 \(Asia\/Seoul\)/)
  })
  it('says what it did not understand, once, in the language of whoever asked', async () => {
    await b.post('/travel', { user: 'U000MINA', to: '<b>어제', zone: 'Asia/Seoul' })
    const html = await b.page('?u=U000MINA')
    expect(html).toMatch(/role="alert">“&lt;b&gt;어제”은\(는\) 앞으로 올 시각이 아닙니다/)
    expect(await b.page('?u=U000MINA')).not.toContain('role="alert"')
  })
  it('offers the next digest of the channels one is in, on the clocks of its zone', async () => {
    const nextRun = Date.parse('2026-12-07T00:00:00Z')
    b.upcoming.push({ channel: 'C000SPEND', nextRun, zone: 'Asia/Seoul' })
    expect(await b.page()).toMatch(
      /name="to" value="2026-12-07 09:00"><input type="hidden" name="zone" value="Asia\/Seoul"><button>To the next digest in #ai-spend/,
    )
    expect(await b.page('?u=U000GABI&c=C000SUPP')).not.toContain('To the next digest')
  })
  it('is there, and says so, while the store of the schedules cannot be read', async () => {
    b.beAway(true)
    expect(await b.page()).toContain('The scheduled digests cannot be read at the moment.')
    b.beAway(false)
    expect(await b.page()).not.toContain('cannot be read at the moment')
  })
  it('goes back to the real time', async () => {
    await b.post('/travel', { to: 'now' })
    expect(clockOf(await b.page())).toBe('2026-11-24T12:00:00.000Z')
  })
})

describe('the traffic', () => {
  const traffic = (query = '') => b.page(`traffic?u=U000ALEX${query}`)
  it('lists what went in and out with its payload and answer, and can be narrowed to a kind', async () => {
    await b.post('/forget-traffic', {})
    await b.say('@rightsize seen in the traffic')
    await b.say('/model-size open')
    const all = await traffic()
    expect(all).toMatch(/→ to the app<\/span><b>app_mention<\/b>/)
    expect(all).toMatch(/← from the app<\/span><b>chat\.postMessage<\/b>/)
    expect(all).toMatch(/<b>\/model-size open<\/b>[\s\S]*?&quot;text&quot;: &quot;for all&quot;/)
    const commands = await traffic('&kind=command')
    expect(commands).toContain('/model-size open')
    expect(commands).not.toContain('<b>app_mention</b>')
  })
  it('shows no token and no address that can be used again', async () => {
    await b.say('@rightsize my key is xoxb-123456789012-abcdefgh')
    const all = await traffic()
    expect(all).not.toMatch(/xoxb-\w|trigger\d{6}|\/respond\/R\d/)
    expect(all).toMatch(/&quot;trigger_id&quot;: &quot;\[redacted\]&quot;/)
  })
  it('says which limit of Slack a payload was over', async () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]
    await b.fetch(`${b.slackApiUrl}chat.postMessage`, {
      method: 'POST',
      body: new URLSearchParams({ channel: 'C000SPEND', blocks: JSON.stringify(blocks) }),
    })
    const refused = await traffic('&refused=1')
    expect(refused).toContain('Slack refuses this payload')
    expect(refused).toMatch(/<li>block 0 \(header\): text .*150/)
    expect(refused).toContain('<span class="outcome">invalid_blocks</span>')
    expect(refused).not.toContain('/model-size open')
  })
})

describe('the agent’s pane', () => {
  const pane = async (agent: string, user = 'U000ALEX') =>
    /<aside[\s\S]*<\/aside>/.exec(await b.page(`?u=${user}&c=C000SUPP&agent=${agent}`))?.[0] ?? ''
  it('opens beside a channel with a greeting, tells the app, and offers what it suggests', async () => {
    b.store.prompts.set('D000ALEX', [{ title: 'Try <me>', message: 'a suggested question' }])
    const html = await pane('last')
    expect(html).toContain('What would you like to weigh up?')
    expect(html).toMatch(/value="a suggested question"><button>Try &lt;me&gt;<\/button>/)
    await pane('last', 'U000MINA')
    expect(b.last('home')).toMatchObject({ user: 'U000MINA', tab: 'messages', channel: 'D000MINA' })
  })
  it('a question there goes to the direct message; its conversation is shown, others are listed', async () => {
    await b.say('the first one', { channel: 'D000ALEX' })
    await b.say('the second one', { channel: 'D000ALEX' })
    const html = await pane('last')
    expect(html).toMatch(/id="agent"[\s\S]*the second one/)
    expect(html).toMatch(/Earlier questions[\s\S]*agent=[\d.]+">the first one<\/a>/)
    expect(await pane('new')).toContain('What would you like to weigh up?')
    const root = b.store.messages.findLast((m) => m.text === 'the second one')
    expect(html).toContain(`name="thread" value="${root?.ts}"`)
  })
  it('says what the app is at, with the messages that Slack shows in turn, each once', async () => {
    await b.say('the slow one', { channel: 'D000ALEX' })
    const { ts = '' } = b.store.messages.findLast((m) => m.text === 'the slow one') ?? {}
    b.store.setStatus('D000ALEX', ts, 'counts <…>', ['Reading…', 'counts <…>'])
    expect(await pane('last')).toContain('role="status">Rightsize counts &lt;…&gt; · Reading…</p>')
  })
})

describe('reactions', () => {
  it('are put on and taken away by each person, counted, and told in words', async () => {
    await b.say('react to me')
    const root = b.store.messages.findLast((m) => m.text === 'react to me')
    const react = (user: string) => b.post('/react', { user, ts: root?.ts ?? '', name: 'eyes' })
    await react('U000ALEX')
    await react('U000MINA')
    expect(await b.page()).toContain(
      'aria-pressed="true" aria-label="2: Alex and Mina reacted with :eyes:"',
    )
    await react('U000ALEX')
    expect(root?.reactions).toEqual([{ name: 'eyes', users: ['U000MINA'] }])
    await react('U000MINA')
    expect(root?.reactions).toEqual([])
  })
  it('an emoji that is none is refused', async () => {
    const ts = b.store.messages.at(-1)?.ts ?? ''
    expect((await b.post('/react', { ts, name: '<b>' })).status).toBe(400)
  })
})

describe('commands', () => {
  it('are listed with what they do, for a script to complete', async () => {
    const html = await b.page()
    expect(html).toMatch(/aria-autocomplete="list" aria-controls="say-list"/)
    expect(html).toMatch(/role="option"[^>]*data-insert="\/model-size help compare"/)
  })
  it('words and a file in a direct message go together', async () => {
    const form = new FormData()
    const fields = { user: 'U000ALEX', channel: 'D000ALEX', back: '/', text: 'our bill' }
    for (const [key, value] of Object.entries(fields)) form.set(key, value)
    form.set('file', new Blob(['a,b']), 'bill.csv')
    await fetch(new URL('/say', b.url), { method: 'POST', body: form, redirect: 'manual' })
    expect(b.last('message')).toMatchObject({ text: 'our bill', files: [{ name: 'bill.csv' }] })
    form.delete('file')
    form.set('file', new Blob([]), '')
    form.set('text', 'no bill')
    await fetch(new URL('/say', b.url), { method: 'POST', body: form, redirect: 'manual' })
    expect(b.last('message')).toMatchObject({ text: 'no bill' })
  })
})

describe('a page', () => {
  it('uses no id twice, whatever stands beside what', async () => {
    for (const query of [
      '?u=U000ALEX&c=C000SPEND&agent=last',
      '?u=U000ALEX&c=D000ALEX&agent=last',
    ]) {
      const ids = [...(await b.page(query)).matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    }
  })
  it('has one heading of the first rank, and no rank is left out', async () => {
    const html = await b.page('?u=U000ALEX&c=C000SPEND&agent=last')
    const ranks = [...html.matchAll(/<h(\d)/g)].map((m) => Number(m[1]))
    expect(ranks.filter((r) => r === 1)).toHaveLength(1)
    expect(ranks.every((r, i) => i === 0 || r <= (ranks[i - 1] ?? 0) + 1)).toBe(true)
  })
  it('shows guests and people of other companies a channel they are in', async () => {
    expect(await b.page('?u=U000GABI&c=C000SPEND')).toContain('<h2># support</h2>')
  })
})
