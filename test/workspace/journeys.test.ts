import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOT } from '../../src/workspace/seed.ts'
import { fieldsOf, openBrowser } from '../support/browser.ts'

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
const lastOf = (user: string) => b.store.messages.filter((m) => m.user === user).at(-1)
const fromBot = () => b.store.messages.filter((m) => m.user === BOT)
const thread = (ts: string, user = 'U000ALEX', channel = 'C000SPEND') =>
  b.page(`?u=${user}&c=${channel}&t=${ts}`)

describe('a question in a channel', () => {
  let root = ''
  it('is answered in its thread with verdict, table, flips, sources and buttons', async () => {
    await b.say('@rightsize Do we need GPT-class models to tag 200k support tickets a month?')
    root = lastOf('U000ALEX')?.ts ?? ''
    const html = await thread(root)
    expect(text(html)).toMatch(/Smaller is enough: use GPT-6 Luna/)
    expect(html).toMatch(/<table>[\s\S]*GPT-6 Astra/)
    for (const label of ['Adjust assumptions', 'Show the working', 'Helpful', 'What if'])
      expect(html).toContain(label)
    expect(html).toMatch(/<a href="https:\/\/[^"]+"[^>]*>[^<]*2026/)
    expect(b.store.statuses.size).toBe(0)
  })
  it('takes a follow-up without a mention and shows before and after', async () => {
    await b.say('and at 20M a month?', { thread: root })
    expect(text(await thread(root))).toMatch(
      /Before and after[\s\S]*Cost: before \$18 a month .* now \$1,800 a month/,
    )
  })
  it('recomputes when a flip button is clicked', async () => {
    const before = fromBot().length
    await b.click('What if: cost of a wrong answer', await thread(root))
    expect(fromBot().length).toBe(before + 1)
    expect(text(await thread(root))).toContain('Verdict: before')
  })
  it('opens the prefilled form, keeps it open on a wrong value with the note at its field, and recomputes on a right one', async () => {
    await b.click('Adjust assumptions', await thread(root))
    const html = await b.page('?u=U000ALEX&c=C000SPEND')
    const form = /<form method="post" action="\/submit">([\s\S]*?)<\/form>/.exec(html)?.[1] ?? ''
    const fields = fieldsOf(form)
    expect(fields['value:volume:value:plain_text_input']).toBe('200000')
    await b.post('/submit', { ...fields, 'value:volume:value:plain_text_input': 'many' })
    expect(text(await b.page('?u=U000ALEX&c=C000SPEND'))).toMatch(
      /volume: received "many", needs the number of requests/,
    )
    const before = fromBot().length
    await b.post('/submit', {
      ...fields,
      'value:value:value:plain_text_input': '5',
      'value:error-cost:value:plain_text_input': '50',
    })
    expect(fromBot().length).toBe(before + 1)
    expect(await b.page('?u=U000ALEX&c=C000SPEND')).not.toContain('role="dialog"')
  })
  it('shows the working with formulas, inputs and sources', async () => {
    await b.click('Show the working', await thread(root))
    const html = text(await b.page('?u=U000ALEX&c=C000SPEND'))
    expect(html).toMatch(/api-price[\s\S]*input_usd_per_1m = 10/)
    await b.post('/close', { user: 'U000ALEX', back: '/' })
  })
  it('thanks for a vote in private and keeps it', async () => {
    await b.click('Not helpful', await thread(root))
    expect(fromBot().at(-1)).toMatchObject({
      only: 'U000ALEX',
      text: expect.stringContaining('Thank you'),
    })
  })
  it('answers an edited question by editing the answer', async () => {
    await b.say('@rightsize what is a scaling law?')
    const asked = lastOf('U000ALEX')
    const count = fromBot().length
    const answer = fromBot().at(-1)
    await b.post('/edit', {
      user: 'U000ALEX',
      channel: 'C000SPEND',
      ts: asked?.ts ?? '',
      text: '@rightsize Is the internet running out of training data?',
      back: '/',
    })
    expect(fromBot().length).toBe(count)
    expect(answer?.edited).toBe(true)
    expect(JSON.stringify(answer?.blocks)).toContain('Villalobos')
  })
  it('takes its answer away when the question is deleted', async () => {
    const asked = lastOf('U000ALEX')
    const count = fromBot().length
    await b.post('/delete', {
      user: 'U000ALEX',
      channel: 'C000SPEND',
      ts: asked?.ts ?? '',
      back: '/',
    })
    expect(fromBot().length).toBe(count - 1)
  })
})

describe('what is not for the bot', () => {
  it('stays unanswered: messages, threads and channels where it was never called', async () => {
    const count = fromBot().length
    await b.say('just talking about models at 2M a month')
    const root = lastOf('U000ALEX')?.ts ?? ''
    await b.say('yes, do we need the bigger one?', { thread: root })
    expect(fromBot().length).toBe(count)
  })
  it('pings nobody, whatever the question holds', async () => {
    await b.say(
      '@rightsize <!channel> <@U000MINA> <https://evil.example|good> why did Chinchilla change things?',
    )
    const posted = fromBot().at(-1)
    expect(JSON.stringify([posted?.text, posted?.blocks])).not.toMatch(
      /<!channel>|<@U000MINA>|evil\.example\|/,
    )
  })
})

describe('a channel the bot is not a member of', () => {
  it('gets its answer by direct message, with how to invite the bot', async () => {
    await b.say('@rightsize why did Chinchilla change Kaplan’s advice?', { channel: 'C000RAND' })
    expect(fromBot().at(-1)).toMatchObject({ channel: 'D000ALEX' })
    expect(JSON.stringify(fromBot().at(-1)?.blocks)).toContain('/invite @rightsize')
  })
})

describe('in the direct message and Home', () => {
  it('a Korean reader is answered in Korean without a mention', async () => {
    await b.say('티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?', {
      user: 'U000MINA',
      channel: 'D000MINA',
    })
    expect(fromBot().at(-1)?.text).toContain('작은 모델로 충분합니다')
  })
  it('an empty mention and help offer examples; opening the messages tab shows prompts in the reader’s language', async () => {
    await b.say('@rightsize')
    expect(JSON.stringify(fromBot().at(-1)?.blocks)).toContain('You could ask')
    expect(await b.page('?u=U000MINA&c=D000MINA')).toContain('티켓 분류를 월 200만 건')
  })
  it('private answers can be reopened from Home', async () => {
    await b.say('/model-size task=chatbot volume=777')
    const html = await b.page('?u=U000ALEX&c=D000ALEX&view=home')
    expect(html).toContain('Your private answers')
    await b.click('Reopen', html)
    expect(fromBot().at(-1)).toMatchObject({ channel: 'D000ALEX' })
  })
  it('the message shortcut answers in that message’s thread', async () => {
    await b.say('we tag 5k tickets a day with gpt-4o, is that sane?')
    const m = lastOf('U000ALEX')
    await b.post('/shortcut', {
      user: 'U000MINA',
      channel: 'C000SPEND',
      ts: m?.ts ?? '',
      back: '/',
    })
    expect(fromBot().at(-1)).toMatchObject({ thread: m?.ts })
  })
})

describe('the log', () => {
  it('holds no message text', () =>
    expect(JSON.stringify(b.logged)).not.toMatch(/ticket|Chinchilla/))
})
