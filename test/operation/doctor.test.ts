import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from '../../src/cli/run.ts'
import { readConfig } from '../../src/config.ts'
import { clockWatch } from '../../src/operation/doctor/clock.ts'
import type { Checked } from '../../src/operation/doctor/finding.ts'
import { catalogueFinding, diskFinding } from '../../src/operation/doctor/stored.ts'
import { SCOPES } from '../../src/slack/surface.ts'
import { pageText } from '../support/pages.ts'
import { servers } from '../support/servers.ts'

const NOON = Date.parse('2026-11-20T12:00:00Z')
/** Each look reads all notes and the whole catalogue. */
const AS_LONG = { timeout: 60_000 }
const HANGUL = /[가-힣]/
const folder = () => mkdtempSync(join(tmpdir(), 'rightsize-doctor-'))

const { serving, close } = servers()
afterAll(close)
const slackWith = (replies: Readonly<Record<string, object>>, scopes: readonly string[]) =>
  serving((request, response) => {
    const method = (request.url ?? '').replace('/api/', '')
    response
      .setHeader('content-type', 'application/json')
      .setHeader('x-oauth-scopes', scopes.join())
    response.end(JSON.stringify(replies[method] ?? { ok: false, error: 'unknown_method' }))
  })
const TAKEN = { 'auth.test': { ok: true, team: 'Acme' }, 'apps.connections.open': { ok: true } }

/** What the command says of an installation. */
async function doctor(environment: Record<string, string>, ...more: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await runCli(['doctor', ...more], {
    config: () => readConfig({ DATA_DIR: folder(), ...environment }),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    now: () => NOON,
  })
  return { code, text: out.join('\n'), err: err.join('\n') }
}
async function findings(environment: Record<string, string>) {
  const { code, text } = await doctor(environment, '--json')
  const checked = JSON.parse(text) as Checked[]
  const of = (id: string) => {
    const found = checked.find((c) => c.id === id)
    return `${found?.state}: ${found?.says.en}`
  }
  return { code, of, checked }
}

describe('the doctor', AS_LONG, () => {
  it('finds nothing to mend where nothing is configured, asks nobody, and says what it skipped', async () => {
    const { of, checked } = await findings({})
    expect(of('configuration')).toBe('ok: Complete for the local workspace.')
    expect(of('database')).toMatch(/^ok: .*the first start makes it/)
    expect(of('clock')).toMatch(/^skipped: No server was asked/)
    const skipped = checked.filter((c) => c.state === 'skipped').map((c) => c.id)
    const outward = ['slack-token', 'slack-scopes', 'slack-app-token', 'sources', 'model', 'clock']
    expect(skipped).toEqual(outward)
  })
  it('draws a table in both languages and ends with 1 where there is something to mend', async () => {
    const environment = { DATABASE_URL: 'postgres://app:secret@127.0.0.1:1/x' }
    const english = await doctor(environment)
    expect([english.code, english.err]).toEqual([1, ''])
    expect(english.text).toMatch(
      /^PROBLEM {2}Database {2,}The PostgreSQL database is away .*ECONN/m,
    )
    expect(english.text).toMatch(/^skipped {2}Slack scopes/m)
    expect(english.text).not.toMatch(HANGUL)
    const korean = await doctor(environment, '--lang', 'ko')
    expect(korean.code).toBe(1)
    expect(korean.text).toMatch(
      /^문제 {4}데이터베이스 {2,}PostgreSQL 데이터베이스에 닿을 수 없습니다/m,
    )
    for (const line of korean.text.split('\n')) expect(line).toMatch(HANGUL)
    expect(english.text + korean.text).not.toContain('secret')
  })
  it('lists every problem of a configuration that cannot be used', async () => {
    const { code, text } = await doctor({ PORT: 'abc', SLACK_BOT_TOKEN: 'hidden' })
    expect(code).toBe(1)
    expect(text).toMatch(/It cannot be used; mend:\n {2,}- .*SLACK_BOT_TOKEN must start with xoxb-/)
    expect(text).toContain('PORT must be a whole number from 0 to 65535; received "abc"')
    expect(text).not.toContain('hidden')
    const korean = await doctor({ PORT: 'abc', SLACK_BOT_TOKEN: 'hidden' }, '--lang', 'ko')
    expect(korean.text).toMatch(/쓸 수 없습니다\. 고칠 곳:\n {2,}- /)
    for (const line of korean.text.split('\n')) expect(line).toMatch(HANGUL)
  })
})

