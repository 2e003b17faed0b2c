import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { CHROMIUM, launchChromium, pictured, seriousProblems } from '../support/chromium.ts'
import { ring } from '../support/rings.ts'

/** A Wednesday. */
const NOW = Date.parse('2026-11-25T12:00:00Z')
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Each walk's words as a person reads them; Alex reads English, Mina Korean. */
const WALKS = [
  {
    ...{ language: 'en', user: 'U000ALEX', message: 'Message', send: 'Send' },
    question: '@rightsize Do we need GPT-class models to tag 200k support tickets a month?',
    verdict: 'Smaller is enough',
    reply: /repl(y|ies)$/,
    ...{
      flip: /^What if/,
      changed: 'Before and after',
      charts: /Charts/,
      chart: 'Cost and quality',
    },
    ...{ wrong: 'lots', volume: 'Volume', submit: 'Work it out', task: 'Task' },
    share: 'Share to channel',
    imported: 'Only admins of Rightsize',
    schedule: '/model-size digest Monday 09:00 Asia/Seoul en',
  },
  {
    ...{ language: 'ko', user: 'U000MINA', message: '메시지 입력', send: '보내기' },
    question: '@rightsize 티켓 분류를 월 20만 건 하는데 GPT급 모델이 꼭 필요해?',
    verdict: '작은 모델',
    reply: /^답글/,
    ...{ flip: /^만약/, changed: '변경 전과 후' },
    ...{ wrong: '많이', volume: '요청량', submit: '계산하기', task: '업무' },
    share: '채널에 공유',
    imported: '반영 1개',
    schedule: '/model-size digest 월요일 9시 Asia/Seoul ko',
  },
] as const

ring('Walks in Chromium', existsSync(CHROMIUM), `${CHROMIUM} is missing`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  }, 60_000)
  afterAll(() => browser?.close())

  it.each(WALKS)(
    'asks, sizes and sets up a digest ($language)',
    async (walk) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'rightsize-walk-'))
      const config = readConfig({ PORT: '0', DATA_DIR: dataDir })
      const running = await startApp(config, log, () => NOW)
      const [url = ''] = /http:\S+/.exec(running.address) ?? []
      const complaints: string[] = []
      try {
        const page = await browser.newPage({ viewport: { width: 1500, height: 1150 } })
        page.setDefaultTimeout(8_000)
        page.on('console', (m) => m.type() === 'error' && complaints.push(m.text()))
        page.on('pageerror', (error) => complaints.push(String(error)))
        await page.goto(`${url}?u=${walk.user}&c=C000SPEND`, { waitUntil: 'domcontentloaded' })
        await asks(page, walk)
        await sizes(page, walk)
        await schedules(page, walk, url)
        await page.goto(`${url}?u=${walk.user}&view=home`, { waitUntil: 'domcontentloaded' })
        await seen(page, `home-${walk.language}`)
        await uploads(page, walk, url)
        await page.goto(`${url}?u=${walk.user}&c=C000SPEND&agent=new`)
        await seen(page, `agent-${walk.language}`)
        await page.goto(`${url}traffic?u=${walk.user}`)
        await seen(page, `traffic-${walk.language}`)
        expect(complaints).toEqual([])
      } finally {
        await running.stop()
      }
    },
    120_000,
  )
})

type Walk = (typeof WALKS)[number]

async function says(page: Page, walk: Walk, text: string): Promise<void> {
  await page.getByLabel(walk.message, { exact: true }).fill(text)
  await page.getByRole('button', { name: walk.send, exact: true }).first().click()
}

/** Ways to look at a page; the first is the walker's own. */
const LOOKS = [
  { look: '', colorScheme: 'light', width: 1500, height: 1150 },
  { look: '-dark', colorScheme: 'dark', width: 1500, height: 1150 },
  { look: '-phone', colorScheme: 'light', width: 390, height: 844 },
] as const

/** Pictures in the light, in the dark and on a phone; no serious problem for those who cannot see them, and nothing beside the screen. */
async function seen(page: Page, name: string): Promise<void> {
  for (const { look, colorScheme, ...size } of [...LOOKS].reverse()) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(size)
    await pictured(page, name + look)
    // On a phone it is the same elements in the same colours.
    if (look !== '-phone') expect(await seriousProblems(page), name + look).toEqual([])
    const beside = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(beside, name + look).toBeLessThanOrEqual(0)
  }
}

async function asks(page: Page, walk: Walk): Promise<void> {
  await says(page, walk, walk.question)
  await page.getByRole('link', { name: walk.reply }).first().click()
  const thread = page.locator('#thread')
  await thread.getByText(walk.verdict).first().waitFor()
  await seen(page, `thread-${walk.language}`)
  await thread.getByRole('button', { name: walk.flip }).first().click()
  await thread.getByText(walk.changed).first().waitFor()
  await seen(page, `flip-${walk.language}`)
}

async function sizes(page: Page, walk: Walk): Promise<void> {
  await says(page, walk, '/model-size')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(walk.task, { exact: true }).selectOption('classification')
  await dialog.getByLabel(walk.volume, { exact: true }).fill(walk.wrong)
  await dialog.getByRole('button', { name: walk.submit }).click()
  const problem = page.locator('#error-volume')
  await problem.waitFor()
  expect(await problem.innerText()).toContain(walk.wrong)
  await seen(page, `form-${walk.language}`)
  await dialog.getByLabel(walk.volume, { exact: true }).fill('2M/month')
  await dialog.getByRole('button', { name: walk.submit }).click()
  await dialog.waitFor({ state: 'detached' })
  const share = page.locator('#messages').getByRole('button', { name: walk.share }).first()
  await share.waitFor()
  await seen(page, `private-${walk.language}`)
  await share.click()
  await page.locator('#messages').getByText(walk.verdict).first().waitFor()
}

/** A bill sent in the direct message, and what came of it. */
async function uploads(page: Page, walk: Walk, url: string): Promise<void> {
  const channel = walk.user.replace('U', 'D')
  await page.goto(`${url}?u=${walk.user}&c=${channel}`, { waitUntil: 'domcontentloaded' })
  const buffer = Buffer.from(
    'date,provider,model,cost,currency\n2026-11-17,openai,gpt-6-luna,12.5,USD\n',
  )
  const bill = { name: 'bill.csv', mimeType: 'text/csv', buffer }
  await page.locator('#messages ~ .composer input[type=file]').setInputFiles(bill)
  await page.getByRole('button', { name: walk.send, exact: true }).first().click()
  await page.getByRole('link', { name: walk.reply }).last().click()
  await page.locator('#thread').getByText(walk.imported).first().waitFor()
  await seen(page, `upload-${walk.language}`)
}

/** Mina, who may, sets it up and moves the clock; the walker sees what is posted. */
async function schedules(page: Page, walk: Walk, url: string): Promise<void> {
  await page.goto(`${url}?u=U000MINA&c=C000SPEND`, { waitUntil: 'domcontentloaded' })
  await says(page, WALKS[1], walk.schedule)
  await page.locator('#messages').getByText('Asia/Seoul').first().waitFor()
  await page.locator('#top summary').first().click()
  await page.getByRole('button', { name: '월요일 09:00', exact: true }).click()
  await page.locator('#messages h3').getByText('2026-W48').first().waitFor()
  await page.goto(`${url}?u=${walk.user}&c=C000SPEND`, { waitUntil: 'domcontentloaded' })
  await page.locator('#messages h3').getByText('2026-W48').first().waitFor()
  await seen(page, `digest-${walk.language}`)
}
