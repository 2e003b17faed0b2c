import type { Estimate } from '../engine/estimate.ts'
import type { Language } from '../language/language.ts'
import type { Recommendation } from '../sizing/recommendation.ts'
import type { SizingInput } from '../sizing/request.ts'
import type { Answer } from './answer.ts'
import type { Left } from './ports.ts'

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

/**
 * The trail of a thread: what it holds, with an answer given as `A`, which is the answer itself or where
 * to find it.
 */
export type Trail<A> = Pick<Before, 'input' | 'topic' | 'open' | 'rates' | 'language'> &
  Readonly<{
    /** The answer that sized the workload last. */
    sized?: A
    /** The last answer with a topic of its own. */
    spoken?: A
  }>

/** One more question and answer of a thread. */
export type Said<A> = Readonly<{
  question: string
  language: Language
  input?: SizingInput
  left: Left
  answer: A
}>

/** The trail of a thread after one more answer. */
export function after<A>(trail: Trail<A>, said: Said<A>): Trail<A> {
  const { question, language, left, answer } = said
  const sized = left.sized ? answer : said.input ? undefined : trail.sized
  const input = said.input ?? trail.input
  const own = !left.back
  const spoken = left.kind === 'answer' && own ? answer : trail.spoken
  const topic = (left.kind === 'answer' || left.kind === 'nearest') && own ? question : trail.topic
  return {
    ...(input ? { input } : {}),
    ...(sized ? { sized } : {}),
    ...(spoken ? { spoken } : {}),
    ...(topic === undefined ? {} : { topic }),
    ...(left.kind === 'clarify' ? { open: question } : {}),
    rates: [...(trail.rates ?? []), ...left.rates],
    language,
  }
}

/** A question and its whole answer. */
export function saidBy(
  question: string,
  { answer, input }: Readonly<{ answer: Answer; input?: SizingInput }>,
): Said<Answer> {
  const left = leftBy(answer)
  return { question, language: answer.language, ...(input ? { input } : {}), left, answer }
}

/** What an answer leaves to the questions after it. */
export function leftBy(answer: Answer): Left {
  const { kind, back, spend, recommendation, estimates } = answer
  return {
    kind,
    sized: recommendation !== undefined,
    ...(back ? { back } : {}),
    ...(spend ? { spend } : {}),
    rates: estimates.filter((e) => e.quantity === 'exchange-rate'),
  }
}

/** What a thread holds, by its trail; an answer that is not found any more is not known. */
export async function beforeOf<A>(
  { sized, spoken, ...rest }: Trail<A>,
  find: (answer: A) => Promise<Answer | undefined>,
): Promise<Before> {
  const sizing = sized && (await find(sized))
  const answer = spoken === sized ? sizing : spoken && (await find(spoken))
  return {
    ...rest,
    ...(sizing?.recommendation ? { recommendation: sizing.recommendation } : {}),
    ...(answer ? { answer } : {}),
  }
}
