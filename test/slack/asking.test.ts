import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRates } from '../../src/access/rate.ts'
import { decisionStore } from '../../src/storage/decision-store.ts'
import { rateStore } from '../../src/storage/rate-store.ts'
import { accessWorld, set } from '../support/access-world.ts'
import { TEAM } from '../support/recording-slack.ts'
import { buttonOf, type SlackInProcess, slackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
afterEach(async () => {
  expect(s.refused).toEqual([])
  expect(s.logged.filter((l) => l.level === 'error')).toEqual([])
  await s.db.destroy()
})

const QUESTION = 'Why did Chinchilla change Kaplan’s advice?'
let ts = 0
const mention = (user: string, channel = 'C1', text = QUESTION) =>
  s.event({ type: 'app_mention', user, channel, ts: `${++ts}.0`, text: `<@U0BOT> ${text}` })
const answers = () => s.of('chat.postMessage').length
const alone = () => String(s.last('chat.postEphemeral').text)
const reply = () => String(s.last('respond').text)

describe('who may ask', () => {
  beforeEach(async () => {
    s = await accessWorld()
  })

  it('is everybody until an admin says otherwise, and then nobody is looked up', async () => {
    for (const user of ['U1', 'UMULTI', 'UCONNECT', 'UNKNOWN']) await mention(user)
    expect(answers()).toBe(4)
    expect(s.of('conversations.info')).toEqual([])
  })
  it('is changed by an admin, said back, listed and logged', async () => {
    const said = async (words: string) => {
      await s.command(`admin ${words}`, 'UOWN')
      return reply()
    }
    expect(await said('ask guests off')).toBe('Guests may not ask me any more.')
    expect(await said('ask companies off')).toBe(
      'People of other companies may not ask me any more.',
    )
    expect(await said('ask allow <#C1|c> <@U1|u> <!subteam^S1|@s>')).toContain(
      '<#C1>, <@U1>, <!subteam^S1> may ask me. Nobody else may',
    )
    expect(await said('decisions analysts')).toContain('Only admins and those who may see spend')
    expect(await said('list')).toContain(
      'May ask: admins and <@U1>, <!subteam^S1>, <#C1>, but not guests or people of other companies',
    )
    const details = (await s.settings.entries(10, TEAM)).map((e) => e.detail)
    expect(details.reverse()).toEqual([
      'invite guests off',
      'invite companies off',
      'allow-asking C1 U1 S1',
      'set-recorders analysts',
      '',
    ])
    expect(await said('ask everybody')).toBe('Everybody may ask me again.')
  })
  it.each([
    ['ask', 'I do not know "admin ask "'],
    ['ask gests off', 'Did you mean `/model-size admin ask guests`?'],
    ['ask guests maybe', 'I do not know "admin ask guests maybe"'],
    ['ask allow', 'Name a channel, people or a user group'],
    ['ask allow <@UGONE|x>', 'cannot be named: they are no active person'],
    ['ask allow <#CLOST|x>', 'I could not look it up'],
    ['ask deny <@U2|x>', 'was not allowed by name'],
    ['decisions everyone', 'I do not know "admin decisions everyone"'],
  ])('"admin %s" is refused with how to mend it', async (words, sentence) => {
    await s.command(`admin ${words}`, 'UOWN')
    expect(reply()).toContain(sentence)
  })
  it('is told to who may not, alone, with who can grant it; the refusal is logged without the question', async () => {
    await s.command('admin ask allow <@U2|x>', 'UOWN')
    await mention('U1')
    expect(answers()).toBe(0)
    expect(alone()).toBe(
      'In this workspace only some people and channels may ask me. This can be granted by <@UOWN>, with `/model-size admin ask allow` <@U1>.',
    )
    await mention('UKO', 'C1', '스케일링 법칙이 뭐야?')
    expect(alone()).toContain('일부 사람과 채널만 저에게 물을 수 있습니다')
    await s.command('task=classification volume=2M/month', 'U1')
    expect(reply()).toContain('only some people and channels may ask me')
    await mention('U2')
    await mention('UOWN')
    expect(answers()).toBe(2)
    const refused = (await s.settings.entries(10, TEAM)).filter((e) => e.kind === 'ask')
    expect(refused).toHaveLength(3)
    expect(JSON.stringify(refused)).not.toContain('Chinchilla')
  })
  it('does not hold back a question about spend from who may see spend', async () => {
    await set(s, {
      ...(await s.settings.settings(TEAM)),
      channels: [{ id: 'C1', people: [], groups: [] }],
    })
    await s.command('admin ask allow <@U2|x>', 'UOWN')
    await mention('U1', 'C1', 'how much did we spend last week?')
    expect(s.last('chat.postMessage').text).toMatch(/4,321/)
  })
  it('ends for clicks on earlier answers too', async () => {
    await mention('U1', 'C1', 'Do we need GPT-class models to tag 200k support tickets a month?')
    const flip = buttonOf(s.last('chat.postMessage'), 'try_flip_0')
    await s.command('admin ask allow <@U2|x>', 'UOWN')
    const before = answers()
    await s.click(flip)
    expect(answers()).toBe(before)
    expect(reply()).toContain('only some people and channels may ask me')
  })
})

describe('decisions and the status', () => {
  beforeEach(async () => {
    s = await accessWorld()
    await mention('U1', 'C1', 'Do we need GPT-class models to tag 200k support tickets a month?')
  })
  it.each(['UMULTI', 'UCONNECT', 'UGONE'])('are not for %s', async (user) => {
    await s.click(buttonOf(s.last('chat.postMessage'), 'record_decision'), undefined, user)
    expect(s.of('views.open')).toEqual([])
    expect(alone()).toContain('for active full members of this workspace alone')
    await s.command('status', user)
    expect(reply()).toContain('for active full members of this workspace alone')
    expect(await decisionStore(s.db).all()).toEqual([])
  })
  it('are for analysts alone where an admin says so', async () => {
    await s.command('admin decisions analysts', 'UOWN')
    const record = buttonOf(s.last('chat.postMessage'), 'record_decision')
    await s.click(record)
    expect(s.of('views.open')).toEqual([])
    expect(alone()).toContain('only admins and those who may see spend here record decisions')
    await s.command('admin spend allow <@U1|x>', 'UOWN')
    await s.click(record)
    expect(s.of('views.open')).toHaveLength(1)
  })
})

describe('too much at once', () => {
  const start = async (person: number, workspace: number) => {
    const now = () => 1_800_000_000_000
    const rates = () => createRates(rateStore(s.db), { allowance: { person, workspace }, now })
    s = await slackInProcess(() => ({ rates: { enter: (...who) => rates().enter(...who) } }))
  }
  it('is told once, alone and in the language of who asked, with when to try again', async () => {
    await start(2, 0)
    for (let i = 0; i < 5; i += 1) await mention('U1')
    expect(answers()).toBe(2)
    expect(s.of('chat.postEphemeral')).toHaveLength(1)
    expect(alone()).toBe(
      'That was quicker than I can keep up with. Please try again in 30 seconds; what you sent meanwhile is not answered.',
    )
    for (let i = 0; i < 3; i += 1) await mention('UKO', 'C1', '스케일링 법칙이 뭐야?')
    expect(alone()).toContain('30초 뒤에 다시 시도해 주십시오')
  })
  it('holds for commands, forms and clicks together', async () => {
    await start(2, 0)
    await mention('U1', 'C1', 'Do we need GPT-class models to tag 200k support tickets a month?')
    await s.click(buttonOf(s.last('chat.postMessage'), 'try_flip_0'))
    const before = answers()
    await s.click(
      buttonOf(s.sent.find((m) => m.method === 'chat.postMessage')?.body ?? {}, 'try_flip_0'),
    )
    expect(reply()).toContain('Please try again in 30 seconds')
    await s.command('task=classification volume=2M/month')
    expect(answers()).toBe(before)
    expect(s.of('respond')).toHaveLength(1)
  })
  it('of a whole workspace is told to each of its people', async () => {
    await start(0, 1)
    for (const user of ['U1', 'U1', 'U2', 'U2']) await mention(user)
    expect(answers()).toBe(1)
    expect(s.of('chat.postEphemeral').map((m) => m.body.user)).toEqual(['U1', 'U2'])
    expect(alone()).toContain('Many people of this workspace are asking at once')
  })
})
