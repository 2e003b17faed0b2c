import type { Chart } from './chart.ts'
import { extent } from './extent.ts'
import { ticks } from './ticks.ts'

const [WIDTH, HEIGHT] = [960, 480]
const PLOT = { left: 90, right: 24, top: 64, bottom: 96 } as const
/** Okabe and Ito's colours, told apart by colour-blind readers too. */
const COLOURS = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#999999']
const INK = '#1d1c1d'
const FAINT = '#d0d0d0'
const LEGEND_LETTERS = 24

/** How numbers on the axis are written. */
export type AxisFormat = (value: number) => string

/** Draws a chart as SVG text: title, axis, series in the order given, legend. */
export function chartSvg(chart: Chart, format: AxisFormat): string {
  const { categories, series, kind } = chart
  const { low, high } = extent(chart)
  const lines = ticks(low, high)
  const [bottom, top] = [lines[0] ?? 0, lines.at(-1) ?? 1]
  const y = (v: number) =>
    PLOT.top + ((top - v) / (top - bottom)) * (HEIGHT - PLOT.top - PLOT.bottom)
  const slot = (WIDTH - PLOT.left - PLOT.right) / Math.max(1, categories.length)
  const x = (i: number) => PLOT.left + slot * (i + 0.5)
  const marks =
    kind === 'bar'
      ? stackedBars(chart, x, y, slot * 0.7)
      : series.map((s, i) => path(s.values, x, y, i))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Pretendard, sans-serif" font-size="15" fill="${INK}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="24" y="34" font-size="20" font-weight="700">${escapeXml(chart.title)}</text>`,
    `<text x="${WIDTH - 24}" y="34" text-anchor="end">${escapeXml(chart.yLabel)}</text>`,
    ...lines.map(
      (v) =>
        `<line x1="${PLOT.left}" x2="${WIDTH - PLOT.right}" y1="${y(v)}" y2="${y(v)}" stroke="${v === 0 ? INK : FAINT}"/>` +
        `<text x="${PLOT.left - 10}" y="${y(v) + 5}" text-anchor="end">${escapeXml(format(v))}</text>`,
    ),
    ...marks,
    ...categories.map((name, i) =>
      everyNth(i, categories.length)
        ? `<text x="${x(i)}" y="${HEIGHT - PLOT.bottom + 24}" text-anchor="middle">${escapeXml(name)}</text>`
        : '',
    ),
    ...legend(series.map((s) => s.name)),
    '</svg>',
  ].join('\n')
}

function stackedBars(
  { categories, series }: Chart,
  x: (i: number) => number,
  y: (v: number) => number,
  width: number,
): string[] {
  return categories.flatMap((_, i) => {
    const reached = { 1: 0, [-1]: 0 } as Record<number, number>
    return series.map((s, k) => {
      const value = s.values[i] ?? 0
      const sign = value < 0 ? -1 : 1
      const from = reached[sign] ?? 0
      reached[sign] = from + value
      const [upper, lower] = [Math.max(from, from + value), Math.min(from, from + value)]
      return `<rect x="${x(i) - width / 2}" y="${y(upper)}" width="${width}" height="${y(lower) - y(upper)}" fill="${colour(k)}"/>`
    })
  })
}

function path(
  values: readonly number[],
  x: (i: number) => number,
  y: (v: number) => number,
  k: number,
): string {
  const points = values.map((v, i) => `${x(i)},${y(v)}`).join(' ')
  return `<polyline points="${points}" fill="none" stroke="${colour(k)}" stroke-width="3"/>`
}

function legend(names: readonly string[]): string[] {
  const columns = 4
  const width = (WIDTH - 48) / columns
  return names.map((name, i) => {
    const [left, top] = [24 + (i % columns) * width, HEIGHT - 44 + Math.floor(i / columns) * 24]
    const letters = [...name]
    const shown =
      letters.length > LEGEND_LETTERS ? `${letters.slice(0, LEGEND_LETTERS - 1).join('')}…` : name
    return `<rect x="${left}" y="${top - 12}" width="14" height="14" fill="${colour(i)}"/><text x="${left + 22}" y="${top}">${escapeXml(shown)}</text>`
  })
}

/** Labels under the axis: all of a few, every so many of many. */
function everyNth(i: number, count: number): boolean {
  return i % Math.ceil(count / 14) === 0
}

function colour(i: number): string {
  return COLOURS[i % COLOURS.length] ?? INK
}

function escapeXml(text: string): string {
  return text.replace(
    /[&<>"\p{Cc}]/gu,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? ' ',
  )
}
