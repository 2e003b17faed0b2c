import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { glossaryPage } from '../scripts/glossary-page.ts'
import { COMMANDS } from '../src/cli/commands.ts'
import { SUB_COMMANDS } from '../src/language/sub-commands.ts'

const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'knowledge/README.md', 'eval/README.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]
const read = (page: string) => readFileSync(page, 'utf8')
/** A heading's anchor as the usual hosts make it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
const anchors = (page: string) =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map((m) => anchorOf(m[1] ?? ''))
const scripts = Object.keys(JSON.parse(read('package.json')).scripts)

describe.each(PAGES)('%s', (page) => {
  const text = read(page)
  it('links to what is there', () => {
    const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map((m) => m[1] ?? '')
      .filter((to) => !/^(https?|mailto):/.test(to))
      .filter((to) => {
        const [path = '', anchor] = to.split('#')
        const file = path === '' ? page : join(dirname(page), path)
        return !existsSync(file) || (anchor !== undefined && !anchors(file).includes(anchor))
      })
    expect(broken).toEqual([])
  })
  it('names scripts and commands that exist', () => {
    const run = [...text.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map((m) => m[1] ?? '')
    expect(run.filter((name) => !scripts.includes(name))).toEqual([])
    const typed = [...text.matchAll(/npm run -s cli -- ([a-z-]+)/g)].map((m) => m[1] ?? '')
    expect(typed.filter((name) => !COMMANDS.has(name))).toEqual([])
  })
})

it('every sub-command has its place on the page of commands', () => {
  const page = read('docs/commands.md')
  expect(
    SUB_COMMANDS.filter(({ word, korean }) => !(page.includes(word) && page.includes(korean))),
  ).toEqual([])
})
it('every command of the command line has its place on its page', () => {
  const page = read('docs/cli.md')
  expect([...COMMANDS.keys()].filter((name) => !page.includes(name))).toEqual([])
})
it('the glossary is what the notes define', () =>
  expect(read('docs/glossary.md')).toBe(glossaryPage()))
