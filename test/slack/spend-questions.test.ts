import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessWorld, OPEN, REFUSED, SPENT, set } from '../support/access-world.ts'
import { TEAM } from '../support/recording-slack.ts'
import { readSample } from '../support/sample-spend.ts'
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
const mention = (text: string, user = 'U1', channel = 'C1', over: object = {}) =>
  s.event({
    type: 'app_mention',
    user,
    channel,
    text: `<@U0BOT> ${text}`,
    ts: `${++ts}.0`,
    ...over,
  })
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
const direct = (text: string, user: string) =>
  s.event({
    type: 'message',
    channel_type: 'im',
    user,
    channel: `D${user.slice(1)}`,
    text,
    ts: `${++ts}.0`,
  })
const posted = () => s.of('chat.postMessage')
const alone = () => String(s.last('chat.postEphemeral').text)
const entries = () => s.settings.entries(100)
const kept = async () => JSON.stringify(await s.db.selectFrom('turn').selectAll().execute())

describe('in an allowed channel', () => {
  beforeEach(() => set(s, OPEN))

  it('a question is answered in its thread, logged without the figures, and kept without them', async () => {
    await mention('how much did we spend last week?', 'U1', 'C1', { ts: '1.0' })
    expect(posted()).toHaveLength(1)
    expect(s.last('chat.postMessage')).toMatchObject({ channel: 'C1', thread_ts: '1.0' })
    expect(String(s.last('chat.postMessage').text)).toMatch(
      /^Total \$4,321\.00.*\n(?:.*\n)*Period: week 2026-W47 \(2026-11-16 to 2026-11-22, UTC\); 1 of 7 days settled/,
    )
    expect(await entries()).toMatchObject([
      { person: 'U1', channel: 'C1', kind: 'question', allowed: true, reason: '' },
    ])
    expect(JSON.stringify([await entries(), s.logged, await kept()])).not.toMatch(/4,?321/)
  })
  it('a follow-up needs no mention and keeps the period', async () => {
    await mention('how much did we spend last week?', 'U1', 'C1', { ts: '1.0' })
    await reply('and by model?', '1.0')
    expect(String(s.last('chat.postMessage').text)).toMatch(
      /^The model with the most spend is .*\$4,321\.00/,
    )
    await reply('그 전주는?', '1.0', 'U2')
    expect(String(s.last('chat.postMessage').text)).toContain('기간: 2026-W46')
    expect(await entries()).toHaveLength(3)
  })
  it('a general question in the same thread is answered from the notes', async () => {
    await mention('how much did we spend last week?', 'U1', 'C1', { ts: '1.0' })
    await reply('did Chinchilla overturn Kaplan?', '1.0')
    expect(JSON.stringify(s.last('chat.postMessage'))).toContain('Hoffmann')
    expect(await entries()).toHaveLength(1)
  })
  it('an edited question is answered in place, and a deleted one takes its answer along', async () => {
    await mention('how much did we spend last week?', 'U1', 'C1', { ts: '1.0' })
    const answer = String((await s.db.selectFrom('turn').selectAll().executeTakeFirst())?.answer_ts)
    const edited = { user: 'U1', ts: '1.0', text: '<@U0BOT> how much did we spend in week 46?' }
    await s.event({
      type: 'message',
      subtype: 'message_changed',
      channel: 'C1',
      channel_type: 'channel',
      ts: '2.0',
      message: { type: 'message', ...edited },
      previous_message: { type: 'message', ...edited, text: 'before' },
    })
    expect(s.last('chat.update')).toMatchObject({ channel: 'C1', ts: answer })
    expect(String(s.last('chat.update').text)).toContain('week 2026-W46')
    await s.event({
      type: 'message',
      subtype: 'message_deleted',
      channel: 'C1',
      channel_type: 'channel',
      ts: '3.0',
      deleted_ts: '1.0',
      previous_message: { type: 'message', ...edited },
    })
    expect(s.last('chat.delete')).toMatchObject({ channel: 'C1', ts: answer })
  })
  it('nobody who loses access finds the figures in Home, by a button or by asking for the source', async () => {
    await mention('how much did we spend last week?', 'U1', 'C1', { ts: '1.0' })
    const before = s.sent.length
    await set(s, {})
    await s.event({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1' })
    const turn = await s.db.selectFrom('turn').selectAll().executeTakeFirstOrThrow()
    for (const action_id of ['share_answer', 'reopen_private', 'show_working']) {
      await s.click({ action_id, value: turn.id })
      if (action_id === 'share_answer') expect(alone()).toContain('Spend is not allowed in <#C1>')
    }
    expect(String(s.last('chat.postMessage').text)).toContain('You have not been allowed')
    await reply('show me the source', '1.0')
    await reply('and by model?', '1.0')
    expect(JSON.stringify(s.sent.slice(before))).not.toMatch(SPENT)
    expect(alone()).toContain('Spend is not allowed in <#C1>')
  })
  it('names from a bill are shown and mean nothing to Slack', async () => {
    const { charge, reading } = await import('../contracts/samples.ts')
    const spent = charge({ day: '2026-11-18', nano: 1_000_000_000n, team: '<!channel> & co' })
    await s.charges.replace(TEAM, 'csv', reading([spent]), 2)
    await mention('our spend by team last week')
    expect(String(s.last('chat.postMessage').text)).toContain('&lt;!channel&gt; &amp; co $1.00')
  })
})

describe('a channel in which only some were named', () => {
  beforeEach(() => set(s, { channels: [{ id: 'C1', people: ['U2'], groups: [] }] }))

  it('answers them so that nobody else sees it', async () => {
    await mention('how much did we spend last week?', 'U2')
    expect(alone()).toMatch(SPENT)
    expect(posted()).toEqual([])
  })
  it('does so in Korean, and follow-ups too', async () => {
    await set(s, { channels: [{ id: 'C1', people: ['UKO'], groups: [] }] })
    await mention('지난주 얼마 썼어?', 'UKO', 'C1', { ts: '1.0' })
    expect(alone()).toMatch(/^합계 \$4,321\.00/)
    await reply('모델별로는?', '1.0', 'UKO')
    expect(alone()).toMatch(/^가장 많이 쓴 모델/)
    expect(posted()).toEqual([])
  })
  it('those of a user group that was named see it too, and others in the thread do not', async () => {
    await set(s, { channels: [{ id: 'C1', people: [], groups: ['S1'] }] })
    await mention('how much did we spend last week?', 'U2', 'C1', { ts: '1.0' })
    expect(alone()).toMatch(SPENT)
    await reply('and by model?', '1.0', 'U1')
    expect(alone()).toContain('You have not been allowed to see spend here.')
    expect(posted()).toEqual([])
  })
  it('tells others who can allow it', async () => {
    await mention('how much did we spend last week?', 'U1')
    expect(alone()).toBe(
      'You have not been allowed to see spend here. This can be granted by <@UOWN>, with `/model-size admin spend allow` <@U1>.',
    )
  })
})

describe('where spend is not allowed', () => {
  it.each([
    ['C1', 'U1', 'Spend is not allowed in <#C1>. This can be granted by <@UOWN>'],
    ['C2', 'UOWN', 'Spend is not allowed in <#C2>'],
    ['CEXT', 'UOWN', 'it is shared with another company'],
    ['CGUEST', 'UOWN', 'Guests or people of another company are in <#CGUEST>'],
  ])('in %s %s alone is told why, and the thread gets nothing', async (channel, user, why) => {
    if (channel !== 'C1')
      await set(s, { channels: ['CEXT', 'CGUEST'].map((id) => ({ id, people: [], groups: [] })) })
    await mention('why did spend jump last week?', user, channel)
    expect(s.last('chat.postEphemeral')).toMatchObject({ channel, user })
    expect(alone()).toContain(why)
    expect(posted()).toEqual([])
    expect(await entries()).toMatchObject([
      { person: user, channel, kind: 'question', allowed: false },
    ])
  })
  it.each([
    [
      'C1',
      '<#C1>에서는 지출이 허용되지 않았습니다. 관리자(<@UOWN>)가 `/model-size admin spend allow` <#C1> 명령으로 허용할 수 있습니다.',
    ],
    ['CEXT', '<#CEXT>에서는 지출을 보여 드리지 않습니다. 다른 회사와 공유하는 채널입니다.'],
    ['CGUEST', '<#CGUEST>에 게스트나 다른 회사 사람이 있으므로 지출을 올리지 않습니다.'],
  ])('in %s the reason is told in Korean to who asks in Korean', async (channel, why) => {
    if (channel !== 'C1')
      await set(s, { channels: ['CEXT', 'CGUEST'].map((id) => ({ id, people: [], groups: [] })) })
    await mention('지난주 비용 왜 늘었어?', 'UKO', channel)
    expect(alone()).toContain(why)
    expect(posted()).toEqual([])
  })
  it.each(REFUSED)('%s, %s, is refused whatever was allowed', async (user, _, why) => {
    const named = { people: [user], groups: [] }
    await set(s, { ...OPEN, admins: [user], anywhere: named })
    await mention('how much did we spend last week?', user)
    await direct('지난주 얼마 썼어?', user)
    await s.command('how much did we spend last week?', user)
    expect(JSON.stringify(s.sent)).not.toMatch(SPENT)
    expect(JSON.stringify(s.sent)).toContain(why)
    expect((await entries()).filter((e) => e.allowed)).toEqual([])
  })
  it('everything else is answered as ever', async () => {
    await mention('how do I explain a spike in our bill?')
    expect(posted()).toHaveLength(1)
    expect(await entries()).toEqual([])
  })
})

describe('in private', () => {
  it('those allowed anywhere are answered in the direct message', async () => {
    await set(s, { anywhere: { people: ['U2'], groups: [] } })
    await direct('how much did we spend last week?', 'U2')
    expect(String(s.last('chat.postMessage').text)).toMatch(SPENT)
    await direct('how much did we spend last week?', 'U1')
    expect(String(s.last('chat.postMessage').text)).toContain('You have not been allowed')
  })
  it.each([
    ['how much did we spend last week?', 'week 2026-W47', 'U1', 'Share to channel'],
    ['지난주 얼마 썼어?', '기간: 2026-W47', 'UKO', '채널에 공유'],
  ])(
    'a command, %s, is answered to the person who typed it alone',
    async (text, said, user, button) => {
      await set(s, OPEN)
      await s.command(text, user)
      expect(s.last('respond')).toMatchObject({ response_type: 'ephemeral' })
      expect(String(s.last('respond').text)).toMatch(SPENT)
      expect(String(s.last('respond').text)).toContain(said)
      expect(JSON.stringify(s.last('respond'))).toContain(button)
      expect(posted()).toEqual([])
      expect(await kept()).not.toMatch(SPENT)
    },
  )
})

it('the sample company is asked as the issue has it', async () => {
  await set(s, OPEN)
  await s.charges.replace(TEAM, 'csv', { ...(await readSample()) }, 3)
  await mention('what if query-tagging moved to the small model?')
  expect(String(s.last('chat.postMessage').text)).toContain('Worth a pilot of 1,310 items')
  await mention('which team’s unit cost is highest?')
  expect(String(s.last('chat.postMessage').text)).toContain('legal, $79.90 per 1,000 requests')
})
