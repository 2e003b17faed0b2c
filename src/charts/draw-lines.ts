import type { AxisFormat } from './axis-format.ts'
import type { LineChart, Spread } from './chart.ts'
import { placesBelow, whisker } from './draw-bars.ts'
import { type Drawing, type Fragment, LINE, PAD, SIZE, WIDTH } from './frame.ts'
import { apart, type Box, freePlace } from './place.ts'
import { across, linear, marginFor, type Scale, written } from './scale.ts'
import { GREY, INK, marker, strokeOf } from './style.ts'
import { label, round, textWidth, wrapped } from './text.ts'
import { ticks, ticksBetween } from './ticks.ts'

const PLOT = 340
const TOP = 40
/** Room at the right for the names of the lines. */
const NAMES = 190
/** How far beside its place a whisker stands from that of the line before. */
const ASIDE = 14
/** Of more points than these, only some carry the shape of their line. */
const SHAPED = 7

/** Lines with their names at their ends, bands or whiskers, and single points with a word. */
export function drawLines(chart: LineChart, format: AxisFormat): Drawing {
  const { categories, series, marks = [] } = chart
  const all = [
    ...series.flatMap(({ values, spreads = [] }) => [
      ...values,
      ...spreads.flatMap((s) => (s ? [s.low, s.high] : [])),
    ]),
    ...marks.map((m) => m.value),
  ]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const isFar = low > 0 && (high - low) / high < 0.6
  const y = linear((isFar ? ticksBetween : ticks)(low, high), TOP + PLOT, TOP)
  const texts = written(y, chart.y, format)
  const left = PAD + marginFor(texts) - 20
  const right = WIDTH - NAMES
  const whiskered = series.filter((s) => s.spreads?.includes(undefined))
  const asides = series.map((s) => ASIDE * (whiskered.indexOf(s) + 1.5))
  const at = chart.at ?? categories.map((_, i) => i)
  const x = linear([at[0] ?? 0, at.at(-1) || 1], left + 14, right - 14 - ASIDE * whiskered.length)
  const points = series.map(({ values }) =>
    values.map((value, i) => ({ x: x.at(at[i] ?? i), y: y.at(value) })),
  )
  const slot = (x.at(at.at(-1) ?? 0) - x.at(at[0] ?? 0)) / Math.max(1, categories.length - 1)
  const below = TOP + PLOT + 26
  return {
    height: below + (chart.xLabel ? 40 : 12),
    marks: [
      label(chart.y.label, PAD, 20, { size: SIZE.small }),
      ...across(y, texts, left, right),
      ...series.flatMap((s, k) => bandOf(s.spreads ?? [], points[k] ?? [], y, k, asides[k] ?? 0)),
      ...points.map((line, k) => lineOf(line, k)),
      ...placesBelow(categories, (i) => x.at(at[i] ?? i), slot, below),
      ...(chart.xLabel
        ? [
            label(chart.xLabel, (left + right) / 2, below + 30, {
              size: SIZE.small,
              anchor: 'middle',
            }),
          ]
        : []),
      ...endNames(
        series.map((s) => s.name),
        points,
        right,
      ),
      ...marked(marks, x, y, points.flat(), left),
    ],
  }
}

type Point = Readonly<{ x: number; y: number }>

function lineOf(line: readonly Point[], k: number): Fragment {
  const { colour, dash, marker: shape } = strokeOf(k)
  const path = line.map((p) => `${round(p.x)},${round(p.y)}`).join(' ')
  const every = Math.ceil(line.length / SHAPED)
  const shapes = line.map((p, i) =>
    i === line.length - 1 || (i + k) % every === 0 ? marker(shape, p.x, p.y, 6, colour) : '',
  )
  const dashes = dash === 'none' ? '' : ` stroke-dasharray="${dash}"`
  return `<polyline data-series="${k}" points="${path}" fill="none" stroke="${colour}" stroke-width="3.5"${dashes}/>${shapes.join('')}`
}

