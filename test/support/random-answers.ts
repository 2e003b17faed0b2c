import fc from 'fast-check'
import type { Answer, Section, Segment } from '../../src/answering/answer.ts'
import { answerSizing } from '../../src/answering/answer-question.ts'
import type { Turn } from '../../src/answering/ports.ts'
import { unknown } from '../../src/engine/unknown.ts'
import type { Option } from '../../src/sizing/recommendation.ts'
import { shippedKnowledge } from './knowledge.ts'
import { languages, words } from './random-words.ts'
import { EN, KNOWN, KO, talk } from './talk.ts'

/** Real answers of several kinds, from which random ones are made. */
const made = await Promise.all([
  talk(EN),
  talk(KO),
  talk(EN, 'what if volume doubles?'),
  talk('How much CO2 is 1M chatbot answers a month in Korea versus France?'),
  talk('What is distillation?'),
  talk('What do 8 GPUs at $2 an hour come to for a month?'),
  talk('who won the world cup?'),
  talk('스케일링 법칙이 뭐야, 투자 판단에 쓸 수 있어?'),
])
const sideBySide = { ...KNOWN, candidates: ['gpt-6-astra', 'gpt-6-luna'], only: true }
const compared = await answerSizing(sideBySide, 'en', await shippedKnowledge())
const REAL: readonly Answer[] = [...made, compared].map(({ answer }) => answer)

const KINDS: readonly Section['kind'][] = [
  ...(['restated', 'reasons', 'findings', 'replaced', 'replacing', 'other-side'] as const),
  ...(['consequence', 'explanation', 'working', 'options', 'change', 'flips'] as const),
  ...(['next-step', 'caveats', 'question', 'covered', 'amounts', 'origins', 'part'] as const),
]
const segment: fc.Arbitrary<Segment> = fc.oneof(
  words.map((text) => ({ text })),
  words.map((name) => ({ name })),
  words.map((shown) => ({ claim: 'c', shown })),
)
const section: fc.Arbitrary<Section> = fc.record({
  kind: fc.constantFrom(...KINDS),
  sentences: fc.array(fc.array(segment, { maxLength: 4 }), { maxLength: 6 }),
})
const citation = fc
  .tuple(words, words, fc.webUrl({ withQueryParameters: true, withFragments: true }))
  .map(([title, short, url]) => ({ ...{ id: title, title, short, url }, authors: [], year: 2026 }))

/** Models that stand side by side at most, as the form takes them. */
const MOST_CANDIDATES = 6

/** The options of a recommendation, made many, with odd names and with figures that are not known. */
const optionsOf = (options: readonly Option[], most: number): fc.Arbitrary<readonly Option[]> =>
  options.length === 0
    ? fc.constant([])
    : fc.array(
        fc
          .tuple(fc.constantFrom(...options), words, fc.boolean())
          .map(([option, label, known]) => ({
            ...option,
            label: { en: `${option.label.en} ${label}`, ko: `${option.label.ko} ${label}` },
            figures: known
              ? option.figures
              : {
                  ...option.figures,
                  usdPerMonth: { ...option.figures.usdPerMonth, value: unknown('no-price', 'm') },
                },
          })),
        { minLength: 1, maxLength: most, size: 'max' },
      )

/** Answers of every kind: real ones with other words, more of everything, and foreign text everywhere. */
const answers: fc.Arbitrary<Answer> = fc.constantFrom(...REAL).chain((real) => {
  const { recommendation } = real
  const verdict = real.sections.filter((s) => s.kind === 'verdict')
  return fc
    .record({
      sections: fc.array(section, { maxLength: 40 }),
      citations: fc.array(citation, { maxLength: 60 }),
      suggestions: fc.array(words, { maxLength: 12 }),
      steps: fc.option(
        fc.array(
          words.map((title) => ({ tool: 't', title })),
          { maxLength: 8 },
        ),
        { nil: undefined },
      ),
      options: optionsOf(
        recommendation?.options ?? [],
        recommendation?.request.only.value ? MOST_CANDIDATES : 60,
      ),
      language: languages,
    })
    .map(({ sections, options, steps, ...over }) => ({
      ...real,
      ...over,
      sections: [...verdict, ...sections],
      ...(steps ? { steps } : {}),
      ...(recommendation ? { recommendation: { ...recommendation, options } } : {}),
    }))
})

/** Turns with such answers, seen by all or by one person. */
export const turns: fc.Arbitrary<Turn> = fc
  .record({
    answer: answers,
    question: words,
    visibility: fc.constantFrom('thread' as const, 'private' as const),
  })
  .map(({ answer, ...rest }) => ({
    ...{ id: 't', place: { tenant: 'T', channel: 'C', thread: '1' }, asker: 'U', createdAt: 1 },
    ...rest,
    language: answer.language,
    answer,
  }))
