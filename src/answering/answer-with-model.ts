import type { Language } from '../language/language.ts'
import { isTooLong } from '../language/longest-question.ts'
import type { Answer } from './answer.ts'
import type { AnswerCache } from './answer-cache.ts'
import { type Answered, answerQuestion } from './answer-question.ts'
import type { Asking, Assisted } from './assist/assisted.ts'
import { isUnsure } from './assist/is-unsure.ts'
import type { ExplainSpend } from './assist/part.ts'
import { planned } from './assist/plan.ts'
import { readWithModel } from './assist/read-with-model.ts'
import { hasSeveralSteps } from './assist/several-steps.ts'
import type { Knowledge } from './knowledge.ts'
import type { LanguageModel, ModelUse, Served } from './language-model.ts'
import type { Before } from './thread.ts'
import { understand } from './understand.ts'
import { type Reworded, reword } from './wording/reword.ts'

/** What a language model is at for an asker who waits. */
export type Stage = 'reading' | 'planning' | 'wording' | 'waiting'

/** A language model and what it is used with. */
export type Helper = Readonly<{
  model: LanguageModel
  /** Epoch milliseconds. */
  now: () => number
  /** Told of words of the model that were refused, by what was wrong with them. */
  refused: (failures: Reworded['failures']) => void
  cache: AnswerCache
}>

/** One question to be answered. */
export type Question = Readonly<{
  text: string
  who: Served
  locale?: Language
  before?: Before
  progress?: (stage: Stage) => void
  /** Told of the answer when it is computed, and only its words may still change. */
  computed?: (answer: Answer) => void
  /** Shows the asker their own spend; absent where that cannot be asked. */
  spend?: ExplainSpend
}>

/** Slack shows an answer within twelve seconds, and the rules' own takes none of them. */
const PATIENCE_MS = 9_000
/** Kept back for noting what a call came to that took all of its time. */
const LAST_MS = 300

/**
 * Answers by rules, and only where these were not sure or several things were asked lets a model read
 * or plan, and word what came of it. Whatever a model gives is made of the same figures and checked;
 * where it is of no help, the answer by rules stands.
 */
export async function answerWithModel(
  { text, who, locale, before = {}, progress = () => undefined, computed, spend }: Question,
  knowledge: Knowledge,
  { model, now, refused, cache }: Helper,
): Promise<Answered> {
  const rules = await answerQuestion(text, knowledge, locale, before)
  if (isTooLong(text)) return rules
  const understood = understand(text, knowledge.catalog, knowledge.defaults, locale, before)
  const several = hasSeveralSteps(understood.text)
  if (!several && !isUnsure(rules, understood)) return rules
  const key = cache.keyOf({ text, locale, before, rules })
  const kept = cache.get(key)
  if (kept) return kept

  const end = now() + PATIENCE_MS
  const waits = () => progress('waiting')
  const patient: LanguageModel = {
    ask: (request) => model.ask({ ...request, waits, within: request.within - LAST_MS }),
    useTools: (request) => model.useTools({ ...request, waits, within: request.within - LAST_MS }),
  }
  const asking = (): Asking => ({
    ...{ question: text, rules, who, before, within: end - now() },
    ...(locale === undefined ? {} : { locale }),
  })
  progress(several ? 'planning' : 'reading')
  const first = several
    ? await planned(asking(), knowledge, patient, spend)
    : await readWithModel(asking(), knowledge, patient)
  const assisted: Assisted =
    several && first.by === 'rules' && first.why === undefined
      ? joined(first, await readWithModel(asking(), knowledge, patient))
      : first
  if (assisted.by === 'rules') return withUses(rules, assisted.uses)

  computed?.(assisted.answered.answer)
  progress('wording')
  const worded = await reword(assisted.answered.answer, knowledge, (request) =>
    patient.ask({ ...request, purpose: 'word', who, within: end - now() }),
  )
  if (Object.keys(worded.failures).length > 0) refused(worded.failures)
  const answered = { ...assisted.answered, answer: worded.answer }
  // Spend was shown beside the answer, and is to be shown again as it is then.
  if (!answered.answer.steps?.some((step) => step.tool === 'explain_spend'))
    cache.keep(key, answered)
  return withUses(answered, [...assisted.uses, ...worded.uses])
}

function joined(first: Assisted, second: Assisted): Assisted {
  return { ...second, uses: [...first.uses, ...second.uses] }
}

function withUses(answered: Answered, uses: readonly ModelUse[]): Answered {
  return uses.length === 0 ? answered : { ...answered, answer: { ...answered.answer, uses } }
}
