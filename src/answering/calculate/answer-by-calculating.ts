import { DomainError } from '../../engine/formula.ts'
import type { Bilingual } from '../../language/language.ts'
import { coverageOf } from '../../sizing/coverage.ts'
import type { Answer, Section } from '../answer.ts'
import { closenessTo } from '../closeness.ts'
import { claimSentence, type Picked } from '../compose/explanation.ts'
import { impossibleValue } from '../compose/refusals.ts'
import { say } from '../compose/say.ts'
import { createCitations } from '../evidence.ts'
import { findClaims } from '../find-claims.ts'
import type { Knowledge } from '../knowledge.ts'
import { plain } from '../plain-answer.ts'
import type { Understanding } from '../understand.ts'
import { type Asked, readAsked } from './asked.ts'
import {
  asksForResult,
  completed,
  type Filled,
  fittings,
  lacking,
  mayBeArithmetic,
} from './choose.ts'
import { resultSentence, workingSentences } from './compose.ts'
import { withExchangeRate } from './exchange.ts'
import { forLength, namedFigures } from './from-catalog.ts'
import { CALCULATORS } from './list.ts'
import { readPrecisions } from './precision.ts'
import { type QuantityRead, readQuantities } from './quantities.ts'
import { calculate } from './run.ts'
import { solve } from './solve.ts'
import { asFilled } from './solved.ts'
import { type Suited, suited } from './suits.ts'

const ABOVE_ZERO: Bilingual = {
  en: 'it has to be more than zero.',
  ko: '0보다 커야 합니다.',
}
const MISSING: Bilingual = {
  en: 'To work that out I also need {what}.',
  ko: '계산하려면 다음 값이 더 필요합니다: {what}.',
}
const OUTSIDE: Bilingual = {
  en: 'These figures are outside the range that the formula holds for, so there is no result.',
  ko: '입력하신 값이 공식이 성립하는 범위를 벗어나 결과를 낼 수 없습니다.',
}

/**
 * Arithmetic with the asker's own figures; undefined when the question is not, or not surely, a
 * calculation that one of the calculators does.
 */
export async function answerByCalculating(
  understood: Understanding,
  knowledge: Knowledge,
): Promise<Answer | undefined> {
  const { text, language } = understood
  if (!mayBeArithmetic(text)) return undefined
  const { catalog, defaults } = knowledge
  const named = namedFigures(text, language, catalog, defaults, knowledge.at())
  const formats = readPrecisions(named.text)
  const read = withExchangeRate(text, readQuantities(formats.text))
  const own = [...read, ...formats.found]
  // A stream of calls on a named model is sized, with everything that hangs on it.
  const stream = own.some((q) => q.what.startsWith('items/'))
  const known = forLength(named.known, own, text).filter(
    (q) => !stream || q.what !== 'money/1M tokens',
  )
  const filled = fittings(text, CALCULATORS, own, known)
  const asks = asksForResult(text)
  const asked = readAsked(read)
  const whole = completed(filled, asks).map((one) => ({ one, how: suited(one, asked, text) }))
  const suiting = (how: Suited) => whole.find((w) => w.how === how)?.one
  const full =
    suiting('unit') ??
    productOf(asked, own, named.known, understood) ??
    suiting('kind') ??
    suiting('refuses')
  if (full)
    return impossible(full, understood, knowledge) ?? result(full, asked, understood, knowledge)
  const short = understood.aspect || !asks ? undefined : lacking(filled)
  const what = short?.calculator.slots[short.missing[0] ?? '']?.ask
  return what && asking(say(MISSING, language, { what: what[language] }), understood, knowledge)
}

/** The product of all figures, where no calculator has a place for each of them. */
function productOf(
  asked: Asked,
  own: readonly QuantityRead[],
  known: readonly QuantityRead[],
  { text, aspect }: Understanding,
): Filled | undefined {
  // A workload without a price or a word about what is to be worked out is sized.
  const open = asked.amount === undefined && !own.some((q) => q.currency)
  if (open && aspect) return undefined
  const solution = solve(asked, own, known, text)
  return solution && asFilled(solution, asked, text)
}

async function result(
  filled: Filled,
  asked: Asked,
  understood: Understanding,
  knowledge: Knowledge,
): Promise<Answer> {
  const { calculator } = filled
  const { language } = understood
  try {
    const calculated = calculate(filled, understood.text, asked.period)
    const citations = createCitations(knowledge.corpus, knowledge.catalog)
    const lead = resultSentence(calculator, calculated, language)
    const working = workingSentences(calculated, citations, language)
    const sections: Section[] = [
      { kind: 'explanation', sentences: [lead] },
      { kind: 'working', sentences: working },
      ...(await besides(calculator.note, understood, knowledge, citations)),
    ]
    return {
      ...plain('answer', understood, knowledge, sections),
      citations: citations.list(),
      estimates: calculated.estimates,
      coverage: coverageOf(calculated.estimates),
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return asking(say(calculator.never ?? OUTSIDE, language), understood, knowledge)
  }
}

/** How many claims of the notes stand beside a result. */
const BESIDE = 3

/**
 * What sources say of the same: the best claims where the notes surely cover the question, else the
 * closest one of the note that bears on this kind of calculation.
 */
async function besides(
  id: string | undefined,
  { text, language }: Understanding,
  knowledge: Knowledge,
  citations: ReturnType<typeof createCitations>,
): Promise<Section[]> {
  const { corpus, concepts, retriever } = knowledge
  const said = (kind: Section['kind'], claims: readonly Picked[]): Section => ({
    kind,
    sentences: claims.map((one) => claimSentence(one, citations, language)),
  })
  const { found, picked } = await findClaims(text, knowledge)
  if (found.band === 'answer' && knowledge.unknownName(text) === undefined)
    return [said('findings', picked.slice(0, BESIDE))]
  const note = id === undefined ? undefined : corpus.note(id)
  if (!note) return []
  const closeness = closenessTo(text, [], retriever.claims, concepts)
  const [claim] = [...note.claims].sort((a, b) => closeness(b, note) - closeness(a, note))
  return claim ? [said('caveats', [{ claim, note }])] : []
}

/** A figure that cannot be one: nothing is computed with it. */
function impossible(
  { calculator, slots }: Filled,
  understood: Understanding,
  knowledge: Knowledge,
): Answer | undefined {
  const { language } = understood
  const wrong = Object.entries(slots).filter(
    ([name, read]) => read.value < 0 || (read.value === 0 && !calculator.slots[name]?.mayBeZero),
  )
  return wrong.length === 0
    ? undefined
    : plain('clarify', understood, knowledge, [
        {
          kind: 'question',
          sentences: wrong.map(([, { words }]) =>
            impossibleValue(words, ABOVE_ZERO[language], language),
          ),
        },
      ])
}

function asking(
  sentence: Section['sentences'][number],
  understood: Understanding,
  knowledge: Knowledge,
): Answer {
  return plain('clarify', understood, knowledge, [{ kind: 'question', sentences: [sentence] }])
}
