import { beforeEach, describe, expect, it } from 'vitest'
import { localClient, section } from './local-client.ts'

let { store, client, pass, post, errorOf } = localClient()
beforeEach(() => {
  ;({ store, client, pass, post, errorOf } = localClient())
})

describe('messages', () => {
  it('are posted, changed, reacted to, read and deleted', async () => {
    const { ts = '' } = await post({ metadata: { event_type: 'x', event_payload: { key: 'k' } } })
    await post({ thread_ts: ts, text: 'reply' })
    const at = { channel: 'C000SPEND', ts }
    await client.chat.update({ ...at, text: 'changed', blocks: [section('now')] })
    await client.reactions.add({ channel: 'C000SPEND', timestamp: ts, name: 'eyes' })
    const history = await client.conversations.history({ channel: 'C000SPEND' })
    expect(history.messages).toHaveLength(1)
    expect(history.messages?.[0]).toMatchObject({
      text: 'changed',
      bot_id: 'B000BOT',
      metadata: { event_payload: { key: 'k' } },
      reactions: [{ name: 'eyes' }],
    })
    const thread = await client.conversations.replies({ channel: 'C000SPEND', ts })
    expect(thread.messages?.map((m) => m.text)).toEqual(['changed', 'reply'])
    await client.chat.delete(at)
    expect(store.find('C000SPEND', ts)?.tombstone).toBe(true)
  })
  it('lose their blocks when only new text is given, and nothing when neither is', async () => {
    const { ts = '' } = await post({ blocks: [section('a')] })
    const at = { channel: 'C000SPEND', ts }
    await client.apiCall('chat.update', at)
    expect(store.find('C000SPEND', ts)?.blocks).toHaveLength(1)
    await client.chat.update({ ...at, text: 'plain' })
    expect(store.find('C000SPEND', ts)?.blocks).toEqual([])
  })
  it('stream until they are stopped, and take nothing afterwards', async () => {
    const channel = 'C000SPEND'
    const { ts: thread = '' } = await post()
    const blocks = (text: string) => [{ type: 'blocks' as const, blocks: [section(text)] }]
    const begin = { channel, thread_ts: thread, recipient_user_id: 'U000ALEX' }
    const { ts = '' } = await client.chat.startStream({ ...begin, chunks: blocks('one') })
    expect(store.find(channel, ts)).toMatchObject({ streaming: true, thread })
    await client.chat.appendStream({ channel, ts, markdown_text: 'two' })
    await client.chat.stopStream({ channel, ts, blocks: [section('three')] })
    expect(store.find(channel, ts)).toMatchObject({ streaming: false })
    expect(store.find(channel, ts)?.blocks.map((b) => b.type)).toEqual([
      'section',
      'markdown',
      'section',
    ])
    expect(await errorOf(client.chat.appendStream({ channel, ts, markdown_text: 'x' }))).toBe(
      'message_not_in_streaming_state',
    )
    const nobody = client.chat.startStream({ channel, thread_ts: thread, markdown_text: 'x' })
    expect(await errorOf(nobody)).toBe('missing_recipient_user_id')
  })
  it('to a thread that is gone fall back to the channel; long ones are cut with a warning', async () => {
    const { ts = '' } = await post({ thread_ts: '1.000000', text: 'x'.repeat(40_001) })
    expect(store.find('C000SPEND', ts)?.thread).toBeUndefined()
    expect(store.find('C000SPEND', ts)?.text).toHaveLength(40_000)
  })
  it('for one person are seen by nobody else', async () => {
    await client.chat.postEphemeral({ channel: 'C000SPEND', user: 'U000ALEX', text: 'psst' })
    expect(store.messages[0]).toMatchObject({ only: 'U000ALEX' })
    expect((await client.conversations.history({ channel: 'C000SPEND' })).messages).toEqual([])
  })
  it('that nobody replied to leave no trace; a tombstone goes with its last reply', async () => {
    const { ts = '' } = await post()
    const reply = await post({ thread_ts: ts })
    await client.chat.delete({ channel: 'C000SPEND', ts })
    expect(store.messages).toHaveLength(2)
    await client.chat.delete({ channel: 'C000SPEND', ts: reply.ts ?? '' })
    expect(store.messages).toEqual([])
  })
  it.each([
    ['an unknown channel', { channel: 'C404' }, 'channel_not_found'],
    ['a channel the bot is not in', { channel: 'C000RAND' }, 'not_in_channel'],
    ['no text', { text: '' }, 'no_text'],
    ['blocks that are no JSON', { blocks: '[{' }, 'invalid_json'],
  ])('with %s are refused', async (_, over, error) => expect(await errorOf(post(over))).toBe(error))
  it('with wrong blocks are refused with the reason', async () => {
    const failed = await post({ blocks: [{ type: 'nope' }] }).catch((e) => e.data)
    expect(failed).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: { messages: [expect.stringContaining('unknown type')] },
    })
  })
  it('of others cannot be changed or deleted', async () => {
    const { ts } = store.post({ channel: 'C000SPEND', user: 'U000ALEX', text: 'mine', blocks: [] })
    const at = { channel: 'C000SPEND', ts }
    expect(await errorOf(client.chat.update({ ...at, text: 'x' }))).toBe('cant_update_message')
    expect(await errorOf(client.chat.delete(at))).toBe('cant_delete_message')
    expect(await errorOf(client.chat.delete({ ...at, ts: '9.9' }))).toBe('message_not_found')
  })
  it('for one person need both in the channel', async () => {
    const to = (channel: string, user: string) =>
      errorOf(client.chat.postEphemeral({ channel, user, text: 'x' }))
    expect(await to('C000RAND', 'U000ALEX')).toBe('not_in_channel')
    expect(await to('D000MINA', 'U000ALEX')).toBe('user_not_in_channel')
  })
})

