import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../src/cli/run.ts'
import { readConfig } from '../../src/config.ts'
import { BOT } from '../../src/workspace/seed.ts'
import { fieldsOf, openBrowser } from '../support/browser.ts'
import { NOW } from '../support/knowledge.ts'

type Browser = Awaited<ReturnType<typeof openBrowser>>
let b: Browser
beforeAll(async () => {
  b = await openBrowser()
}, 60_000)
afterAll(() => b.close())

const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
const fromBot = () => b.store.messages.filter((m) => m.user === BOT)
const thread = (ts: string, user = 'U000ALEX', channel = 'C000SPEND') =>
  b.page(`?u=${user}&c=${channel}&t=${ts}`)

describe('/model-size', () => {
  it('with arguments answers in private, restates the request, and Share posts it as a thread others can continue', async () => {
    await b.say('/model-size task=classification volume=2M/month value=0.50 error-cost=2')
    const own = fromBot().at(-1)
    expect(own).toMatchObject({ only: 'U000ALEX' })
    expect(JSON.stringify(own?.blocks)).toMatch(/You gave: task=classification volume=2000000/)
    expect(text(await b.page('?u=U000MINA&c=C000SPEND'))).not.toMatch(
      /Only visible to you|나에게만/,
    )
    await b.click('Share to channel', await b.page('?u=U000ALEX&c=C000SPEND'))
    const root = fromBot()
      .filter((m) => m.thread === undefined && m.only === undefined)
      .at(-1)
    expect(root?.text).toContain('<@U000ALEX>')
    await b.say('what about 10k a month?', { user: 'U000MINA', thread: root?.ts ?? '' })
    expect(text(await thread(root?.ts ?? '', 'U000MINA'))).toContain('Before and after')
  })
  it('gives the same recommendation by arguments, by mention, by the form, by the shortcut and by a file', async () => {
    const replays = () =>
      fromBot()
        .map((m) => /Replay id (\w+)/.exec(JSON.stringify(m.blocks))?.[1])
        .filter(Boolean)
    await b.say('/model-size task=summarisation volume=30000')
    const byArguments = replays().at(-1)
    await b.say('@rightsize should we use a smaller model for 30,000 summaries a month?')
    const byMention = replays().at(-1)
    await b.say('/model-size')
    const form =
      /<form method="post" action="\/submit">([\s\S]*?)<\/form>/.exec(
        await b.page('?u=U000ALEX&c=C000SPEND'),
      )?.[1] ?? ''
    await b.post('/submit', {
      ...fieldsOf(form),
      'value:task:value:static_select': 'summarisation',
      'value:volume:value:plain_text_input': '30000',
    })
    const byForm = replays().at(-1)
    await b.say('should we use a smaller model for 30,000 summaries a month?')
    const { ts = '' } = b.store.messages.filter((m) => m.user === 'U000ALEX').at(-1) ?? {}
    await b.post('/shortcut', { user: 'U000MINA', channel: 'C000SPEND', ts, back: '/' })
    const byShortcut = replays().at(-1)
    const file = join(mkdtempSync(join(tmpdir(), 'rightsize-size-')), 'request.json')
    writeFileSync(file, JSON.stringify({ task: 'summarisation', volume: 30_000 }))
    const out: string[] = []
    await runCli(['size', '--file', file, '--json'], {
      config: () => readConfig({}),
      out: (line) => out.push(line),
      err: () => undefined,
      now: () => Date.parse(NOW),
    })
    expect([byMention, byForm, byShortcut, JSON.parse(out.join('')).replay]).toEqual(
      Array(4).fill(byArguments),
    )
  })
  it('with a wrong key names the nearest and offers the form', async () => {
    await b.say('/model-size volum=3 task=chatbot')
    expect(fromBot().at(-1)?.text).toContain('Did you mean volume')
    await b.click('Open the form', await b.page('?u=U000ALEX&c=C000SPEND'))
    expect(await b.page('?u=U000ALEX&c=C000SPEND')).toMatch(/<option value="chatbot" selected>/)
    await b.post('/close', { user: 'U000ALEX', back: '/' })
  })
  it('continues by direct message when its reply address has expired', async () => {
    await b.say('/model-size')
    const html = await b.page('?u=U000ALEX&c=C000SPEND')
    const form = /<form method="post" action="\/submit">([\s\S]*?)<\/form>/.exec(html)?.[1] ?? ''
    b.pass(31 * 60_000)
    await b.post('/submit', {
      ...fieldsOf(form),
      'value:task:value:static_select': 'chatbot',
      'value:volume:value:plain_text_input': '1000',
    })
    expect(fromBot().at(-1)?.channel).toBe('D000ALEX')
    expect(await b.page('?u=U000ALEX&c=C000SPEND')).toMatch(
      /Rightsize – Messages <span class="count">1</,
    )
  })
  it('previews the digest, sets it up and refuses a wrong hour and other companies', async () => {
    await b.say('/model-size digest preview')
    expect(fromBot().at(-1)?.text).toContain('No spend was imported')
    const owner = { user: 'U000MINA' }
    await b.say('/model-size digest weekday=monday hour=9 zone=Asia/Seoul', owner)
    expect(fromBot().at(-1)?.text).toContain('2026년 11월 30일 월요일')
    await b.say('/model-size digest weekday=monday hour=3 zone=Asia/Seoul', owner)
    expect(fromBot().at(-1)?.text).toContain('시각은 5부터')
    await b.say('/model-size digest preview', { user: 'U000DANA', channel: 'C000SUPP' })
    expect(fromBot().at(-1)?.text).toContain('only to members')
  })
})
