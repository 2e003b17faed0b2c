import type { Language } from '../language/language.ts'
import type { Answer } from './answer.ts'
import type { FeedbackStore, Turn } from './ports.ts'

/** An answer that people voted on; who they are is kept out of it. */
export type Feedback = Readonly<{
  turn: string
  question: string
  language: Language
  answer: Answer
  helpful: number
  unhelpful: number
  replay: string
  /** Epoch milliseconds of the last vote. */
  at: number
}>

type Votes = Awaited<ReturnType<FeedbackStore['votes']>>

/** What was voted on, the least helpful first; votes on turns that are forgotten are left out. */
export async function feedbackOf(
  votes: Votes,
  turnOf: (id: string) => Promise<Turn | undefined>,
): Promise<readonly Feedback[]> {
  const all: Feedback[] = []
  for (const id of new Set(votes.map((v) => v.turn))) {
    const turn = await turnOf(id)
    if (!turn) continue
    const own = votes.filter((v) => v.turn === id)
    const helpful = own.filter((v) => v.helpful).length
    all.push({
      turn: id,
      question: turn.question,
      language: turn.language,
      answer: turn.answer,
      helpful,
      unhelpful: own.length - helpful,
      replay: own.at(-1)?.replay ?? '',
      at: Math.max(...own.map((v) => v.at)),
    })
  }
  return all.sort((a, b) => a.helpful - a.unhelpful - (b.helpful - b.unhelpful) || b.at - a.at)
}

/** One line each. */
export function feedbackLines(feedback: readonly Feedback[], language: Language): string[] {
  if (feedback.length === 0) return [language === 'ko' ? '평가가 없습니다.' : 'There are no votes.']
  return feedback.map(({ question, answer, helpful, unhelpful, replay, at }) => {
    const day = new Date(at).toISOString().slice(0, 10)
    const votes =
      language === 'ko'
        ? `도움 됨 ${helpful}, 도움 안 됨 ${unhelpful}`
        : `${helpful} helpful, ${unhelpful} not`
    return `${day}  ${votes}  ${answer.kind}  ${replay}  ${question.replace(/\s+/g, ' ').trim()}`
  })
}

/**
 * An answer as a case of the evaluation. One that helped is expected again with its sources and verdict;
 * of one that did not, what is right is left for a person to fill in.
 * @param isNote whether the id of a source is that of a note, which the evaluation names sources by
 */
export function evaluationCase(
  { turn, question, language, answer, helpful, unhelpful }: Feedback,
  isNote: (source: string) => boolean,
) {
  const isGood = helpful > unhelpful
  const declined = answer.kind === 'refuse' || answer.kind === 'nearest'
  const choice = answer.recommendation?.verdict.choice
  return {
    id: `feedback-${turn.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.replace(/-+$/, ''),
    language,
    kind: answer.recommendation ? 'size' : declined && isGood ? 'trap' : 'practice',
    question: question.replace(/\s+/g, ' ').trim(),
    answerable: !(declined && isGood),
    sources:
      isGood && !answer.recommendation && !declined
        ? answer.citations.map((c) => c.id).filter(isNote)
        : [],
    expect: [],
    ...(isGood && choice ? { verdict: [choice] } : {}),
    half: 'calibration',
  }
}
