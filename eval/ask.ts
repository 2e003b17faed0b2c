import type { Answer } from '../src/answering/answer.ts'
import { answerQuestion } from '../src/answering/answer-question.ts'
import { shownClaims } from '../src/answering/compose/mechanism.ts'
import type { Knowledge } from '../src/answering/knowledge.ts'
import { answerText } from '../src/answering/plain-text.ts'
import { holds } from './facts.ts'
import type { Question } from './questions.ts'
import { rankOf } from './ranking.ts'

export type Asked = Readonly<{
  question: Question
  answer: Answer
  text: string
  /** Ranking of the notes; absent where no note is expected. */
  ranking?: Readonly<{ recall5: number; ndcg10: number }>
  /** Answered where it can be answered, declined (or marked as nearest) where it cannot. */
  right: boolean
  /** Every expected figure stands in the text. */
  facts: boolean
  /** One of the expected sources is cited. */
  cited: boolean
  verdict: boolean
  problems: readonly string[]
}>

export async function ask(question: Question, knowledge: Knowledge): Promise<Asked> {
  const { answer } = await answerQuestion(question.question, knowledge)
  const text = answerText(answer)
  const right = question.answerable ? isAnswer(question, answer) : answer.kind !== 'answer'
  const facts = question.expect.every((fact) => holds(text, fact))
  const cited =
    question.sources.length === 0 ||
    answer.citations.some((c) =>
      noteIds(c.id, answer, knowledge).some((id) => question.sources.includes(id)),
    )
  const choice = answer.recommendation?.verdict.choice
  const verdict =
    question.verdict === undefined ||
    (choice === undefined ? asksBack(question, answer) : question.verdict.includes(choice))
  return {
    question,
    answer,
    text,
    ...(question.sources.length > 0 ? { ranking: await rankingOf(question, knowledge) } : {}),
    right,
    facts,
    cited,
    verdict,
    problems: [
      ...(right ? [] : [question.answerable ? 'not answered' : 'answered, though it cannot be']),
      ...(question.answerable && !facts ? [`lacks ${JSON.stringify(question.expect)}`] : []),
      ...(question.answerable && !cited
        ? [
            `cites ${answer.citations.map((c) => c.id).join(', ') || 'nothing'}, not ${question.sources.join(' or ')}`,
          ]
        : []),
      ...(verdict ? [] : [`verdict ${choice ?? 'none'}, not ${question.verdict?.join(' or ')}`]),
    ],
  }
}

/** A citation names the source of a claim; what counts is the note the claim stands in as well. */
function noteIds(citation: string, answer: Answer, { corpus }: Knowledge): string[] {
  const notes = shownClaims(answer).flatMap((id) => {
    const found = corpus.claim(id)
    return found && (found.claim.source ?? found.note.id) === citation ? [found.note.id] : []
  })
  return [citation, ...notes]
}

function isAnswer(question: Question, answer: Answer): boolean {
  return answer.kind === 'answer' || asksBack(question, answer)
}

/** Where the only right verdict is that it cannot be told yet, asking back is as good. */
function asksBack(question: Question, answer: Answer): boolean {
  return answer.kind === 'clarify' && question.verdict?.join() === 'cannot-tell'
}

async function rankingOf(question: Question, { retriever }: Knowledge) {
  const { passages } = await retriever.search(question.question, { limit: 10 })
  return rankOf(
    passages.map((p) => p.note.id),
    question.sources,
  )
}
