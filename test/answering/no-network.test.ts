import dns from 'node:dns'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { examples } from '../../src/answering/compose/refusals.ts'
import { runCli } from '../../src/cli/run.ts'
import { readConfig } from '../../src/config.ts'
import { openKnowledge } from '../../src/knowledge.ts'
import { NOW } from '../support/knowledge.ts'

const [, started = ''] = readFileSync('README.md', 'utf8').split('Questions to start from:')
const inReadme = started.split('\n\n')[1]?.match(/(?<=^- ).+/gm) ?? []
const QUESTIONS = [...new Set([...inReadme, ...examples('en'), ...examples('ko')])]

/** What was tried, one line an attempt. */
const touched: string[] = []
const refuse = (what: string) => (): never => {
  touched.push(what)
  throw new Error(`${what} is refused in this test.`)
}
const folder = mkdtempSync(join(tmpdir(), 'rightsize-alone-'))
const config = () => readConfig({ DATA_DIR: folder })

beforeEach(() => {
  touched.length = 0
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(refuse('a socket'))
  vi.spyOn(dns, 'lookup').mockImplementation(refuse('a name'))
  vi.spyOn(dns.promises, 'lookup').mockImplementation(refuse('a name'))
  vi.spyOn(globalThis, 'fetch').mockImplementation(refuse('an address'))
  syncBuiltinESMExports()
})
afterEach(() => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
})

describe('with every socket refused', () => {
  it('the refusal itself works', async () => {
    await expect(async () => fetch('http://127.0.0.1:1')).rejects.toThrow('refused')
    expect(() => new Socket().connect(1)).toThrow('refused')
    expect(touched).toEqual(['an address', 'a socket'])
  })
  it('the README asks in both languages', () => {
    expect(inReadme.length).toBeGreaterThanOrEqual(4)
    expect(inReadme.some((q) => /[가-힣]/.test(q))).toBe(true)
  })
  it('knowledge opens and questions are answered as configured when nothing is configured', async () => {
    const { knowledge } = await openKnowledge(config(), () => NOW)
    for (const question of QUESTIONS)
      expect((await answerQuestion(question, knowledge)).answer.kind, question).toBe('answer')
    expect(touched).toEqual([])
  })
  it('so does the command line, with one question or a file of them', async () => {
    const [out, err] = [vi.fn(), vi.fn()]
    const io = { config, out, err, now: () => Date.parse(NOW) }
    const file = join(config().DATA_DIR, 'questions.jsonl')
    writeFileSync(file, inReadme.map((question) => JSON.stringify({ question })).join('\n'))
    expect(await runCli(['ask', inReadme[0] ?? ''], io)).toBe(0)
    expect(await runCli(['ask', '--file', file, '--json'], io)).toBe(0)
    expect(out).toHaveBeenCalledTimes(1 + inReadme.length)
    expect(err).not.toHaveBeenCalled()
    expect(touched).toEqual([])
  })
})
