import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf, unquoted } from '../../src/slack/failure-fields.ts'
import { DatabaseFaultError } from '../../src/storage/database-error.ts'
import { buttonOf, type SlackInProcess, slackInProcess } from '../support/slack-in-process.ts'

/** Words that stand nowhere in the product, in what people write; and secrets. */
const MARKER = 'zanzibarquokka'
const TOKEN = 'xoxb-123456789-secretquokka'
const SECRETS = [MARKER, 'secretquokka', 'slack.invalid/respond']

let s: SlackInProcess
const start = async (ask?: (text: string) => Promise<never>) => {
  s = await slackInProcess((base) => ({
    strict: false,
    bolt: { ...base.bolt, token: TOKEN },
    ...(ask ? { conversation: { ...base.conversation, ask: ({ text }) => ask(text) } } : {}),
  }))
}
const QUESTION = `do we need GPT-class models to tag 200k ${MARKER} tickets a month?`
const mention = (text = QUESTION, ts = '1.0') =>
  s.event({ type: 'app_mention', user: 'U1', channel: 'C1', ts, text: `<@U0BOT> ${text}` })
const lines = () => JSON.stringify(s.logged)

afterEach(async () => {
  for (const secret of SECRETS) expect(lines()).not.toContain(secret)
  await s.db.destroy()
})

describe('what people write is in no line of the log', () => {
  beforeEach(() => start())

  it('when it is answered', async () => {
    await mention()
    const direct = { type: 'message', channel_type: 'im', user: 'U1', channel: 'D1' }
    await s.event({ ...direct, ts: '2.0', text: `why is ${MARKER} so dear?` })
    await s.event({ ...direct, ts: '3.0', text: `우리 ${MARKER} 지출이 얼마야?` })
    await s.event({
      ...{ type: 'message', subtype: 'message_changed', channel: 'C1', channel_type: 'channel' },
      message: { type: 'message', user: 'U1', ts: '1.0', text: `<@U0BOT> what about ${MARKER}?` },
      previous_message: { type: 'message', user: 'U1', ts: '1.0', text: 'before' },
    })
    for (const text of [MARKER, `task=${MARKER}`, `admin add ${MARKER}`, `digest ${MARKER}`])
      await s.command(text)
    expect(s.of('chat.postMessage').length).toBeGreaterThan(2)
  })
  it('when it is voted on, recorded with a note and shared', async () => {
    await mention()
    const answer = s.last('chat.postMessage')
    await s.click({ action_id: 'feedback', value: 'yes id1' })
    await s.click(buttonOf(answer, 'record_decision'))
    const view = s.last('views.open').view as Record<string, unknown>
    await s.submit(view, {
      owner: { selected_user: 'U2' },
      reviewOn: { selected_date: '2027-02-22' },
      note: `until ${MARKER} is done`,
    })
    expect(s.last('chat.postMessage').text).toContain('Decision recorded')
  })
  it.each([
    ['invalid_blocks', { messages: [`[ERROR] no "${MARKER}" here [json-pointer:/blocks/0]`] }],
    ['channel_not_found', {}],
    ['internal_error', { messages: [MARKER] }],
  ])('when Slack refuses the answer with %s', async (error, response_metadata) => {
    const refuse = () => ({ ok: false, error, response_metadata })
    for (const method of ['chat.postMessage', 'chat.postEphemeral']) s.replies.set(method, refuse)
    await mention()
    expect(s.logged.length).toBeGreaterThan(0)
  })
  it('when a button holds what is no value', async () => {
    await s.click({ action_id: 'open_form', value: `{"${MARKER}` })
    await s.click({ action_id: 'try_flip_1', value: MARKER })
    expect(lines()).toContain('SyntaxError')
  })
})

describe('what people write is in no line of the log when answering fails', () => {
  it.each([
    ['with words in the message', (text: string) => new Error(`"${text}" is not a known name`)],
    ['over several lines', (text: string) => new Error(`${text}\n    at ${text}\nand ${text}`)],
    ['with something that is no error', (text: string) => text],
    ['with a code that is none', (text: string) => Object.assign(new Error('x'), { code: text })],
  ])('%s', async (_, thrown) => {
    await start((text) => Promise.reject(thrown(text)))
    await mention()
    expect(s.logged).toMatchObject([{ level: 'error', message: 'a listener failed' }])
    expect(s.last('chat.postEphemeral').text).toMatch(/id\d+/)
  })
})

describe('a line about an error', () => {
  beforeEach(() => start())
  it('says what it was and where it came about', () => {
    const error = Object.assign(new TypeError(`no ${MARKER}`), {
      code: 'slack_webapi_platform_error',
      data: { ok: false, error: 'channel_not_found' },
    })
    expect(failureOf(error)).toEqual({
      error: 'TypeError',
      code: 'slack_webapi_platform_error',
      slack: 'channel_not_found',
      stack: expect.stringMatching(/^ {4}at .*no-text-in-logs/),
    })
  })
  it("says why where the words are the product's own, and in English", () => {
    const away = new DatabaseFaultError({ en: 'The database is away.', ko: '닿을 수 없습니다.' })
    expect(failureOf(away)).toMatchObject({ reason: 'The database is away.' })
    expect(failureOf(new Error(MARKER))).not.toHaveProperty('reason')
  })
  it('holds nothing that another quoted', () =>
    expect(unquoted(`Unexpected token 'z', "${MARKER} a"... is not valid JSON`)).toBe(
      'Unexpected token \'…\', "…" is not valid JSON',
    ))
})
