import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'

/** A Wednesday; the shipped weeks end on the Sunday before. */
const NOW = Date.parse('2026-11-25T12:00:00Z')
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
let url = ''
let running: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rightsize-travel-'))
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, EMBEDDINGS: 'none' })
  running = await startApp(config, log, () => NOW)
  url = /http:\S+/.exec(running.address)?.[0] ?? ''
}, 60_000)
afterAll(() => running.stop())

const at = { user: 'U000MINA', channel: 'C000SPEND', back: '/' }
const send = (path: string, fields: Record<string, string>) =>
  fetch(new URL(path, url), {
    method: 'POST',
    body: new URLSearchParams({ ...at, ...fields }),
    redirect: 'manual',
  })
const page = async (query = '?u=U000ALEX&c=C000SPEND') => (await fetch(`${url}${query}`)).text()
const digests = async () => [...(await page()).matchAll(/<h3>[^<]*2026-W\d\d/g)].map((m) => m[0])

it('a digest of every Monday is posted when the clock is made Monday 09:00, with that week’s spend', async () => {
  await send('/say', { text: '/model-size digest Monday 09:00 Asia/Seoul en' })
  expect(await page('?u=U000MINA')).toMatch(/value="2026-11-30 09:00"/)
  expect(await digests()).toEqual([])
  await send('/travel', { to: 'Monday 09:00', zone: 'Asia/Seoul' })
  await expect.poll(digests, { timeout: 20_000 }).toEqual([expect.stringContaining('2026-W48')])
  expect(await page()).toMatch(/Total \$[\d,.]+/)
}, 40_000)
it('an hour later there is no second one, a week later there is the next', async () => {
  await send('/travel', { to: '+1 hour', zone: 'UTC' })
  expect(await digests()).toHaveLength(1)
  await send('/travel', { to: '+1 week', zone: 'UTC' })
  await expect.poll(digests, { timeout: 20_000 }).toHaveLength(2)
}, 40_000)
