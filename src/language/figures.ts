import type { Estimate, Unit } from '../engine/estimate.ts'
import { isUnknown } from '../engine/unknown.ts'
import { kindMark } from './labels.ts'
import type { Language } from './language.ts'
import { showNumber, showUsd } from './numbers.ts'
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
  const digits = estimate.kind === 'yours' && low === high ? 12 : 3
  const number = (value: number) => amount(value, estimate.unit, language, digits)
  const middle = withUnit(number(central), estimate.unit, language, central)
  if (style === 'central' || number(low) === number(high)) return middle
  return language === 'ko'
    ? `${middle}(${number(low)}~${number(high)})`
    : `${middle} (${number(low)} to ${number(high)})`
}

function amount(value: number, unit: Unit, language: Language, digits: number): string {
  if (unit.startsWith('USD')) return showUsd(value, language, digits)
  if (unit === 'share') return `${showNumber(Math.round(value * 100), language)}%`
  if (unit === 'points') return showNumber(Math.round(value * 100) / 100, language, digits)
  return showNumber(value, language, digits)
}

const EN: Partial<Record<Unit, string>> = {
  'USD/month': '# a month',
  'USD/request': '# a request',
  'USD/hour': '# an hour',
  'USD/item': '# an item',
  'USD/1M tokens': '# per million tokens',
  USD: '#',
  share: '#',
  points: '# points',
  percent: '#%',
  ms: '# ms',
  s: '# s',
  'tokens/s': '# tokens/s',
  tokens: '# tokens',
  'tokens/parameter': '# tokens per parameter',
  parameters: '# parameters',
  'requests/month': '# requests a month',
  'requests/s': '# requests a second',
  requests: '# requests',
  items: '# items',
  months: '# months',
  GPUs: '# GPUs',
  replicas: '# replicas',
  GB: '# GB',
  'kWh/month': '# kWh a month',
  'Wh/request': '# Wh a request',
  'kgCO2e/month': '# kg CO2e a month',
  'gCO2e/request': '# g CO2e a request',
  kgCO2e: '# kg CO2e',
  tCO2e: '# t CO2e',
  'gCO2e/kWh': '# g CO2e/kWh',
  'L/month': '# L a month',
  'mL/request': '# mL a request',
  ratio: '#x',
}

const KO: Partial<Record<Unit, string>> = {
  'USD/month': '월 #',
  'USD/request': '요청당 #',
  'USD/hour': '시간당 #',
  'USD/item': '건당 #',
  'USD/1M tokens': '백만 토큰당 #',
  USD: '#',
  share: '#',
  points: '#포인트',
  percent: '#%',
  ms: '#ms',
  s: '#초',
  'tokens/s': '초당 #토큰',
  tokens: '#토큰',
  'tokens/parameter': '파라미터당 #토큰',
  parameters: '파라미터 #개',
  'requests/month': '월 #건',
  'requests/s': '초당 #건',
  requests: '#건',
  items: '#개',
  months: '#개월',
  GPUs: 'GPU #장',
  replicas: '복제본 #개',
  GB: '#GB',
  'kWh/month': '월 #kWh',
  'Wh/request': '요청당 #Wh',
  'kgCO2e/month': '월 #kg CO2e',
  'gCO2e/request': '요청당 #g CO2e',
  kgCO2e: '#kg CO2e',
  tCO2e: '#t CO2e',
  'gCO2e/kWh': '#g CO2e/kWh',
  'L/month': '월 #L',
  'mL/request': '요청당 #mL',
  ratio: '#배',
}

function withUnit(shown: string, unit: Unit, language: Language, value: number): string {
  const pattern = (language === 'ko' ? KO : EN)[unit] ?? `# ${unit}`
  const text = pattern.replace('#', () => shown)
  return language === 'en' && value === 1
    ? text.replace(/(GPU|replica|item|month|token|request|point)s$/, '$1')
    : text
}
