import type { AxisFormat } from './axis-format.ts'
import type { Axis, Spread } from './chart.ts'
import { type Fragment, SIZE } from './frame.ts'
import { FAINT, GREY, INK } from './style.ts'
import { label, round, textWidth } from './text.ts'
import { logTicks } from './ticks.ts'

/** Where values stand, and which of them are written on the axis. */
export type Scale = Readonly<{ ticks: readonly number[]; at: (value: number) => number }>

/** How far a logarithmic axis goes on beyond its values, as a factor. */
const BEYOND = 1.3

/** Values evenly spread between the first and the last tick, or between two others. */
export function linear(
  ticks: readonly number[],
  from: number,
  to: number,
  ends: Spread = { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1 },
): Scale {
  const span = ends.high - ends.low || 1
  const inside = ticks.filter((value) => value >= ends.low && value <= ends.high)
  return { ticks: inside, at: (value) => from + ((value - ends.low) / span) * (to - from) }
}

/** Equal factors equally far apart, a little beyond both ends, which are positive. */
export function logarithmic({ low, high }: Spread, from: number, to: number): Scale {
  const [first, last] = [low / BEYOND, high * BEYOND]
  const inLogs = linear([Math.log(first), Math.log(last)], from, to)
  return { ticks: logTicks(first, last), at: (value) => inLogs.at(Math.log(value)) }
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

/** Lines upright at each number, the numbers below, all or every so many as there is room, zero among them. */
export function upright(
  scale: Scale,
  texts: readonly string[],
  top: number,
  bottom: number,
): Fragment[] {
  const zero = Math.max(0, scale.ticks.indexOf(0))
  const widths = texts.map((text) => textWidth(text, SIZE.label) + 12)
  const isShown = (every: number) => (i: number) => (i - zero) % every === 0
  const fits = (every: number) => {
    const shown = scale.ticks.map((_, i) => i).filter(isShown(every))
    return shown.every((i, n) => {
      const last = shown[n - 1]
      if (last === undefined) return true
      const gap = scale.at(scale.ticks[i] ?? 0) - scale.at(scale.ticks[last] ?? 0)
      return gap >= ((widths[i] ?? 0) + (widths[last] ?? 0)) / 2
    })
  }
  let every = 1
  while (!fits(every)) every += 1
  return scale.ticks.map((value, i) => {
    const x = round(scale.at(value))
    const line = `<line x1="${x}" x2="${x}" y1="${round(top)}" y2="${round(bottom)}" stroke="${value === 0 ? GREY : FAINT}"/>`
    if (!isShown(every)(i)) return line
    return line + label(texts[i] ?? '', x, bottom + 26, { size: SIZE.label, anchor: 'middle' })
  })
}
