import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessWorld, OPEN, SPENT, set } from '../support/access-world.ts'
import type { SlackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeAll(async () => {
  s = await accessWorld()
  await set(s, OPEN)
})
afterAll(() => s.db.destroy())

let ts = 10
const mention = (text: string, user = 'U1', channel = 'C1') =>
  s.event({ type: 'app_mention', user, channel, text: `<@U0BOT> ${text}`, ts: `${++ts}.0` })

describe('a preview of the digest asked for in words', () => {
  it.each([
    ['send me a preview', /^AI spend, week 2026-W47/],
    ['Can you show me the digest preview?', /^AI spend, week 2026-W47/],
    ['요약 미리보기 보내줘', /^AI 지출 주간 요약 2026-W47/],
    ['미리 보기 좀 보여 주세요', /^AI 지출 주간 요약 2026-W47/],
  ])('"%s" shows it to the asker alone', async (text, title) => {
    const before = s.of('chat.postMessage').length
    await mention(text)
    expect(s.last('chat.postEphemeral')).toMatchObject({ channel: 'C1', user: 'U1' })
    // Slack shows nothing private in a thread that nobody has replied in.
    expect(s.last('chat.postEphemeral')).not.toHaveProperty('thread_ts')
    expect(String(s.last('chat.postEphemeral').text)).toMatch(title)
    expect(s.of('chat.postMessage')).toHaveLength(before)
    expect(s.refused).toEqual([])
  })
  it('a stranger to spend is told who can grant it, without a figure', async () => {
    await mention('send me a preview', 'USTRANGER')
    const { user, text } = s.last('chat.postEphemeral')
    expect(user).toBe('USTRANGER')
    expect(text).not.toMatch(SPENT)
    expect(text).not.toMatch(/^AI spend/)
  })
  it.each([
    'what is a preview model?',
    'send me a preview of GPT-7',
    'show me the price of Claude',
  ])('"%s" is answered like every other question', async (text) => {
    const before = s.of('chat.postMessage').length
    await mention(text)
    expect(s.of('chat.postMessage')).toHaveLength(before + 1)
  })
})
