import { createEmulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCOPES } from '../../src/slack/surface.ts'
import { HIDDEN, manyWorkspaces, notingSlack } from '../support/many-workspaces.ts'

describe('installing by OAuth, against an emulated Slack', () => {
  let emulator: { url: string; close: () => Promise<void> }
  let slack: Awaited<ReturnType<typeof notingSlack>>
  let app: Awaited<ReturnType<typeof manyWorkspaces>>
  const ids = { channel: '', user: '' }
  beforeAll(async () => {
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
              ...{ client_id: '1.2', client_secret: HIDDEN.client, app_id: 'A01' },
              ...{
                name: 'Rightsize',
                redirect_uris: ['https://rightsize.test/slack/oauth_redirect'],
              },
              ...{ bot_id: 'B01', bot_user_id: 'U0BOT', bot_name: 'rightsize' },
            },
          ],
          tokens: [{ token: 'xoxp-alice', type: 'user', user: 'alice' }],
        },
      },
    } as never)
    const call = async (method: string) =>
      (
        await fetch(`${emulator.url}/api/${method}`, {
          method: 'POST',
          headers: { authorization: 'Bearer xoxp-alice' },
          body: new URLSearchParams(),
        })
      ).json() as Promise<{ channels: { id: string; name: string }[]; user_id: string }>
    ids.channel =
      (await call('conversations.list')).channels.find((c) => c.name === 'ai-spend')?.id ?? ''
    ids.user = (await call('auth.test')).user_id
    slack = await notingSlack(() => undefined, emulator.url)
    app = await manyWorkspaces(slack.url, `${emulator.url}/oauth/v2/authorize`)
  }, 60_000)
  afterAll(async () => {
    await app.stop()
    slack.close()
    await emulator.close()
  })

  /** Agrees on Slack's page, as alice. */
  const agree = async (to: URL) => {
    const { searchParams: asked } = to
    const consent = await fetch(`${emulator.url}/oauth/v2/authorize/callback`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...Object.fromEntries(asked), user_id: ids.user }),
    })
    return new URL(consent.headers.get('location') ?? 'http://nowhere.test').searchParams
  }
  const mention = { type: 'app_mention', user: '', channel: '', ts: '1.0', event_ts: '1.0' }
  const asks = (ts: string) => ({
    ...{ ...mention, ts, event_ts: ts, user: ids.user, channel: ids.channel },
    text: '<@U0BOT> Do we need GPT-class models to tag 200k support tickets a month?',
  })

  it('an event before the installation is acknowledged, answered nothing, and logged by the id alone', async () => {
    const before = slack.calls.length
    expect((await app.event(asks('1.0'), { team: 'T000000001' })).status).toBe(200)
    expect(slack.calls.length).toBe(before)
    expect(app.logged.filter((l) => l.fields.workspace)).toEqual([
      {
        level: 'warn',
        fields: { workspace: 'T000000001' },
        message: 'an event of a workspace without the app was left alone',
      },
    ])
  })
  it('a state that was tampered with, or is not of this browser, is refused with 400', async () => {
    const { to, cookie } = await app.begin()
    const given = await agree(to)
    const other = (await app.begin()).cookie
    const state = `${given.get('state')}x`
    const tampered = new URLSearchParams({ code: given.get('code') ?? '', state })
    expect((await app.comeBack(tampered, cookie)).status).toBe(400)
    expect((await app.comeBack(tampered, `slack-app-oauth-state=${state}`)).status).toBe(400)
    expect((await app.comeBack(given, other)).status).toBe(400)
    expect((await app.comeBack(given, '')).status).toBe(400)
  })
  it('the way leads to Slack with the scopes of the manifest, back, and to an answer with the new token', async () => {
    const { status, to, cookie } = await app.begin()
    expect(status).toBe(302)
    expect(to.href).toContain(`${emulator.url}/oauth/v2/authorize`)
    expect(to.searchParams.get('scope')).toBe(SCOPES.join(','))
    expect((await app.comeBack(await agree(to), cookie)).status).toBe(200)
    const posted = slack.next((c) => c.method === 'chat.postMessage')
    expect((await app.event(asks('2.0'), { team: 'T000000001' })).status).toBe(200)
    const { token, body } = await posted
    expect(token).toMatch(/^xoxb-/)
    expect(body.text).toContain('Smaller is enough')
    expect((await app.cli(['connections', '--json'])).out).toBe('[]')
  })
  it('neither secrets nor tokens stand in the log', () => {
    const log = JSON.stringify(app.logged)
    for (const secret of Object.values(HIDDEN)) expect(log).not.toContain(secret)
    expect(log).not.toMatch(/xox[bp]-/)
    expect(app.logged.filter((l) => l.fields.stack)).toEqual([])
  })
})
