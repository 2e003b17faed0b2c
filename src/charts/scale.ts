import type { AxisFormat } from './axis-format.ts'
import type { Axis, Spread } from './chart.ts'
import { type Fragment, SIZE } from './frame.ts'
import { FAINT, GREY, INK } from './style.ts'
import { label, round, textWidth } from './text.ts'
import { logTicks } from './ticks.ts'

/** Where values stand, and which of them are written on the axis. */
export type Scale = Readonly<{ ticks: readonly number[]; at: (value: number) => number }>

/** Values evenly spread between the first and the last tick. */
export function linear(ticks: readonly number[], from: number, to: number): Scale {
  const [first, last] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  return { ticks, at: (value) => from + ((value - first) / (last - first)) * (to - from) }
}

/** Equal factors equally far apart; both values positive. */
export function logarithmic({ low, high }: Spread, from: number, to: number): Scale {
  const ticks = logTicks(low, high)
  const inLogs = linear(ticks.map(Math.log), from, to)
  return { ticks, at: (value) => inLogs.at(Math.log(value)) }
}

/** The numbers of an axis as they are written. */
export function written({ ticks }: Scale, { unit }: Axis, format: AxisFormat): readonly string[] {
  const most = Math.max(...ticks.map(Math.abs))
  return ticks.map((value) => format(value, unit, most))
}

/** Room that the numbers of an upright axis take. */
export function marginFor(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => textWidth(text, SIZE.label))) + 30
}

/** Lines across at each number, the number at their left. */
export function across(
  scale: Scale,
  texts: readonly string[],
  left: number,
  right: number,
): Fragment[] {
  return scale.ticks.map((value, i) => {
    const y = round(scale.at(value))
    const line = `<line x1="${round(left)}" x2="${round(right)}" y1="${y}" y2="${y}" stroke="${value === 0 ? INK : FAINT}"/>`
    return line + label(texts[i] ?? '', left - 8, y + 7, { size: SIZE.label, anchor: 'end' })
  })
}

/** Lines upright at each number, the number below; numbers that would run into the one before are left out. */
export function upright(
  scale: Scale,
  texts: readonly string[],
  top: number,
  bottom: number,
): Fragment[] {
  let taken = Number.NEGATIVE_INFINITY
  return scale.ticks.map((value, i) => {
    const x = round(scale.at(value))
    const text = texts[i] ?? ''
    const half = textWidth(text, SIZE.label) / 2
    const line = `<line x1="${x}" x2="${x}" y1="${round(top)}" y2="${round(bottom)}" stroke="${value === 0 ? GREY : FAINT}"/>`
    if (x - half < taken + 10) return line
    taken = x + half
    return line + label(text, x, bottom + 26, { size: SIZE.label, anchor: 'middle' })
  })
}
