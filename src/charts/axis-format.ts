import type { Language } from '../language/language.ts'

/** How a number is written on an axis of a unit whose largest number is `most`. */
export type AxisFormat = (value: number, unit: string, most: number) => string

/** From here on an axis counts in thousands, millions or, in Korean, in 만 and 억. */
const LONG = 100_000

/** Numbers of a chart's axes, as money where the unit is a currency. Example: `$1,200`, `$150K`, `₩120만`, `90%`. */
export function axisFormat(language: Language): AxisFormat {
  return (value, unit, most) => {
    const format = new Intl.NumberFormat(language === 'ko' ? 'ko-KR' : 'en-US', {
      ...(most >= LONG ? { notation: 'compact' } : {}),
      ...(/^[A-Z]{3}$/.test(unit)
        ? { style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol' }
        : {}),
      minimumFractionDigits: 0,
      ...(most < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 }),
    })
    return `${format.format(value)}${unit === '%' ? '%' : ''}`
  }
}
