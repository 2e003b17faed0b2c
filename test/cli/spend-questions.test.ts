import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../src/cli/run.ts'
import { serveSocket } from '../../src/cli/socket.ts'
import { readConfig } from '../../src/config.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { handleState, openState, type State } from '../../src/state.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'rightsize-ask-'))

const now = () => Date.parse('2026-11-24T12:00:00Z')
const config = (dataDir: string) => readConfig({ DATA_DIR: dataDir })

async function cli(dataDir: string, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await runCli(args, {
    config: () => config(dataDir),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    now,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('ask, with a question about one’s own spend', () => {
  const data = folder()
  let state: State
  let socket: Server | undefined
  beforeAll(async () => {
    state = await openState(config(data), now)
    socket = await serveSocket(data, (request) => handleState(request, state))
    const { code } = await cli(data, 'import', knowledgePaths(undefined).sampleSpend)
    expect(code).toBe(0)
  })
  afterAll(async () => {
    socket?.close()
    await state.close()
  })
  const ask = (...args: string[]) => cli(data, 'ask', ...args)

  it.each([
    ['how much did we spend last week?', 'Total $3,812.22', 'Period: week 2026-W47'],
    ['지난주 얼마 썼어?', '합계 $3,812.22', '기간: 2026-W47'],
    ['what did coding-agent cost?', 'The workload coding-agent cost $1,244.31', 'Period: week'],
    ['ticket-triage 얼마 들어?', 'ticket-triage(작업) 지출은 $114.32입니다', '기간: 2026-W47'],
  ])('%s is answered from it, in its language', async (question, said, period) => {
    const { code, out } = await ask(question)
    expect(code).toBe(0)
    expect(out).toContain(said)
    expect(out.split('\n').at(-1)).toContain(period)
  })
  it.each([
    ['ko', 'how much did we spend last week?', '합계 $3,812.22'],
    ['en', '지난주 얼마 썼어?', 'Total $3,812.22'],
  ])('--lang %s answers %s in that language', async (lang, question, said) =>
    expect((await ask(question, '--lang', lang)).out).toContain(said),
  )
  it('--json tells how it was read', async () => {
    const answer = JSON.parse((await ask('which team spent the most in October?', '--json')).out)
    expect(answer).toMatchObject({
      kind: 'spend',
      language: 'en',
      question: 'which team spent the most in October?',
      read: { kind: 'breakdown', by: 'team', period: '2026-10' },
    })
    expect(answer.text).toContain('The team with the most spend is support: $5,644.75')
  })
  it.each([
    'how much does GPT-6 Luna cost?',
    'how much did the FinOps Foundation say companies spend?',
    '프롬프트 캐시는 비용을 얼마나 절감해?',
  ])('%s is left to the notes', async (question) => {
    const { code, out } = await ask(question, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out).kind).not.toBe('spend')
  })
  it('a file of questions is asked of the notes alone', async () => {
    const file = join(folder(), 'questions.jsonl')
    writeFileSync(file, JSON.stringify({ id: 'a', question: 'how much did we spend last week?' }))
    expect(JSON.parse((await ask('--file', file, '--json')).out).kind).not.toBe('spend')
  })
})

it('without any bills it is said that nothing is known, and not zero', async () => {
  expect((await cli(folder(), 'ask', 'how much did we spend last week?')).out).toMatch(
    /unknown, not zero.*\nPeriod: week 2026-W47 .*0 of 7 days settled/,
  )
})

it('a question that cannot be about spend opens no stored data', async () => {
  const data = folder()
  await cli(data, 'ask', 'Do we need GPT-class models to tag 200k support tickets a month?')
  expect(readdirSync(data)).toEqual([])
})
