import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SlackInProcess, slackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeEach(async () => {
  s = await slackInProcess()
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  await s.db.destroy()
})

const SIZE = 'Do we need GPT-class models to tag 200k support tickets a month?'
const mention = (ts: string, text = SIZE, more: object = {}) => ({
  type: 'app_mention',
  user: 'U1',
  channel: 'C1',
  ts,
  text: `<@U0BOT> ${text}`,
  ...more,
})
const message = (ts: string, text: string, more: object = {}) => ({
  type: 'message',
  channel_type: 'channel',
  user: 'U1',
  channel: 'C1',
  ts,
  text,
  ...more,
})
const refuse = (error: string) => () => ({ ok: false, error })

describe('a question', () => {
  it('is answered in its thread, with its verdict as the text and its turn in the metadata', async () => {
    await s.event(mention('1.0'))
    expect(s.last('chat.postMessage')).toMatchObject({
      channel: 'C1',
      thread_ts: '1.0',
      text: expect.stringContaining('Smaller is enough'),
      metadata: { event_type: 'rightsize_answer', event_payload: { turn: expect.any(String) } },
    })
  })
  it('shows a status in the language of the question and takes it away, even when it fails', async () => {
    await s.event(mention('1.0', '큰 모델이 꼭 필요해? 티켓 분류 월 200만 건'))
    s.replies.set('chat.postMessage', refuse('fatal_error'))
    await s.event(mention('2.0'))
    const statuses = s.of('assistant.threads.setStatus').map((c) => c.body.status)
    expect(statuses).toEqual(['계산하고 있습니다…', '', 'is working it out…', ''])
    const [korean, none, english] = s
      .of('assistant.threads.setStatus')
      .map((c) => c.body.loading_messages)
    expect(korean).toContain('노트와 가격을 찾아보고 있습니다…')
    expect(none).toBeUndefined()
    expect(english).toContain('Looking through notes and prices…')
  })
  it('is still answered where a status cannot be set', async () => {
    s.replies.set('assistant.threads.setStatus', refuse('missing_scope'))
    await s.event(mention('1.0'))
    expect(s.of('chat.postMessage')).toHaveLength(1)
  })
  it('is answered once, after the wait that Slack asks for', async () => {
    const slower = () => new Response('', { status: 429, headers: { 'retry-after': '2' } })
    s.replies.set('chat.postMessage', () =>
      s.of('chat.postMessage').length === 1 ? slower() : { ok: true, ts: '9.0' },
    )
    await s.event(mention('1.0'))
    expect([s.of('chat.postMessage').length, s.waited]).toEqual([2, [2000]])
    expect(s.of('chat.postEphemeral')).toEqual([])
  })
  it('in a direct message needs no mention, in another thread it does', async () => {
    await s.event(message('1.0', SIZE, { channel: 'D1', channel_type: 'im' }))
    await s.event(message('3.0', 'and at 20M a month?', { thread_ts: '2.0' }))
    expect(s.of('chat.postMessage').map((c) => c.body.thread_ts)).toEqual(['1.0'])
  })
  it('that follows up in the bot’s own thread needs no mention', async () => {
    await s.event(mention('1.0'))
    await s.event(message('2.0', 'and at 20M a month?', { thread_ts: '1.0' }))
    expect(JSON.stringify(s.last('chat.postMessage').blocks)).toContain('Before and after')
  })
  it('goes to the direct message where the channel takes not even a private note', async () => {
    const there = (b: Record<string, unknown>) =>
      b.channel === 'C1' ? { ok: false, error: 'not_in_channel' } : { ok: true, ts: '9.0' }
    s.replies.set('chat.postMessage', there)
    s.replies.set('chat.postEphemeral', there)
    await s.event(mention('1.0'))
    expect(s.last('chat.postMessage').channel).toBe('D1')
    expect(JSON.stringify(s.last('chat.postMessage').blocks)).toContain('/invite @rightsize')
    const [turn] = await s.options.conversation.privateTurns('T000000001', 'U1', 5)
    expect(turn?.place).toMatchObject({ channel: 'D1', thread: '9.0' })
  })
})

