import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.ts'
import { answerSizing } from '../../src/answering/answer-question.ts'
import type { AnswerChart } from '../../src/answering/charts/answer-chart.ts'
import {
  answerChart,
  CHART_NAMES,
  type ChartName,
  chartsOf,
} from '../../src/answering/charts/charts.ts'
import { blockProblems } from '../../src/block-kit/validate.ts'
import { axisFormat } from '../../src/charts/axis-format.ts'
import { WIDTH } from '../../src/charts/frame.ts'
import { nativeChart } from '../../src/charts/native.ts'
import { chartSvg } from '../../src/charts/svg.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import type { Language } from '../../src/language/language.ts'
import type { Option } from '../../src/sizing/recommendation.ts'
import type { SizingInput } from '../../src/sizing/request.ts'
import { chartPost } from '../../src/slack/blocks/chart-post.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { talk } from '../support/talk.ts'
import { randomAnswers } from './random-answer.ts'
import { overlaps, textsOf } from './texts.ts'

const LANGUAGES = ['en', 'ko'] as const
const YEAR = 2026
const knowledge = await shippedKnowledge()
const sized = async (input: SizingInput, language: Language = 'en') =>
  (await answerSizing(input, language, knowledge)).answer
const TAGGING: SizingInput = {
  ...{ task: 'classification', volume: 2_000_000, in: 800, out: 20, value: 0.5, 'error-cost': 2 },
}
const WORKLOADS: readonly SizingInput[] = [
  TAGGING,
  { task: 'summarisation', volume: 300_000, in: 3000, out: 400 },
  { task: 'extraction', volume: 1_500_000, budget: 3000, data: 'stays' },
  { task: 'coding-agent', volume: 20_000, in: 60_000, out: 1500, region: 'KOR' },
  { task: 'chatbot', volume: 5000, latency: 3000 },
]
const tagging = await sized(TAGGING)
const curve: Answer = {
  ...tagging,
  estimates: [2, 4].map((times) => ({
    ...{ id: `curve.score.${times}`, quantity: 'quality', unit: 'percent', kind: 'computed' },
    value: { low: 80, central: 85, high: 90 },
    formula: 'learning-curve',
    inputs: { points: '250:26.97,600:22.65,1000:17.22,2100:15.56', size: times * 2100, seed: 1 },
    sources: [],
  })),
}
function drawn(answer: Answer, name: ChartName, language: Language = 'en'): AnswerChart {
  const made = answerChart(answer, name, language, YEAR)
  if (!made) throw new Error(`No chart ${name}.`)
  return made
}

describe('the charts of an answer', () => {
  it('are offered where it has their figures', () => {
    const { recommendation: _, ...bare } = tagging
    expect(chartsOf(tagging, YEAR)).toEqual([
      ...['cost-quality', 'cumulative-cost', 'tornado', 'footprint', 'who-bears-it'],
    ])
    expect(chartsOf({ ...bare, estimates: [] }, YEAR)).toEqual([])
    expect(chartsOf({ ...bare, estimates: curve.estimates }, YEAR)).toEqual(['learning-curve'])
  })
  it('show quality and cost with their ranges and mark the frontier', () => {
    const { chart } = drawn(tagging, 'cost-quality')
    const { options = [] } = tagging.recommendation ?? {}
    if (chart.kind !== 'scatter') throw new Error('no points')
    const tuned = chart.points.find((p) => p.name.includes('fine-tuned'))
    const known = options.find((o) => o.choice === 'fine-tune')?.figures
    expect({ x: tuned?.xSpread, y: tuned?.ySpread }).toEqual({
      x: known?.usdPerMonth.value,
      y: known?.qualityPoints.value,
    })
    const onFrontier = chart.points.filter((p) => p.onFrontier).map((p) => p.x)
    const pareto = options.filter((o) => o.pareto).map((o) => o.usdPerRequest.value)
    expect(onFrontier).toHaveLength(pareto.length)
  })
  it('add up what is paid once and every month to what the answer says a year costs', () => {
    const { chart, table } = drawn(tagging, 'cumulative-cost')
    if (chart.kind !== 'line') throw new Error('no lines')
    const tuned = chart.series.find((s) => s.name.includes('fine-tuned'))
    expect(tuned?.values[0]).toBe(500)
    const monthly = tagging.recommendation?.options.find((o) => o.choice === 'fine-tune')
    const value = monthly?.figures.usdPerMonth.value
    const central = value && 'central' in value ? value.central : Number.NaN
    expect(tuned?.values.at(-1)).toBeCloseTo(12 * central, 6)
    expect(table.rows.find((r) => r[0]?.includes('fine-tuned'))?.at(-1)).toBe(
      'month 1, at the high end of its cost not within 12 months',
    )
  })
  it('turn one assumption at a time around what the dearer option earns more', () => {
    const { chart } = drawn(tagging, 'tornado')
    if (chart.kind !== 'tornado') throw new Error('no tornado')
    const find = (id: string) => {
      const value = tagging.estimates.find((e) => e.id === id)?.value
      return value && 'central' in value ? value : { low: 0, central: 0, high: 0 }
    }
    const [gap, saving] = [find('compare.gap'), find('compare.saving').central]
    const gain = (points: number, stakes = 2.5) => 2e6 * (points / 100) * stakes - saving
    expect(chart.centre).toBeCloseTo(gain(gap.central), 3)
    expect(chart.rows[0]?.name).toBe('Quality gap')
    expect(chart.rows[0]?.atLow).toBeCloseTo(gain(gap.low), 3)
    expect(chart.rows.find((r) => r.name.startsWith('Cost of a wrong'))?.atHigh).toBeCloseTo(
      gain(gap.central, 4.5),
      3,
    )
    expect(chart.notes?.at(-1)).toContain('$0.26')
  })
  it('fit the asker’s own measurements and show them beside the curve', () => {
    const { chart, table } = drawn(curve, 'learning-curve')
    if (chart.kind !== 'line') throw new Error('no line')
    expect(chart.marks?.map((m) => m.value)).toEqual([73.03, 77.35, 82.78, 84.44])
    expect(table.rows.map((r) => r[0])).toEqual(['250', '600', '1,000', '2,100', '4,200', '8,400'])
    expect(table.rows.at(-1)?.[1]).toBe('–')
  })
  it('of a payback by the asker’s own figures show where what is saved meets what was paid', async () => {
    const question = '구축에 2000만원이 들고 매달 150만원을 절약합니다. 언제 회수되나요?'
    const { chart, table } = drawn((await talk(question)).answer, 'cumulative-cost', 'ko')
    if (chart.kind !== 'line') throw new Error('no lines')
    expect(chart.y.unit).toBe('KRW')
    expect(chart.series.map((s) => s.values[4])).toEqual([20_000_000, 6_000_000])
    expect(chart.marks?.[0]?.at).toBeCloseTo(13.33, 2)
    expect(nativeChart(chart)).toBeDefined()
    expect(table.rows[0]).toEqual(['일회성 비용', '20,000,000원'])
  })
  it('name who bears what, climate damage at the year’s social cost of carbon', () => {
    const { chart, table } = drawn(tagging, 'who-bears-it')
    expect(table.rows).toHaveLength(4)
    expect(table.rows.at(-1)?.join(' ')).toContain('$8.95 a month ($2.28 to $35.77)')
    expect(chart.notes?.join(' ')).toContain('PJM')
    expect(answerChart(tagging, 'who-bears-it', 'en', 1999)?.table.rows).toHaveLength(3)
  })
})

