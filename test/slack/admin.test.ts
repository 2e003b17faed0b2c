import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessWorld, OPEN, set } from '../support/access-world.ts'
import { TEAM } from '../support/recording-slack.ts'
import { buttonOf, type SlackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeEach(async () => {
  s = await accessWorld()
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  expect(s.logged.filter((l) => l.level === 'error')).toEqual([])
  await s.db.destroy()
})

type Json = Record<string, unknown>
const C1 = '<#C1|ai-spend>'
const reply = () => String(s.last('respond').text)
const settings = () => s.settings.settings(TEAM)
const admin = async (words: string, user = 'UOWN') => {
  await s.command(`admin ${words}`, user)
  return reply()
}
const inView = { container: { type: 'view' } }

describe('/model-size admin', () => {
  it('names admins, who then may set up, and takes that back', async () => {
    expect(await admin('add <@U1|ann>')).toBe('<@U1> is an admin now.')
    expect(await admin('add <@U2|bo>', 'U1')).toBe('<@U2> is an admin now.')
    expect(await admin('list')).toContain('*Admins*: <@U1>')
    expect(await admin('remove <@U1|ann>', 'U2')).toBe('<@U1> is no admin any more.')
    expect(await admin('list', 'U1')).toContain('Only admins of Rightsize may set this up')
  })
  it.each([
    ['add <@UMULTI|g>', '<@UMULTI> cannot be named: they are a guest.'],
    ['add <@UCONNECT|x>', 'they are of another company'],
    ['add <@UGONE|x>', 'they are no active person'],
    ['add <@UNKNOWN|x>', 'they could not be looked up in Slack'],
    ['remove <@UOWN|o>', 'owns the Slack workspace and so is always an admin'],
    ['remove <@U2|b>', 'was not named as an admin here'],
    ['spend allow <@USTRANGER|x>', 'they are of another company'],
    ['spend allow <#CEXT|ext>', '<#CEXT> cannot be used: it is shared with another company.'],
    ['spend allow <#CGUEST|g>', 'guests or people of another company are in it (2)'],
    ['spend allow <#CLOST|l>', 'I could not look it up in Slack'],
    ['alerts on <#C2|x>', 'spend is not allowed there yet'],
    ['alerts on', 'Alerts need a channel'],
    [
      'budget lots USD month',
      'The amount must be above zero with at most nine decimals, such as 5000 or 5,000.50; received "lots".',
    ],
    [
      'budget 5000 dollars',
      'The currency must be a code of three letters such as USD, KRW or EUR; received "dollars".',
    ],
    ['budget 5000 USD yearly', 'I do not know "yearly"'],
    ['budget off team=nobody', 'Team "nobody" has no budget'],
  ])('"%s" is refused with a reason: %s', async (words, sentence) => {
    expect(await admin(words)).toContain(sentence)
    expect((await settings()).revision).toBe(0)
  })
  it.each([
    ['ad <@U1|a>', 'Did you mean `/model-size admin add`?'],
    ['spend alow', 'Did you mean `/model-size admin spend allow`?'],
    ['alerts of', 'Did you mean `/model-size admin alerts off`?'],
    ['bugdet 5', 'Did you mean `/model-size admin budget`?'],
    ['add @nobody', '"@nobody" is nobody and no channel that Slack knows'],
    ['add <!channel>', '"&lt;!channel&gt;" is nobody'],
    ['add', 'Name one person'],
    ['', 'admin spend allow #channel'],
    ['help', 'admin budget 5000 USD month'],
  ])('"%s" is explained: %s', async (words, sentence) =>
    expect(await admin(words)).toContain(sentence),
  )
  it('speaks Korean to Korean readers, whose own words it takes', async () => {
    await set(s, { admins: ['UKO'] })
    expect(await admin('add <@U1|a>', 'UKO')).toBe('이제 <@U1> 님은 관리자입니다.')
    expect(await admin('예산 5000 USD 월 team=지원', 'UKO')).toBe(
      '예산을 정했습니다: 지원 팀: 월 $5,000.00.',
    )
    expect(await admin('지출 허용 <#C1|c>', 'UKO')).toContain('정식 멤버 모두가 볼 수 있습니다')
    expect(await admin('지춝', 'UKO')).toContain('모르는 명령입니다')
    await s.command('관리 목록', 'UKO')
    expect(reply()).toContain('*관리자*: <@UKO>')
  })
  it('allows, narrows to people, and denies a channel', async () => {
    expect(await admin(`spend allow ${C1} <@U1|a> <!subteam^S1|@fin>`)).toContain(
      'In <#C1> spend is shown to <@U1>, <!subteam^S1> when they ask',
    )
    expect(await settings()).toMatchObject({
      channels: [{ id: 'C1', people: ['U1'], groups: ['S1'] }],
      changedBy: 'UOWN',
    })
    expect(await admin(`spend deny ${C1}`)).toBe('Spend is not shown in <#C1> any more.')
    expect((await settings()).channels).toEqual([])
  })
  it('keeps budgets exactly, one a team, and lists them', async () => {
    expect(await admin('budget 5,000.50 eur month team="R&amp;D &lt;x&gt;"')).toBe(
      'The budget is set: team R&amp;D &lt;x&gt;: €5,000.50 a month.',
    )
    await admin('budget 12000 USD month')
    expect(await admin('budget list')).toBe(
      'team R&amp;D &lt;x&gt;: €5,000.50 a month\nall spend: $12,000.00 a month',
    )
    expect((await settings()).budgets[0]).toEqual({
      team: 'R&D <x>',
      period: 'month',
      amountNano: 5_000_500_000_000n,
      currency: 'EUR',
    })
  })
  it('turns alerts on in an allowed channel and off', async () => {
    await set(s, OPEN)
    expect(await admin(`alerts on ${C1} cooldown=24h`)).toBe('Alerts go to <#C1>.')
    expect((await settings()).alerts).toEqual({ on: true, channel: 'C1', coolDownHours: 24 })
    expect(await admin('alerts off')).toBe('Alerts are off.')
  })
  it('of two admins at once only one is kept, and the other is told', async () => {
    await admin('budget 1 USD')
    await Promise.all([admin('budget 2 USD team=a'), admin('budget 3 USD team=b')])
    const said = s
      .of('respond')
      .slice(-2)
      .map((c) => String(c.body.text))
    const kept = (await settings()).budgets.length - 1
    expect(said.filter((t) => t.includes('The budget is set'))).toHaveLength(kept)
    expect(said.filter((t) => t.includes('changed the settings meanwhile'))).toHaveLength(2 - kept)
  })
  it('writes no amount and no name of a team into the access log', async () => {
    await admin('budget 98765 USD team=secretteam')
    const entries = await s.settings.entries(10)
    expect(entries).toMatchObject([{ person: 'UOWN', kind: 'setup', allowed: true }])
    expect(JSON.stringify([entries, s.logged])).not.toMatch(/98765|secretteam/)
  })
})

describe('Home', () => {
  const open = async (user: string) => {
    await s.event({ type: 'app_home_opened', user, tab: 'home', channel: 'D1' })
    return s.last('views.publish').view as Json
  }
  const form = async (action: string, user = 'UOWN') => {
    await s.click(buttonOf(await open(user), action), inView, user)
    return s.last('views.open').view as Json
  }
  const drawn = async (user: string) => JSON.stringify(await open(user))

  it('shows an admin everything with buttons, and those allowed everything without', async () => {
    await set(s, { ...OPEN, anywhere: { people: ['U2'], groups: [] } })
    const buttons =
      /allow_spend|name_admin|set_budget|set_alerts|set_schedule|set_defaults|change_settings/g
    expect((await drawn('UOWN')).match(buttons)?.length).toBe(9)
    const seen = await drawn('U2')
    expect(seen).toContain('all spend: $7,654.00 a month')
    expect(seen).not.toMatch(buttons)
  })
  it('sets a budget by a form, with what is wrong at its fields', async () => {
    const view = await form('set_budget')
    const wrong = await s.submit(view, { amount: 'much', currency: 'XX', team: '' }, 'UOWN')
    expect(wrong).toMatchObject({
      response_action: 'errors',
      errors: {
        amount: expect.stringContaining('received "much"'),
        currency: expect.stringContaining('received "XX"'),
      },
    })
    expect(
      await s.submit(view, { amount: '50', currency: 'usd', team: 'A&B' }, 'UOWN'),
    ).toBeUndefined()
    expect(JSON.stringify(s.last('views.publish').view)).toContain('team A&amp;B: $50.00 a month')
  })
  it('takes back what a row shows', async () => {
    await set(s, OPEN)
    await s.click(buttonOf(await open('UOWN'), 'change_settings'), inView, 'UOWN')
    expect((await settings()).channels).toEqual([])
  })
  it('allows a channel by a form; one with guests is refused at its field', async () => {
    const view = await form('allow_spend')
    const into = (id: string) =>
      s.submit(
        view,
        { channel: { selected_conversation: id }, people: { selected_users: [] } },
        'UOWN',
      )
    expect(await into('CGUEST')).toMatchObject({
      errors: { channel: expect.stringContaining('this channel cannot be used: guests or people') },
    })
    expect(await into('C1')).toBeUndefined()
    expect((await settings()).channels).toEqual([{ id: 'C1', people: [], groups: [] }])
  })
  it('does not let a form overwrite what another admin set since it was opened', async () => {
    await set(s, { admins: ['U1'] })
    const [mine, theirs] = [await form('set_budget'), await form('set_budget', 'U1')]
    await s.submit(theirs, { amount: '5', currency: 'USD', team: '' }, 'U1')
    expect(await s.submit(mine, { amount: '6', currency: 'USD', team: '' }, 'UOWN')).toMatchObject({
      errors: { amount: expect.stringContaining('Somebody else changed the settings meanwhile') },
    })
    expect((await settings()).budgets).toMatchObject([{ amountNano: 5_000_000_000n }])
  })
  it('sets alerts and an admin by forms', async () => {
    await set(s, OPEN)
    await s.submit(
      await form('set_alerts'),
      {
        state: { selected_option: { value: 'on' } },
        channel: { selected_conversation: 'C1' },
        coolDown: '12',
      },
      'UOWN',
    )
    await s.submit(await form('name_admin'), { person: { selected_user: 'U1' } }, 'UOWN')
    expect(await settings()).toMatchObject({
      admins: ['U1'],
      alerts: { on: true, channel: 'C1', coolDownHours: 12 },
    })
  })
  it('sets a schedule by a form, in an allowed channel, with a wrong zone at its field', async () => {
    await set(s, OPEN)
    const view = await form('set_schedule')
    const send = (zone: string, channel = 'C1') =>
      s.submit(
        view,
        {
          channel: { selected_conversation: channel },
          when: { selected_option: { value: 'weekly 1' } },
          hour: { selected_option: { value: '9' } },
          zone,
          language: { selected_option: { value: 'en' } },
        },
        'UOWN',
      )
    expect(await send('Seoul')).toMatchObject({
      errors: { zone: expect.stringContaining('IANA name such as Asia/Seoul') },
    })
    await send('Asia/Seoul', 'C2')
    expect(String(s.last('chat.postMessage').text)).toContain('Spend is not allowed in <#C2>')
    await send('Asia/Seoul')
    expect(String(s.last('chat.postMessage').text)).toContain('<#C1>: A digest every Monday')
    expect(await s.db.selectFrom('schedule').select('channel_id').execute()).toEqual([
      { channel_id: 'C1' },
    ])
  })
})
