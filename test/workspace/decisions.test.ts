import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOT } from '../../src/workspace/seed.ts'
import { fieldsOf, openBrowser } from '../support/browser.ts'

let b: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  b = await openBrowser()
}, 60_000)
afterAll(() => b.close())

const OWNER = 'value:owner:value:users_select'
const REVIEW = 'value:reviewOn:value:datepicker'
const channel = () => b.page('?u=U000ALEX&c=C000SPEND')
const form = (html: string) =>
  fieldsOf(/<form method="post" action="\/submit">([\s\S]*?)<\/form>/.exec(html)?.[1] ?? '')
const lastText = () => b.store.messages.filter((m) => m.user === BOT).at(-1)?.text

describe('recording a decision in the workspace', () => {
  let root = ''
  it('opens a form with the clicker as owner and a day 90 days ahead', async () => {
    await b.say('@rightsize Do we need GPT-class models to tag 200k support tickets a month?')
    root = b.store.messages.findLast((m) => m.user === 'U000ALEX')?.ts ?? ''
    await b.click('Record decision', await b.page(`?u=U000ALEX&c=C000SPEND&t=${root}`))
    const html = await channel()
    expect(html).toMatch(/<option value="U000ALEX" selected>/)
    expect(html).toMatch(/<input type="date"[^>]*value="2027-02-22"/)
  })
  it('keeps a wrong day in the form with the reason at its field', async () => {
    await b.post('/submit', { ...form(await channel()), [REVIEW]: '2026-01-01' })
    const html = await channel()
    expect(html).toContain('id="error-reviewOn" role="alert">The review date must be after today')
    expect(html).toContain('value="2026-01-01"')
  })
  it('asks for an owner by itself, and records for the one chosen', async () => {
    await b.post('/submit', { ...form(await channel()), [REVIEW]: '2027-02-22', [OWNER]: '' })
    expect(await channel()).toContain('id="error-owner"')
    await b.post('/submit', {
      ...form(await channel()),
      [REVIEW]: '2027-02-22',
      [OWNER]: 'U000MINA',
    })
    expect(await channel()).not.toContain('role="dialog"')
    expect(lastText()).toContain('Decision recorded: smaller (GPT-6 Luna)')
  })
  it('shows it to its owner in Home, in the owner’s language, with the way to its thread', async () => {
    const home = await b.page('?u=U000MINA&c=D000MINA&view=home')
    expect(home).toContain('작은 모델 (GPT-6 Luna)')
    await b.click('열기', home)
    const view = await b.page('?u=U000MINA&c=D000MINA&view=home')
    expect(view).toContain(`c=C000SPEND&amp;t=${root}`)
    expect(view).toContain('검토일')
  })
  it('closes it there, and takes it up again in its thread', async () => {
    const home = '?u=U000MINA&c=D000MINA&view=home'
    const press = async (label: string) => {
      const html = await b.page(home)
      const button = html.match(new RegExp(`name="action" value="([^"]*)"[^>]*>${label}<`))?.[1]
      const action = (button ?? '').replace(/&quot;/g, '"')
      await b.post('/action', { user: 'U000MINA', ts: 'modal', back: '/', action })
    }
    await press('결정 닫기')
    expect(await b.page(home)).toContain('닫힘')
    await press('스레드에서 다시 열기')
    expect(b.store.messages.at(-1)).toMatchObject({ channel: 'C000SPEND', thread: root })
    expect(lastText()).toContain('Smaller is enough')
  })
  it('says in the thread when the workload is stated otherwise', async () => {
    await b.say('what if a right answer is worth $0.01?', { thread: root })
    expect(lastText()).toMatch(/^<@U000MINA> This differs from the decision of/)
  })
})