/** A band where every place has a spread; whiskers a little beside their place where only some have. */
function bandOf(
  spreads: readonly (Spread | undefined)[],
  line: readonly Point[],
  y: Scale,
  k: number,
  aside: number,
): Fragment[] {
  const known = spreads.flatMap((s, i) => (s ? [{ ...s, ...(line[i] ?? { x: 0, y: 0 }) }] : []))
  const { colour, marker: shape } = strokeOf(k)
  if (known.length < line.length)
    return known.flatMap((s) => [
      whisker(s.x + aside, y.at(s.low), y.at(s.high), 5, colour),
      marker(shape, s.x + aside, s.y, 6, colour),
    ])
  const upper = known.map((s) => `${round(s.x)} ${round(y.at(s.high))}`)
  const lower = known.map((s) => `${round(s.x)} ${round(y.at(s.low))}`).toReversed()
  return [
    `<path data-mark="band" d="M${[...upper, ...lower].join(' L')} Z" fill="${colour}" fill-opacity="0.18" stroke="${colour}" stroke-width="1"/>`,
  ]
}

/** Each line's name beside its end, moved apart where they would meet. */
function endNames(
  names: readonly string[],
  points: readonly (readonly Point[])[],
  right: number,
): Fragment[] {
  const step = SIZE.small * LINE
  const texts = names.map((name) => wrapped(name, SIZE.small, NAMES - 30 - PAD / 2))
  const ends = points.map((line) => line.at(-1) ?? { x: right, y: TOP })
  const middles = apart(
    texts.map((lines, i) => ({ middle: ends[i]?.y ?? TOP, height: lines.length * step + 10 })),
    TOP - 30,
    TOP + PLOT + 60,
  )
  return texts.flatMap((lines, i) => {
    const [end, middle] = [ends[i] ?? { x: right, y: TOP }, middles[i] ?? TOP]
    const first = middle - ((lines.length - 1) * step) / 2 + 6
    const { colour } = strokeOf(i)
    return [
      `<path d="M${round(end.x + 9)} ${round(end.y)} H${round(right + 2)} L${round(right + 18)} ${round(middle)}" stroke="${colour}" stroke-width="1.2" fill="none"/>`,
      ...lines.map((line, n) => label(line, right + 22, first + n * step, { size: SIZE.small })),
    ]
  })
}

/** Points of their own, their words where there is room. */
function marked(
  marks: NonNullable<LineChart['marks']>,
  x: Scale,
  y: Scale,
  points: readonly Point[],
  left: number,
): Fragment[] {
  const taken: Box[] = points.map((p) => boxAround(p, 12, 12))
  const said = new Set<string>()
  return marks.flatMap(({ at, value, label: words }) => {
    const p = { x: x.at(at), y: y.at(value) }
    const dot = `<circle data-mark="point" cx="${round(p.x)}" cy="${round(p.y)}" r="8" fill="#ffffff" stroke="${INK}" stroke-width="3"/>`
    // Lines that are paid back in the same month say so once.
    if (words === undefined || said.has(words)) return [dot]
    said.add(words)
    const width = textWidth(words, SIZE.small)
    const places = [-34, 34, -62, 62, -90, 90].flatMap((dy) =>
      [0, -width / 2, width / 2].map((dx) => boxAround({ x: p.x + dx, y: p.y + dy }, width, 26)),
    )
    const inside = places.filter((b) => b.y > TOP - 8 && b.y + b.height < TOP + PLOT && b.x > left)
    const box = freePlace(inside, taken) ?? boxAround({ x: p.x, y: p.y - 34 }, width, 26)
    taken.push(box)
    const middle = box.y + box.height / 2
    return [
      `<path d="M${round(p.x)} ${round(p.y)} L${round(box.x + width / 2)} ${round(middle)}" stroke="${GREY}" stroke-width="1.2"/>`,
      dot,
      label(words, box.x, middle + 7, { size: SIZE.small, edged: true }),
    ]
  })
}

function boxAround({ x, y }: Point, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height }
}
