import type { Bilingual } from '../../language/language.ts'
import type { Answer, Citation, Section, Sentence } from '../answer.ts'
import { type Citations, createCitations } from '../evidence.ts'
import type { Knowledge } from '../knowledge.ts'
import { RANGE } from './lead-carbon.ts'
import { flipSentences, nextStep, shownFlips } from './options.ts'
import {
  avoided,
  each,
  footprints,
  type Material,
  money,
  rightAnswers,
  size,
  stakes,
  time,
  working,
} from './reading-sentences.ts'
import { namesOf, reasonSentences, sourceNumbers } from './reasons.ts'
import { cited, say } from './say.ts'
import { verdictSentences } from './verdict.ts'

/** Who reads a verdict. */
export const READERS = ['finance', 'product', 'engineering', 'sustainability'] as const
export type Reader = (typeof READERS)[number]

export const READER_NAMES: Readonly<Record<Reader, Bilingual>> = {
  finance: { en: 'Finance', ko: '재무' },
  product: { en: 'Product', ko: '제품' },
  engineering: { en: 'Engineering', ko: '엔지니어링' },
  sustainability: { en: 'Sustainability', ko: '지속가능성' },
}

const READ_AS: Bilingual = { en: 'Read as {reader}:', ko: '{reader} 관점:' }
/** The same verdict with the same figures for one reader; undefined for an answer without a verdict. */
export function readingOf(
  answer: Answer,
  reader: Reader,
  { corpus, catalog }: Pick<Knowledge, 'corpus' | 'catalog'>,
): Answer | undefined {
  const { recommendation, language } = answer
  const confidence = answer.estimates.find((e) => e.id === 'confidence')
  if (!recommendation || !confidence) return undefined
  const { options, verdict, reference } = recommendation
  const [citations, whole] = [createCitations(corpus, catalog), createCitations(corpus, catalog)]
  const names = namesOf(recommendation, catalog, language)
  const reasons = reasonSentences(recommendation, names, whole, language)
  const leading = answer.sections
    .filter((s) => s.kind === 'explanation')
    .flatMap((s) => s.sentences)
  const material: Material = {
    answer,
    recommendation,
    option: options.find((o) => o.id === (verdict.option ?? reference)),
    benchmark: names.benchmark,
    reasons: (...about) =>
      about.flatMap((one) => {
        const sentence = reasons.get(one)
        return sentence ? [recited(sentence, whole.list(), citations)] : []
      }),
    lead: (prefix) =>
      leading
        .filter((s) => s.some((g) => 'figure' in g && g.figure.startsWith(prefix)))
        .map((s) => recited(s, answer.citations, citations)),
    cite: (sentence, ...figures) => cited(sentence, sourceNumbers(figures, citations)),
    language,
  }
  const heading = say(READ_AS, language, { reader: { text: READER_NAMES[reader][language] } })
  const sections: Section[] = [
    { kind: 'explanation', sentences: [heading] },
    { kind: 'verdict', sentences: verdictSentences(recommendation, confidence, language) },
    ...SECTIONS[reader](material).filter((s) => s.sentences.length > 0),
  ]
  return { ...answer, sections, citations: citations.list(), suggestions: [] }
}

/** A sentence of the full answer with its sources numbered as in the reading. */
function recited(sentence: Sentence, from: readonly Citation[], citations: Citations): Sentence {
  return sentence.map((segment) => {
    if (!('cite' in segment)) return segment
    const number = citations.cite(from[segment.cite - 1]?.id ?? '')
    return number === undefined ? segment : { cite: number }
  })
}

const SECTIONS: Readonly<Record<Reader, (m: Material) => Section[]>> = {
  finance: (m) => [
    {
      kind: 'reasons',
      sentences: [
        ...money(m),
        ...m.reasons('required'),
        ...m.lead('distil'),
        ...m.lead('fleet.break-even'),
        ...stakes(m),
      ],
    },
    {
      kind: 'flips',
      sentences: flipSentences(
        m.recommendation,
        shownFlips(m.answer, m.recommendation),
        m.language,
      ),
    },
  ],
  product: (m) => [
    {
      kind: 'reasons',
      sentences: [...rightAnswers(m), ...m.reasons('quality'), ...time(m), ...stakes(m)],
    },
    { kind: 'next-step', sentences: nextStep(m.recommendation, m.language) },
  ],
  engineering: (m) => {
    const sentences = [
      ...size(m),
      ...m.lead('fleet.'),
      ...each(m),
      ...time(m),
      ...m.reasons('control'),
    ]
    return [
      { kind: 'reasons', sentences },
      { kind: 'caveats', sentences: working(m, sentences) },
    ]
  },
  sustainability: (m) => [
    { kind: 'reasons', sentences: [...footprints(m), ...avoided(m), ...m.reasons('bears')] },
    { kind: 'caveats', sentences: [say(RANGE, m.language)] },
  ],
}
