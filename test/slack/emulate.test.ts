import { readFileSync } from 'node:fs'
import type { App } from '@slack/bolt'
import { createEmulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createAccess } from '../../src/access/access.ts'
import { createSlackApp } from '../../src/slack/create-app.ts'
import { slackDirectory } from '../../src/slack/directory.ts'
import { product } from '../support/product.ts'

const scopes = (
  parse(readFileSync('manifest.yml', 'utf8')) as { oauth_config: { scopes: { bot: string[] } } }
).oauth_config.scopes.bot

describe('against an emulated Web API that knows only the manifest’s scopes', () => {
  let emulator: { url: string; close: () => Promise<void> }
  let made: Awaited<ReturnType<typeof product>>
  let app: ReturnType<typeof createSlackApp>
  const ids: { channel: string; user: string } = { channel: '', user: '' }
  const receiver = {
    init: (a: App) => {
      bolt = a
    },
    start: async () => undefined,
    stop: async () => undefined,
  }
  let bolt: App
  beforeAll(async () => {
    // First, because it takes long: a connection that idles meanwhile is closed under the next call.
    made = await product(() => Date.parse('2026-11-24T12:00:00Z'))
    emulator = await createEmulator({
      service: 'slack',
      port: 0,
      seed: {
        slack: {
          team: { name: 'Acme', domain: 'acme' },
          strict_scopes: true,
          users: [{ name: 'alice', email: 'alice@example.com' }],
          channels: [{ name: 'ai-spend' }],
          oauth_apps: [
            {
              client_id: '1.2',
              client_secret: 's',
              app_id: 'A01',
              name: 'Rightsize',
              redirect_uris: [],
              bot_id: 'B01',
              bot_user_id: 'U0BOT',
              bot_name: 'rightsize',
            },
          ],
          tokens: [
            {
              token: 'xoxb-1',
              type: 'bot',
              user_id: 'U0BOT',
              app_id: 'A01',
              bot_id: 'B01',
              bot_user_id: 'U0BOT',
              scopes,
            },
            { token: 'xoxp-alice', type: 'user', user: 'alice' },
          ],
        },
      },
    } as never)
    const call = async (method: string, token: string, body: Record<string, string>) =>
      (
        await fetch(`${emulator.url}/api/${method}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
          body: new URLSearchParams(body),
        })
      ).json() as Promise<Record<string, never>>
    const { channels } = (await call('conversations.list', 'xoxp-alice', {})) as unknown as {
      channels: { id: string; name: string }[]
    }
    const { user_id } = (await call('auth.test', 'xoxp-alice', {})) as unknown as {
      user_id: string
    }
    ids.channel = channels.find((c) => c.name === 'ai-spend')?.id ?? ''
    ids.user = user_id
    app = createSlackApp({
      ...made.options,
      bolt: {
        token: 'xoxb-1',
        receiver: receiver as never,
        clientOptions: { slackApiUrl: `${emulator.url}/api/` },
      },
    })
    await app.app.start()
  }, 60_000)
  afterAll(async () => {
    await emulator.close()
    await made.db.destroy()
  })
  const deliver = (event: object, id: string) =>
    bolt.processEvent({
      ack: async () => undefined,
      body: {
        type: 'event_callback',
        team_id: 'T000000001',
        api_app_id: 'A01',
        event,
        event_id: id,
        authorizations: [
          { team_id: 'T000000001', user_id: 'U0BOT', is_bot: true, is_enterprise_install: false },
        ],
      },
    })

  it('an answer posts, with its blocks', async () => {
    await deliver(
      {
        type: 'app_mention',
        user: ids.user,
        channel: ids.channel,
        ts: '1.0',
        event_ts: '1.0',
        text: '<@U0BOT> Do we need GPT-class models to tag 200k support tickets a month?',
      },
      'Ev1',
    )
    const history = await app.app.client.conversations
      .replies({ channel: ids.channel, ts: '1.0' })
      .catch(() => undefined)
    const all =
      history?.messages ??
      (await app.app.client.conversations.history({ channel: ids.channel })).messages ??
      []
    expect(JSON.stringify(all)).toContain('Smaller is enough')
    expect(made.logged.filter((l) => l.level === 'error')).toEqual([])
  })
  it('App Home publishes', async () => {
    await deliver(
      { type: 'app_home_opened', user: ids.user, tab: 'home', channel: 'D1', event_ts: '2.0' },
      'Ev2',
    )
    expect(made.logged.filter((l) => l.level === 'error')).toEqual([])
  })
  it('people and channels are looked up within the scopes, and a person named in the configuration allows spend', async () => {
    const directory = slackDirectory(app.app.client)
    expect(await directory.person(ids.user)).toMatchObject({ standing: 'member' })
    expect(await directory.place(ids.channel)).toMatchObject({ kind: 'channel', shared: false })
    expect(await directory.outsiders(ids.channel)).toBeInstanceOf(Array)
    const access = createAccess(made.settings, {
      now: () => 1,
      newId: () => 'e1',
      admins: [ids.user],
    })
    const request = {
      tenant: 'T000000001',
      person: ids.user,
      channel: 'D1',
      kind: 'preview',
    } as const
    expect(await access.seeing(request, directory)).toBeUndefined()
  })
  it('a file upload works', async () => {
    const uploaded = await app.app.client.filesUploadV2({
      channel_id: ids.channel,
      filename: 'pilot.csv',
      file: Buffer.from('item,label\n'),
      title: 'Pilot sheet',
    })
    expect(uploaded.ok).toBe(true)
  })
})
