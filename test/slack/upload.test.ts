import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { download } from '../../src/slack/download.ts'
import { type Answers, type PageServer, type Reply, servePages } from '../support/pages.ts'
import { TEAM } from '../support/recording-slack.ts'
import { type SlackInProcess, slackInProcess } from '../support/slack-in-process.ts'

const CSV =
  'date,provider,model,team,cost,currency\n2026-11-17,openai,gpt-6-luna,support,12.5,USD\n'
const PAGE = {
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<html>Sign in</html>',
}

let s: SlackInProcess
/** Slack's file server, and one of somebody else. */
let slack: PageServer
let other: PageServer
let answers: Answers
beforeEach(async () => {
  answers = () => ({ body: CSV })
  slack = await servePages((asked, nth) => answers(asked, nth))
  other = await servePages(() => ({ body: CSV }))
  s = await slackInProcess(({ fetch: api = fetch, bolt }) => ({
    fetch: (input, init) =>
      String(input).startsWith('http://127.0.0.1') ? fetch(input, init) : api(input, init),
    bolt: {
      ...bolt,
      clientOptions: { fetch: api, slackApiUrl: `${slack.address}/api/` } as never,
    },
  }))
})
afterEach(async () => {
  expect(s.refused).toEqual([])
  await Promise.all([slack.close(), other.close(), s.db.destroy()])
})

let sent = 0
/** Sends a file to the bot in a direct message and says what it answered. */
async function send(user: string, file: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = `F${++sent}`
  const url = `${slack.address}/files/${id}/bill.csv`
  await s.event({
    ...{ type: 'message', subtype: 'file_share', channel_type: 'im', channel: `D${user}` },
    ...{ user, ts: `${sent}.0`, text: '' },
    files: [{ id, name: 'bill.csv', size: CSV.length, url_private_download: url, ...file }],
  })
  return String(s.last('chat.postMessage').text)
}
const stored = () => s.charges.charges(TEAM, '2000-01-01', '2099-12-31')

describe('a bill in a direct message', () => {
  it('is fetched with the token, imported, and taken off the disk', async () => {
    const own = mkdtempSync(join(tmpdir(), 'rightsize-own-'))
    vi.stubEnv('TMPDIR', own)
    expect(await send('UOWN')).toContain('Rows read 1, kept 1, rejected 0')
    expect(slack.asked.map((a) => a.headers.authorization)).toEqual(['Bearer xoxb-1'])
    expect((await stored()).map((c) => c.effectiveNano)).toEqual([12_500_000_000n])
    vi.unstubAllEnvs()
    expect(readdirSync(own)).toEqual([])
  })
  it('is spoken of by its own name, also in Korean', async () => {
    answers = () => ({ body: `${CSV}x\n` })
    expect(await send('UOWN', { name: '지출 11월.csv' })).toContain('지출 11월.csv, line 3: ')
    expect(await send('UOWN', { name: '../../etc/x.csv' })).toContain('.._.._etc_x.csv, line 3: ')
  })
  it('whose address is left out of the event is looked up', async () => {
    const file = { size: CSV.length, url_private_download: `${slack.address}/files/x` }
    s.replies.set('files.info', () => ({ ok: true, file }))
    expect(await send('UOWN', { url_private_download: undefined })).toContain('kept 1')
  })
  it('is neither fetched nor read of who may not import, and they are told who can', async () => {
    const said = await send('U1')
    expect(said).toContain('Only admins of Rightsize')
    expect(await send('UKO')).toMatch(/[가-힣]/)
    expect(slack.asked).toEqual([])
    expect(await stored()).toEqual([])
  })
  it('that Slack redirects within itself is followed', async () => {
    answers = ({ url }) =>
      url.pathname === '/origin' ? { body: CSV } : { status: 302, headers: { location: '/origin' } }
    expect(await send('UOWN')).toContain('kept 1')
    expect(slack.asked.map((a) => a.url.pathname)).toEqual([
      expect.stringMatching(/^\/files/),
      '/origin',
    ])
  })
  it.each([301, 302, 303, 307, 308])(
    'that is redirected to another host (%i) is not fetched there, and the token stays here',
    async (status) => {
      answers = () => ({ status, headers: { location: `${other.address}/bill.csv` } })
      expect(await send('UOWN')).toContain('The file is not kept in Slack itself')
      expect(other.asked).toEqual([])
      expect(await stored()).toEqual([])
    },
  )
  it('that lies elsewhere from the beginning is not fetched', async () => {
    for (const url of [
      `${other.address}/bill.csv`,
      'https://slack.com.evil.example/x',
      'file:///etc/passwd',
      '',
    ])
      expect(await send('UOWN', { url_private_download: url || undefined })).toContain(
        'not kept in Slack',
      )
    expect([...slack.asked, ...other.asked]).toEqual([])
  })
})