describe.each(LANGUAGES)('drawn in %s', (language) => {
  it.each(WORKLOADS.map((w) => [w.task, w] as const))(
    'no text of %s is cut or stands on another',
    async (_, input) => {
      const answer = await sized(input, language)
      for (const name of chartsOf(answer, YEAR)) {
        const texts = textsOf(chartSvg(drawn(answer, name, language).chart, axisFormat(language)))
        expect([name, overlaps(texts)]).toEqual([name, []])
        for (const { x, width } of texts) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(WIDTH)
        }
      }
    },
  )
})

describe('whatever an answer’s figures are', () => {
  const everyChart = (check: (made: AnswerChart, language: Language, answer: Answer) => void) =>
    fc.assert(
      fc.property(randomAnswers(tagging), (answer) => {
        for (const language of LANGUAGES)
          for (const name of CHART_NAMES) {
            const made = answerChart(answer, name, language, YEAR)
            if (made) check(made, language, answer)
          }
      }),
      { numRuns: 60 },
    )

  it('its charts are drawn with numbers alone, and say in words what they show', () =>
    everyChart(({ chart }, language) => {
      expect(chartSvg(chart, axisFormat(language))).not.toMatch(/NaN|Infinity|undefined/)
      expect(chart.altText.length).toBeGreaterThan(20)
      expect(chart.title).toMatch(language === 'ko' ? /[가-힣]/ : /[a-z]/)
    }))
  it('its charts and tables are within Slack’s limits', () =>
    everyChart((made) => {
      const native = nativeChart(made.chart)
      for (const drawnAs of [native ? { native } : undefined, { file: 'F1' }, undefined])
        for (const blocks of chartPost(made, drawnAs).steps)
          expect(blockProblems(blocks)).toEqual([])
      for (const row of made.table.rows) expect(row).toHaveLength(made.table.heads.length)
    }))
  it('an option of which a figure is unknown is named and never drawn', () =>
    everyChart(({ chart }, language, { recommendation }) => {
      const unknown = (recommendation?.options ?? []).filter(hasUnknown[chart.kind])
      const names = namesIn(chart)
      for (const { label } of unknown)
        expect(names.some((name) => name.startsWith(label[language]))).toBe(false)
    }))
})

/** Whether a figure that a kind of chart draws is unknown for an option. */
const hasUnknown: Readonly<Record<AnswerChart['chart']['kind'], (option: Option) => boolean>> = {
  scatter: ({ figures: f }) => [f.usdPerMonth, f.qualityPoints].some((e) => isUnknown(e.value)),
  line: ({ figures: f }) => isUnknown(f.usdPerMonth.value),
  rows: ({ figures: f }) => [f.energyKwhPerMonth, f.co2eKgPerMonth].some((e) => isUnknown(e.value)),
  tornado: () => false,
  bar: () => false,
}

function namesIn(chart: AnswerChart['chart']): readonly string[] {
  switch (chart.kind) {
    case 'scatter':
      return chart.points.map((p) => p.name)
    case 'rows':
      return chart.groups.flatMap((g) => g.rows.map((r) => r.name))
    case 'line':
    case 'bar':
      return chart.series.map((s) => s.name)
    default:
      return []
  }
}
