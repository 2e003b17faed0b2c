import type { Answer, SectionKind } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { answerText, sentenceText } from '../../src/answering/plain-text.ts'
import { after, type Before, beforeOf, saidBy, type Trail } from '../../src/answering/thread.ts'
import { shippedKnowledge } from './knowledge.ts'

/** The same workload asked about in both languages, and what it states. */
export const EN = 'Do we need GPT-class models to tag 200k support tickets a month?'
export const KO = '티켓 분류를 월 20만 건 하는데 GPT급 모델이 꼭 필요해?'
export const LADDER = ['gpt-6-astra', 'gpt-6.1-sol', 'gpt-6.1-terra', 'gpt-6-luna']
export const KNOWN = { task: 'classification', volume: 200_000, candidates: LADDER }

/** Says a dialogue and keeps what the thread keeps. */
export async function talk(
  ...said: readonly string[]
): Promise<{ answer: Answer; text: string; thread: Before }> {
  const knowledge = await shippedKnowledge()
  let trail: Trail<Answer> = {}
  const before = () => beforeOf(trail, async (answer) => answer)
  let last: Answer | undefined
  for (const question of said) {
    const answered = await answerQuestion(question, knowledge, undefined, await before())
    trail = after(trail, saidBy(question, answered))
    last = answered.answer
  }
  if (!last) throw new Error('Nothing was said.')
  return { answer: last, text: answerText(last), thread: await before() }
}

/** The sentences of one kind of section, a line each. */
export function part(answer: Answer, kind: SectionKind): string {
  return answer.sections
    .filter((s) => s.kind === kind)
    .flatMap((s) => s.sentences.map(sentenceText))
    .join('\n')
}
