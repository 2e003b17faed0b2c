import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Knowledge } from '../../src/answering/knowledge.ts'
import { openKnowledge, openPublicKnowledge } from '../../src/knowledge.ts'
import { decisionStore } from '../../src/storage/decision-store.ts'
import { accessWorld } from '../support/access-world.ts'
import { company, ownNote } from '../support/company.ts'
import { NOW } from '../support/knowledge.ts'
import { buttonOf, type SlackInProcess } from '../support/slack-in-process.ts'

const QUESTION = 'What did our claims desk pilot of routing find?'
const OWN = /21\s?% of the letters|acme|claims desk pilot of/i
const SIZE = 'Do we need GPT-class models to tag 200k support tickets a month?'

let own: Knowledge
let shipped: Knowledge
let s: SlackInProcess
beforeAll(async () => {
  const config = {
    ...company({ 'acme-routing-2026.md': ownNote() }).config,
    EMBEDDINGS: 'none' as const,
  }
  own = (await openKnowledge(config, () => NOW)).knowledge
  shipped = await openPublicKnowledge(config, () => NOW)
})
beforeEach(async () => {
  s = await accessWorld(own)
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  expect(s.logged.filter((l) => l.level === 'error')).toEqual([])
  await s.db.destroy()
})

let ts = 0
const mention = (user: string, channel: string, text = QUESTION) =>
  s.event({ type: 'app_mention', user, channel, ts: `${++ts}.0`, text: `<@U0BOT> ${text}` })
const posted = () => JSON.stringify(s.last('chat.postMessage').blocks)
const shared = () =>
  s.replies.set('conversations.info', () => ({
    ok: true,
    channel: { id: 'C1', is_ext_shared: true },
  }))

describe('the notes of the company', () => {
  it('are not in what everybody may know', () => {
    expect(own.corpus.note('acme-routing-2026')).toBeDefined()
    expect(shipped.corpus.note('acme-routing-2026')).toBeUndefined()
    expect(shipped.corpus.note('kaplan-2020')).toBeDefined()
  })
  it.each([
    ['U1', 'C1'],
    ['UOWN', 'D9'],
  ])('answer %s in %s', async (user, channel) => {
    await mention(user, channel)
    expect(posted()).toContain('21% of the letters')
  })
  it.each([
    ['a guest', 'UMULTI', 'C1'],
    ['somebody of another company', 'UCONNECT', 'C1'],
    ['a stranger in their direct message', 'USTRANGER', 'D8'],
    ['a member where another company reads', 'U1', 'CEXT'],
    ['an owner where another company reads', 'UOWN', 'CEXT'],
    ['a member in a channel that cannot be looked up', 'U1', 'CLOST'],
    ['somebody who cannot be looked up', 'UNKNOWN', 'C1'],
  ])('do not answer %s, who is answered from the shipped ones', async (_, user, channel) => {
    await mention(user, channel)
    await s.command(QUESTION, user, channel)
    await mention(user, channel, 'Why did Chinchilla change Kaplan’s advice?')
    expect(posted()).toMatch(/Chinchilla|Hoffmann/)
    expect(JSON.stringify(s.sent.map((m) => m.body.blocks)).replaceAll(QUESTION, '')).not.toMatch(
      OWN,
    )
  })
  it('are not drawn on by an edited question or a click once another company reads along', async () => {
    await mention('U1', 'C1', SIZE)
    const flip = buttonOf(s.last('chat.postMessage'), 'try_flip_0')
    shared()
    await s.event({
      ...{ type: 'message', subtype: 'message_changed', channel: 'C1', channel_type: 'channel' },
      message: { type: 'message', user: 'U1', ts: `${ts}.0`, text: `<@U0BOT> ${QUESTION}` },
      previous_message: { type: 'message', user: 'U1', ts: `${ts}.0`, text: 'before' },
    })
    expect(s.of('chat.update')).toHaveLength(1)
    expect(JSON.stringify(s.last('chat.update')).replaceAll(QUESTION, '')).not.toMatch(OWN)
    await s.click(flip)
    const turns = await s.db.selectFrom('turn').select('answer_json').execute()
    expect(turns.map((t) => JSON.parse(t.answer_json).scope)).toEqual(['public', 'public'])
  })
  it('do not leave by the button that shares an answer', async () => {
    await s.command(SIZE, 'U1', 'C1')
    const share = buttonOf(s.last('respond'), 'share_answer')
    shared()
    await s.click(share)
    expect(s.of('chat.postMessage')).toEqual([])
    expect(s.last('chat.postEphemeral').text).toContain('I cannot share this there')
    s = await again(s)
    await s.command(SIZE, 'U1', 'CEXT')
    await s.click(buttonOf(s.last('respond'), 'share_answer'), { channel: { id: 'CEXT' } })
    expect(s.of('chat.postMessage').length).toBeGreaterThan(0)
  })
  it('stay out of the review of a decision that was made without them', async () => {
    await mention('U1', 'CEXT', SIZE)
    await s.click(buttonOf(s.last('chat.postMessage'), 'record_decision'))
    await s.submit(s.last('views.open').view as Record<string, unknown>, {
      owner: { selected_user: 'U2' },
      reviewOn: { selected_date: '2027-02-22' },
      note: '',
    })
    expect(await decisionStore(s.db).all()).toMatchObject([
      { scope: 'public', catalog: { version: shipped.catalog.version } },
    ])
  })
})

/** Another workspace with the same notes. */
async function again(before: SlackInProcess): Promise<SlackInProcess> {
  await before.db.destroy()
  return accessWorld(own)
}
