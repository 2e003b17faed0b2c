import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { envelope, mention, TEAM } from '../support/recording-slack.ts'
import { SECRETS, slackOverHttp } from '../support/slack-over-http.ts'

let s: Awaited<ReturnType<typeof slackOverHttp>>
beforeAll(async () => {
  s = await slackOverHttp({ workspace: TEAM })
})
afterAll(() => s.stop())

const command = (more: Readonly<Record<string, string>> = {}) => ({
  ...{ command: '/model-size', text: 'status', user_id: 'U1', channel_id: 'C1', team_id: TEAM },
  ...{ api_app_id: 'A1', trigger_id: 't', response_url: `${s.url}respond` },
  ...more,
})
const asked = (id: string, event: object = mention(`${id.slice(2)}.0`)) =>
  JSON.stringify(envelope(event, id))

describe('a request over HTTP', () => {
  it('signed long ago is refused, and the log says why', async () => {
    const before = s.said().length
    expect((await s.request(asked('Ev1'), { secondsAgo: 301 })).status).toBe(401)
    expect(s.said()).toHaveLength(before)
    expect(JSON.stringify(s.logged.at(-1))).toContain('stale')
  })
  it('sent again within the five minutes of its signature is answered once', async () => {
    await s.request(asked('Ev2'), { secondsAgo: 200 })
    const before = s.said().length
    expect(before).toBeGreaterThan(0)
    expect((await s.request(asked('Ev2'), { secondsAgo: 200 })).status).toBe(200)
    expect(s.said()).toHaveLength(before)
  })
  it('of 10 MB is refused without being kept, signed or not', async () => {
    const body = JSON.stringify({
      ...envelope(mention('3.0'), 'Ev3'),
      more: 'a'.repeat(10_000_000),
    })
    expect((await s.request(body)).status).toBe(413)
    expect((await s.request(body, { secret: 'wrong' })).status).toBe(413)
  })
  it.each(['', '{', '{"type":'])(
    'that is signed and cut short (%s) is refused, and the next one is served',
    async (body) => {
      expect((await s.request(body)).status).toBe(400)
      expect((await s.form(command())).status).toBe(200)
    },
  )
})

describe('another workspace', () => {
  const elsewhere = (body: object) => ({
    ...body,
    team_id: 'T999',
    authorizations: [{ team_id: 'T999', user_id: 'U0BOT', is_bot: true }],
  })
  it('that has the app too is passed over, though its signature is right', async () => {
    const before = s.calls.length
    const body = elsewhere(envelope(mention('20.0'), 'Ev20'))
    expect((await s.request(JSON.stringify(body))).status).toBe(200)
    expect((await s.form(command({ team_id: 'T999' }))).status).toBe(200)
    expect(s.calls.slice(before).map((c) => c.method)).not.toContain('chat.postMessage')
    expect(s.calls.slice(before).map((c) => c.method)).not.toContain('respond')
    expect(s.logged.filter((l) => l.message === 'passed over another workspace')).toHaveLength(2)
  })
  it('is not taken for one where the app is installed in a whole enterprise', async () => {
    const body = {
      ...envelope(mention('21.0'), 'Ev21'),
      authorizations: [{ enterprise_id: 'E1', team_id: null, is_enterprise_install: true }],
    }
    const before = s.said().length
    await s.request(JSON.stringify(body))
    expect(s.said().length).toBeGreaterThan(before)
  })
})

describe('an address for replies that is not one of Slack', () => {
  it.each([
    'https://hooks.slack.com.evil.example/commands/1',
    'https://hooks.slack.com@evil.example/',
    'http://hooks.slack.com/commands/1',
    'https://hooks.slack.com:8443/commands/1',
    'https://evil.example/?https://hooks.slack.com/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'not an address',
    '',
  ])('gets nothing, and the asker hears in the direct message (%s)', async (response_url) => {
    const before = s.said().length
    await s.form(command({ response_url, text: 'task=chatbot volume=1000' }))
    const after = s.said().slice(before)
    expect(after.map((c) => c.method)).not.toContain('respond')
    expect(after.length).toBeGreaterThan(0)
  })
})

it('no secret of the app is in anything that was logged', () => {
  const log = JSON.stringify(s.logged)
  expect(log.length).toBeGreaterThan(100)
  for (const secret of SECRETS) expect(log).not.toContain(secret)
  expect(log).not.toContain('Chinchilla')
})
