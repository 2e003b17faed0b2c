import type { RowChart } from './chart.ts'
import { type Drawing, type Fragment, LINE, PAD, SIZE, WIDTH } from './frame.ts'
import { fillOf, INK } from './style.ts'
import { label, round, textWidth, wrapped } from './text.ts'

const BAR = 24
const NAMES = 256

/** Bars that lie, a scale a group, the name at the left and the figure at the right; spreads as a line. */
export function drawRows({ groups }: RowChart): Drawing {
  let y = 0
  const marks: Fragment[] = []
  for (const { title, rows } of groups) {
    for (const line of wrapped(title, SIZE.label, WIDTH - PAD * 2)) {
      y += SIZE.label * LINE
      marks.push(label(line, PAD, y - 4, { size: SIZE.label, bold: true }))
    }
    y += 8
    const first = y
    const figures = Math.max(...rows.map((r) => textWidth(r.label, SIZE.label)))
    const [left, right] = [PAD + NAMES, WIDTH - PAD - figures - 12]
    const most = Math.max(...rows.map((r) => Math.max(r.value, r.spread.high)))
    const x = (value: number) => left + (most > 0 ? (value / most) * (right - left) : 0)
    for (const row of rows) {
      const names = wrapped(row.name, SIZE.small, NAMES - 12)
      const step = SIZE.small * 1.1
      const height = Math.max(BAR + 10, names.length * step + 8)
      const middle = y + height / 2
      names.forEach((name, n) => {
        const at = middle + 6 + (n - (names.length - 1) / 2) * step
        marks.push(label(name, left - 10, at, { size: SIZE.small, anchor: 'end' }))
      })
      marks.push(
        `<rect data-mark="row" x="${round(left)}" y="${round(middle - BAR / 2)}" width="${round(x(row.value) - left)}" height="${BAR}" fill="${fillOf(0)}" stroke="${INK}" stroke-width="1"/>`,
        ...(row.spread.low === row.spread.high
          ? []
          : [lying(x(row.spread.low), x(row.spread.high), middle)]),
        label(row.label, WIDTH - PAD, middle + 7, { size: SIZE.label, anchor: 'end' }),
      )
      y += height
    }
    marks.push(
      `<line x1="${left}" x2="${left}" y1="${round(first)}" y2="${round(y)}" stroke="${INK}" stroke-width="2"/>`,
    )
    y += 16
  }
  return { height: y, marks }
}

/** A lying interval, edged in white so that it shows on a dark bar too. */
function lying(from: number, to: number, y: number): Fragment {
  const path = `M${round(from)} ${round(y)} H${round(to)} M${round(from)} ${round(y - 6)} V${round(y + 6)} M${round(to)} ${round(y - 6)} V${round(y + 6)}`
  return `<path d="${path}" stroke="#ffffff" stroke-width="6" fill="none"/><path data-mark="spread" d="${path}" stroke="${INK}" stroke-width="2.5" fill="none"/>`
}
