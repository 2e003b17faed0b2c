import { refusalWords, shownOptions } from '../../answering/compose/options.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { isUnknown } from '../../engine/unknown.ts'
import { showValue } from '../../language/figures.ts'
import { kindMark, quantityLabel } from '../../language/labels.ts'
import type { Language } from '../../language/language.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import { cell } from './figures-table.ts'
import type { Block } from './kit.ts'
import { WORDS } from './words.ts'

/** The options as a native table: money, quality, time, emissions, water, and why one is out. */
export function optionsTable(recommendation: Recommendation, language: Language): Block {
  const columns = (o: Option): readonly Estimate[] => [
    o.figures.usdPerMonth,
    o.figures.qualityPoints,
    o.figures.latencyMs,
    o.figures.co2eKgPerMonth,
    o.figures.waterLPerMonth,
  ]
  const options = shownOptions(recommendation)
  const [first] = options
  const heads = first ? columns(first).map((e) => quantityLabel(e.quantity, language)) : []
  const rows = options.map((option) => [
    cell(
      option.refused
        ? `${option.label[language]} (${WORDS.notEligible[language]}: ${refusalWords(option.refused, language)})`
        : option.label[language],
    ),
    ...columns(option).map((e) => cell(shownValue(e, language))),
  ])
  return {
    type: 'table',
    block_id: 'options',
    column_settings: [{ is_wrapped: true }],
    rows: [[WORDS.option[language], ...heads].map(cell), ...rows],
  }
}

/** A figure in a table: its middle and whose it is. */
export function shownValue(estimate: Estimate, language: Language): string {
  if (isUnknown(estimate.value)) return language === 'ko' ? '알 수 없음' : 'unknown'
  return `${showValue(estimate, language, 'central')}${kindMark(estimate.kind, language)}`
}
