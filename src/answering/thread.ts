import type { Estimate } from '../engine/estimate.ts'
import type { Language } from '../language/language.ts'
import type { Recommendation } from '../sizing/recommendation.ts'
import type { SizingInput } from '../sizing/request.ts'
import type { Answer } from './answer.ts'

/** What a thread already holds. */
export type Before = Readonly<{
  /** What the asker stated about the workload so far. */
  input?: SizingInput
  /** The workload as it was last sized. */
  recommendation?: Recommendation
  /** The last answer with a topic of its own, which "why?" and "show me the source" are about. */
  answer?: Answer
  /** The last question with a topic of its own; a follow-up that names none is about that. */
  topic?: string
  /** A question of ours that is still open: what had been asked when we asked back. */
  open?: string
  /** Rates of exchange the asker gave, newest last. */
  rates?: readonly Estimate[]
  language?: Language
}>

/** One more question and answer of a thread. */
export type Said = Readonly<{ question: string; answer: Answer; input?: SizingInput }>

/** The memory of a thread after one more answer. */
export function after(before: Before, { question, answer, input }: Said): Before {
  const {
    input: oldInput,
    recommendation: oldSizing,
    answer: oldAnswer,
    topic: oldTopic,
    rates = [],
  } = before
  const sizing = answer.recommendation ?? (input ? undefined : oldSizing)
  const workload = input ?? oldInput
  const own = !answer.back
  const spoken = answer.kind === 'answer' && own ? answer : oldAnswer
  const topic = (answer.kind === 'answer' || answer.kind === 'nearest') && own ? question : oldTopic
  return {
    ...(workload ? { input: workload } : {}),
    ...(sizing ? { recommendation: sizing } : {}),
    ...(spoken ? { answer: spoken } : {}),
    ...(topic === undefined ? {} : { topic }),
    ...(answer.kind === 'clarify' ? { open: question } : {}),
    rates: [...rates, ...answer.estimates.filter((e) => e.quantity === 'exchange-rate')],
    language: answer.language,
  }
}
