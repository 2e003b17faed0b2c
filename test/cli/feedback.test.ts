import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Question } from '../../eval/questions.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import type { ConversationStore, FeedbackStore, Turn } from '../../src/answering/ports.ts'
import { conversationStore } from '../../src/storage/conversation-store.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { feedbackStore } from '../../src/storage/feedback-store.ts'
import { TENANT } from '../../src/workspaces.ts'
import { commandLine, FRIDAY } from '../support/command-line.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const QUESTIONS = [
  'Why are small models trained so long?',
  '고객 문의 분류, 월 10만 건. 큰 모델이 필요할까?',
  'What is the weather tomorrow?',
]

describe('feedback', () => {
  let line: Awaited<ReturnType<typeof commandLine>>
  let db: Db
  const folder = mkdtempSync(join(tmpdir(), 'feedback-'))

  beforeAll(async () => {
    line = await commandLine()
    db = await openDatabase({ dataDir: folder })
    const stores: { turns: ConversationStore; feedback: FeedbackStore } = {
      turns: conversationStore(db),
      feedback: feedbackStore(db),
    }
    const knowledge = await shippedKnowledge()
    for (const [i, question] of QUESTIONS.entries()) {
      const { answer } = await answerQuestion(question, knowledge)
      const turn: Turn = {
        id: `t${i}`,
        place: { tenant: TENANT, channel: 'C1', thread: '1.0' },
        asker: 'U0SECRET',
        visibility: 'thread',
        question,
        language: answer.language,
        answer,
        createdAt: FRIDAY,
      }
      await stores.turns.save(turn)
      const vote = { tenant: TENANT, turn: turn.id, replay: answer.replay, at: FRIDAY + i }
      await stores.feedback.vote({ ...vote, user: 'U0SECRET', helpful: i !== 0 })
    }
    await stores.feedback.vote({
      ...{ tenant: TENANT, turn: 'gone', user: 'U1', helpful: true, replay: 'r', at: 1 },
    })
    Object.assign(line.state, stores)
  })
  afterAll(async () => {
    await line.close()
    await db.destroy()
  })

  it('is listed least helpful first, without saying who voted', async () => {
    const { out } = await line.run('feedback')
    const [first = '', ...others] = out.split('\n')
    expect(first).toMatch(
      /^2026-11-20 {2}0 helpful, 1 not {2}answer {2}\S+ {2}Why are small models/,
    )
    expect(others).toHaveLength(2)
    expect(out + (await line.run('feedback', '--json')).out).not.toContain('U0SECRET')
    expect((await line.run('feedback', '--lang', 'ko')).out).toContain('도움 안 됨 1')
  })

  it('becomes cases of the evaluation, each once, beside those that are there', async () => {
    const file = join(folder, 'cases.jsonl')
    writeFileSync(file, '{"id":"mine"}')
    await line.run('feedback', '--to-eval', file)
    const again = await line.run('feedback', '--to-eval', file)
    expect(again.out).toBe(`0 cases added to ${file}; check and fill in expect and sources.`)
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l))
    expect(rows[0]).toEqual({ id: 'mine' })
    const cases = rows.slice(1).map((row) => Question.parse(row))
    expect(cases).toMatchObject([
      { question: QUESTIONS[0], kind: 'practice', answerable: true, sources: [] },
      { question: QUESTIONS[2], kind: 'trap', answerable: false, sources: [] },
      { question: QUESTIONS[1], kind: 'size', answerable: true, verdict: [expect.any(String)] },
    ])
  })
})
