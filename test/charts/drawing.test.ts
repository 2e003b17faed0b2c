import { describe, expect, it } from 'vitest'
import { axisFormat } from '../../src/charts/axis-format.ts'
import type { BarChart, Chart, LineChart, ScatterChart } from '../../src/charts/chart.ts'
import { SHAPES } from '../../src/charts/draw-scatter.ts'
import { loadPainter } from '../../src/charts/png.ts'
import { FILLS, STROKES } from '../../src/charts/style.ts'
import { chartSvg } from '../../src/charts/svg.ts'
import { wrapped } from '../../src/charts/text.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { overlaps, textsOf } from './texts.ts'

const svg = (chart: Chart) => chartSvg(chart, axisFormat('en'))
const usd = { label: 'USD', unit: 'USD' }
const bars: BarChart = {
  kind: 'bar',
  title: 'Spend',
  y: usd,
  categories: ['Mon', 'Tue'],
  series: [
    { name: '고객지원', values: [100, 120] },
    { name: 'Research <lab>', values: [50, -20] },
  ],
  altText: 'two days',
}
const lines: LineChart = {
  kind: 'line',
  title: 'Cost',
  y: usd,
  categories: ['0', '1', '2'],
  series: [
    { name: 'big', values: [0, 10, 20] },
    { name: 'small', values: [5, 6, 7], spreads: [undefined, undefined, { low: 3, high: 12 }] },
  ],
  marks: [{ at: 1, value: 6, label: 'month 1' }],
  altText: 'two lines',
}
const spread = (low: number, high: number) => ({ low, high })
const point = { xSpread: spread(5, 20), ySpread: spread(80, 95), onFrontier: true }
const scatter: ScatterChart = {
  kind: 'scatter',
  title: 'Cost and quality',
  x: usd,
  y: { label: '%', unit: '%' },
  points: [
    { ...point, name: 'small', x: 5, y: 85, standing: 'chosen' },
    { ...point, name: 'big', x: 20, y: 90, standing: 'frontier' },
    { ...point, name: 'odd', x: 12, y: 82, standing: 'other', onFrontier: false },
    { ...point, name: 'out', x: 14, y: 81, standing: 'refused', onFrontier: false },
  ],
  altText: 'four points',
}
const numbers = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((m) => Number(m[1]))

