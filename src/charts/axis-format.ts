import type { Language } from '../language/language.ts'
import type { AxisFormat } from './svg.ts'

/** Numbers of an axis in short; as money where its unit is a currency. Example: `$1.2K`, `₩120만`. */
export function axisFormat(unit: string, language: Language): AxisFormat {
  const locale = language === 'ko' ? 'ko-KR' : 'en-US'
  const short = { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 } as const
  const money = /^[A-Z]{3}$/.test(unit)
    ? ({ style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol' } as const)
    : {}
  const format = new Intl.NumberFormat(locale, { ...short, ...money })
  return (value) => format.format(value)
}
