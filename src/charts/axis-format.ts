import type { Language } from '../language/language.ts'
import type { Chart } from './chart.ts'
import { extent } from './extent.ts'
import type { AxisFormat } from './svg.ts'

/** From here on an axis counts in thousands, millions or, in Korean, in 만 and 억. */
const LONG = 100_000

/** Numbers of a chart's axis; as money where its unit is a currency. Example: `$1,200`, `$150K`, `₩120만`. */
export function axisFormat(
  chart: Pick<Chart, 'kind' | 'categories' | 'series' | 'yLabel'>,
  language: Language,
): AxisFormat {
  const { low, high } = extent(chart)
  const format = new Intl.NumberFormat(language === 'ko' ? 'ko-KR' : 'en-US', {
    ...(Math.max(-low, high) >= LONG ? { notation: 'compact' } : {}),
    ...(/^[A-Z]{3}$/.test(chart.yLabel)
      ? { style: 'currency', currency: chart.yLabel, currencyDisplay: 'narrowSymbol' }
      : {}),
    ...{ minimumFractionDigits: 0, maximumFractionDigits: 2 },
  })
  return (value) => format.format(value)
}