describe('a question that changes', () => {
  const edit = (text: string, before: string, more: object = {}) => ({
    type: 'message',
    subtype: 'message_changed',
    channel: 'C1',
    channel_type: 'channel',
    ts: '5.0',
    message: { type: 'message', user: 'U1', ts: '1.0', text, ...more },
    previous_message: { type: 'message', user: 'U1', ts: '1.0', text: before },
  })
  it('has its answer replaced in place', async () => {
    await s.event(mention('1.0'))
    await s.event(edit('<@U0BOT> what is a scaling law?', `<@U0BOT> ${SIZE}`))
    expect(s.of('chat.postMessage')).toHaveLength(1)
    expect(s.last('chat.update')).toMatchObject({ channel: 'C1', ts: '101.0' })
    expect(s.last('chat.update').text).not.toContain('Smaller is enough')
  })
  it('keeps its answer when only a preview of a link was added', async () => {
    await s.event(mention('1.0'))
    await s.event(edit(`<@U0BOT> ${SIZE}`, `<@U0BOT> ${SIZE}`))
    expect(s.of('chat.update')).toEqual([])
  })
  it('takes its answer with it when it is deleted', async () => {
    await s.event(mention('1.0'))
    await s.event({
      type: 'message',
      subtype: 'message_deleted',
      channel: 'C1',
      channel_type: 'channel',
      ts: '5.0',
      deleted_ts: '1.0',
    })
    expect(s.last('chat.delete')).toMatchObject({ channel: 'C1', ts: '101.0' })
  })
  it('leaves no answer behind when it is deleted while the answer is on its way', async () => {
    const { conversation } = s.options
    s.replies.set('chat.postMessage', () => {
      void conversation
        .turnForQuestion('T000000001', 'C1', '1.0')
        .then((turn) => turn && conversation.forget(turn))
      return { ok: true, ts: '101.0' }
    })
    await s.event(mention('1.0'))
    expect(s.last('chat.delete')).toMatchObject({ channel: 'C1', ts: '101.0' })
    expect(await conversation.turnForQuestion('T000000001', 'C1', '1.0')).toBeUndefined()
  })
  it('gets the answer to what it says by now when it is edited while the answer is on its way', async () => {
    let editing: Promise<unknown> | undefined
    const b = await slackInProcess(({ conversation }) => ({
      conversation: {
        ...conversation,
        posted: async (turn, at) => {
          editing ??= conversation.askAgain(turn, 'what is a scaling law?')
          await editing
          return conversation.posted(turn, at)
        },
      },
    }))
    await b.event(mention('1.0'))
    expect(JSON.stringify(b.last('chat.update').blocks)).toContain('Kaplan et al. 2020')
    await b.db.destroy()
  })
  it('loses its old blocks when the new answer can only be text', async () => {
    await s.event(mention('1.0'))
    s.replies.set('chat.update', (b) =>
      (b.blocks as unknown[]).length > 0 ? { ok: false, error: 'invalid_blocks' } : { ok: true },
    )
    await s.event(edit('<@U0BOT> what is a scaling law?', `<@U0BOT> ${SIZE}`))
    expect(s.last('chat.update').blocks).toEqual([])
  })
  it('does so too when it has replies, where Slack leaves a tombstone', async () => {
    await s.event(mention('1.0'))
    const tombstone = { subtype: 'tombstone', user: 'USLACKBOT', hidden: true }
    await s.event(edit('This message was deleted.', `<@U0BOT> ${SIZE}`, tombstone))
    expect(s.last('chat.delete')).toMatchObject({ channel: 'C1', ts: '101.0' })
    expect(s.of('chat.update')).toEqual([])
    expect(await s.options.conversation.turnForQuestion('T000000001', 'C1', '1.0')).toBeUndefined()
  })
})

describe('when the memory is broken', () => {
  const broken = () =>
    slackInProcess(({ conversation }) => ({
      conversation: {
        ...conversation,
        firstTime: () => Promise.reject(new Error('the database is gone')),
      },
    }))
  it('whoever asked is told, with the reference that is in the log', async () => {
    const b = await broken()
    await b.event(mention('1.0'))
    const reference = b.logged.find((l) => l.level === 'error')?.fields.reference
    expect(b.last('chat.postEphemeral')).toMatchObject({
      channel: 'C1',
      user: 'U1',
      text: expect.stringContaining(String(reference)),
    })
    expect(b.last('chat.postEphemeral').text).not.toContain('database')
    await b.db.destroy()
  })
  it('whoever just talked in a channel is left alone', async () => {
    const b = await broken()
    await b.event(message('1.0', 'lunch?'))
    await b.event(message('2.0', 'yes', { thread_ts: '1.0' }))
    expect(b.sent.filter((c) => c.method.startsWith('chat.'))).toEqual([])
    await b.db.destroy()
  })
})
