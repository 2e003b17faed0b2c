import { mkdtempSync, writeFileSync } from 'node:fs'
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

describe('services on the command line', () => {
  let server: PageServer
  let folder: string
  let refuse = false
  let state: State
  let socket: Server | undefined
  const config = () =>
    readConfig({
      DATA_DIR: join(folder, 'data'),
      OPENAI_ADMIN_KEY_FILE: join(folder, 'key'),
      OPENAI_ADMIN_BASE_URL: server.address,
    })
  beforeEach(async () => {
    refuse = false
    folder = mkdtempSync(join(tmpdir(), 'rightsize-spend-'))
    writeFileSync(join(folder, 'key'), `${SECRET}\n`)
    const { answers } = RECORDED.openai as Recorded
    server = await servePages((asked, nth) => (refuse ? { status: 401 } : answers(asked, nth)))
    state = await openState(config(), () => NOON)
    socket = await serveSocket(config().DATA_DIR, (request) => handleState(request, state))
  })
  afterEach(async () => {
    socket?.close()
    await state.close()
    await server.close()
  })

  async function cli(...args: string[]) {
    const [out, err]: [string[], string[]] = [[], []]
    const code = await runCli(args, {
      config,
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      now: () => NOON,
    })
    expect([...out, ...err].join('\n')).not.toContain(SECRET)
    return { code, out: out.join('\n'), err: err.join('\n') }
  }
  const DAYS = ['--from', '2026-11-16', '--to', '2026-11-19']

  it('are read for certain days, once however often, and a dry run stores nothing', async () => {
    const dry = await cli('import', '--source', 'openai', ...DAYS, '--dry-run')
    expect(dry.out).toContain('Dry run: nothing was stored.')
    expect(dry.out).toContain('items read 11, kept 10, rejected 1')
    expect(dry.out).toContain('Days known 4, settled 2. Charges 9')
    const first = await cli('import', '--source', 'openai', ...DAYS, '--json')
    expect(JSON.parse(first.out)).toMatchObject({ source: 'openai', replaced: 0, charges: 9 })
    const second = await cli('import', '--source', 'openai', ...DAYS, '--json')
    expect(JSON.parse(second.out)).toMatchObject({ replaced: 9, charges: 9 })
    expect((await cli('digest', '--week', '2026-W47')).out).toContain(
      'Total $61.31. Nothing to compare with yet. Data through 2026-11-17.',
    )
  })
  it('say how they stand, good or bad, in both languages', async () => {
    expect((await cli('spend-sources')).out).toContain('OpenAI\tlast good read never')
    await cli('import', '--source', 'openai')
    expect((await cli('spend-sources')).out).toContain(
      'last good read 2026-11-20T12:00Z; last attempt 2026-11-20T12:00Z; settled through 2026-11-17',
    )
    refuse = true
    const failed = await cli('import', '--source', 'openai', '--lang', 'ko')
    expect([failed.code, failed.err]).toEqual([
      2,
      expect.stringContaining('OpenAI: 키가 거부되었습니다'),
    ])
    const { out } = await cli('spend-sources', '--json')
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({
        source: 'openai',
        settledThrough: '2026-11-17',
        problem: expect.objectContaining({ en: expect.stringContaining('refused the key') }),
      }),
    ])
  })
  it.each([
    [['--source', 'anthropic'], 'set ANTHROPIC_ADMIN_KEY'],
    [['--source', 'acme'], 'must be one of openai, anthropic, litellm, openrouter'],
    [['--source', 'openai', '--to', '2026-11-19'], '--to needs --from'],
    [['--source', 'openai', '--from', '2026-11-31'], 'must be UTC days'],
    [['--source', 'openai', '--from', '2026-11-21'], 'not in the future'],
  ])('refuse %j with a reason', async (args, reason) => {
    const { code, err } = await cli('import', ...args)
    expect([code, err]).toEqual([2, expect.stringContaining(reason)])
  })
  it('do without a secret file that is gone, and say so', async () => {
    writeFileSync(join(folder, 'key'), ' \n')
    const { code, err } = await cli('import', '--source', 'openai', ...DAYS)
    expect([code, err]).toEqual([2, expect.stringContaining('OPENAI_ADMIN_KEY_FILE')])
    expect(server.asked).toEqual([])
  })
})
