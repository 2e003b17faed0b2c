/**
 * Makes the README's picture: starts the product on a fresh data folder, asks the first example as a
 * person would, and photographs the thread with the Chromium of the machine.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { buildWhenStale, root } from './build-when-stale.mjs'

const picture = process.argv[2] ?? join(root, 'docs', 'thread.png')
buildWhenStale()
const environment = {
  ...process.env,
  PORT: '0',
  LOG_LEVEL: 'silent',
  DATA_DIR: mkdtempSync(join(tmpdir(), 'rightsize-')),
}
const bot = spawn(process.execPath, [join(root, 'dist/main.js')], {
  env: environment,
  stdio: ['ignore', 'pipe', 'inherit'],
})
const url = await new Promise((resolve) =>
  bot.stdout.on('data', (text) => resolve(/http:\S+/.exec(String(text))?.[0])),
)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
try {
  const page = await browser.newPage({ viewport: { width: 1500, height: 1150 } })
  const errors = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  await page
    .getByLabel('Message', { exact: true })
    .fill('@rightsize Do we need GPT-class models to tag 200k support tickets a month?')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('link', { name: '1 reply' }).click()
  await page.getByText('Smaller is enough').first().waitFor()
  mkdirSync(join(root, 'docs'), { recursive: true })
  await page.screenshot({ path: picture })
  if (errors.length > 0) throw new Error(`The page reported errors: ${errors.join('; ')}`)
} finally {
  await browser.close()
  bot.kill('SIGTERM')
}
