import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Citation } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import type { Turn } from '../../src/answering/ports.ts'
import { clip, escapeMrkdwn } from '../../src/block-kit/escape.ts'
import { blockProblems, viewProblems } from '../../src/block-kit/validate.ts'
import type { Estimate } from '../../src/engine/estimate.ts'
import { answerBlocks } from '../../src/slack/blocks/answer.ts'
import { prefill, sizeView } from '../../src/slack/blocks/size-view.ts'
import { workingView } from '../../src/slack/blocks/working-view.ts'
import { answerMessage } from '../../src/slack/post.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { answer } = await answerQuestion(
  '티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?',
  await shippedKnowledge(),
)
const turn = (over: Partial<Turn['answer']> = {}): Turn => ({
  id: 't',
  place: { tenant: 'T', channel: 'C', thread: '1' },
  asker: 'U',
  visibility: 'private',
  question: 'q',
  language: 'ko',
  answer: { ...answer, ...over },
  createdAt: 1,
})
const source = (i: number): Citation => ({
  id: `s${i}`,
  title: `A long title about models & money, number ${i}, ${'x'.repeat(80)}`,
  authors: ['A'],
  year: 2025,
  url: `https://example.org/${'p'.repeat(100)}/${i}`,
  short: `Author ${i} 2025`,
})

describe('cutting text', () => {
  it('leaves neither half a character nor half an escape, and keeps to the length', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('😀', '<', '&', '>', 'a', ' ', '한'), maxLength: 60 }),
        fc.integer({ min: 8, max: 60 }),
        (text, most) => {
          const cut = clip(escapeMrkdwn(text), most)
          expect(cut.length).toBeLessThanOrEqual(most)
          expect(() => encodeURIComponent(cut)).not.toThrow()
          expect(cut.replace(/&(amp|lt|gt);/g, '')).not.toContain('&')
        },
      ),
    ))
})

describe('an answer as blocks', () => {
  it('keeps every source whole, however many there are', () => {
    const citations = Array.from({ length: 24 }, (_, i) => source(i + 1))
    const blocks = answerBlocks(turn({ citations }))
    expect(blockProblems(blocks)).toEqual([])
    const links = JSON.stringify(blocks).match(/<https:\/\/example\.org[^<>]*>/g)
    expect(links).toHaveLength(24)
  })
  it('calls nobody, in its blocks and in the text that notifications read', () => {
    const sections = [{ kind: 'verdict' as const, sentences: [[{ text: '<!channel> <@U1>' }]] }]
    const { text, steps } = answerMessage(turn({ sections }))
    expect(text).toBe('&lt;!channel&gt; &lt;@U1&gt;')
    expect(JSON.stringify(steps)).not.toMatch(/<[!@]/)
  })
  it('in its plainer form has neither a native table nor a vote, and the same options in words', () => {
    const [full, plainer] = answerMessage(turn()).steps.map((s) => s.map((b) => b.type))
    expect(full).toEqual(expect.arrayContaining(['table', 'context_actions']))
    expect(plainer).not.toEqual(expect.arrayContaining(['table']))
    expect(plainer).not.toEqual(expect.arrayContaining(['context_actions']))
    expect(JSON.stringify(answerBlocks(turn(), 'plain'))).toContain('• GPT-6 Luna: ')
  })
})

describe('the working', () => {
  it.each([1, 99, 100, 350])('shows all of %i figures in one view', (count) => {
    const [first] = answer.estimates
    const figures = Array.from(
      { length: count },
      (_, i) => ({ ...first, id: `e${i}`, subject: `figure-${i}.` }) as Estimate,
    )
    const view = workingView(turn({ estimates: figures }))
    expect(viewProblems(view as never)).toEqual([])
    const text = JSON.stringify(view.blocks)
    expect(figures.filter((f) => !text.includes(` ${f.subject}`))).toEqual([])
    expect(text).toContain(`재현 번호 ${answer.replay}`)
  })
})

describe('the form', () => {
  const choices = { tasks: [], regions: [] }
  it('is one that Slack takes, whatever was typed before', () =>
    fc.assert(
      fc.property(
        fc.string({ maxLength: 6000 }),
        fc.string({ maxLength: 3000 }),
        (task, region) => {
          const values = { task, region, volume: '10' }
          const kept = JSON.parse(prefill(values, 'en')) as { values: object }
          expect(prefill(values, 'en').length).toBeLessThanOrEqual(2000)
          expect(kept.values).toMatchObject({ volume: '10' })
          const view = sizeView(values, choices, { channel: 'C', thread: '', language: 'ko' })
          expect(viewProblems(view as never)).toEqual([])
        },
      ),
      { numRuns: 40 },
    ))
})
