import type { AxisFormat } from './axis-format.ts'
import type { Chart } from './chart.ts'
import { drawBars } from './draw-bars.ts'
import { drawLines } from './draw-lines.ts'
import { drawRows } from './draw-rows.ts'
import { drawScatter } from './draw-scatter.ts'
import { drawTornado } from './draw-tornado.ts'
import { type Drawing, LINE, PAD, SIZE, WIDTH } from './frame.ts'
import { hatches, INK } from './style.ts'
import { label, wrapped } from './text.ts'

/** Draws a chart as SVG text: its title, the drawing, its notes. Throws a RangeError for a value that is no number. */
export function chartSvg(chart: Chart, format: AxisFormat): string {
  const title = wrapped(chart.title, SIZE.title, WIDTH - PAD * 2)
  const { height, marks } = drawn(chart, format)
  const notes = (chart.notes ?? []).flatMap((note) => wrapped(note, SIZE.small, WIDTH - PAD * 2))
  const top = PAD + title.length * SIZE.title * LINE + 4
  const below = top + height + 10
  const [titleStep, noteStep] = [SIZE.title * LINE, SIZE.small * LINE]
  const whole = Math.ceil(below + notes.length * noteStep + PAD / 2)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}" font-family="Pretendard, sans-serif" fill="${INK}">`,
    hatches(),
    `<rect width="${WIDTH}" height="${whole}" fill="#ffffff"/>`,
    ...title.map((line, i) =>
      label(line, PAD, PAD + SIZE.title * 0.9 + i * titleStep, { size: SIZE.title, bold: true }),
    ),
    `<g transform="translate(0 ${top})">`,
    ...marks,
    '</g>',
    ...notes.map((line, i) => label(line, PAD, below + 16 + i * noteStep, { size: SIZE.small })),
    '</svg>',
  ].join('\n')
}

function drawn(chart: Chart, format: AxisFormat): Drawing {
  switch (chart.kind) {
    case 'bar':
      return drawBars(chart, format)
    case 'line':
      return drawLines(chart, format)
    case 'scatter':
      return drawScatter(chart, format)
    case 'tornado':
      return drawTornado(chart, format)
    case 'rows':
      return drawRows(chart)
    default:
      return chart satisfies never
  }
}
