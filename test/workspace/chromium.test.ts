import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ring } from '../support/rings.ts'
import { openTinyApp } from './tiny-app.ts'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

ring('Workspace in Chromium', existsSync(executablePath), `${executablePath} is missing`, () => {
  let b: Awaited<ReturnType<typeof openTinyApp>>
  let browser: Browser
  const complaints: string[] = []
  const open = async (query: string, javaScriptEnabled = true): Promise<Page> => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    page.on('console', (m) => m.type() === 'error' && complaints.push(m.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(`${b.url}${query}`, { waitUntil: 'domcontentloaded' })
    return page
  }
  beforeAll(async () => {
    b = await openTinyApp()
    const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync']
    const quiet = ['--disable-background-networking', '--disable-component-update']
    browser = await chromium.launch({ executablePath, args: [...args, ...quiet] })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    b.close()
  })

  it('a page without scripts asks, reads the answer in its thread and fills a form', async () => {
    const page = await open('?u=U000ALEX&c=C000SPEND', false)
    await page.getByLabel('Message', { exact: true }).fill('@rightsize no scripts here')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('link', { name: '1 reply' }).click()
    await page.getByLabel('Thread').getByText('answer').waitFor()
    await page.getByLabel('Message', { exact: true }).fill('/model-size form')
    await page.getByRole('button', { name: 'Send' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'One' })
    await dialog.getByLabel('Name').fill('Mina')
    await dialog.getByLabel('Size').selectOption('big')
    await dialog.getByRole('button', { name: 'Send it' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(b.last('view')).toMatchObject({ state: { values: { name: { v: { value: 'Mina' } } } } })
  })
  it('what others write appears by itself, and the place one reads at is kept', async () => {
    const page = await open('?u=U000ALEX&c=C000SUPP')
    await b.say('written by Mina', { user: 'U000MINA', channel: 'C000SUPP' })
    await page.getByText('written by Mina').waitFor()
  })
  it('what was written before the page could listen appears too', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.route('**/script.js', async (route) => {
      await b.say('too early to hear', { user: 'U000MINA', channel: 'C000SUPP' })
      await route.continue()
    })
    await page.goto(`${b.url}?u=U000ALEX&c=C000SUPP`)
    await page.getByText('too early to hear').waitFor()
  })
  it('a text being typed survives what others write, which appears once it is gone', async () => {
    const page = await open('?u=U000ALEX&c=C000SUPP')
    const box = page.getByLabel('Message', { exact: true })
    await box.fill('half a thought')
    await b.say('meanwhile', { user: 'U000MINA', channel: 'C000SUPP' })
    await expect.poll(() => page.evaluate('stale')).toBe(true)
    expect(await page.getByText('meanwhile').count()).toBe(0)
    expect(await box.inputValue()).toBe('half a thought')
    await box.fill('')
    await page.getByText('meanwhile').waitFor()
  })
  it('Ctrl and Enter send; Escape closes a dialog, whose first field had the focus', async () => {
    const page = await open('?u=U000ALEX&c=C000SUPP')
    const box = page.getByLabel('Message', { exact: true })
    await box.fill('/model-size form')
    await box.press('Control+Enter')
    const name = page.getByRole('dialog').getByLabel('Name')
    await name.waitFor()
    await page.keyboard.type('typed at once')
    expect(await name.inputValue()).toBe('typed at once')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })
  it('two pages on Home do not keep each other awake', async () => {
    const pages = [await open('?u=U000ALEX&view=home'), await open('?u=U000ALEX&view=home')]
    let published = 0
    const stop = b.store.watch(() => published++)
    await pages[0]?.reload({ waitUntil: 'domcontentloaded' })
    await pages[1]?.reload({ waitUntil: 'domcontentloaded' })
    stop()
    expect(published).toBe(0)
  })
  it('nothing was refused by the page’s own policy and nothing threw', () =>
    expect(complaints).toEqual([]))
})
