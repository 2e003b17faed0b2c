import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decisionPublisher } from '../../src/slack/decision-publisher.ts'
import { createPoster } from '../../src/slack/post.ts'
import { decisionStore } from '../../src/storage/decision-store.ts'
import { buttonOf, type SlackInProcess, slackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeEach(async () => {
  s = await slackInProcess()
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  await s.db.destroy()
})

type Json = Record<string, unknown>
const ENGLISH = 'Do we need GPT-class models to tag 200k support tickets a month?'
const KOREAN = '티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?'
const ask = (text = ENGLISH, ts = '1.0') =>
  s.event({ type: 'app_mention', user: 'U1', channel: 'C1', ts, text: `<@U0BOT> ${text}` })
const opened = () => s.last('views.open').view as Json
const record = async (date = '2027-03-01') => {
  await s.click(buttonOf(s.last('chat.postMessage'), 'record_decision'))
  return s.submit(opened(), {
    owner: { selected_user: 'U2' },
    reviewOn: { selected_date: date },
    note: 'until the pilot <is> done',
  })
}
const home = async (user = 'U1') => {
  await s.event({ type: 'app_home_opened', user, tab: 'home', channel: 'D1' })
  return s.last('views.publish').view as Json
}
const said = (body: Json) => JSON.stringify(body)

describe('a decision', () => {
  it('is recorded from the button under a recommendation, with the clicker and 90 days proposed', async () => {
    await ask()
    await s.click(buttonOf(s.last('chat.postMessage'), 'record_decision'))
    expect(said(opened())).toContain('"initial_user":"U1"')
    expect(said(opened())).toContain('"initial_date":"2027-02-22"')
    expect(await record()).toBeUndefined()
    expect(s.last('chat.postMessage')).toMatchObject({
      channel: 'C1',
      thread_ts: '1.0',
      text: expect.stringMatching(/^Decision recorded: smaller \(GPT-6 Luna\).*<@U2>/),
    })
  })
  it.each([
    [ENGLISH, '2026-11-24', 'The review date must be after today (2026-11-24, UTC)'],
    [KOREAN, '2025-01-01', '검토일은 오늘(2026-11-24, UTC) 이후여야 합니다'],
    [ENGLISH, 'tomorrow', 'The review date must be a date such as 2027-02-22'],
  ])(
    'of %s with the review date %s says so at the field and is not kept',
    async (text, date, sentence) => {
      await ask(text)
      expect(await record(date)).toMatchObject({
        response_action: 'errors',
        errors: { reviewOn: expect.stringContaining(sentence) },
      })
      const opening = s.sent.findLastIndex(({ method }) => method === 'views.open')
      expect(s.sent.slice(opening + 1)).toEqual([])
      expect(await decisionStore(s.db).all()).toEqual([])
    },
  )
  it('is listed in Home, opens with its figures and thread, closes, and is taken up again in its thread', async () => {
    s.replies.set('chat.getPermalink', () => ({ ok: true, permalink: 'https://x.example/p1' }))
    await ask()
    await record()
    await s.click(buttonOf(await home('U2'), 'open_decision'), { container: { type: 'view' } })
    const view = opened()
    for (const part of [
      '<https://x.example/p1|Open the thread>',
      '<@U2>',
      'until the pilot &lt;is&gt; done',
      'cost $18 a month ƒ; quality 88.3%',
      'GPT-6 Luna, input price $0.10',
      'Cost of a wrong answer $0.57 ƒ',
      'Replay id',
    ])
      expect(said(view)).toContain(part)
    const inModal = { container: { type: 'view' }, view: { id: 'V1' } }
    await s.click(buttonOf(view, 'close_decision'), inModal)
    const closed = s.last('views.update').view as Json
    expect(said(closed)).toContain('closed')
    expect(said(closed)).not.toContain('close_decision')
    expect(said(await home())).not.toContain('open_decision')
    await s.click(buttonOf(closed, 'reopen_decision'), inModal)
    const [announced, answer] = s.of('chat.postMessage').slice(-2)
    expect(announced?.body).toMatchObject({
      channel: 'C1',
      thread_ts: '1.0',
      text: expect.stringContaining('Decision reopened'),
    })
    expect(answer?.body).toMatchObject({
      thread_ts: '1.0',
      text: expect.stringContaining('Smaller is enough'),
    })
    expect(said(await home())).toContain('open_decision')
  })
  it.each([
    ['decisions', 'U1', 'smaller (GPT-6 Luna)'],
    ['결정', 'UKO', '작은 모델 (GPT-6 Luna)'],
  ])('is listed by /model-size %s to people of the channel', async (words, user, title) => {
    await s.command(words, user)
    expect(said(s.last('respond'))).toMatch(/No decisions are recorded|기록된 결정이 없습니다/)
    await ask()
    await record()
    await s.command(words, user)
    expect(said(s.last('respond'))).toContain(title)
  })
  it('that is gone says so', async () => {
    await s.click({ action_id: 'open_decision', value: 'nothing' })
    expect(s.last('chat.postMessage')).toMatchObject({
      channel: 'D1',
      text: 'That decision is no longer stored.',
    })
  })
  it('from a private answer is confirmed in the direct message', async () => {
    await s.command('task=classification volume=200k/month')
    await s.click(buttonOf(s.last('respond'), 'record_decision'))
    await s.submit(opened(), {
      owner: { selected_user: 'U1' },
      reviewOn: { selected_date: '2027-03-01' },
    })
    expect(s.last('chat.postMessage').channel).toBe('D1')
    await s.command('decisions', 'U9')
    expect(said(s.last('respond'))).toContain('No decisions are recorded')
  })
})

describe('an open decision', () => {
  const post = (client: SlackInProcess['client']) =>
    decisionPublisher(client, createPoster(s.options.log, true))
  const dueNow = async () => {
    await ask()
    await record()
    const [kept] = await decisionStore(s.db).all()
    if (!kept) throw new Error('nothing was recorded')
    await decisionStore(s.db).save({ ...kept, reviewOn: '2026-11-24' })
  }
  it('is answered once where a follow-up in its thread gives another verdict', async () => {
    await ask()
    await record()
    const follow = (ts: string) =>
      s.event({
        type: 'message',
        channel_type: 'channel',
        user: 'U1',
        channel: 'C1',
        ts,
        thread_ts: '1.0',
        text: 'what if a right answer is worth $0.01?',
      })
    await follow('2.0')
    await follow('3.0')
    const told = s.of('chat.postMessage').filter((c) => said(c.body).includes('This differs from'))
    expect(told).toHaveLength(1)
    expect(told[0]?.body).toMatchObject({
      thread_ts: '1.0',
      text: expect.stringMatching(/^<@U2> /),
    })
  })
  it('calls its owner in the thread, under a key by which a crash finds the message again', async () => {
    await dueNow()
    await s.review.tick(post(s.client))
    const posted = s.last('chat.postMessage')
    expect(posted).toMatchObject({
      thread_ts: '1.0',
      text: expect.stringMatching(/^<@U2> The review date of the decision/),
      metadata: { event_type: 'rightsize_decision' },
    })
    s.replies.set('conversations.replies', () => ({
      ok: true,
      messages: [{ ts: '77.0', metadata: posted.metadata }],
    }))
    await s.db.updateTable('decision_notice').set({ state: 'sending', lease_until: 1 }).execute()
    const before = s.of('chat.postMessage').length
    await s.review.tick(post(s.client))
    expect(s.of('chat.postMessage')).toHaveLength(before)
    expect(await s.db.selectFrom('decision_notice').selectAll().execute()).toMatchObject([
      { state: 'posted', message_ts: '77.0' },
    ])
  })
  it('tells its owner alone where the channel is gone', async () => {
    await dueNow()
    s.replies.set('chat.postMessage', (b) =>
      b.channel === 'C1' ? { ok: false, error: 'is_archived' } : { ok: true, ts: '9.0' },
    )
    await s.review.tick(post(s.client))
    expect(s.last('chat.postMessage')).toMatchObject({ channel: 'D2' })
    expect((await decisionStore(s.db).all())[0]?.unreachable).toBe(true)
  })
})
