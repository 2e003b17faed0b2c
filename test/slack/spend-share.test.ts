import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessWorld, OPEN, REFUSED, SPENT, set } from '../support/access-world.ts'
import type { SlackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeEach(async () => {
  s = await accessWorld()
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  expect(s.logged.filter((l) => l.level === 'error')).toEqual([])
  await s.db.destroy()
})

let ts = 10
const reply = (text: string, thread: string, user = 'U1') =>
  s.event({
    type: 'message',
    channel_type: 'channel',
    user,
    channel: 'C1',
    text,
    ts: `${++ts}.0`,
    thread_ts: thread,
  })
const posted = () => s.of('chat.postMessage')
const alone = () => String(s.last('chat.postEphemeral').text)
const entries = () => s.settings.entries(100)
const kept = async () => JSON.stringify(await s.db.selectFrom('turn').selectAll().execute())

describe('an answer to a command', () => {
  const answered = async (user = 'U1', text = 'how much did we spend last week?') => {
    await s.command(text, user)
    return s.db.selectFrom('turn').selectAll().executeTakeFirstOrThrow()
  }
  const share = (id: string, user = 'U1', channel = 'C1') =>
    s.click({ action_id: 'share_answer', value: `${id} ${channel}` }, undefined, user)

  it('is shared with the channel once, and its thread takes follow-ups', async () => {
    await set(s, OPEN)
    const { id } = await answered()
    await share(id)
    await share(id)
    expect(posted()).toHaveLength(1)
    expect(s.last('chat.postMessage')).toMatchObject({ channel: 'C1' })
    expect(JSON.stringify(s.last('chat.postMessage'))).toContain('<@U1>: how much did we spend')
    expect(String(s.last('chat.postMessage').text)).toMatch(SPENT)
    expect(alone()).toBe('Shared.')
    const { answer_ts } = await s.db.selectFrom('turn').selectAll().executeTakeFirstOrThrow()
    await reply('and by model?', String(answer_ts), 'U2')
    expect(String(s.last('chat.postMessage').text)).toMatch(/^The model with the most spend/)
    expect(await kept()).not.toMatch(SPENT)
  })
  it.each([
    ['the channel is no longer allowed', {}, 'Spend is not allowed in <#C1>'],
    [
      'only some there still may',
      { channels: [{ id: 'C1', people: ['U1'], groups: [] }] },
      'Only some of those in <#C1> were allowed to see spend, so none is posted there.',
    ],
  ])('is not shared when %s', async (_, later, why) => {
    await set(s, OPEN)
    const { id } = await answered()
    const before = s.sent.length
    await set(s, later)
    await share(id)
    expect(JSON.stringify(s.sent.slice(before))).not.toMatch(SPENT)
    expect(posted()).toEqual([])
    expect(alone()).toContain(why)
    expect((await entries())[0]).toMatchObject({ person: 'U1', channel: 'C1', allowed: false })
  })
  it('tells in Korean why it is not shared', async () => {
    await set(s, OPEN)
    const { id } = await answered('UKO', '지난주 얼마 썼어?')
    await set(s, {})
    await share(id, 'UKO')
    expect(alone()).toContain('<#C1>에서는 지출이 허용되지 않았습니다.')
  })
  it.each(['CEXT', 'CGUEST', 'C2'])('is never shared into %s', async (channel) => {
    await set(s, {
      channels: ['C1', 'CEXT', 'CGUEST'].map((id) => ({ id, people: [], groups: [] })),
    })
    const { id } = await answered()
    await share(id, 'U1', channel)
    expect(posted()).toEqual([])
  })
  it.each(REFUSED)('%s, %s, cannot share one', async (user) => {
    await set(s, OPEN)
    const { id } = await answered()
    await share(id, user)
    expect(posted()).toEqual([])
    expect(alone()).not.toMatch(SPENT)
    expect((await entries())[0]).toMatchObject({ person: user, allowed: false })
  })
  it('has no button to share where not everybody may see it', async () => {
    await set(s, { channels: [{ id: 'C1', people: ['U1'], groups: [] }] })
    await answered()
    expect(String(s.last('respond').text)).toMatch(SPENT)
    expect(JSON.stringify(s.last('respond'))).not.toContain('share_answer')
  })
  it('is opened again in the direct message from the figures of then, while one may', async () => {
    await set(s, { ...OPEN, anywhere: { people: ['U1'], groups: [] } })
    const { id } = await answered()
    await s.click({ action_id: 'reopen_private', value: id })
    expect(String(s.last('chat.postMessage').text)).toMatch(SPENT)
    const before = s.sent.length
    await set(s, OPEN)
    await s.click({ action_id: 'reopen_private', value: id })
    expect(JSON.stringify(s.sent.slice(before))).not.toMatch(SPENT)
    expect(String(s.last('chat.postMessage').text)).toContain('You have not been allowed')
  })
})
