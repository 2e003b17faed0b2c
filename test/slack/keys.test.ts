import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessWorld } from '../support/access-world.ts'
import type { SlackInProcess } from '../support/slack-in-process.ts'

let s: SlackInProcess
beforeEach(async () => {
  s = await accessWorld()
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  await s.db.destroy()
})

type Json = Record<string, unknown>
const entries = () => s.settings.entries(100)

describe('a key', () => {
  const key = `sk-proj-${'aB3dE5gH7jK9'.repeat(4)}`
  const kept = async () =>
    JSON.stringify([
      await s.db.selectFrom('turn').selectAll().execute(),
      await entries(),
      s.logged,
      s.sent,
    ])
  const WARNED = /looks like a secret key/

  it.each([
    [
      'a mention',
      () =>
        s.event({
          type: 'app_mention',
          user: 'U1',
          channel: 'C1',
          ts: '1.0',
          text: `<@U0BOT> use ${key}`,
        }),
      'chat.postEphemeral',
    ],
    [
      'a direct message',
      () =>
        s.event({
          type: 'message',
          channel_type: 'im',
          user: 'U1',
          channel: 'D1',
          ts: '1.0',
          text: key,
        }),
      'chat.postMessage',
    ],
    ['a command', () => s.command(`admin add ${key}`), 'respond'],
  ])(
    'in %s is answered with a warning to that person, and kept nowhere',
    async (_, write, method) => {
      await write()
      expect(String(s.last(method).text)).toMatch(WARNED)
      expect(await kept()).not.toContain(key)
    },
  )
  it('in an edited question or a decision’s note goes no further either', async () => {
    const asked = {
      user: 'U1',
      ts: '1.0',
      text: '<@U0BOT> Do we need GPT-class models to tag 200k support tickets a month?',
    }
    await s.event({ type: 'app_mention', channel: 'C1', ...asked })
    await s.event({
      type: 'message',
      subtype: 'message_changed',
      channel: 'C1',
      message: { ...asked, text: `<@U0BOT> ${key}` },
      previous_message: asked,
    })
    expect(String(s.last('chat.postEphemeral').text)).toMatch(WARNED)
    const form = {
      callback_id: 'decision_form',
      private_metadata: JSON.stringify({ turn: 'id1', language: 'en', channel: 'C1' }),
    }
    const answer = (await s.submit(form, {
      owner: { selected_user: 'U1' },
      reviewOn: { selected_date: '2027-03-01' },
      note: key,
    })) as Json
    expect(answer).toMatchObject({ errors: { note: expect.stringMatching(WARNED) } })
    expect(await kept()).not.toContain(key)
  })
})
