import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTinyApp } from './tiny-app.ts'

let b: Awaited<ReturnType<typeof openTinyApp>>
beforeAll(async () => {
  b = await openTinyApp()
})
afterAll(() => b.close())

const newest = () => b.store.messages.at(-1)
const fromAlex = () => b.store.messages.filter((m) => m.user === 'U000ALEX').at(-1)?.ts ?? ''

describe('what an ordinary Bolt app receives', () => {
  it('a mention comes twice: as a mention without a channel type, and as a message with one', async () => {
    await b.say('hey @rightsize <b> & co')
    expect(b.last('mention')).toMatchObject({
      type: 'app_mention',
      user: 'U000ALEX',
      text: 'hey <@U000BOT> &lt;b&gt; &amp; co',
    })
    expect(b.last('mention')).not.toHaveProperty('channel_type')
    expect(b.last('message')).toMatchObject({ type: 'message', channel_type: 'channel' })
    expect(newest()).toMatchObject({ user: 'U000BOT', thread: fromAlex() })
  })
  it('a direct message comes as one; a mail address is no mention', async () => {
    const mentions = b.seen.filter((s) => s.kind === 'mention').length
    await b.say('write to me@rightsize.example', { channel: 'D000ALEX' })
    expect(b.last('message')).toMatchObject({ channel_type: 'im', channel: 'D000ALEX' })
    expect(b.seen.filter((s) => s.kind === 'mention')).toHaveLength(mentions)
  })
  it('a channel the app is not in tells of mentions only', async () => {
    const before = b.seen.length
    await b.say('hello', { channel: 'C000RAND' })
    expect(b.seen).toHaveLength(before)
    await b.say('hello @rightsize', { channel: 'C000RAND' })
    expect(b.seen.slice(before).map((s) => s.kind)).toEqual(['mention'])
  })
  it('an edit tells both texts and marks the message', async () => {
    await b.say('first')
    await b.post('/edit', { ts: fromAlex(), text: 'second' })
    expect(b.last('message')).toMatchObject({
      subtype: 'message_changed',
      message: { text: 'second', edited: { user: 'U000ALEX' } },
      previous_message: { text: 'first' },
    })
    expect(await b.page()).toContain('(edited)')
  })
  it('a deletion tells what was there; with replies it is a change to a tombstone', async () => {
    await b.say('alone')
    const alone = fromAlex()
    await b.post('/delete', { ts: alone })
    expect(b.last('message')).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: alone,
      previous_message: { text: 'alone' },
    })
    await b.say('@rightsize with an answer')
    await b.post('/delete', { ts: fromAlex() })
    expect(b.last('message')).toMatchObject({
      subtype: 'message_changed',
      message: { subtype: 'tombstone', hidden: true },
      previous_message: { text: '<@U000BOT> with an answer' },
    })
    expect(await b.page()).toContain('This message was deleted.')
  })
  it('messages of others can be neither edited nor deleted', async () => {
    await b.say('mine')
    const ts = fromAlex()
    await b.post('/edit', { user: 'U000MINA', ts, text: 'yours' })
    await b.post('/delete', { user: 'U000MINA', ts })
    expect(b.store.find('C000SPEND', ts)?.text).toBe('mine')
  })
  it('a button in a message comes with message, place and an address to answer to', async () => {
    await b.say('@rightsize buttons')
    const ts = newest()?.ts ?? ''
    const action = JSON.stringify({ type: 'button', action_id: 'go', value: 'go' })
    await b.post('/action', { ts, block: 'a', action })
    expect(b.last('action')).toMatchObject({
      type: 'block_actions',
      user: { id: 'U000ALEX', team_id: 'T000LOCAL' },
      container: { message_ts: ts, thread_ts: fromAlex(), is_ephemeral: false },
      message: { ts, bot_id: 'B000BOT', blocks: [{ block_id: 'b0' }, { block_id: 'a' }] },
      actions: [{ type: 'button', action_id: 'go', block_id: 'a', value: 'go' }],
    })
    expect(b.store.find('C000SPEND', ts)).toMatchObject({ text: 'clicked', blocks: [] })
  })
  it('a choice in a list comes as its option, from the page’s own form', async () => {
    await b.say('@rightsize lists')
    const html = await b.page(`?u=U000ALEX&c=C000SPEND&t=${fromAlex()}`)
    const forms = [...html.matchAll(/<form method="post" action="\/action">([\s\S]*?)<\/form>/g)]
    const own = forms.map((m) => m[1] ?? '').find((f) => f.includes('pick')) ?? ''
    const { fieldsOf } = await import('../support/browser.ts')
    await b.post('/action', { ...fieldsOf(own), choice: 'y' })
    expect(b.last('action')).toMatchObject({
      action: { type: 'static_select', selected_option: { value: 'y', text: { text: 'y' } } },
      state: { values: { a: { pick: { selected_option: { value: 'y' } } } } },
    })
  })
  it('the message shortcut comes with the message', async () => {
    await b.say('look at this', { channel: 'C000SUPP' })
    await b.post('/shortcut', { ts: fromAlex(), user: 'U000DANA', channel: 'C000SUPP' })
    expect(b.last('shortcut')).toMatchObject({
      type: 'message_action',
      callback_id: 'ask_about_message',
      user: { id: 'U000DANA', team_id: 'T000OTHER' },
      message: { text: 'look at this' },
    })
  })
  it('Home is told when it is opened, shows what was published, and its buttons work', async () => {
    const html = await b.page('?u=U000MINA&c=D000MINA&view=home')
    expect(b.last('home')).toMatchObject({ tab: 'home', user: 'U000MINA', channel: 'D000MINA' })
    expect(html).toContain('>go</button>')
    const action = JSON.stringify({ type: 'button', action_id: 'go', value: 'go' })
    await b.post('/action', { user: 'U000MINA', ts: 'home', block: 'b0', action })
    expect(b.last('action')).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } })
    await b.post('/home', { user: 'U000MINA', tab: 'messages' })
    expect(b.last('home')).toMatchObject({ tab: 'messages' })
  })
})

describe('a slash command', () => {
  it('comes with its text escaped, and its acknowledgement may answer in private or for all', async () => {
    await b.say('/model-size private')
    expect(newest()).toMatchObject({ text: 'only you', only: 'U000ALEX' })
    await b.say('/model-size open')
    expect(newest()).toMatchObject({ text: 'for all' })
    expect(newest()?.only).toBeUndefined()
    await b.post('/command', { command: '/model-size', text: 'private <x>' })
    expect(b.last('command')).toMatchObject({ text: 'private &lt;x&gt;', channel_name: 'ai-spend' })
  })
  it('that is unknown, in a thread or not answered in time is answered by Slack itself', async () => {
    const commands = () => b.seen.filter((s) => s.kind === 'command').length
    const before = commands()
    await b.say('/nope x')
    expect(newest()).toMatchObject({
      user: 'USLACKBOT',
      only: 'U000ALEX',
      text: '`/nope` is not a valid command.',
    })
    await b.say('root')
    await b.say('/model-size form', { thread: fromAlex() })
    expect(newest()).toMatchObject({ text: '/model-size is not supported in threads. Sorry!' })
    expect(commands()).toBe(before)
    b.beLate(true)
    await b.say('/model-size hang', { user: 'U000MINA' })
    b.beLate(false)
    expect(newest()).toMatchObject({ only: 'U000MINA' })
    expect(newest()?.text).toContain('operation_timeout')
  })
})
