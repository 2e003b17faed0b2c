import type { Currency, Estimate } from '../engine/estimate.ts'
import { detectLanguage } from '../language/detect.ts'
import type { Language } from '../language/language.ts'
import { coverageOf } from '../sizing/coverage.ts'
import type { Answer, Section, Sentence } from './answer.ts'
import { type BackReference, readBack } from './back-reference.ts'
import { courtesy } from './compose/courtesy.ts'
import { askRate, datedRate, inCurrency, noMoney, rateEstimate } from './compose/in-currency.ts'
import { whyClaims } from './compose/mechanism.ts'
import { originsOf } from './compose/origins.ts'
import { type Explained, whyVerdict } from './compose/why.ts'
import { createCitations } from './evidence.ts'
import { findCurrency, findRate } from './facts/currency.ts'
import type { Knowledge } from './knowledge.ts'
import { plain } from './plain-answer.ts'
import type { Before } from './thread.ts'

type Asked = Readonly<{ text: string; language: Language }>

/**
 * Answers what is asked about the answer before: why, from where, in which currency; and thanks.
 * Undefined for a message with a topic of its own.
 */
export function answerBack(
  raw: string,
  knowledge: Knowledge,
  locale: Language | undefined,
  before: Before,
): Answer | undefined {
  const text = raw.normalize('NFC').trim()
  const asked = { text, language: detectLanguage(text, before.language ?? locale) }
  const back = readBack(text)
  if (back?.about === 'thanks' || back?.about === 'never-mind')
    return spoken(asked, knowledge, courtesy(back.about, asked.language))
  const { answer } = before
  if (!answer) return undefined
  if (back) return explained(asked, back, answer, knowledge)
  const currency = currencyAsked(text, before)
  return currency && restated(asked, currency, answer, knowledge, before)
}

type Explaining = Exclude<BackReference, { about: 'thanks' } | { about: 'never-mind' }>

function explained(asked: Asked, back: Explaining, answer: Answer, knowledge: Knowledge): Answer {
  const { corpus, catalog, defaults } = knowledge
  const { language } = asked
  const citations = createCitations(corpus, catalog)
  const whys = (): Explained | undefined => {
    if (answer.recommendation) return whyVerdict(answer, answer.recommendation, defaults, language)
    const sentences = whyClaims(answer, corpus, citations, language)
    return sentences && { sentences, estimates: [] }
  }
  const point = back.about === 'sources' ? back.point : undefined
  const { sentences, estimates } =
    (back.about === 'why' ? whys() : undefined) ??
    originsOf(answer, point, knowledge, citations, language)
  const kind = back.about === 'sources' ? 'origins' : 'reasons'
  return {
    ...about(answer, asked, knowledge, [{ kind, sentences }], estimates),
    citations: citations.list(),
  }
}

/** The currency a message asks for, or the one whose rate it gives when we asked for it. */
function currencyAsked(text: string, { open }: Before): ReturnType<typeof findCurrency> {
  const asked = findCurrency(text)
  if (asked || open === undefined) return asked
  const pending = findCurrency(open)?.currency
  const unitsPerUsd = pending && findRate(text, pending)
  return pending && unitsPerUsd !== undefined ? { currency: pending, unitsPerUsd } : undefined
}

function restated(
  asked: Asked,
  { currency, unitsPerUsd }: NonNullable<ReturnType<typeof findCurrency>>,
  answer: Answer,
  knowledge: Knowledge,
  before: Before,
): Answer {
  const { language } = asked
  const rate = rateFor(currency, unitsPerUsd, knowledge, before)
  if (!rate) return spoken(asked, knowledge, askRate(currency, language), 'question')
  const found = inCurrency(answer, rate, currency, knowledge.catalog, language)
  if (!found) return spoken(asked, knowledge, noMoney(language))
  return about(
    answer,
    asked,
    knowledge,
    [
      { kind: 'explanation', sentences: [found.lead] },
      { kind: 'amounts', sentences: found.amounts },
    ],
    found.estimates,
  )
}

/** The rate just given, else the last one given in the thread, else the one set for the product, with its day. */
function rateFor(
  currency: Currency,
  given: number | undefined,
  { defaults, rates: dated, at }: Knowledge,
  { rates = [] }: Before,
): Estimate | undefined {
  if (given !== undefined) return rateEstimate(currency, given, 'yours')
  const set = defaults.exchange_rates[currency]
  return (
    rates.findLast((r) => r.subject === currency && r.kind === 'yours') ??
    datedRate(dated, currency, at()) ??
    (set === undefined ? undefined : rateEstimate(currency, set, 'assumed'))
  )
}

/** An answer about another one: the same workload, figures and replay id, and what is said of them. */
function about(
  answer: Answer,
  asked: Asked,
  knowledge: Knowledge,
  sections: readonly Section[],
  more: readonly Estimate[],
): Answer {
  const added = new Set(more.map((e) => e.id))
  const estimates = [...answer.estimates.filter((e) => !added.has(e.id)), ...more]
  return {
    ...plain('answer', asked, knowledge, sections),
    ...(answer.recommendation ? { recommendation: answer.recommendation } : {}),
    estimates,
    coverage: coverageOf(estimates.filter((e) => !e.id.startsWith('before.'))),
    replay: answer.replay,
    back: true,
  }
}

/** One sentence without figures and without suggestions. */
function spoken(
  asked: Asked,
  knowledge: Knowledge,
  sentence: Sentence,
  kind: Section['kind'] = 'explanation',
): Answer {
  const answer = plain('clarify', asked, knowledge, [{ kind, sentences: [sentence] }])
  return { ...answer, suggestions: [] }
}
