import type { AxisFormat } from './axis-format.ts'
import type { TornadoChart } from './chart.ts'
import { type Drawing, PAD, SIZE, WIDTH } from './frame.ts'
import { linear, type Scale, upright, written } from './scale.ts'
import { fillOf, INK } from './style.ts'
import { cutTo, label, round, textWidth } from './text.ts'
import { ticks } from './ticks.ts'

const ROW = 66
const BAR = 28
const TOP = 36
/** Room at both sides of the bars, the least that is enough for the words there. */
const MARGINS = [40, 70, 100, 130, 160, 190]
const LAST_MARGIN = 220

/**
 * A bar an assumption, from the result at its low end, hatched, through the centre to the result at its high
 * end, solid; the ends say at which value of the assumption.
 */
export function drawTornado(chart: TornadoChart, format: AxisFormat): Drawing {
  const { rows, centre, x: axis } = chart
  const results = rows.flatMap((r) => [r.atLow, r.atHigh])
  const ends = { low: Math.min(0, centre, ...results), high: Math.max(0, centre, ...results) }
  const numbers = ticks(ends.low, ends.high)
  const within = (margin: number) => linear(numbers, PAD + margin, WIDTH - PAD - margin, ends)
  const margin = MARGINS.find((one) => rows.every((row) => fits(row, within(one)))) ?? LAST_MARGIN
  const scale = within(margin)
  const bottom = TOP + rows.length * ROW + 10
  const at = round(scale.at(centre))
  return {
    height: bottom + 66,
    marks: [
      ...upright(scale, written(scale, axis, format), TOP, bottom),
      label(axis.label, WIDTH / 2, bottom + 54, { size: SIZE.small, anchor: 'middle' }),
      `<line data-mark="centre" x1="${at}" x2="${at}" y1="${TOP - 6}" y2="${bottom}" stroke="${INK}" stroke-width="3"/>`,
      ...rows.flatMap((row, i) => {
        const y = TOP + i * ROW + 30
        return [
          half(scale.at(row.atLow), at, y, 'low'),
          half(scale.at(row.atHigh), at, y, 'high'),
          label(cutTo(row.name, SIZE.label, WIDTH - PAD * 2), WIDTH / 2, y - 8, {
            ...{ size: SIZE.label, anchor: 'middle', bold: true, edged: true },
          }),
          ...endLabels(row, scale.at, y),
        ]
      }),
      label(chart.centreLabel, at, TOP - 14, {
        ...{ size: SIZE.label, anchor: 'middle', bold: true, edged: true },
      }),
    ],
  }
}

/** Whether the words at both ends of a bar stand on the drawing. */
function fits(row: TornadoChart['rows'][number], { at }: Scale): boolean {
  const [left, right] = sidesOf(row)
  const [from, to] = [at(Math.min(row.atLow, row.atHigh)), at(Math.max(row.atLow, row.atHigh))]
  const wide = (text: string) => textWidth(text, SIZE.small) + 12
  return from - wide(left) >= 4 && to + wide(right) <= WIDTH - 4
}

/** What stands at the left and at the right end of a bar. */
function sidesOf({ atLow, atHigh, lowLabel, highLabel }: TornadoChart['rows'][number]) {
  return atLow <= atHigh ? ([lowLabel, highLabel] as const) : ([highLabel, lowLabel] as const)
}

function half(end: number, centre: number, y: number, side: 'low' | 'high'): string {
  const [x, width] = [round(Math.min(end, centre)), round(Math.abs(end - centre))]
  return `<rect data-end="${side}" x="${x}" y="${y}" width="${width}" height="${BAR}" fill="${fillOf(side === 'low' ? 1 : 0)}" stroke="${INK}" stroke-width="1.5"/>`
}

/** The values of the assumption beside the ends of its bar. */
function endLabels(
  row: TornadoChart['rows'][number],
  at: (value: number) => number,
  y: number,
): string[] {
  const { atLow, atHigh } = row
  const [left, right] = sidesOf(row)
  const [from, to] = [at(Math.min(atLow, atHigh)), at(Math.max(atLow, atHigh))]
  const size = { size: SIZE.small, edged: true }
  return [
    label(left, from - 8, y + 21, { ...size, anchor: 'end' }),
    label(right, to + 8, y + 21, { ...size, anchor: 'start' }),
  ]
}
