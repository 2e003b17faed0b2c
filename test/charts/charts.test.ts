import { describe, expect, it } from 'vitest'
import { axisFormat } from '../../src/charts/axis-format.ts'
import type { Chart } from '../../src/charts/chart.ts'
import { nativeChart } from '../../src/charts/native.ts'
import { loadPainter } from '../../src/charts/png.ts'
import { chartSvg } from '../../src/charts/svg.ts'
import { ticks } from '../../src/charts/ticks.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'

const chart = (over: Partial<Chart> = {}): Chart => ({
  kind: 'bar',
  title: '일별 AI 지출',
  yLabel: 'USD',
  categories: ['월', '화'],
  series: [
    { name: '고객지원', values: [100, 120] },
    { name: 'Research <lab>', values: [50, -20] },
  ],
  altText: 'two days',
  ...over,
})
const many = (n: number) => Array.from({ length: n }, (_, i) => `c${i}`)

describe('a native chart', () => {
  it('has a value for each category and series', () => {
    expect(nativeChart(chart())).toEqual({
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
      chart({ title: 'x'.repeat(60), series: [{ name: 'y'.repeat(30), values: [1, 2] }] }),
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
  ])('is none with %s', (_, over) => expect(nativeChart(chart(over))).toBeUndefined())
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
})

describe('a drawn chart', () => {
  const fonts = knowledgePaths(undefined).fonts
  const svg = (over?: Partial<Chart>) => chartSvg(chart(over), (v) => `$${v}`)

  it('stacks bars, down from zero where they are negative', () => {
    const heights = [
      ...svg().matchAll(
        /<rect x="[\d.]+" y="[\d.]+" width="[\d.]+" height="([\d.]+)" fill="#(?:0072B2|E69F00)"/g,
      ),
    ].map((m) => Number(m[1]))
    const [first = 0, second = 0, third = 0, fourth = 0] = heights
    expect(first / second).toBeCloseTo(2)
    expect(third / fourth).toBeCloseTo(6)
  })
  it('escapes names that others chose', () => {
    expect(svg()).toContain('Research &lt;lab&gt;')
    expect(svg()).not.toContain('<lab>')
  })
  it('is a PNG in which Hangul leaves ink', async () => {
    const paint = await loadPainter(fonts)
    if (!paint) throw new Error('@resvg/resvg-js is not installed')
    const size = async (title: string) => (await paint(svg({ title }))).length
    expect([...(await paint(svg())).slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(await size('일별 지출')).toBeGreaterThan((await size('')) + 300)
    // Boxes in the place of letters that a font lacks would look alike.
    expect(await paint(svg({ title: '일별 지출' }))).not.toEqual(
      await paint(svg({ title: '팀별 비용' })),
    )
  })
})

describe('the numbers on an axis', () => {
  const tick = (value: number, yLabel: string, language: 'en' | 'ko') =>
    axisFormat(
      { ...chart({ yLabel }), series: [{ name: 'a', values: [value, 0] }] },
      language,
    )(value)
  it.each([
    [600, 'USD', 'en', '$600'],
    [0.05, 'USD', 'en', '$0.05'],
    [1000, 'USD', 'ko', '$1,000'],
    [150_000, 'USD', 'en', '$150K'],
    [1_200_000, 'KRW', 'ko', '₩120만'],
    [2500, 'requests', 'en', '2,500'],
  ] as const)('%d %s in %s is %s', (value, unit, language, text) =>
    expect(tick(value, unit, language)).toBe(text),
  )
})
