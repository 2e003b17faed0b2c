import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerQuestion } from '../src/answering/answer-question.ts'
import { answerText } from '../src/answering/plain-text.ts'
import { type Opened, openKnowledge } from '../src/knowledge.ts'
import { watchKnowledge } from '../src/watch-knowledge.ts'
import { company, ownNote } from './support/company.ts'
import { NOW } from './support/knowledge.ts'

/** All notes are read anew at each change, which takes seconds on a busy machine. */
const WAIT = { timeout: 60_000, interval: 50 }
vi.setConfig({ testTimeout: 150_000 })

let end: (() => void) | undefined
afterEach(() => end?.())

/** A running product on a company's notes: what it knows now, and what it was told went wrong. */
async function running() {
  const { config: own, write } = company({ 'acme-routing-2026.md': ownNote() })
  const config = { ...own, EMBEDDINGS: 'none' as const }
  let current: Opened = await openKnowledge(config, () => NOW)
  const failed = vi.fn<(error: unknown) => void>()
  end = watchKnowledge(
    config,
    () => NOW,
    (opened) => {
      current = opened
    },
    failed,
  )
  return {
    write,
    failed,
    knows: (id: string) => current.knowledge.corpus.note(id) !== undefined,
    ask: async (question: string) =>
      answerText((await answerQuestion(question, current.knowledge)).answer),
  }
}

const parking = ownNote({
  id: 'acme-parking-2026',
  title: 'Parking assistant of the head office',
  claims: [
    {
      id: 'acme-parking-2026.saved',
      text_en: 'The parking assistant of the head office answered 64% of the calls.',
      text_ko: '본사 주차 도우미는 전화의 64%에 답했습니다.',
      basis: 'published',
      about: ['finding'],
    },
  ],
  questions_en: ['What did the parking assistant do?', 'Who answers parking calls?', 'Parking?'],
  questions_ko: ['주차 도우미는 무엇을 했어?', '주차 전화는 누가 받아?', '주차는?'],
})

describe('the folder of a company’s own notes', () => {
  it('is read again while the product runs: a note that is added is answered', async () => {
    const product = await running()
    product.write('acme-parking-2026.md', parking)
    await vi.waitFor(() => expect(product.knows('acme-parking-2026')).toBe(true), WAIT)
    expect(
      await product.ask('What did the parking assistant of the head office answer?'),
    ).toContain('64% of the calls')
    expect(await product.ask('본사 주차 도우미는 전화에 얼마나 답했어?')).toContain('전화의 64%')
    expect(product.failed).not.toHaveBeenCalled()
  })
  it('keeps the old knowledge while a note is broken, says why, and recovers', async () => {
    const product = await running()
    product.write('acme-parking-2026.md', parking.replace('"year": 2026', '"year": "soon"'))
    await vi.waitFor(() => expect(product.failed).toHaveBeenCalled(), WAIT)
    expect(String(product.failed.mock.calls[0]?.[0])).toMatch(/acme-parking-2026\.md: year/)
    expect(product.knows('acme-parking-2026')).toBe(false)
    expect(await product.ask('What did our claims desk pilot of routing find?')).toContain(
      '21% of the letters',
    )
    product.write('acme-parking-2026.md', parking)
    await vi.waitFor(() => expect(product.knows('acme-parking-2026')).toBe(true), WAIT)
  })
  it('keeps the old knowledge while its catalogue is broken, and says which file', async () => {
    const product = await running()
    product.write('../catalog/models/acme-1.yml', 'id: [acme')
    await vi.waitFor(() => expect(product.failed).toHaveBeenCalled(), WAIT)
    expect(String(product.failed.mock.calls[0]?.[0])).toContain('acme-1.yml')
    expect(await product.ask('What did our claims desk pilot of routing find?')).toContain(
      '21% of the letters',
    )
  })
  it('is not watched where there is none', () =>
    expect(
      watchKnowledge({ DATA_DIR: '.', EMBEDDINGS: 'none' }, () => NOW, vi.fn(), vi.fn())(),
    ).toBeUndefined())
})
