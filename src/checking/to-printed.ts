import type { Arguments } from '../engine/formula.ts'
import { decimalsOf } from './inputs.ts'
import type { Case, Row } from './table.ts'

/** One case a figure, each to its own printed digits. */
export function toPrinted(
  row: string,
  { source_url = '' }: Row,
  formula: string,
  given: Arguments,
  printed: Readonly<Record<string, string | undefined>>,
): Case[] {
  return Object.entries(printed).flatMap(([key, text]) =>
    text === undefined || text.trim() === ''
      ? []
      : [
          {
            row: `${row}: ${key}`,
            formula,
            arguments: given,
            expected: { [key]: Number(text) },
            tolerance: { decimals: decimalsOf(text) },
            source: source_url,
          },
        ],
  )
}