describe('people, channels and the agent', () => {
  it('are told apart: own members, guests of other companies, bots', async () => {
    const { members = [] } = await client.users.list({})
    expect(members.map((m) => [m.name, m.is_owner, m.is_restricted])).toEqual([
      ['mina', true, false],
      ['alex', false, false],
      ['gabi', false, true],
      ['dana', false, false],
      ['rightsize', false, false],
      ['slackbot', false, false],
    ])
    const own = await client.auth.test()
    const dana = await client.users.info({ user: 'U000DANA' })
    expect(dana.user?.team_id).not.toBe(own.team_id)
    expect(await errorOf(client.users.info({ user: 'U404' }))).toBe('user_not_found')
    expect((await client.bots.info({ bot: own.bot_id ?? '' })).bot?.name).toBe('rightsize')
  })
  it('channels say whether the bot is in them, and who else', async () => {
    const { channels = [] } = await client.conversations.list({})
    expect(channels.map((c) => [c.name, c.is_member])).toEqual([
      ['ai-spend', true],
      ['support', true],
      ['random', false],
    ])
    const { members } = await client.conversations.members({ channel: 'C000SPEND' })
    expect(members).toContain('U000BOT')
    expect((await client.conversations.info({ channel: 'D000MINA' })).channel?.is_im).toBe(true)
    expect((await client.conversations.open({ users: 'U000MINA' })).channel?.id).toBe('D000MINA')
  })
  it('a status ends with the answer, and by itself after two minutes', async () => {
    const { ts = '' } = await post()
    const set = (status: string, loading_messages: readonly string[] = []) =>
      client.apiCall('assistant.threads.setStatus', {
        channel_id: 'C000SPEND',
        thread_ts: ts,
        status,
        loading_messages,
      })
    await set('is counting…', ['One…', 'Two…'])
    expect(store.status('C000SPEND', ts)).toMatchObject({
      text: 'is counting…',
      loading: ['One…', 'Two…'],
    })
    await post({ thread_ts: ts })
    expect(store.status('C000SPEND', ts)).toBeUndefined()
    await set('is counting…')
    pass(2 * 60_000)
    expect(store.status('C000SPEND', ts)).toBeUndefined()
    const many = Array.from({ length: 11 }, (_, n) => `${n}…`)
    expect(await errorOf(set('is counting…', many))).toBe('invalid_arguments')
  })
  it('at most four prompts are suggested', async () => {
    const prompts = [1, 2, 3, 4, 5].map((n) => ({ title: `t${n}`, message: `m${n}` }))
    await client.apiCall('assistant.threads.setSuggestedPrompts', {
      channel_id: 'D000MINA',
      prompts,
    })
    expect(store.prompts.get('D000MINA')).toEqual(prompts.slice(0, 4))
  })
  it('a method that is not there is named as unknown', async () => {
    expect(await errorOf(client.apiCall('admin.users.list'))).toBe('unknown_method')
    expect(await errorOf(client.apiCall('constructor'))).toBe('unknown_method')
  })
})

describe('views', () => {
  const view = (title: string) => ({
    type: 'modal' as const,
    title: { type: 'plain_text' as const, text: title },
    blocks: [section('a')],
  })
  const open = (trigger_id: string) => client.views.open({ trigger_id, view: view('one') })
  it('open once, within three seconds of a click', async () => {
    const trigger = store.trigger('U000ALEX')
    await open(trigger)
    expect(await errorOf(open(trigger))).toBe('invalid_trigger_id')
    const late = store.trigger('U000ALEX')
    pass(3001)
    expect(await errorOf(open(late))).toBe('expired_trigger_id')
  })
  it('are pushed on one another, three deep, and changed by their id', async () => {
    const first = await open(store.trigger('U000ALEX'))
    const push = () =>
      client.views.push({ trigger_id: store.trigger('U000ALEX'), view: view('next') })
    await push()
    await push()
    expect(await errorOf(push())).toBe('push_limit_reached')
    await client.views.update({ view_id: first.view?.id ?? '', view: view('new') })
    expect(store.modals.get('U000ALEX')?.[0]?.view).toMatchObject({ title: { text: 'new' } })
    expect(await errorOf(client.views.update({ view_id: 'V404', view: view('x') }))).toBe(
      'not_found',
    )
  })
  it('with a title that is too long are refused with the reason', async () => {
    const trigger_id = store.trigger('U000ALEX')
    const failed = await client.views
      .open({ trigger_id, view: view('x'.repeat(25)) })
      .catch((e) => e.data)
    expect(failed.response_metadata.messages[0]).toMatch(/title.*24/)
  })
  it('of Home wake the pages up only when they are new', async () => {
    let changes = 0
    store.watch(() => changes++)
    const publish = (text: string) =>
      client.views.publish({ user_id: 'U000MINA', view: { type: 'home', blocks: [section(text)] } })
    await publish('a')
    await publish('a')
    expect(changes).toBe(1)
    await publish('b')
    expect(changes).toBe(2)
  })
})
