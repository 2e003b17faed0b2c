import type { AxisFormat } from './axis-format.ts'
import type { BarChart, Spread } from './chart.ts'
import { extent } from './extent.ts'
import { type Drawing, type Fragment, PAD, SIZE, WIDTH } from './frame.ts'
import { across, linear, marginFor, written } from './scale.ts'
import { fillOf, INK } from './style.ts'
import { cutTo, label, round, textWidth } from './text.ts'
import { ticks } from './ticks.ts'

const PLOT = 320
const TOP = 40
const LEGEND_LINE = 30
const SWATCH = 20

/** Stacked bars, each part with a hatch of its own, and apart from them what is expected with its range. */
export function drawBars(chart: BarChart, format: AxisFormat): Drawing {
  const { categories, series, expected } = chart
  const { low, high } = extent(chart)
  const scale = linear(ticks(low, high), TOP + PLOT, TOP)
  const texts = written(scale, chart.y, format)
  const left = PAD + marginFor(texts) - 20
  const names = [...categories, ...(expected ? [expected.label] : [])]
  const slot = (WIDTH - PAD - left) / Math.max(1, names.length)
  const x = (i: number) => left + slot * (i + 0.5)
  const legend = legendOf(series.map((s) => s.name))
  const below = TOP + PLOT + 26
  return {
    height: below + 24 + legend.height,
    marks: [
      label(chart.y.label, PAD, 20, { size: SIZE.small }),
      ...across(scale, texts, left, WIDTH - PAD),
      ...categories.flatMap((_, i) => stack(chart, i, x(i), slot * 0.72, scale.at)),
      ...(expected ? awaited(expected, x(categories.length), slot * 0.72, scale.at) : []),
      ...placesBelow(names, x, slot, below),
      `<g transform="translate(0 ${below + 36})">${legend.marks.join('')}</g>`,
    ],
  }
}

function stack(
  { series }: BarChart,
  i: number,
  x: number,
  width: number,
  y: (value: number) => number,
): Fragment[] {
  const reached = { up: 0, down: 0 }
  return series.map((s, k) => {
    const value = s.values[i] ?? 0
    const way = value < 0 ? 'down' : 'up'
    const from = reached[way]
    reached[way] = from + value
    const top = y(Math.max(from, from + value))
    const height = y(Math.min(from, from + value)) - top
    return `<rect x="${round(x - width / 2)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="${fillOf(k)}" stroke="#ffffff" stroke-width="1.5" data-series="${k}"/>`
  })
}

function awaited(
  { value, spread }: Readonly<{ value: number; spread: Spread }>,
  x: number,
  width: number,
  y: (value: number) => number,
): Fragment[] {
  const height = Math.abs(y(0) - y(value))
  const box = `<rect data-mark="expected" x="${round(x - width / 2)}" y="${round(Math.min(y(0), y(value)))}" width="${round(width)}" height="${round(height)}" fill="#ffffff" stroke="${INK}" stroke-width="2" stroke-dasharray="6 4"/>`
  return [box, whisker(x, y(spread.low), y(spread.high), Math.min(12, width / 3))]
}

/** An upright interval with ends as wide as `half` to each side. */
export function whisker(
  x: number,
  low: number,
  high: number,
  half: number,
  colour = INK,
): Fragment {
  const [cx, from, to] = [round(x), round(low), round(high)]
  const [a, b] = [round(x - half), round(x + half)]
  return `<path data-mark="spread" d="M${cx} ${from} V${to} M${a} ${from} H${b} M${a} ${to} H${b}" stroke="${colour}" stroke-width="2.5" fill="none"/>`
}

/** Names under an axis: all, or every so many, counted from the last, as there is room. */
export function placesBelow(
  names: readonly string[],
  x: (i: number) => number,
  slot: number,
  y: number,
): Fragment[] {
  const widest = Math.max(...names.map((name) => textWidth(name, SIZE.label)))
  const every = Math.max(1, Math.ceil((widest + 12) / slot))
  return names.map((name, i) => {
    if ((names.length - 1 - i) % every !== 0) return ''
    const half = textWidth(name, SIZE.label) / 2
    const within = Math.min(x(i), WIDTH - 4 - half)
    return label(name, within, y, { size: SIZE.label, anchor: 'middle' })
  })
}

/** What each fill is, as many beside each other as there is room for. */
function legendOf(names: readonly string[]): Drawing {
  let [x, line] = [PAD, 0]
  const marks = names.map((name, i) => {
    const text = cutTo(name, SIZE.label, 300)
    const width = SWATCH + 8 + textWidth(text, SIZE.label) + 22
    if (x > PAD && x + width > WIDTH) [x, line] = [PAD, line + 1]
    const y = line * LEGEND_LINE
    const swatch = `<rect x="${round(x)}" y="${y - 16}" width="${SWATCH}" height="${SWATCH}" fill="${fillOf(i)}"/>`
    const said = label(text, x + SWATCH + 8, y + 1, { size: SIZE.label })
    x += width
    return swatch + said
  })
  return { height: (line + 1) * LEGEND_LINE, marks }
}
