import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guardedPublisher } from '../../src/slack/guarded-publisher.ts'
import { accessWorld, BUDGET, OPEN, REFUSED, SPENT, set } from '../support/access-world.ts'
import { TEAM } from '../support/recording-slack.ts'
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

const reply = () => String(s.last('respond').text)
const everything = () => JSON.stringify(s.sent)
const entries = () => s.settings.entries(100)
const home = async (user: string) => {
  await s.event({ type: 'app_home_opened', user, tab: 'home', channel: `D${user.slice(1)}` })
  return JSON.stringify(s.last('views.publish').view)
}
const inView = { container: { type: 'view' } }

describe('spend in an allowed channel', () => {
  it('is shown to a full member and an owner, and logged without the figures', async () => {
    await set(s, OPEN)
    for (const user of ['U1', 'UOWN']) {
      await s.command('digest preview', user)
      expect(reply()).toMatch(SPENT)
    }
    expect(await entries()).toMatchObject([
      { person: 'UOWN', channel: 'C1', kind: 'preview', allowed: true, reason: '' },
      { person: 'U1', channel: 'C1', kind: 'preview', allowed: true },
    ])
    expect(JSON.stringify([await entries(), s.logged])).not.toMatch(/4,?321/)
  })
  it('is refused by default, with who can grant it and how', async () => {
    await s.command('digest preview', 'U1')
    expect(reply()).toBe(
      'Spend is not allowed in <#C1>. This can be granted by <@UOWN>, with `/model-size admin spend allow` <#C1>.',
    )
    await s.command('digest preview', 'UKO')
    expect(reply()).toBe(
      '<#C1>에서는 지출이 허용되지 않았습니다. 관리자(<@UOWN>)가 `/model-size admin spend allow` <#C1> 명령으로 허용할 수 있습니다.',
    )
  })
  it.each([
    ['CEXT', 'it is shared with another company'],
    ['CLOST', 'I could not look up <#CLOST> in Slack'],
    ['C2', 'Spend is not allowed in <#C2>'],
  ])('is not shown in %s, even to an owner', async (channel, sentence) => {
    const channels = ['C1', 'CEXT', 'CLOST'].map((id) => ({ id, people: [], groups: [] }))
    await set(s, { channels })
    await s.command('digest preview', 'UOWN', channel)
    expect(reply()).toContain(sentence)
    expect(everything()).not.toMatch(SPENT)
  })
  it('to which a group was named is shown to its people, and to nobody where the group is unknown', async () => {
    await set(s, { channels: [{ id: 'C1', people: [], groups: ['S1', 'SGONE'] }] })
    await s.command('digest preview', 'U1')
    expect(reply()).toContain('You have not been allowed to see spend here')
    await s.command('digest preview', 'U2')
    expect(reply()).toMatch(SPENT)
  })
  it('is shown in a direct message to admins and those allowed anywhere', async () => {
    await set(s, { ...OPEN, anywhere: { people: ['U2'], groups: [] } })
    await s.command('digest preview', 'U1', 'D1')
    expect(reply()).toContain('with `/model-size admin spend allow` <@U1>')
    for (const user of ['U2', 'UOWN']) {
      await s.command('digest preview', user, 'D1')
      expect(reply()).toMatch(SPENT)
    }
  })
})

