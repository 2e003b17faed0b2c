import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../src/cli/run.ts'
import { serveSocket } from '../../src/cli/socket.ts'
import { readConfig } from '../../src/config.ts'
import { handleState, openState, type State } from '../../src/state.ts'
import { NOON, RECORDED, type Recorded, SECRET } from '../connectors/sources.ts'
import { type PageServer, servePages } from '../support/pages.ts'

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`
const [OLD, NEW] = [key('old'), key('new')]
const HANGUL = /[가-힣]/

describe('keys of workspaces on the command line', () => {
  let server: PageServer
  let folder: string
  let starts = 0
  let state: State
  let socket: Server | undefined
  const config = () =>
    readConfig({
      DATA_DIR: join(folder, `data${starts}`),
      OPENAI_ADMIN_BASE_URL: server.address,
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'c',
      SLACK_STATE_SECRET: 's',
      SLACK_SIGNING_SECRET: 's',
      SLACK_REDIRECT_URI: 'https://rightsize.test/slack/oauth_redirect',
      ENCRYPTION_KEYS_FILE: join(folder, 'keys'),
    })
  const open = async (keys: string) => {
    writeFileSync(join(folder, 'keys'), `${keys}\n`)
    state = await openState(config(), () => NOON)
    socket = await serveSocket(config().DATA_DIR, (request) => handleState(request, state))
  }
  const close = async () => {
    socket?.close()
    await state.close()
  }
  /** Starts again with other keys. One process opens a data folder once, so that it goes on with a copy. */
  const reopen = async (keys: string) => {
    await close()
    const { DATA_DIR } = config()
    starts++
    cpSync(DATA_DIR, config().DATA_DIR, { recursive: true, filter: (f) => !f.endsWith('.sock') })
    await open(keys)
  }
  const install = (id: string) =>
    state.workspaces?.installs?.installations.save({
      ...{ id, org: false, installedAt: 1, content: '{"bot":{"token":"xoxb-hidden"}}' },
    })
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rightsize-connections-'))
    const { answers } = RECORDED.openai as Recorded
    server = await servePages(answers)
    await open(OLD)
    await install('T1')
    await install('T2')
  })
  afterEach(async () => {
    await close()
    await server.close()
  })

  /** Types a command line; what it says never holds the key. */
  async function cli(args: readonly string[], input = '') {
    const [out, err]: [string[], string[]] = [[], []]
    const code = await runCli(args, {
      config,
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      now: () => NOON,
      input: async () => input,
    })
    expect([...out, ...err].join('\n')).not.toContain(SECRET)
    return { code, out: out.join('\n'), err: err.join('\n') }
  }
  const connect = (tenant: string) => cli(['connect', 'openai', '--tenant', tenant], `${SECRET}\n`)

  it('a key is taken from standard input, and the bills are read with it for that workspace alone', async () => {
    expect((await connect('T1')).out).toContain('openai is connected to T1')
    const DAYS = ['--from', '2026-11-16', '--to', '2026-11-19']
    const pull = (tenant: string) =>
      cli(['import', '--source', 'openai', ...DAYS, '--tenant', tenant, '--json'])
    expect(JSON.parse((await pull('T1')).out)).toMatchObject({ source: 'openai', charges: 9 })
    expect((await pull('T2')).err).toContain('connect it with: connect openai --tenant T2')
    expect(await state.charges.coveredDays('T2')).toBeUndefined()
    expect((await state.charges.coveredDays('T1'))?.from).toBe('2026-11-16')
  })
  it('what is connected is listed without keys, and disconnected', async () => {
    await connect('T1')
    const listed = await cli(['connections', '--tenant', 'T1'])
    expect(listed.out).toBe(`openai\tsince ${new Date(NOON).toISOString().slice(0, 16)}Z`)
    const json = JSON.parse((await cli(['connections', '--tenant', 'T1', '--json'])).out)
    expect(json).toEqual([{ source: 'openai', connectedAt: new Date(NOON).toISOString() }])
    expect((await cli(['connections', '--tenant', 'T2'])).out).toContain('No service is connected')
    const gone = await cli(['disconnect', 'openai', '--tenant', 'T1', '--lang', 'ko'])
    expect(gone.out).toContain('T1의 openai 연결을 끊고 키를 지웠습니다')
    expect((await cli(['connections', '--tenant', 'T1'])).out).toContain('No service is connected')
    const log = (await cli(['access-log', '--tenant', 'T1'])).out
    expect(log).toContain('command line\tcommand line\tkeys\tallowed\tconnect openai')
    expect(log).toContain('disconnect openai')
    expect(log).not.toContain(SECRET)
  })
  it('another first key: everything is sealed anew, and the old one can be thrown away', async () => {
    await connect('T1')
    await reopen(`${NEW},${OLD}`)
    expect((await cli(['rotate-key'])).out).toContain('3 secrets were sealed anew')
    expect((await cli(['rotate-key'])).out).toContain('0 secrets were sealed anew')
    await reopen(NEW)
    const credential = await state.workspaces?.installs?.connections.credential('T1', 'openai')
    expect(credential).toEqual({ key: SECRET })
  })
  it('without the old key it says what is missing, and harms nothing', async () => {
    await connect('T1')
    await reopen(NEW)
    const failed = await cli(['rotate-key'])
    expect([failed.code, failed.err.includes('3 could not be opened')]).toEqual([2, true])
    const sources = await cli(['spend-sources', '--tenant', 'T1'])
    expect(sources.err).toContain(
      'sealed with the key "old", which is not in ENCRYPTION_KEYS (new)',
    )
    await reopen(`${NEW},${OLD}`)
    expect((await cli(['rotate-key', '--lang', 'ko'])).out).toContain('비밀 값 3개를')
  })
  it.each([
    [['connect'], '', 'connect needs one service', 'connect에는 서비스 하나가'],
    [['connect', 'openai', 'sk-x', '--tenant', 'T1'], '', 'never stands on', '명령줄에 적지'],
    [['connect', 'acme', '--tenant', 'T1'], 'k', 'received "acme"', '받은 값: "acme"'],
    [['connect', 'openai', '--tenant', 'T1'], ' \n', 'but nothing came', '들어오지 않았습니다'],
    [['connect', 'openai', '--tenant', 'T1'], 'two keys', 'has blanks', '공백이나 글자'],
    [['connect', 'litellm', '--tenant', 'T1'], 'k', '--url is needed', '--url은 litellm에만'],
    [['connect', 'openai', '--tenant', 'T1', '--url', 'https://x.test'], 'k', 'only there', '에만'],
    [['connect', 'litellm', '--tenant', 'T1', '--url', 'x'], 'k', 'received "x"', '받은 값: "x"'],
    [['connect', 'openai'], 'k', 'several workspaces', '워크스페이스가 여러 개'],
    [['connect', 'openai', '--tenant', 'T9'], 'k', 'no workspace "T9"', '"T9" 워크스페이스는'],
    [['disconnect', 'openai', '--tenant', 'T1'], '', 'is not connected', '연결이 없습니다'],
    [['spend-sources', '--tenant', '--json'], '', 'The option --tenant', '--tenant 옵션'],
  ])(
    '%j is told with the reason, in both languages, with exit code 2',
    async (args, input, en, ko) => {
      const english = await cli(args, input)
      expect([english.code, english.out]).toEqual([2, ''])
      expect(english.err).toContain(en)
      expect(english.err).not.toMatch(HANGUL)
      const korean = await cli([...args, '--lang', 'ko'], input)
      expect(korean.code).toBe(2)
      expect(korean.err).toContain(ko)
    },
  )
  it('a file of keys that cannot be used is said before anything is done', async () => {
    writeFileSync(join(folder, 'broken'), 'k1:short')
    const broken = { ...config(), ENCRYPTION_KEYS_FILE: join(folder, 'broken'), DATA_DIR: folder }
    await expect(openState(broken, () => NOON)).rejects.toThrow(
      'What the file of ENCRYPTION_KEYS_FILE holds must be id:key',
    )
    const missing = { ...broken, ENCRYPTION_KEYS_FILE: join(folder, 'none') }
    await expect(openState(missing, () => NOON)).rejects.toThrow('cannot be read')
  })
})

describe('keys of services where there is one workspace', () => {
  it.each(['connections', 'rotate-key'])('%s points to the environment', async (command) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rightsize-one-'))
    const err: string[] = []
    const code = await runCli([command], {
      config: () => readConfig({ DATA_DIR: dataDir }),
      out: () => undefined,
      err: (text) => err.push(text),
      now: () => NOON,
    })
    expect([code, err.join('')]).toEqual([2, expect.stringContaining('OPENAI_ADMIN_KEY')])
  })
})

describe('a data folder with a long path', () => {
  it('is served by no socket, for the system would cut the path', async () => {
    const folder = `/tmp/${'long/'.repeat(30)}`
    expect(await serveSocket(folder, () => Promise.reject(new Error('not asked')))).toBeUndefined()
  })
})
