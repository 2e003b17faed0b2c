import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  buttonOf,
  RESPONSE_URL,
  type SlackInProcess,
  slackInProcess,
} from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeEach(async () => {
  s = await slackInProcess()
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  await s.db.destroy()
})

const ask = (text: string) =>
  s.event({ type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.0', text: `<@U0BOT> ${text}` })
let ts = 1
const say = (text: string, user = 'U1') =>
  s.event({
    type: 'message',
    channel_type: 'channel',
    user,
    channel: 'C1',
    ts: `${++ts}.0`,
    thread_ts: '1.0',
    text,
  })
const posted = () => JSON.stringify(s.last('chat.postMessage').blocks)
const figures = (text: string) => new Set(text.match(/\$[\d,.]+ a month/g) ?? [])

describe('a conversation in a thread', () => {
  it('changes the workload, converts, explains, cites and takes thanks', async () => {
    await ask('Do we need GPT-class models to tag 200k support tickets a month?')
    await say('what if volume doubles?')
    expect(posted()).toMatch(/Before and after.*200,000 requests a month.*400,000 requests a month/)
    await say('and in Korean won?')
    expect(posted()).toContain('How many to the dollar shall I use?')
    await say('1400')
    expect(posted()).toMatch(/₩1,400 to the dollar \(yours\).*₩5,040,000 a month/)
    await say('why?')
    expect(posted()).toMatch(/The rule: .*2\.97 points/)
    await say('show me the source')
    expect(posted()).toMatch(/Where it comes from.*list price at OpenAI/)
    await say('thanks')
    expect(posted()).toContain('You are welcome')
    await say('what if volume doubles?', 'U2')
    expect(posted()).toContain('800,000 requests a month')
  })
  it('in Korean, likewise', async () => {
    await ask('티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?')
    await say('지연시간이 1초 이하여야 해')
    expect(posted()).toMatch(/변경 전과 후.*응답 시간 한도: 전 없음, 후 1,000ms/)
    await say('원화로는? 1달러에 1400원')
    expect(posted()).toMatch(/달러당 1,400원.*원 ƒ/)
    await say('왜?')
    expect(posted()).toContain('규칙은 이렇습니다')
  })
  it('starts afresh with a question of its own', async () => {
    await ask('Do we need GPT-class models to tag 200k support tickets a month?')
    await say('What is a scaling law?')
    expect(posted()).not.toContain('200,000')
    await say('Which model do we need to translate manuals?')
    expect(posted()).not.toMatch(/200,000|Before and after/)
  })
})

describe('the readings of a verdict', () => {
  const read = (reader: string) =>
    s.click(buttonOf(s.last('chat.postMessage'), `read_as_${reader}`))
  it('are one button apart, seen by whoever clicked, with the figures of the answer', async () => {
    await ask('Do we need GPT-class models to tag 200k support tickets a month?')
    const answer = s.last('chat.postMessage')
    const full = JSON.stringify(
      await s.options.conversation.turnForQuestion('T000000001', 'C1', '1.0'),
    )
    for (const [reader, tells] of [
      ['finance', 'Money: '],
      ['product', 'Pilot: '],
      ['engineering', 'To be served: '],
      ['sustainability', 'Who bears the rest'],
    ] as const) {
      await read(reader)
      const shown = s.last('chat.postEphemeral')
      expect(shown).toMatchObject({
        channel: 'C1',
        thread_ts: '1.0',
        user: 'U1',
        text: answer.text,
      })
      expect(JSON.stringify(shown.blocks)).toContain(tells)
      for (const figure of figures(JSON.stringify(shown.blocks))) expect(full).toContain(figure)
      expect(buttonOf(shown, 'read_as_finance')).toBeDefined()
    }
    expect(s.of('chat.postMessage')).toHaveLength(1)
  })
  it('of a private answer stay private, and reach the direct message where nothing else works', async () => {
    await s.command('task=classification volume=200000')
    await s.click(buttonOf(s.last('respond'), 'read_as_finance'))
    expect(s.of('respond')).toHaveLength(2)
    expect(JSON.stringify(s.last('respond').blocks)).toContain('Read as Finance')
    s.replies.set('respond', () => new Response('used_url', { status: 404 }))
    await s.click(buttonOf(s.last('respond'), 'read_as_product'), { response_url: RESPONSE_URL })
    expect(s.last('chat.postMessage').channel).toBe('D1')
    expect(JSON.stringify(s.last('chat.postMessage').blocks)).toContain('Read as Product')
  })
  it('are offered under a verdict only', async () => {
    await ask('What is a scaling law?')
    expect(posted()).not.toContain('read_as_')
  })
})
