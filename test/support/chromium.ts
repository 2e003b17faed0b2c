import { mkdirSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'

/** The machine's own Chromium. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Starts it without a window and without calls of its own. */
export function launchChromium(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync']
  const quiet = ['--disable-background-networking', '--disable-component-update']
  return chromium.launch({ executablePath: CHROMIUM, args: [...args, ...quiet] })
}

type Violation = Readonly<{ id: string; impact: string | null; nodes: readonly { html: string }[] }>

/** What axe-core finds serious or critical on a page, one line each; the page's own policy does not see its script. */
export async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = (await page.evaluate('axe.run()')) as { violations: readonly Violation[] }
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`)
}

/** Keeps a picture of a page in `test/output`. */
export async function pictured(page: Page, name: string): Promise<void> {
  mkdirSync('test/output', { recursive: true })
  await page.screenshot({ path: `test/output/${name}.png` })
}
