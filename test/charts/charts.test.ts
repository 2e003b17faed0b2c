import { describe, expect, it } from 'vitest'
import { blockProblems } from '../../src/block-kit/validate.ts'
import { axisFormat } from '../../src/charts/axis-format.ts'
import type { BarChart, LineChart } from '../../src/charts/chart.ts'
import { nativeChart } from '../../src/charts/native.ts'
import { logTicks, ticks, ticksBetween } from '../../src/charts/ticks.ts'

const bars = (over: Partial<BarChart> = {}): BarChart => ({
  kind: 'bar',
  title: '일별 AI 지출',
  y: { label: 'USD', unit: 'USD' },
  categories: ['월', '화'],
  series: [
    { name: '고객지원', values: [100, 120] },
    { name: 'Research <lab>', values: [50, -20] },
  ],
  altText: 'two days',
  ...over,
})
const lines = (over: Partial<LineChart> = {}): LineChart => ({
  ...{ kind: 'line', title: 'Curve', y: { label: '%', unit: '%' }, categories: ['1', '2', '4'] },
  series: [{ name: 'fit', values: [1, 2, 3] }],
  altText: 'a curve',
  ...over,
})
const many = (n: number) => Array.from({ length: n }, (_, i) => `c${i}`)

describe('a native chart', () => {
  it('has a value for each category and series', () => {
    expect(nativeChart(bars())).toEqual({
      type: 'data_visualization',
      title: '일별 AI 지출',
      chart: {
        type: 'bar',
        series: [
          {
            name: '고객지원',
            data: [
              { label: '월', value: 100 },
              { label: '화', value: 120 },
            ],
          },
          {
            name: 'Research <lab>',
            data: [
              { label: '월', value: 50 },
              { label: '화', value: -20 },
            ],
          },
        ],
        axis_config: { categories: ['월', '화'], y_label: 'USD' },
      },
    })
  })
  it('cuts a long title and long names at Slack’s limits', () => {
    const block = nativeChart(
      bars({ title: 'x'.repeat(60), series: [{ name: 'y'.repeat(30), values: [1, 2] }] }),
    )
    expect([...(block?.title ?? '')]).toHaveLength(50)
    expect([...(block?.chart.series[0]?.name ?? '')]).toHaveLength(20)
  })
  it.each([
    ['more series than Slack draws', { series: many(7).map((name) => ({ name, values: [1, 2] })) }],
    [
      'more categories',
      { categories: many(21), series: [{ name: 'a', values: many(21).map(() => 1) }] },
    ],
    ['a value that is no number', { series: [{ name: 'a', values: [1, Number.NaN] }] }],
    [
      'names that are alike once cut',
      { series: ['a', 'b'].map((end) => ({ name: `${'x'.repeat(25)}${end}`, values: [1, 2] })) },
    ],
    ['nothing to draw', { series: [] }],
  ])('is none with %s', (_, over) => expect(nativeChart(bars(over))).toBeUndefined())
  it('draws a band as three lines', () => {
    const spreads = [1, 2, 3].map((v) => ({ low: v - 1, high: v + 1 }))
    const band = lines({
      series: [{ name: 'fit', values: [1, 2, 3], spreads }],
      ends: { low: 'low', high: 'high' },
    })
    const block = nativeChart(band)
    expect(blockProblems(block ? [block] : [])).toEqual([])
    expect(block?.chart.series.map((s) => [s.name, s.data.map((d) => d.value)])).toEqual([
      ['fit', [1, 2, 3]],
      ['low', [0, 1, 2]],
      ['high', [2, 3, 4]],
    ])
  })
  it('leaves to a picture what Slack would draw otherwise than it is', () => {
    const last = {
      series: [{ name: 'a', values: [1, 2], spreads: [undefined, { low: 1, high: 3 }] }],
    }
    expect(nativeChart(lines({ categories: ['1', '2'], ...last }))).toBeUndefined()
    expect(nativeChart(lines({ at: [0, 1, 3] }))).toBeUndefined()
    expect(nativeChart(lines({ at: [0, 1, 2] }))).toBeDefined()
    expect(nativeChart({ kind: 'rows', title: 't', altText: 'a', groups: [] })).toBeUndefined()
  })
})

describe('the ticks of an axis', () => {
  it.each([
    [0, 430, [0, 100, 200, 300, 400, 500]],
    [0, 7, [0, 2, 4, 6, 8]],
    [-20, 150, [-50, 0, 50, 100, 150]],
    [0, 0.0031, [0, 0.001, 0.002, 0.003, 0.004]],
    [0, 0, [0, 0.2]],
  ])('from %d to %d are round and enclose both', (low, high, expected) =>
    expect(ticks(low, high).slice(0, expected.length)).toEqual(expected),
  )
  it('need not hold zero', () => {
    expect(ticksBetween(81, 98)).toEqual([80, 85, 90, 95, 100])
    expect(ticksBetween(90, 90).length).toBeGreaterThan(1)
  })
  it.each([
    [150, 22_000, [1000, 10_000]],
    [150, 900, [200, 500]],
    [1, 1e12, [1, 1000, 1e6, 1e9, 1e12]],
  ])(
    'of equal factors from %d to %d are powers of ten, or more where there are few',
    (low, high, expected) => expect(logTicks(low, high)).toEqual(expected),
  )
})

describe('the numbers on an axis', () => {
  it.each([
    [600, 'USD', 'en', '$600'],
    [0.05, 'USD', 'en', '$0.05'],
    [1000, 'USD', 'ko', '$1,000'],
    [150_000, 'USD', 'en', '$150K'],
    [1_200_000, 'KRW', 'ko', '₩120만'],
    [2500, 'requests', 'en', '2,500'],
    [85, '%', 'ko', '85%'],
  ] as const)('%d %s in %s is %s', (value, unit, language, text) =>
    expect(axisFormat(language)(value, unit, value)).toBe(text),
  )
})
