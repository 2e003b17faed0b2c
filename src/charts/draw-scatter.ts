import type { AxisFormat } from './axis-format.ts'
import type { PointStanding, ScatterChart, Spread } from './chart.ts'
import { type Drawing, type Fragment, LINE, PAD, SIZE, WIDTH } from './frame.ts'
import { type Box, freePlace } from './place.ts'
import { across, linear, logarithmic, marginFor, type Scale, upright, written } from './scale.ts'
import { GREY, INK, type Marker, marker } from './style.ts'
import { label, round, textWidth, wrapped } from './text.ts'
import { ticks, ticksBetween } from './ticks.ts'

const PLOT = 330
const TOP = 40
/** From this factor on between the cheapest and the dearest, equal factors are drawn equally far apart. */
const WIDE = 20

/** Shape of a point by how its option stands; colours only help. */
export const SHAPES: Readonly<Record<PointStanding, Readonly<{ shape: Marker; colour: string }>>> =
  {
    chosen: { shape: 'diamond', colour: '#0b5394' },
    frontier: { shape: 'circle', colour: '#0b5394' },
    other: { shape: 'ring', colour: '#6b6b6b' },
    refused: { shape: 'cross', colour: '#6b6b6b' },
  }

/** Numbered points with their spreads, the frontier as steps, and below what each number is. */
export function drawScatter(chart: ScatterChart, format: AxisFormat): Drawing {
  const { points } = chart
  const ends = (spreads: readonly Spread[]) => ({
    low: Math.min(...spreads.map((s) => s.low)),
    high: Math.max(...spreads.map((s) => s.high)),
  })
  const [xs, ys] = [ends(points.map((p) => p.xSpread)), ends(points.map((p) => p.ySpread))]
  const y = linear(ticksBetween(ys.low, ys.high), TOP + PLOT, TOP)
  const yTexts = written(y, chart.y, format)
  const left = PAD + marginFor(yTexts) - 20
  const right = WIDTH - PAD - 24
  const x =
    xs.low > 0 && xs.high / xs.low > WIDE
      ? logarithmic(xs, left + 20, right)
      : linear(ticks(xs.low, xs.high), left, right)
  const bottom = TOP + PLOT
  const key = keyOf(chart)
  return {
    height: bottom + 84 + key.height,
    marks: [
      label(chart.y.label, PAD, 20, { size: SIZE.small }),
      ...across(y, yTexts, left, right),
      ...upright(x, written(x, chart.x, format), TOP, bottom),
      label(chart.x.label, (left + right) / 2, bottom + 54, { size: SIZE.small, anchor: 'middle' }),
      ...spreadsOf(points, x, y),
      frontierOf(points, x, y, right),
      ...numbered(points, x, y, right),
      `<g transform="translate(0 ${bottom + 84})">${key.marks.join('')}</g>`,
    ],
  }
}

type Points = ScatterChart['points']

function spreadsOf(points: Points, x: Scale, y: Scale): Fragment[] {
  return points.map((p) => {
    const [cx, cy] = [round(x.at(p.x)), round(y.at(p.y))]
    const wide =
      p.xSpread.low === p.xSpread.high
        ? ''
        : `M${round(x.at(p.xSpread.low))} ${cy} H${round(x.at(p.xSpread.high))} `
    const tall =
      p.ySpread.low === p.ySpread.high
        ? ''
        : `M${cx} ${round(y.at(p.ySpread.low))} V${round(y.at(p.ySpread.high))}`
    return `<path data-mark="spread" d="${wide}${tall}" stroke="${GREY}" stroke-width="2" stroke-opacity="0.55" fill="none"/>`
  })
}

/** Up only where a dearer option is better, and on to the right of the last. */
function frontierOf(points: Points, x: Scale, y: Scale, right: number): Fragment {
  const best = points.filter((p) => p.onFrontier).toSorted((a, b) => a.x - b.x)
  const [first, ...rest] = best
  if (!first) return ''
  const steps = rest.map((p) => `H${round(x.at(p.x))} V${round(y.at(p.y))}`)
  return `<path data-mark="frontier" d="M${round(x.at(first.x))} ${round(y.at(first.y))} ${steps.join(' ')} H${round(right)}" stroke="${INK}" stroke-width="2.5" stroke-dasharray="9 6" fill="none"/>`
}

function numbered(points: Points, x: Scale, y: Scale, right: number): Fragment[] {
  const places = points.map((p) => ({ x: x.at(p.x), y: y.at(p.y) }))
  const taken: Box[] = [
    ...places.map((p) => ({ x: p.x - 11, y: p.y - 11, width: 22, height: 22 })),
    ...linesThrough(points, x, y, right),
  ]
  const shapes = points.map(({ standing }, i) => {
    const { shape, colour } = SHAPES[standing]
    return marker(shape, places[i]?.x ?? 0, places[i]?.y ?? 0, 9, colour)
  })
  const numbers = places.map((p, i) => {
    const text = String(i + 1)
    const size = { width: textWidth(text, SIZE.label) + 4, height: 24 }
    const around = [26, 40, 56].flatMap((far) =>
      [-45, 45, -135, 135, 0, 180, -90, 90].map((degrees) => ({
        x: p.x + far * Math.cos((degrees * Math.PI) / 180) - size.width / 2,
        y: p.y + far * Math.sin((degrees * Math.PI) / 180) - size.height / 2,
        ...size,
      })),
    )
    const box = freePlace(around, taken) ?? { ...p, ...size }
    taken.push(box)
    return label(text, box.x + box.width / 2, box.y + 19, {
      ...{ size: SIZE.label, anchor: 'middle', bold: true, edged: true },
    })
  })
  return [...shapes, ...numbers]
}

/** Where spreads and the frontier run, so that no number stands on them. */
function linesThrough(points: Points, x: Scale, y: Scale, right: number): Box[] {
  const steps = points.filter((p) => p.onFrontier).toSorted((a, b) => a.x - b.x)
  const flat = (from: number, to: number, at: number): Box => ({
    ...{ x: from, y: at - 2, width: to - from, height: 4 },
  })
  return [
    ...steps.map((p, i) =>
      flat(x.at(p.x), steps[i + 1] ? x.at(steps[i + 1]?.x ?? 0) : right, y.at(p.y)),
    ),
    ...points.flatMap(({ xSpread, ySpread, ...p }) => [
      flat(x.at(xSpread.low), x.at(xSpread.high), y.at(p.y)),
      {
        ...{ x: x.at(p.x) - 2, y: y.at(ySpread.high), width: 4 },
        height: y.at(ySpread.low) - y.at(ySpread.high),
      },
    ]),
  ]
}

/** What each number is, beside its shape. */
function keyOf({ points }: ScatterChart): Drawing {
  const step = SIZE.label * LINE
  let y = 0
  const marks = points.flatMap(({ name, standing }, i) => {
    const lines = wrapped(name, SIZE.label, WIDTH - PAD * 2 - 60)
    const { shape, colour } = SHAPES[standing]
    const own = [
      label(String(i + 1), PAD + 20, y, { size: SIZE.label, anchor: 'end', bold: true }),
      marker(shape, PAD + 40, y - 7, 8, colour),
      ...lines.map((line, n) => label(line, PAD + 60, y + n * step, { size: SIZE.label })),
    ]
    y += lines.length * step + 3
    return own
  })
  return { height: y, marks }
}
