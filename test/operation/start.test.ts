import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ToldError } from '../../src/language/told-error.ts'
import { openAll, portIsFree } from '../../src/start.ts'
import { botProcess } from '../support/bot-process.ts'

/** Slack that takes no token, on a port that is in use thereby. */
const slack = createServer((_, response) =>
  response
    .setHeader('content-type', 'application/json')
    .end(JSON.stringify({ ok: false, error: 'invalid_auth' })),
).listen(0, '127.0.0.1')
await once(slack, 'listening')
const address = slack.address()
const port = typeof address === 'object' && address ? address.port : 0
afterAll(() => {
  slack.closeAllConnections()
  slack.close()
})

const folder = () => mkdtempSync(join(tmpdir(), 'rightsize-start-'))

describe('a start that cannot be', () => {
  it('tells everything that is wrong in one list, without a stack, and ends with 2', async () => {
    const knowledge = folder()
    mkdirSync(join(knowledge, 'catalog', 'models'), { recursive: true })
    writeFileSync(join(knowledge, 'catalog', 'models', 'ours.yml'), 'vendr: acme\n')
    const file = join(folder(), 'file')
    writeFileSync(file, 'x')
    const bot = botProcess({
      ...{ SLACK_BOT_TOKEN: 'xoxb-hidden', SLACK_SIGNING_SECRET: 's' },
      ...{ SLACK_API_URL: `http://127.0.0.1:${port}/api/`, LOG_LEVEL: 'silent' },
      ...{ PORT: String(port), METRICS_PORT: String(port) },
      ...{ DATA_DIR: file, KNOWLEDGE_DIR: knowledge },
    })
    expect(await bot.ended).toBe(2)
    const { out, err } = bot.written()
    expect(out).toBe('')
    expect(err.split('\n')[0]).toBe('Rightsize cannot start:')
    expect(err).toContain(`- Port ${port} on 127.0.0.1 is in use. Stop what uses it, or set PORT`)
    expect(err).toContain('or set METRICS_PORT to another port (0 picks a free one).')
    expect(err).toMatch(/- The data directory .*file cannot be used: .*Set DATA_DIR to a folder/)
    expect(err).toMatch(/- .*ours\.yml/)
    expect(err).toContain('- Slack does not accept SLACK_BOT_TOKEN (invalid_auth).')
    expect(err).not.toMatch(/hidden|\n\s+at /)
  }, 180_000)
  it('tells it in Korean where the locale is', async () => {
    const bot = botProcess({ LANG: 'ko_KR.UTF-8', LC_ALL: '', SLACK_BOT_TOKEN: 'nope', PORT: 'x' })
    expect(await bot.ended).toBe(2)
    const { err } = bot.written()
    expect(err).toContain('이 설정으로는 시작할 수 없습니다.')
    expect(err).toContain('- SLACK_BOT_TOKEN: xoxb-로 시작해야 합니다.')
    expect(err).toContain('- PORT: 0부터 65535까지의 정수여야 합니다. 받은 값: "x".')
  })
  it('says that PostgreSQL is away, without its address', async () => {
    const bot = botProcess({ DATABASE_URL: 'postgres://app:secret@127.0.0.1:1/x' })
    expect(await bot.ended).toBe(2)
    const { err } = bot.written()
    expect(err).toMatch(/^- The PostgreSQL database is away .*ECONNREFUSED/m)
    expect(err).not.toMatch(/secret|\n\s+at /)
  }, 180_000)
})

describe('opening several things', () => {
  it('gives them all when all could be', async () =>
    expect(
      await openAll({ a: Promise.resolve(1), b: Promise.resolve('x') }, async () => undefined),
    ).toEqual({ a: 1, b: 'x' }))
  it('closes what was opened when something else could not be, and tells every reason', async () => {
    const closed: unknown[] = []
    const used = { en: 'The port is in use.', ko: '포트를 이미 쓰고 있습니다.' }
    const opening = openAll(
      {
        database: Promise.resolve('db'),
        port: Promise.reject(new ToldError(used)),
        note: Promise.reject(new Error('A note has no title.')),
      },
      async (opened) => closed.push(opened),
    )
    await expect(opening).rejects.toMatchObject({
      name: 'StartError',
      sentence: {
        en: 'Rightsize cannot start:\n- The port is in use.\n- A note has no title.',
        ko: 'Rightsize를 시작할 수 없습니다.\n- 포트를 이미 쓰고 있습니다.\n- A note has no title.',
      },
    })
    expect(closed).toEqual([{ database: 'db' }])
  })
  it('finds a free port free, and leaves it so', async () => {
    const free = { variable: 'PORT', port: 0, host: '127.0.0.1' }
    await expect(portIsFree(free)).resolves.toBeUndefined()
    const taken = { variable: 'PORT', port, host: '127.0.0.1' }
    await expect(portIsFree(taken)).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use.`)
  })
})