describe('a bill that Slack does not hand over', () => {
  const round = (path: string): Reply => ({ status: 302, headers: { location: path } })
  it.each<[string, Reply, string, string]>([
    ['because it shows a sign-in page', PAGE, 'scope files:read', 'files:read 권한'],
    ['because the token may not', { status: 403 }, 'scope files:read', 'files:read 권한'],
    ['because it is gone', { status: 404 }, 'does not have the file any more', '더 이상 없습니다'],
    ['because it fails', { status: 503 }, 'in a few minutes', '몇 분 뒤에'],
    ['because it sends in a circle', round('/files/x'), 'in a few minutes', '몇 분 뒤에'],
    ['because it sends nowhere', round('http://'), 'not kept in Slack', 'Slack에 저장되어 있지'],
    ['to its end', { body: CSV, cut: true }, 'broke off on its way', '도중에 끊겨'],
    ['to its end, and says nothing of it', { body: CSV.slice(0, 80) }, 'broke off', '도중에 끊겨'],
    [
      'because it is too large',
      { headers: { 'content-length': String(2 ** 30) }, cut: true, body: CSV },
      'larger than 512 MB',
      '512MB를 넘습니다',
    ],
  ])('%s leaves what was there, and why is said in both languages', async (_, reply, en, ko) => {
    await send('UOWN')
    const before = await stored()
    answers = () => reply
    expect(await send('UOWN')).toMatch(/^bill\.csv: /)
    expect(s.last('chat.postMessage').text).toContain(en)
    s.replies.set('users.info', () => ({
      ok: true,
      user: { id: 'UOWN', team_id: TEAM, is_owner: true, locale: 'ko-KR' },
    }))
    expect(await send('UOWN2')).toContain(ko)
    expect(await stored()).toEqual(before)
  })
  it('because it is said to be too large is not asked for', async () => {
    expect(await send('UOWN', { size: 2 ** 30 })).toContain('import FILE')
    expect(slack.asked).toEqual([])
  })
  it('because nothing answers is told', async () => {
    await slack.close()
    expect(await send('UOWN')).toContain('in a few minutes')
    slack = await servePages(() => ({}))
  })
  it('is unpacked no further than a bill would be', async () => {
    answers = () => ({ bytes: gzipSync(Buffer.alloc(40_000_000, 'a')) })
    expect(await send('UOWN', { name: 'bill.csv.gz' })).toContain('unpacks to far more')
    expect(await stored()).toEqual([])
  })
})

it('a download is counted as it comes, and stopped where it is too large', async () => {
  answers = () => ({ body: 'a'.repeat(200_000), headers: { 'transfer-encoding': 'chunked' } })
  const folder = mkdtempSync(join(tmpdir(), 'rightsize-download-'))
  const file = { id: 'F0', name: 'bill.csv', url_private_download: `${slack.address}/files/F0` }
  const fetching = { folder, token: 'xoxb-1', client: s.client, fetch }
  expect(await download(file, { ...fetching, most: 199_999 })).toMatchObject({
    missed: { en: expect.stringContaining('larger') },
  })
  const whole = await download(file, { ...fetching, most: 200_000 })
  expect('path' in whole && readFileSync(whole.path).length).toBe(200_000)
})
