import { afterAll, describe, expect, it } from 'vitest'
import type { Conversation } from '../../src/answering/conversation.ts'
import { createInbox } from '../../src/inbox/inbox.ts'
import type { Received } from '../../src/inbox/ports.ts'
import { inboxStore } from '../../src/storage/inbox-store.ts'
import { envelope, mention, TEAM } from '../support/recording-slack.ts'
import { slackInProcess } from '../support/slack-in-process.ts'

const TEXT = 'What is distillation?'
const PLACE = { tenant: TEAM, channel: 'C1', thread: '1.0' }
const ASK = { place: PLACE, asker: 'U1', text: TEXT, questionTs: '1.0' }

describe('events that are kept before they are acknowledged', () => {
  const worlds: Awaited<ReturnType<typeof slackInProcess>>[] = []
  afterAll(async () => {
    for (const world of worlds) await world.db.destroy()
  })
  const open = async (limits = {}, over: Partial<Conversation> = {}) => {
    let time = 1_000
    const slack = await slackInProcess(({ conversation }, db) => ({
      conversation: { ...conversation, ...over },
      untilDone: true,
      inbox: (work) =>
        createInbox(
          {
            store: inboxStore(db),
            now: () => time,
            owner: 'r1',
            wait: async () => 0,
            limits,
          },
          work,
        ),
    }))
    worlds.push(slack)
    const { inbox } = slack
    if (!inbox) throw new Error('There is no inbox.')
    const rows = () => slack.db.selectFrom('inbox').selectAll().orderBy('received_at').execute()
    /** A process takes the question up, and is never heard of again. */
    const interrupted = async () => {
      const event = { ...mention('1.0'), text: `<@U0BOT> ${TEXT}` }
      const at = { tenant: TEAM, id: 'Ev0', thread: 'C1:1.0', order: '1.0', at: time }
      const received: Received = { ...at, body: envelope(event, 'Ev0') }
      await inboxStore(slack.db).keep(received, false)
      await inboxStore(slack.db).claim('dead', { now: time, until: time }, 1)
    }
    const later = async () => {
      time += 60_000
      await inbox.tick()
      await inbox.settled()
    }
    const message = (text: string, over: object = {}) =>
      slack.event({
        ...{ type: 'message', channel: 'C1', channel_type: 'channel', user: 'U2', ts: '5.0' },
        ...{ event_ts: '5.0', text },
        ...over,
      })
    return { ...slack, rows, interrupted, later, message }
  }

  it('are answered, and their words forgotten', async () => {
    const slack = await open()
    await slack.event({ ...mention('1.0'), text: `<@U0BOT> ${TEXT}` })
    expect(slack.of('chat.postMessage')).toHaveLength(1)
    expect(await slack.rows()).toMatchObject([
      { tenant_id: TEAM, thread: 'C1:1.0', state: 'done', body_json: '' },
    ])
  })
  it('are not kept at all when they are not for the bot', async () => {
    const slack = await open()
    await slack.message('lunch?')
    await slack.message('pizza', { thread_ts: '4.0' })
    await slack.message('', { subtype: 'message_deleted', deleted_ts: '3.0' })
    expect(await slack.rows()).toEqual([])
  })
  it('in a thread are answered in order, also when the first has no answer yet', async () => {
    const slack = await open()
    const asked = slack.event({ ...mention('1.0'), text: `<@U0BOT> ${TEXT}` })
    const reply = slack.message('why?', { ts: '1.5', event_ts: '1.5', thread_ts: '1.0' })
    await Promise.all([asked, reply])
    const turns = await slack.options.conversation.turns(PLACE)
    expect(turns.map((t) => t.questionTs)).toEqual(['1.0', '1.5'])
    expect(slack.of('chat.postMessage')).toHaveLength(2)
  })
  it('in a thread are answered also when the first is done between two looks for its thread', async () => {
    let looks = 0
    const takesPart = async () => looks++ > 0
    const slack = await open({}, { takesPart })
    await slack.event({ ...mention('1.0'), text: `<@U0BOT> ${TEXT}` })
    await slack.message('why?', { ts: '1.5', event_ts: '1.5', thread_ts: '1.0' })
    expect(slack.of('chat.postMessage')).toHaveLength(2)
  })
  it('in a thread are answered also when the first got an apology alone', async () => {
    const slack = await open()
    await slack.interrupted()
    await slack.db.updateTable('inbox').set({ attempt: 3 }).execute()
    const reply = { ts: '1.5', event_ts: '1.5', thread_ts: '1.0' }
    await slack.message('What is distillation?', reply)
    await slack.later()
    expect(slack.of('chat.postEphemeral')).toHaveLength(1)
    expect(slack.of('chat.postMessage')).toHaveLength(1)
  })
  it('are answered by another process when the one that took them died', async () => {
    const slack = await open()
    await slack.interrupted()
    await slack.later()
    await slack.later()
    expect(slack.of('chat.postMessage')).toHaveLength(1)
  })
  it('get the answer that was made, where it was not posted', async () => {
    const slack = await open()
    await slack.interrupted()
    const turn = await slack.options.conversation.ask({ ...ASK, visibility: 'thread' })
    slack.replies.set('conversations.replies', () => ({ ok: true, messages: [{ ts: '1.0' }] }))
    await slack.later()
    expect(slack.last('chat.postMessage').metadata).toMatchObject({
      event_payload: { turn: turn.id },
    })
    expect(await slack.options.conversation.turns(PLACE)).toHaveLength(1)
  })
  it('are not answered again where the answer was posted, and not yet noted', async () => {
    const slack = await open()
    await slack.interrupted()
    const turn = await slack.options.conversation.ask({ ...ASK, visibility: 'thread' })
    const metadata = { event_type: 'rightsize_answer', event_payload: { turn: turn.id } }
    const messages = [{ ts: '1.0' }, { ts: '1.2', metadata }]
    slack.replies.set('conversations.replies', () => ({ ok: true, messages }))
    await slack.later()
    expect(slack.of('chat.postMessage')).toEqual([])
    expect((await slack.options.conversation.turn(TEAM, turn.id))?.answerTs).toBe('1.2')
  })
  it('are answered anew where only the opening of an answer stands, which is taken away', async () => {
    const slack = await open()
    await slack.interrupted()
    const openingOf = (question: string) => [{ type: 'section', block_id: `opening:${question}` }]
    const metadata = { event_type: 'rightsize_answer', event_payload: { turn: 'other' } }
    const messages = [
      { ts: '1.0' },
      { ts: '1.2', blocks: openingOf('1.0') },
      { ts: '1.3', blocks: openingOf('0.9') },
      { ts: '1.4', blocks: openingOf('1.0'), metadata },
    ]
    slack.replies.set('conversations.replies', () => ({ ok: true, messages }))
    await slack.later()
    expect(slack.of('chat.delete').map(({ body }) => body.ts)).toEqual(['1.2'])
    expect(slack.of('chat.postMessage')).toHaveLength(1)
  })
  it('get an apology where nobody can tell whether they were answered', async () => {
    const slack = await open()
    await slack.interrupted()
    await slack.options.conversation.ask({ ...ASK, visibility: 'thread' })
    slack.replies.set('conversations.replies', () => ({ ok: false, error: 'ratelimited' }))
    await slack.later()
    expect(slack.of('chat.postMessage')).toEqual([])
    expect(String(slack.last('chat.postEphemeral').text)).toContain('went wrong')
    expect(await slack.rows()).toMatchObject([{ state: 'done' }])
  })
  it('are turned away with a word when too many wait', async () => {
    const slack = await open({ open: 0 })
    await slack.event({ ...mention('1.0'), text: `<@U0BOT> ${TEXT}` })
    expect(slack.of('chat.postMessage')).toEqual([])
    expect(String(slack.last('chat.postEphemeral').text)).toContain('ask again in a minute')
  })
  it('are kept without the verification token', async () => {
    const slack = await open({ atOnce: 0 })
    await slack.event(mention('1.0'))
    const [row] = await slack.rows()
    expect(row?.body_json).toContain('Chinchilla')
    expect(row?.body_json).not.toContain('a-verification-token')
  })
  it('are not acknowledged when they cannot be kept, and answered when Slack sends them again', async () => {
    const slack = await open()
    await slack.db.schema.alterTable('inbox').renameTo('away').execute()
    await expect(slack.event(mention('1.0'))).rejects.toThrow()
    await slack.db.schema.alterTable('away').renameTo('inbox').execute()
    await slack.event(mention('1.0'))
    expect(slack.of('chat.postMessage')).toHaveLength(1)
  })
})
