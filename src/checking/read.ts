import type { Arguments } from '../engine/formula.ts'

/** A row as a question, before its printed figures are put to it. */
export type Asked = Readonly<{
  formula: string
  arguments: Arguments
  /** Results in the order in which the row prints its figures. */
  results: readonly string[]
  /** What a printed figure must be multiplied by to be in the formula's unit. */
  scale?: number
}>

/** The numbers that a pattern finds in a text, or undefined where it does not fit. */
export function read(pattern: RegExp, text: string): readonly number[] | undefined {
  return pattern.exec(text)?.slice(1).map(Number)
}