describe.each(REFUSED)('%s, %s', (user, _, why) => {
  /** As much as an admin could possibly have allowed. */
  const allAllowed = {
    ...OPEN,
    admins: [user],
    channels: ['C1', 'CEXT', 'CGUEST'].map((id) => ({ id, people: [user], groups: [] })),
    anywhere: { people: [user], groups: [] },
  }
  beforeEach(() => set(s, allAllowed))
  afterEach(async () => {
    expect(everything()).not.toMatch(SPENT)
    expect(everything()).not.toMatch(BUDGET)
    expect((await entries()).filter((e) => e.allowed)).toEqual([])
  })
  const dm = `D${user.slice(1)}`

  it.each(['C1', 'CEXT', 'CGUEST', dm])('sees no preview in %s', async (channel) => {
    await s.command('digest preview', user, channel)
    expect(reply()).toContain(why)
    expect(await entries()).toMatchObject([{ person: user, channel, allowed: false }])
  })
  it('gets no figure by mention, direct message or follow-up', async () => {
    const ask = { user, text: '<@U0BOT> how much did we spend last week?' }
    await s.event({ type: 'app_mention', ...ask, channel: 'C1', ts: '1.0' })
    await s.event({ type: 'message', channel_type: 'im', ...ask, channel: dm, ts: '2.0' })
    await s.event({
      type: 'message',
      channel_type: 'channel',
      ...ask,
      channel: 'C1',
      ts: '3.0',
      thread_ts: '1.0',
    })
    expect(s.of('chat.postMessage').length).toBeGreaterThan(0)
  })
  it('sees nothing in Home but why not, and no button', async () => {
    const view = await home(user)
    expect(view).toContain(why)
    expect(view).not.toMatch(/change_settings|allow_spend|set_budget|set_schedule|set_defaults/)
  })
  it.each([
    'allow_spend',
    'name_admin',
    'set_budget',
    'set_alerts',
    'set_schedule',
    'set_defaults',
  ])('opens no form by the button %s', async (action_id) => {
    await s.click({ action_id, value: 'en' }, inView, user)
    expect(s.of('views.open')).toEqual([])
  })
  it('changes nothing by a button, a form or a command', async () => {
    const before = await s.settings.settings(TEAM)
    const change = { do: 'drop-budget' }
    const value = JSON.stringify({ seen: before.revision, change })
    await s.click({ action_id: 'change_settings', value }, inView, user)
    await s.submit(
      {
        callback_id: 'budget_form',
        private_metadata: JSON.stringify({ seen: before.revision, language: 'en' }),
        blocks: [],
      },
      { amount: '1', currency: 'USD', team: '' },
      user,
    )
    for (const words of ['add <@U2|x>', 'spend allow <#C2|x>', 'budget 1', 'list', 'budget list'])
      await s.command(`admin ${words}`, user)
    await s.command('digest weekday=monday hour=9 zone=Asia/Seoul', user)
    await s.command('digest off', user)
    expect(await s.settings.settings(TEAM)).toEqual(before)
    expect(await s.db.selectFrom('schedule').selectAll().execute()).toEqual([])
  })
})

describe('a scheduled digest', () => {
  const job = { tenant: TEAM, channel: 'C1', week: '2026-W47' } as never
  const posting = (channel: string) => {
    const posted: string[] = []
    const publisher = {
      find: async () => undefined,
      post: async () => {
        posted.push(channel)
        return { ts: '1.0' }
      },
    }
    const guarded = guardedPublisher(publisher, s.options.access, s.client)
    return {
      posted,
      post: () => guarded.post({ ...(job as object), channel } as never, {} as never),
    }
  }
  it('is posted in an allowed channel of full members, and logged', async () => {
    await set(s, OPEN)
    const { posted, post } = posting('C1')
    expect(await post()).toEqual({ ts: '1.0' })
    expect(posted).toEqual(['C1'])
    expect(await entries()).toMatchObject([{ person: '', kind: 'digest', allowed: true }])
  })
  it.each([
    ['C2', 'channel-not-allowed'],
    ['CEXT', 'shared-channel'],
    ['CGUEST', 'guests-present'],
  ])('is given up in %s: %s', async (channel, refusal) => {
    const channels = ['C1', 'CEXT', 'CGUEST'].map((id) => ({ id, people: [], groups: [] }))
    await set(s, { channels })
    const { posted, post } = posting(channel)
    expect(await post()).toMatchObject({ gone: { denial: { refusal, channel } } })
    expect(posted).toEqual([])
    expect(await entries()).toMatchObject([{ channel, allowed: false, reason: refusal }])
  })
  it.each([
    ['conversations.info', 'unknown-place'],
    ['users.list', 'unknown-members'],
  ])('waits where Slack does not answer %s', async (method, refusal) => {
    await set(s, OPEN)
    const usual = s.replies.get(method)
    s.replies.set(method, () => ({ ok: false, error: 'internal_error' }))
    const { posted, post } = posting('C1')
    await expect(post()).rejects.toThrow()
    expect(posted).toEqual([])
    expect(await entries()).toMatchObject([{ allowed: false, reason: refusal }])
    if (usual) s.replies.set(method, usual)
  })
  it('is given up with its channel where there is no such channel', async () => {
    await set(s, { channels: [{ id: 'CLOST', people: [], groups: [] }] })
    expect(await posting('CLOST').post()).toEqual({ gone: 'channel' })
  })
  it('is set up by an admin, in an allowed channel only', async () => {
    await set(s, OPEN)
    const set_up = 'digest weekday=monday hour=9 zone=Asia/Seoul'
    await s.command(set_up, 'U1')
    expect(reply()).toContain(
      'Only admins of Rightsize may set this up. This can be granted by <@UOWN>',
    )
    await s.command(set_up, 'UOWN', 'C2')
    expect(reply()).toContain('Spend is not allowed in <#C2>')
    await s.command(set_up, 'UOWN', 'DOWN')
    expect(reply()).toContain('Spend is not allowed in a direct message')
    await s.command(set_up, 'UOWN')
    expect(reply()).toContain('A digest every Monday at 09:00 (Asia/Seoul)')
    await s.command('digest off', 'UOWN')
    expect(reply()).toContain('No digest will be posted any more')
  })
})
