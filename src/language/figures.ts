import { CURRENCIES, type Estimate, type Unit } from '../engine/estimate.ts'
import { isUnknown } from '../engine/unknown.ts'
import { kindMark } from './labels.ts'
import type { Language } from './language.ts'
import { showMoney, showNumber } from './numbers.ts'
import { unitPattern } from './units.ts'
import { unknownSentence } from './unknowns.ts'

/** How much of a range to show: with its ends, or the central value alone. */
export type FigureStyle = 'full' | 'central'

/** A figure with its unit, period, sign, range and provenance mark; unknown ones say why. */
export function showFigure(
  estimate: Estimate,
  language: Language,
  style: FigureStyle = 'full',
): string {
  if (isUnknown(estimate.value)) return unknownSentence(estimate.value, language)
  return `${showValue(estimate, language, style)}${kindMark(estimate.kind, language)}`
}

/** The same without the mark, for tables whose column says the unit. */
export function showValue(
  estimate: Estimate,
  language: Language,
  style: FigureStyle = 'full',
): string {
  if (isUnknown(estimate.value)) return '–'
  const { low, central, high } = estimate.value
  // What the asker typed is repeated as it was; what was worked out of it is rounded like any figure.
  const digits = low !== high ? 3 : estimate.kind === 'yours' ? 12 : (estimate.digits ?? 3)
  const number = (value: number) => amount(value, estimate.unit, language, digits)
  const middle = withUnit(number(central), estimate.unit, language, central)
  if (style === 'central' || number(low) === number(high)) return middle
  return language === 'ko'
    ? `${middle}(${number(low)}~${number(high)})`
    : `${middle} (${number(low)} to ${number(high)})`
}

function amount(value: number, unit: Unit, language: Language, digits: number): string {
  const currency = CURRENCIES.find((c) => unit.startsWith(c))
  if (currency) return showMoney(value, currency, language, digits)
  if (unit === 'share') {
    const percent = digits > 3 ? Number((value * 100).toPrecision(digits)) : Math.round(value * 100)
    return `${showNumber(percent, language, digits)}%`
  }
  if (unit === 'points') return showNumber(Math.round(value * 100) / 100, language, digits)
  return showNumber(value, language, digits)
}

function withUnit(shown: string, unit: Unit, language: Language, value: number): string {
  const pattern = unitPattern(unit, language)
  const text = pattern.replace('#', () => shown)
  return language === 'en' && value === 1
    ? text.replace(
        /(GPU|replica|item|token|request|point|page|word|second|minute|hour|day|week|month|year)s$/,
        '$1',
      )
    : text
}
