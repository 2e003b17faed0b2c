import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import type { Turn } from '../../src/answering/ports.ts'
import { blockProblems } from '../../src/block-kit/validate.ts'
import { answerBlocks } from '../../src/slack/blocks/answer.ts'
import { drawBlocks } from '../../src/workspace/render/blocks.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { slackInProcess } from '../support/slack-in-process.ts'

const { answer } = await answerQuestion('What is distillation?', await shippedKnowledge())
const turnOf = (over: Partial<Answer>): Turn => ({
  ...{ id: 't1', asker: 'U1', visibility: 'thread', question: 'x', createdAt: 1 },
  place: { tenant: 'T1', channel: 'C1', thread: '1.0' },
  language: over.language ?? 'en',
  answer: { ...answer, ...over },
})
const use = { purpose: 'word', provider: 'openai', model: 'gpt-6-luna', ms: 1 } as const
const uses = [{ ...use, inputTokens: 1_000, outputTokens: 200, nano: 300_000n }, use]
const steps = [
  { tool: 'size_workload', title: 'Which model' },
  { tool: 'search_evidence', title: `The law <&> ${'x'.repeat(300)}` },
]

describe('an answer that a language model helped with', () => {
  it('says under it what was used and what that cost', () => {
    const text = JSON.stringify(answerBlocks(turnOf({ uses })))
    expect(text).toContain(
      'openai:gpt-6-luna: 2 calls, 1,200 tokens, $0.0003 at list prices, the cost of 1 of them',
    )
    expect(JSON.stringify(answerBlocks(turnOf({ uses, language: 'ko' })))).toContain(
      '호출 2회, 토큰 1,200개, 정가로 $0.0003, 비용을 모르는 호출 1회',
    )
    const unknown = JSON.stringify(answerBlocks(turnOf({ uses: [use] })))
    expect(unknown).toContain('openai:gpt-6-luna: 1 call, the cost of which is unknown')
    expect(unknown).not.toContain('$0')
    expect(JSON.stringify(answerBlocks(turnOf({})))).not.toContain('Language model')
  })
  it('shows its steps as a plan, where Slack takes one', () => {
    const blocks = answerBlocks(turnOf({ steps }))
    expect(blockProblems(blocks)).toEqual([])
    expect(blocks[0]).toMatchObject({ type: 'plan', tasks: [{ status: 'complete' }, {}] })
    const html = drawBlocks(blocks as never, { names: new Map() } as never)
    expect(html).toContain('<li>✓ Which model</li>')
    expect(html).toContain('The law &lt;&amp;&gt;')
    expect(JSON.stringify(answerBlocks(turnOf({ steps }), 'plain'))).not.toContain('"plan"')
  })
  it('loses no part of several where it is too long for Slack, only the longest pieces', () => {
    const part = (name: string, words: number) => [
      { kind: 'part' as const, sentences: [[{ text: name }]] },
      { kind: 'findings' as const, sentences: [[{ text: `${name} says ${'so '.repeat(words)}` }]] },
    ]
    const sections = [...part('First', 2_400), ...part('Second', 2_400), ...part('Law', 20)]
    const blocks = answerBlocks(turnOf({ steps, sections }))
    expect(blockProblems(blocks)).toEqual([])
    const text = JSON.stringify(blocks)
    for (const kept of ['First', 'Second', 'Law says so', '…']) expect(text).toContain(kept)
  })
  it('whose plan breaks Slack’s rules is told so', () =>
    expect(
      blockProblems([{ type: 'plan', title: '', tasks: [{ type: 'task_card', title: 'x' }] }]),
    ).toHaveLength(3))
})

describe('/model-size status', () => {
  let slack: Awaited<ReturnType<typeof slackInProcess>>
  beforeAll(async () => {
    slack = await slackInProcess()
  })
  afterAll(() => slack.db.destroy())

  it.each([
    ['status', 'No language model is configured'],
    ['상태', '언어 모델을 설정하지 않았습니다'],
  ])('%s tells in private', async (text, words) => {
    await slack.command(text)
    expect(JSON.stringify(slack.sent.at(-1) ?? slack)).toContain(words)
  })
})
