import { passedOverWords, refusalWords } from '../../answering/compose/options.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { quantityLabel } from '../../language/labels.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import { cell } from './figures-table.ts'
import type { Block } from './kit.ts'
import { shownValue } from './options-table.ts'
import { WORDS } from './words.ts'

/**
 * Two options as a native table, one row a measure: what each costs, how good it is and what that rests
 * on, its time, energy, emissions and water, and what the verdict says of it.
 */
export function sideBySide(recommendation: Recommendation, language: Language): Block {
  const options = recommendation.options.filter((o) => o.id !== 'no-ai')
  const measured = (at: (option: Option) => Estimate) => {
    const figures = options.map(at)
    const title = figures[0] ? quantityLabel(figures[0].quantity, language) : ''
    return [title, ...figures.map((figure) => shownValue(figure, language))]
  }
  const said = (title: string, of: (option: Option) => string) => [title, ...options.map(of)]
  const rows = [
    said(WORDS.measure[language], (option) => option.label[language]),
    measured((o) => o.figures.usdPerMonth),
    measured((o) => o.usdPerRequest),
    measured((o) => o.figures.qualityPoints),
    said(WORDS.qualityBasis[language], (o) => basisOf(o.figures.qualityPoints, language)),
    measured((o) => o.figures.latencyMs),
    measured((o) => o.figures.energyKwhPerMonth),
    measured((o) => o.figures.co2eKgPerMonth),
    measured((o) => o.figures.waterLPerMonth),
    said(WORDS.verdict[language], (option) => verdictOn(option, recommendation, language)),
  ]
  return {
    type: 'table',
    block_id: 'options',
    column_settings: [{ is_wrapped: true }],
    rows: rows.map((row) => row.map(cell)),
  }
}

/** Whose a quality is; what is assumed stands in for a score that nobody published. */
const BASIS: Readonly<Record<Estimate['kind'], Bilingual>> = {
  cited: { en: 'published score', ko: '공개된 점수' },
  computed: { en: 'published score of the model', ko: '모델의 공개된 점수' },
  yours: { en: 'your own evaluation', ko: '직접 하신 평가' },
  assumed: {
    en: 'no published score; taken from models of its class',
    ko: '공개된 점수 없음, 같은 급의 모델로 가정',
  },
}

/** What a quality rests on: the benchmark, and whether the model itself was measured there. */
function basisOf({ inputs, kind }: Estimate, language: Language): string {
  const { benchmark } = inputs
  const basis = BASIS[kind][language]
  return benchmark === undefined ? basis : `${benchmark}: ${basis}`
}

function verdictOn(option: Option, { verdict }: Recommendation, language: Language): string {
  if (option.refused)
    return `${WORDS.notEligible[language]}: ${refusalWords(option.refused, language)}`
  if (option.id === verdict.option) return WORDS.chosen[language]
  return option.passedOver
    ? passedOverWords(option.passedOver, language)
    : WORDS.undecided[language]
}
