import type { Catalog } from '../../catalog/types.ts'
import { quantityLabel } from '../../language/labels.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import type { SizingInput, SizingRequest } from '../../sizing/request.ts'
import { KEY_LABELS } from '../../sizing/request-sentences.ts'
import type { Segment, Sentence } from '../answer.ts'
import { figure, say, sentenceCase } from './say.ts'
import { verdictWords } from './verdict.ts'

const CHANGED: Bilingual = {
  en: '{what}: before {before}, now {after}.',
  ko: '{what}: 전 {before}, 후 {after}.',
}
const NONE: Bilingual = { en: 'none', ko: '없음' }
const YES: Bilingual = { en: 'yes', ko: '예' }
const NO: Bilingual = { en: 'no', ko: '아니요' }
const RULES: Readonly<Record<SizingRequest['data']['value'], Bilingual>> = {
  anywhere: { en: 'no condition', ko: '조건 없음' },
  'no-training': { en: 'nobody may train on it', ko: '학습에 쓰지 않음' },
  stays: { en: 'it stays with the company', ko: '회사 밖으로 나가지 않음' },
}
const HOSTING: Readonly<Record<SizingRequest['hosting']['value'], Bilingual>> = {
  api: { en: 'through an API', ko: 'API' },
  'self-host': { en: 'self-hosted', ko: '자체 호스팅' },
  either: { en: 'either', ko: '어느 쪽이든' },
}

type Slot = Segment | readonly Segment[]

/** Before and after of a recomputed answer: what was changed, the verdict and the bill. */
export function changeSentences(
  before: Recommendation,
  after: Recommendation,
  catalog: Catalog,
  language: Language,
): Sentence[] {
  const line = (what: string, was: Slot, is: Slot): Sentence =>
    say(CHANGED, language, { what: { text: what }, before: was, after: is })
  const names = (r: Recommendation) => namedValues(r, catalog, language)
  const [oldNames, newNames] = [names(before), names(after)]
  const named = Object.entries(newNames).flatMap(([key, is]) => {
    const was = oldNames[key as NamedKey]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [line(labelOf(key as NamedKey, language), was ?? [], is)]
  })
  const label = (r: Recommendation): Segment => {
    const option = r.options.find((o) => o.id === r.verdict.option)
    const words = verdictWords(r.verdict.choice, language)
    if (!option) return { name: words }
    const space = language === 'ko' ? '' : ' '
    return { name: `${words}${space}(${option.label[language]})` }
  }
  const verdict = line(language === 'ko' ? '결론' : 'Verdict', label(before), label(after))
  const [was, is] = bills(before, after)
  return [
    ...numbersChanged(before, after, language).map(({ what, was, is }) => line(what, was, is)),
    ...named,
    verdict,
    ...(was && is
      ? [
          line(
            language === 'ko' ? '비용' : 'Cost',
            earlier(figure(was.figures.usdPerMonth, language)),
            figure(is.figures.usdPerMonth, language),
          ),
        ]
      : []),
  ]
}

/** Figures of the earlier answer stand among the estimates under an id of their own. */
function earlier(segment: Segment): Segment {
  return 'figure' in segment ? { ...segment, figure: `before.${segment.figure}` } : segment
}

/** The options whose bills are held against each other: those of the verdicts; one and the same where a verdict has none. */
function bills(
  before: Recommendation,
  after: Recommendation,
): readonly [Option | undefined, Option | undefined] {
  const [was, is] = [before.verdict.option, after.verdict.option]
  const one = was === undefined || is === undefined ? (was ?? is ?? after.reference) : undefined
  return [
    before.options.find((o) => o.id === (one ?? was)),
    after.options.find((o) => o.id === (one ?? is)),
  ]
}

const NUMBERS: readonly (keyof SizingInput)[] = [
  'volume',
  'in',
  'out',
  'value',
  'error-cost',
  'budget',
  'latency',
  'cache',
  'price-factor',
]

/** The request's own figures that are not what they were. */
function numbersChanged(before: Recommendation, after: Recommendation, language: Language) {
  return NUMBERS.flatMap((id) => {
    const [was, is] = [before, after].map((r) => r.estimates.find((e) => e.id === id))
    const known = is ?? was
    if (!known || JSON.stringify(was?.value) === JSON.stringify(is?.value)) return []
    const none: Segment = { text: NONE[language] }
    return [
      {
        what: sentenceCase(quantityLabel(known.quantity, language)),
        was: was ? earlier(figure(was, language, 'central')) : none,
        is: is ? figure(is, language, 'central') : none,
      },
    ]
  })
}

type NamedKey =
  | 'task'
  | 'candidates'
  | 'region'
  | 'hosting'
  | 'batch'
  | 'data'
  | 'residency'
  | 'evaluation'

/** The conditions of a request that are names, in words. */
function namedValues(
  { request, options }: Recommendation,
  catalog: Catalog,
  language: Language,
): Readonly<Record<NamedKey, readonly Segment[]>> {
  const place = (id: string): Segment[] => [{ name: catalog.region(id)?.label[language] ?? id }]
  const words = (text: string): Segment[] => [{ text }]
  const option = (id: string): Segment => ({
    name: options.find((o) => o.id === id)?.label[language] ?? id,
  })
  return {
    task: [{ name: catalog.task(request.task.value)?.label[language] ?? request.task.value }],
    candidates: request.candidates.value.flatMap((id, i): Segment[] => [
      { text: i > 0 ? ', ' : '' },
      { name: catalog.model(id)?.label ?? id },
    ]),
    region: place(request.region.value),
    hosting: words(HOSTING[request.hosting.value][language]),
    batch: words((request.batch.value ? YES : NO)[language]),
    data: words(RULES[request.data.value][language]),
    residency: request.residency ? place(request.residency.value) : words(NONE[language]),
    evaluation: request.evaluation
      ? [option(request.evaluation.a), { text: ', ' }, option(request.evaluation.b)]
      : words(NONE[language]),
  }
}

function labelOf(key: NamedKey, language: Language): string {
  return KEY_LABELS[key][language]
}
