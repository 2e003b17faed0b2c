import type { RowChart } from '../../charts/chart.ts'
import type { Estimate } from '../../engine/estimate.ts'
import type { Range } from '../../engine/range.ts'
import { isUnknown } from '../../engine/unknown.ts'
import { showFigure, showValue } from '../../language/figures.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import { shownOptions } from '../compose/options.ts'

/** An option with the ranges that a chart draws of it, in the order asked for. */
export type Drawable = Readonly<{ option: Option; ranges: readonly Range[] }>

/** Options that can be drawn, and a sentence about those that cannot, for a figure of theirs is unknown. */
export type Drawn = Readonly<{ drawn: readonly Drawable[]; missing: readonly string[] }>

const MISSING: Bilingual = { en: 'Not drawn: ', ko: '그리지 않음: ' }

/** The options that an answer's table shows and those on the frontier; doing nothing is no bar. */
export function chartedOptions(recommendation: Recommendation): readonly Option[] {
  const shown = shownOptions(recommendation)
  const others = recommendation.options.filter((o) => o.pareto && !shown.includes(o))
  return [...shown, ...others].filter((o) => o.id !== 'no-ai')
}

/** Takes apart the options of which all figures are known and the others. */
export function drawable(
  options: readonly Option[],
  figuresOf: (option: Option) => readonly Estimate[],
  language: Language,
): Drawn {
  const drawn: Drawable[] = []
  const missing: string[] = []
  for (const option of options) {
    const figures = figuresOf(option)
    const unknown = figures.find((f) => isUnknown(f.value))
    if (unknown) missing.push(`${option.label[language]} (${showFigure(unknown, language)})`)
    else drawn.push({ option, ranges: figures.flatMap(({ value }) => rangeOf(value) ?? []) })
  }
  return {
    drawn,
    missing: missing.length === 0 ? [] : [`${MISSING[language]}${missing.join('; ')}.`],
  }
}

/** Bars of one figure of each option, `at` being its place among those asked for. */
export function barsOf(
  drawn: readonly Drawable[],
  figuresOf: (option: Option) => readonly Estimate[],
  at: number,
  language: Language,
): RowChart['groups'][number]['rows'] {
  return drawn.flatMap(({ option, ranges }) => {
    const [spread, figure] = [ranges[at], figuresOf(option)[at]]
    const name = option.label[language]
    return spread && figure
      ? [{ name, value: spread.central, spread, label: showValue(figure, language, 'central') }]
      : []
  })
}

/** What bars show, in words. */
export function barsText({ title, rows }: RowChart['groups'][number]): string {
  return `${title}: ${rows.map((r) => `${r.name} ${r.label}`).join('; ')}.`
}

/** A known value. */
export function rangeOf(value: Estimate['value'] | undefined): Range | undefined {
  return value === undefined || isUnknown(value) ? undefined : value
}

/** Whether several options are told apart at all. */
export const LEAST_OPTIONS = 2
