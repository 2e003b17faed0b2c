import type { Estimate } from '../../engine/estimate.ts'
import { seeded } from '../../engine/random.ts'
import type { CurvePoint } from '../../engine/scaling/learning-curve.ts'
import { forecastAt, forecastLearningCurve } from '../../engine/scaling/learning-curve-interval.ts'
import type { Bilingual } from '../../language/language.ts'
import { showNumber } from '../../language/numbers.ts'
import type { Answer } from '../answer.ts'
import type { ChartBuilder } from './answer-chart.ts'

const WORDS = {
  title: { en: 'Your learning curve', ko: '측정하신 학습 곡선' },
  examples: {
    en: 'Examples (equal steps are equal factors)',
    ko: '예제 수(같은 간격 = 같은 배수)',
  },
  right: { en: 'Right (%)', ko: '정답률(%)' },
  fitted: { en: 'fitted curve', ko: '맞춘 곡선' },
  low: { en: 'low end', ko: '낮은 쪽' },
  high: { en: 'high end', ko: '높은 쪽' },
  size: { en: 'Examples', ko: '예제 수' },
  measured: { en: 'Measured', ko: '측정값' },
  expected: { en: 'On the curve', ko: '곡선 값' },
  howToRead: {
    en: 'Rings: your measurements. Band: 90% of curves refitted to measurements redrawn with the same noise; another kind of data is not covered.',
    ko: '고리: 측정값. 띠: 같은 잡음으로 다시 뽑은 측정값에 맞춘 곡선의 90%. 다른 종류의 데이터는 포함하지 않습니다.',
  },
} as const satisfies Record<string, Bilingual>

/** The asker's measurements, the curve fitted to them and what it forecasts, with its band. */
export const learningCurve: ChartBuilder = ({ estimates }, language) => {
  const scores = estimates.filter((e) => e.formula === 'learning-curve')
  const points = measuredIn(scores[0])
  if (points.length === 0) return undefined
  const forecast = forecastLearningCurve(points, seeded(Number(scores[0]?.inputs.seed)))
  const sizes = [...points.map((p) => p.size), ...scores.map((e) => Number(e.inputs.size))]
  const places = [...new Set(sizes)].sort((a, b) => a - b)
  const right = (error: number) => Math.max(0, 100 - error)
  const curve = places.map((size) => {
    const { error, low, high } = forecastAt(forecast, size)
    return { central: right(error), low: right(high), high: right(low) }
  })
  const percent = (value: number) => `${showNumber(value, language)}%`
  const span = ({ central, low, high }: (typeof curve)[number]) =>
    language === 'ko'
      ? `${percent(central)}(${percent(low)}~${percent(high)})`
      : `${percent(central)} (${percent(low)} to ${percent(high)})`
  const rows = places.map((size, i) => {
    const measured = points.filter((p) => p.size === size).map((p) => percent(right(p.error)))
    const at = curve[i]
    return [showNumber(size, language), measured.join(', ') || '–', at ? span(at) : '–']
  })
  const title = WORDS.title[language]
  return {
    chart: {
      kind: 'line',
      title,
      y: { label: WORDS.right[language], unit: '%' },
      xLabel: WORDS.examples[language],
      categories: places.map((size) => showNumber(size, language)),
      at: places.map((size) => Math.log2(size)),
      series: [
        { name: WORDS.fitted[language], values: curve.map((c) => c.central), spreads: curve },
      ],
      ends: { low: WORDS.low[language], high: WORDS.high[language] },
      marks: points.map(({ size, error }) => ({ at: Math.log2(size), value: right(error) })),
      notes: [WORDS.howToRead[language]],
      altText: `${title}: ${rows.map(([size, own, fit]) => `${size}: ${own === '–' ? '' : `${WORDS.measured[language]} ${own}, `}${WORDS.expected[language]} ${fit}`).join('; ')}.`,
    },
    table: {
      heads: [WORDS.size, WORDS.measured, WORDS.expected].map((w) => w[language]),
      rows,
    },
  }
}

/** Whether an answer has a curve to draw; fitting it takes a while. */
export function hasLearningCurve({ estimates }: Pick<Answer, 'estimates'>): boolean {
  return estimates.some((e) => e.formula === 'learning-curve')
}

/** The points that went into a forecast: sizes, and errors in percent. */
function measuredIn(score: Estimate | undefined): readonly CurvePoint[] {
  return String(score?.inputs.points ?? '')
    .split(',')
    .map((pair) => pair.split(':').map(Number))
    .flatMap(([size, error]) => (size && error !== undefined ? [{ size, error }] : []))
}
