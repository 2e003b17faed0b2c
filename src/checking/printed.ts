import { decimalsOf } from './inputs.ts'
import type { Tolerance } from './table.ts'

/** A printed figure in a formula's own unit, and how far from it a result may be. */
export type Printed = Readonly<{ value: number; tolerance: Tolerance }>

/**
 * Reads a figure with a printed tolerance: `0.5%` of it, `exact` to its digits, or a plain number in
 * its own unit. Undefined for a rule of thumb, which states no figure to be computed.
 * @param scale the formula's unit over the printed one, e.g. 1e9 for billions
 */
export function printedFigure(figure: string, tolerance: string, scale = 1): Printed | undefined {
  const value = Number(figure) * scale
  if (tolerance === 'exact')
    return { value, tolerance: { decimals: decimalsOf(figure) - Math.log10(scale) } }
  const allowed = tolerance.endsWith('%')
    ? Number(tolerance.slice(0, -1)) / 100
    : Number(tolerance) / Math.abs(Number(figure))
  return Number.isFinite(allowed) ? { value, tolerance: { relative: allowed } } : undefined
}

/** The numbers that a pattern's groups catch, or undefined where the pattern is not found. */
export function numbersIn(text: string, pattern: RegExp): readonly number[] | undefined {
  return pattern.exec(text)?.slice(1).map(Number)
}
