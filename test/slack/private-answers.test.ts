import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buttonOf, type SlackInProcess, slackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeEach(async () => {
  s = await slackInProcess()
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  await s.db.destroy()
})

const used = () => new Response('used_url', { status: 404 })
const view = () => s.last('views.open').view as Record<string, unknown>

describe('/model-size', () => {
  it('says what is wrong without calling anybody, and offers the form with what it understood', async () => {
    await s.command('task=chatbot volume=&lt;!channel&gt; region=KOR')
    const said = s.last('respond')
    expect(said.text).toContain('volume: received "&lt;!channel&gt;"')
    expect(JSON.stringify(said)).not.toContain('<!channel>')
    await s.click(buttonOf(said, 'open_form'))
    expect(JSON.stringify(view().blocks)).toContain('"initial_option"')
  })
  it('still opens the form when what was typed is longer than a button holds', async () => {
    await s.command(`volum=1 task=${'x'.repeat(3000)} in=900`)
    await s.click(buttonOf(s.last('respond'), 'open_form'))
    expect(JSON.stringify(view().blocks)).toContain('"initial_value":"900"')
  })
  it('reads people and links in free words as words', async () => {
    await s.command('does <@U9|dana> need a bigger model, see <https://x.example/a|this>?')
    expect(JSON.stringify(s.last('respond').blocks)).toContain('does dana need')
  })
  it('that fails says so at its reply address, and in the direct message once that has expired', async () => {
    const b = await slackInProcess(({ conversation }) => ({
      conversation: { ...conversation, size: () => Promise.reject(new Error('no')) },
    }))
    await b.command('task=chatbot volume=1000')
    expect(b.last('respond').text).toContain('Something went wrong on my side')
    b.replies.set('respond', used)
    await b.command('task=chatbot volume=1000')
    expect(b.of('chat.postEphemeral')).toHaveLength(1)
    b.replies.set('chat.postEphemeral', () => ({ ok: false, error: 'user_not_in_channel' }))
    await b.command('task=chatbot volume=1000')
    expect(b.last('chat.postMessage').channel).toBe('D1')
    await b.db.destroy()
  })
})

describe('the form', () => {
  it('gives wrong values back to their fields without asking Slack anything first', async () => {
    await s.command('', 'UKO')
    const before = s.sent.length
    const answer = await s.submit(view(), { volume: '많이', in: '0', task: 'chatbot' })
    expect(answer).toMatchObject({ response_action: 'errors' })
    expect(Object.keys((answer as { errors: object }).errors)).toEqual(['volume', 'in'])
    expect(JSON.stringify(answer)).toMatch(/[가-힣]/)
    expect(s.sent.slice(before).map((c) => c.method)).toEqual([])
  })
  it('answers at the reply address it was opened from, else in the direct message', async () => {
    await s.command('')
    await s.submit(view(), { task: 'chatbot', volume: '1000' })
    expect(s.last('respond').response_type).toBe('ephemeral')
    s.replies.set('respond', used)
    await s.submit(view(), { task: 'chatbot', volume: '1000' })
    expect(s.last('chat.postMessage').channel).toBe('D1')
  })
  it('that fails after it was closed says so in the direct message', async () => {
    const b = await slackInProcess(({ conversation }) => ({
      conversation: { ...conversation, size: () => Promise.reject(new Error('no')) },
    }))
    await b.command('')
    await b.submit(b.last('views.open').view as Record<string, unknown>, { task: 'chatbot' })
    expect(b.last('chat.postMessage')).toMatchObject({
      channel: 'D1',
      text: expect.stringContaining('Something went wrong on my side'),
    })
    await b.db.destroy()
  })
})

describe('a private answer', () => {
  it('that moved to the direct message is still shared to the channel it was asked in, once', async () => {
    s.replies.set('respond', used)
    await s.command('task=chatbot volume=1000')
    const share = buttonOf(s.last('chat.postMessage'), 'share_answer')
    const inDm = { channel: { id: 'D1' }, response_url: 'http://slack.invalid/respond/2' }
    await s.click(share, inDm)
    const shared = s.of('chat.postMessage').filter((c) => c.body.channel === 'C1')
    expect(shared).toHaveLength(2)
    expect(shared[0]?.body).toMatchObject({ text: expect.stringMatching(/^<@U1>: /) })
    expect(JSON.stringify(shared[0]?.body.blocks)).toContain('<@U1>: task=chatbot volume=1000')
    expect(shared[1]?.body.thread_ts).toBe('102.0')
    await s.click(share, inDm)
    expect(s.of('chat.postMessage').filter((c) => c.body.channel === 'C1')).toHaveLength(2)
  })
  it('is shared once, however fast the button is clicked', async () => {
    await s.command('task=chatbot volume=1000')
    const share = buttonOf(s.last('respond'), 'share_answer')
    await Promise.all([s.click(share), s.click(share)])
    expect(s.of('chat.postMessage').filter((c) => c.body.channel === 'C1')).toHaveLength(2)
  })
  it('is adjusted in a form that holds what was stated and shows what was assumed', async () => {
    await s.command('task=classification volume=50k/day')
    await s.click(buttonOf(s.last('respond'), 'adjust_assumptions'))
    const blocks = JSON.stringify(view().blocks)
    expect(blocks).toContain('"initial_value":"1520833"')
    expect(blocks).toMatch(/"text":"assumed: 800"/)
    expect(blocks).toMatch(/"text":"assumed: the United States"/)
  })
  it('cannot be shared where the bot is not, and says how to change that', async () => {
    await s.command('task=chatbot volume=1000')
    s.replies.set('chat.postMessage', () => ({ ok: false, error: 'not_in_channel' }))
    await s.click(buttonOf(s.last('respond'), 'share_answer'))
    expect(s.last('chat.postEphemeral').text).toContain('/invite @rightsize')
  })
  it('reopened from Home can be continued in the direct message', async () => {
    await s.command('task=chatbot volume=1000')
    await s.event({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1' })
    const home = s.last('views.publish').view as Record<string, unknown>
    await s.click(buttonOf(home, 'reopen_private'), { container: { type: 'view' } })
    const reopened = s.last('chat.postMessage')
    expect(reopened.channel).toBe('D1')
    await s.event({
      type: 'message',
      channel_type: 'im',
      user: 'U1',
      channel: 'D1',
      ts: '200.0',
      thread_ts: '101.0',
      text: 'and at 20M a month?',
    })
    expect(JSON.stringify(s.last('chat.postMessage').blocks)).toContain('Before and after')
  })
  it('that is gone says so in the direct message when Home still showed it', async () => {
    const gone = { action_id: 'reopen_private', value: 'nothing' }
    await s.click(gone, { container: { type: 'view' } })
    expect(s.last('chat.postMessage')).toMatchObject({
      channel: 'D1',
      text: expect.stringContaining('no longer stored'),
    })
  })
})