/** Relative luminance of a colour, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe('without hue', () => {
  it('neighbouring fills differ in lightness, and every fill by its hatch', () => {
    for (const [i, { colour }] of FILLS.slice(1).entries())
      expect(contrast(colour, FILLS[i]?.colour ?? colour)).toBeGreaterThan(3)
    expect(new Set(FILLS.map((f) => f.hatch)).size).toBe(FILLS.length)
  })
  it('a hatch is seen on its fill', () => {
    for (const { colour, over } of FILLS)
      if (over) expect(contrast(colour, over)).toBeGreaterThan(3)
  })
  it('every line differs by dashes and shape, and is seen on white', () => {
    for (const key of ['dash', 'marker'] as const)
      expect(new Set(STROKES.map((s) => s[key])).size).toBe(STROKES.length)
    for (const { colour } of STROKES) expect(contrast(colour, '#ffffff')).toBeGreaterThan(4.5)
  })
  it('every standing of a point has a shape of its own', () =>
    expect(new Set(Object.values(SHAPES).map((s) => s.shape)).size).toBe(4))
})

describe('bars', () => {
  it('stack up, and down from zero where they are negative', () => {
    const heights = numbers(svg(bars), /height="([\d.]+)" fill="url\(#fill[01]\)" stroke/g)
    const [first = 0, second = 0, third = 0, fourth = 0] = heights
    expect(first / second).toBeCloseTo(2, 1)
    expect(third / fourth).toBeCloseTo(6, 1)
  })
  it('show what is expected apart, with its range', () => {
    const expected = { label: 'expected', value: 90, spread: spread(60, 140) }
    const drawn = svg({ ...bars, expected })
    expect(drawn.match(/data-mark="expected"/g)).toHaveLength(1)
    expect(drawn.match(/data-mark="spread"/g)).toHaveLength(1)
    expect(drawn).toContain('>expected<')
  })
})

describe('lines', () => {
  it('carry their names, dashes and shapes', () => {
    const drawn = svg(lines)
    expect(drawn.match(/<polyline data-series="\d"/g)).toHaveLength(2)
    expect(drawn).toMatch(/data-series="1"[^>]*stroke-dasharray/)
    expect(drawn).toContain('data-marker="square"')
    expect(textsOf(drawn).map((t) => t.text)).toEqual(
      expect.arrayContaining(['big', 'small', 'month 1']),
    )
  })
  it('have a band where every place has a range, else whiskers', () => {
    expect(svg(lines)).toContain('data-mark="spread"')
    const spreads = [0, 1, 2].map((v) => spread(v, v + 2))
    const banded = svg({ ...lines, series: [{ name: 'fit', values: [1, 2, 3], spreads }] })
    expect(banded).toContain('data-mark="band"')
    expect(banded).not.toContain('data-mark="spread"')
  })
})

describe('points', () => {
  const drawn = svg(scatter)
  it('have a range, a number and a name each, and steps along the frontier', () => {
    expect(drawn.match(/data-mark="spread"/g)).toHaveLength(4)
    expect(drawn.match(/data-mark="frontier"/g)).toHaveLength(1)
    const texts = textsOf(drawn).map((t) => t.text)
    for (const text of ['1', '2', '3', '4']) expect(texts.filter((t) => t === text)).toHaveLength(2)
    expect(texts).toEqual(expect.arrayContaining(['small', 'big', 'odd', 'out']))
  })
  it('stand where they are: dearer further right, better further up', () => {
    const at = [...drawn.matchAll(/data-mark="spread" d="M[\d.]+ ([\d.]+) H[\d.]+ M([\d.]+)/g)]
    const [small, big] = at.map(([, y, x]) => ({ x: Number(x), y: Number(y) }))
    expect(big?.x).toBeGreaterThan(small?.x ?? Number.NaN)
    expect(big?.y).toBeLessThan(small?.y ?? Number.NaN)
  })
  it('far apart in cost stand at equal steps for equal factors', () => {
    const wide = [1, 10, 100].map((x) => ({
      ...{ name: `n${x}`, x, y: 90, xSpread: spread(x, x), ySpread: spread(90, 90) },
      ...{ standing: 'other' as const, onFrontier: false },
    }))
    const xs = numbers(svg({ ...scatter, points: wide }), /<circle[^>]*cx="([\d.]+)"/g).slice(0, 3)
    const [a = 0, b = 0, c = 0] = xs
    expect(b - a).toBeCloseTo(c - b, 0)
  })
})

describe('a tornado', () => {
  it('has a bar an assumption from its low to its high end, and the centre', () => {
    const row = { lowLabel: '$1', highLabel: '$4' }
    const drawn = svg({
      ...{ kind: 'tornado', title: 'Gain', x: usd, centre: 10, centreLabel: '$10', altText: 'a' },
      rows: [
        { ...row, name: 'value', atLow: -20, atHigh: 40 },
        { ...row, name: 'cost', atLow: 15, atHigh: 5 },
      ],
    })
    expect(drawn.match(/data-end="low"/g)).toHaveLength(2)
    expect(drawn.match(/data-end="high"/g)).toHaveLength(2)
    const texts = textsOf(drawn)
    const left = texts.filter((t) => t.text === '$1' || t.text === '$4').map((t) => t.text)
    expect(left).toEqual(['$1', '$4', '$4', '$1'])
    expect(texts.map((t) => t.text)).toContain('$10')
  })
})

describe('a drawn chart', () => {
  const paint = async (chart: Chart) => {
    const painter = await loadPainter(knowledgePaths(undefined).fonts)
    if (!painter) throw new Error('@resvg/resvg-js is not installed')
    return painter(svg(chart))
  }
  it('escapes names that others chose', () => {
    expect(svg(bars)).toContain('Research &lt;lab&gt;')
    expect(svg(bars)).not.toContain('<lab>')
  })
  it('refuses a value that is no number instead of drawing it somewhere', () =>
    expect(() => svg({ ...bars, series: [{ name: 'a', values: [1, Number.NaN] }] })).toThrow(
      RangeError,
    ))
  it('says its notes below', () =>
    expect(textsOf(svg({ ...bars, notes: ['what to know'] })).at(-1)?.text).toBe('what to know'))
  it('is a PNG in which Hangul leaves ink', async () => {
    const [korean, empty] = [
      await paint({ ...bars, title: '일별 지출' }),
      await paint({ ...bars, title: '' }),
    ]
    expect([...korean.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(korean.length).toBeGreaterThan(empty.length + 300)
    // Boxes in the place of letters that a font lacks would look alike.
    expect(korean).not.toEqual(await paint({ ...bars, title: '팀별 비용' }))
  })
  it.each([bars, lines, scatter])('of every kind is a picture', async (chart) =>
    expect((await paint(chart)).length).toBeGreaterThan(5000),
  )
})

describe('the check that no text stands on another', () => {
  it('finds one that does', () => {
    const texts = textsOf(svg(bars))
    expect(overlaps(texts)).toEqual([])
    expect(overlaps([...texts, ...texts.slice(0, 1)])).toHaveLength(1)
  })
})

describe('a long text', () => {
  it('is broken between words, and in a word that is too long for a line', () => {
    expect(wrapped('one two three', 20, 90)).toEqual(['one two', 'three'])
    expect(wrapped('가나다라마바사', 20, 60).join('')).toBe('가나다라마바사')
    expect(wrapped('가나다라마바사', 20, 60).length).toBeGreaterThan(1)
  })
})