describe('the doctor at Slack', AS_LONG, () => {
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-hidden-1', SLACK_APP_TOKEN: 'xapp-hidden-2' }

  it('finds tokens and scopes good', async () => {
    const url = await slackWith(TAKEN, [...SCOPES, 'team:read'])
    const { of } = await findings({ ...tokens, SLACK_API_URL: `${url}/api/` })
    expect(of('slack-token')).toBe('ok: Slack takes it (Acme).')
    expect(of('slack-scopes')).toBe(`ok: All ${SCOPES.length} are there.`)
    expect(of('slack-app-token')).toBe('ok: Slack opens Socket Mode with it.')
  })
  it('names the scopes that are missing', async () => {
    const url = await slackWith(
      TAKEN,
      SCOPES.filter((s) => s !== 'files:read' && s !== 'im:write'),
    )
    const { code, of } = await findings({ ...tokens, SLACK_API_URL: `${url}/api/` })
    expect([code, of('slack-scopes')]).toEqual([
      1,
      expect.stringContaining('problem: Missing: files:read, im:write. Put them into'),
    ])
  })
  it('says which token is refused and how to get another, without the tokens', async () => {
    const refused = { ok: false, error: 'invalid_auth' }
    const url = await slackWith({ 'auth.test': refused, 'apps.connections.open': refused }, [])
    const { text } = await doctor({ ...tokens, SLACK_API_URL: `${url}/api/` })
    expect(text).toContain('Slack does not accept SLACK_BOT_TOKEN (invalid_auth). Copy the bot')
    expect(text).toContain('with SLACK_APP_TOKEN (invalid_auth). Make an app-level token')
    expect(text).not.toContain('hidden')
  })
  it('says that nobody answers there', async () => {
    const { of } = await findings({ ...tokens, SLACK_API_URL: 'http://127.0.0.1:9/api/' })
    for (const id of ['slack-token', 'slack-app-token'])
      expect(of(id)).toMatch(/^problem: Slack cannot be reached at http:\/\/127\.0\.0\.1:9\/api\//)
    expect(of('slack-scopes')).toMatch(/^skipped/)
  })
})

describe('the doctor at services that bill', AS_LONG, () => {
  it('asks each once and says which takes its key', async () => {
    let asked = 0
    const good = await serving((_, response) => response.end(pageText('openrouter.activity')))
    const bad = await serving((_, response) => {
      asked += 1
      response.writeHead(asked > 0 ? 503 : 200).end()
    })
    const { code, of } = await findings({
      ...{ OPENROUTER_MANAGEMENT_KEY: 'sk-hidden', OPENROUTER_BASE_URL: good },
      ...{ LITELLM_API_KEY: 'sk-hidden', LITELLM_BASE_URL: bad },
    })
    expect(of('source-openrouter')).toBe('ok: It answers, and takes the key.')
    expect(of('source-litellm')).toMatch(/^problem: LiteLLM failed on its side \(status 503\)/)
    expect([code, asked]).toEqual([1, 1])
  })
  it('says in both languages that a key is refused, without the key', async () => {
    const url = await serving((_, response) => response.writeHead(401).end('sk-hidden'))
    const environment = { OPENAI_ADMIN_KEY: 'sk-hidden', OPENAI_ADMIN_BASE_URL: url }
    const [english, korean] = [await doctor(environment), await doctor(environment, '--lang=ko')]
    expect(english.text).toContain('OpenAI refused the key (status 401)')
    expect(korean.text).toContain('OpenAI: 키가 거부되었습니다(상태 401)')
    expect(english.text + korean.text).not.toContain('hidden')
  })
})

describe('the doctor at a language model', AS_LONG, () => {
  const list = (ids: readonly string[]) =>
    serving((_, response) => response.end(JSON.stringify({ data: ids.map((id) => ({ id })) })))
  const at = async (url: string, LLM = 'openai:gpt-6-luna') =>
    (await findings({ LLM, LLM_API_KEY: 'sk-hidden', LLM_BASE_URL: url, LLM_PRICE: '1,2' })).of(
      'model',
    )

  it('finds it in the provider’s list, with a date or tag after its name', async () => {
    expect(await at(await list(['gpt-6-luna-2026-10-01']))).toMatch(/^ok: openai:gpt-6-luna is off/)
    const ollama = await serving((request, response) =>
      response.end(
        request.url === '/api/tags' ? '{"models":[{"name":"llama3.1:latest"}]}' : undefined,
      ),
    )
    expect(await at(ollama, 'ollama:llama3.1')).toMatch(/^ok: ollama:llama3.1 is offered/)
  })
  it.each([
    [
      200,
      '{"data":[{"id":"gpt-6-luna-mini"}]}',
      /^problem: .* list does not name openai:gpt-6-luna/,
    ],
    [
      401,
      'sk-hidden',
      /^problem: The provider of openai:gpt-6-luna refuses the key \(status 401\)/,
    ],
    [404, '', /^ok: .*lists no models \(status 404\); its key was not tried/],
    [503, '', /^problem: .*fails or limits requests \(status 503\)/],
  ])('says what an answer of %i means', async (status, body, said) =>
    expect(await at(await serving((_, r) => r.writeHead(status).end(body)))).toMatch(said),
  )
  it('says that nobody answers there, and what is missing to open it', async () => {
    expect(await at('http://127.0.0.1:9')).toMatch(/^problem: .*cannot be reached/)
    const { of } = await findings({ LLM: 'openai-compatible:ours', LLM_BASE_URL: 'http://[::1]:9' })
    expect(of('model')).toMatch(/^problem: The price of openai-compatible:ours is not known/)
  })
})

describe('the doctor at the notes', AS_LONG, () => {
  it('says what is wrong with notes of one’s own, and that their index is made at the next start', async () => {
    const own = folder()
    expect((await findings({ KNOWLEDGE_DIR: own })).of('index')).toMatch(
      /^ok: .*next start makes it/,
    )
    mkdirSync(join(own, 'evidence'))
    writeFileSync(join(own, 'evidence', 'ours.md'), '---\ntitle: 3\n---\n')
    const { code, of } = await findings({ KNOWLEDGE_DIR: own })
    expect([code, of('index')]).toEqual([1, expect.stringMatching(/^problem: .*\n- ours\.md: id/)])
  })
})

describe('what the doctor makes of figures', () => {
  it.each([
    [0, 'ok: Within 0 s of the servers'],
    [-59_000, 'ok: Within 59 s'],
    [125_000, "problem: This machine's clock is 125 s ahead."],
    [-400_000, "problem: This machine's clock is 400 s behind."],
  ])('a clock that is %i ms off', async (off, said) => {
    const date = new Date(NOON).toUTCString()
    const answer = async () => new Response('', { headers: { date } })
    const watch = clockWatch(answer, () => NOON + off)
    await watch.fetch('http://any.test')
    const { state, says } = watch.finding()
    expect(`${state}: ${says.en}`).toContain(said)
  })
  it('is not misled by one server whose clock is wrong', async () => {
    const dates = [NOON, NOON - 86_400_000].map((at) => new Date(at).toUTCString())
    const answer = async () => new Response('', { headers: { date: dates.shift() ?? '' } })
    const watch = clockWatch(answer, () => NOON)
    await watch.fetch('http://a.test')
    await watch.fetch('http://b.test')
    expect(watch.finding().state).toBe('ok')
  })
  it('a disk that is nearly full, and prices that nobody read for long, are to be mended', () => {
    expect(diskFinding('data', 40 * 1024 ** 3)).toMatchObject({ state: 'ok' })
    expect(diskFinding('data', 9 * 1024 ** 2)).toMatchObject({
      state: 'problem',
      says: { en: expect.stringContaining('Only 9 MB'), ko: expect.stringContaining('9 MB') },
    })
    const age = { newest: '2026-09-01', aged: 90, limit: 60 }
    expect(catalogueFinding({ ...age, days: 60 }).state).toBe('ok')
    expect(catalogueFinding({ ...age, days: 61 }).state).toBe('problem')
  })
})
