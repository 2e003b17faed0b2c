import type { Range } from '../range.ts'
import { scale } from '../range.ts'

/** Dollars in another currency, at so many units of it for a dollar. */
export function exchanged(usd: Range, unitsPerUsd: number): Range {
  return scale(usd, unitsPerUsd)
}
