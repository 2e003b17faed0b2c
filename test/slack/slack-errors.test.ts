import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mention } from '../support/recording-slack.ts'
import { type SlackInProcess, slackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeEach(async () => {
  s = await slackInProcess()
})
afterEach(() => s.db.destroy())

const refusing = (error: string) => () => Response.json({ ok: false, error })
const broken = () => new Response('upstream', { status: 500 })
const tooFast = () => new Response('', { status: 429, headers: { 'retry-after': '600' } })
const referenceOf = () => String(s.logged.findLast((l) => l.level === 'error')?.fields.reference)
/** Nothing of the question, of the answer or of the token is in the log. */
const nothingTold = () => {
  const log = JSON.stringify(s.logged)
  for (const secret of ['xoxb-1', 'Chinchilla', 'Hoffmann']) expect(log).not.toContain(secret)
}

describe('an answer that Slack does not take', () => {
  it.each([
    ['because it is broken', broken],
    ['because it wants ten minutes', tooFast],
    ['because it calls the message wrong', refusing('msg_too_long')],
    ['because the request was wrong', refusing('internal_error')],
  ])('%s is apologised for in private, with the reference of the log', async (_, reply) => {
    s.replies.set('chat.postMessage', reply)
    await s.event(mention('1.0'))
    expect(s.last('chat.postEphemeral')).toMatchObject({ channel: 'C1', user: 'U1' })
    expect(s.last('chat.postEphemeral').text).toContain(referenceOf())
    expect(s.last('chat.postEphemeral').text).toMatch(/[가-힣]/)
    expect(s.of('chat.postMessage')).toHaveLength(1)
    nothingTold()
  })
  it('for its blocks is posted with fewer of them', async () => {
    let posts = 0
    s.replies.set('chat.postMessage', () =>
      ++posts < 3 ? { ok: false, error: 'msg_blocks_too_long' } : { ok: true, ts: '9.0' },
    )
    await s.event(mention('1.0'))
    expect(s.of('chat.postMessage')).toHaveLength(3)
    expect(s.last('chat.postMessage').blocks).toBeUndefined()
    expect(s.of('chat.postEphemeral')).toEqual([])
    nothingTold()
  })
  it.each(['channel_not_found', 'is_archived', 'not_in_channel'])(
    'because of its channel (%s) reaches the asker alone',
    async (error) => {
      s.replies.set('chat.postMessage', refusing(error))
      await s.event(mention('1.0'))
      expect(JSON.stringify(s.last('chat.postEphemeral'))).toContain('Hoffmann')
      nothingTold()
    },
  )
  it.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    'because the token is not good any more (%s) is in the log by that name, and the process goes on',
    async (error) => {
      for (const method of ['chat.postMessage', 'chat.postEphemeral', 'conversations.open'])
        s.replies.set(method, refusing(error))
      await s.event(mention('1.0'))
      expect(JSON.stringify(s.logged.filter((l) => l.level === 'error'))).toContain(error)
      nothingTold()
      s.replies.clear()
      await s.event(mention('2.0'))
      expect(s.last('chat.postMessage').thread_ts).toBe('2.0')
    },
  )
})

describe('a form that Slack does not open', () => {
  it.each([
    ['expired_trigger_id', refusing('expired_trigger_id')],
    ['500', broken],
    ['429', tooFast],
  ])('(%s) is apologised for where the command was typed', async (_, reply) => {
    s.replies.set('views.open', reply)
    await s.command('')
    expect(String(s.last('respond').text)).toContain(referenceOf())
    nothingTold()
  })
})

describe('a button whose value makes no sense', () => {
  it.each(['null', '{', '[]', '{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{}}}'])(
    '(%s) changes nothing, and whoever clicked is told or sees nothing happen',
    async (value) => {
      for (const action_id of ['try_flip_1', 'change_settings', 'open_form', 'share_answer'])
        await s.click({ action_id, value })
      expect(Reflect.get({}, 'polluted')).toBeUndefined()
      expect((await s.settings.settings('T000000001')).revision).toBe(0)
      await s.event(mention('1.0'))
      expect(s.last('chat.postMessage').thread_ts).toBe('1.0')
    },
  )
})

describe('events out of their order', () => {
  it('an edit and a deletion of a question that was never seen are left alone', async () => {
    const about = { type: 'message', channel: 'C1', channel_type: 'channel', ts: '5.0' }
    const text = '<@U0BOT> what is a scaling law?'
    await s.event({
      ...about,
      subtype: 'message_changed',
      message: { type: 'message', user: 'U1', ts: '1.0', text },
      previous_message: { type: 'message', user: 'U1', ts: '1.0', text: 'x' },
    })
    await s.event({ ...about, subtype: 'message_deleted', deleted_ts: '1.0' })
    expect(s.sent.filter((c) => c.method.startsWith('chat.'))).toEqual([])
    expect(s.logged.filter((l) => l.level === 'error')).toEqual([])
  })
})

describe('a command longer than is read', () => {
  it.each([
    ['U1', 'more than forty'.repeat(300), 'four thousand characters'],
    ['UKO', 'task='.repeat(2000), '사천 자'],
  ])('is not read, and %s hears so', async (user, text, said) => {
    await s.command(text, user)
    expect(String(s.last('respond').text)).toContain(said)
  })
  it('as a question is read to its limit, and the answer says so', async () => {
    const text = `<@U0BOT> Why did Chinchilla change Kaplan’s advice? ${'and so on '.repeat(2000)}`
    await s.event({ ...mention('1.0'), text })
    expect(JSON.stringify(s.last('chat.postMessage').blocks)).toContain(
      'only its beginning was read',
    )
  })
})
