import type { CurvePoint } from '../../engine/scaling/learning-curve.ts'
import { parseNumber } from '../../sizing/parse-quantity.ts'

/** A number of examples and the score measured with them, as they stand in a question. */
export type Measured = Readonly<{ n: number; score: number; isPercent: boolean }>

type Written = Readonly<{ value: number; isPercent: boolean }>

const NUMBER =
  /(\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?(k|m|thousand|million|천|만|억)(?![a-z]))?(\s?(?:%|percent\b|퍼센트))?/gi

/**
 * Finds pairs in a text. They must be written there as pairs: each score the same number of figures
 * behind its size, side by side ("500: 70%") or as two lists in the same order.
 * @returns undefined where a number is missing or the pairs are mixed up
 */
export function measuredIn(
  points: readonly Readonly<{ n: number; score: number }>[],
  text: string,
): readonly Measured[] | undefined {
  const written = numbersIn(text)
  const offsets = written.flatMap((_, i) => [i, -i]).filter((offset) => offset !== 0)
  return offsets
    .map((offset) => points.flatMap(({ n, score }) => pairAt(written, n, score, offset) ?? []))
    .find((found) => found.length === points.length)
}

function pairAt(
  written: readonly Written[],
  n: number,
  score: number,
  offset: number,
): Measured | undefined {
  const at = written.findIndex(
    ({ value, isPercent }, i) => value === n && !isPercent && written[i + offset]?.value === score,
  )
  return at < 0 ? undefined : { n, score, isPercent: written[at + offset]?.isPercent ?? false }
}

function numbersIn(text: string): Written[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 1: digits = '', 2: scale = '', 3: percent }) => {
    const value = parseNumber(`${digits}${scale}`)
    return value === undefined ? [] : [{ value, isPercent: percent !== undefined }]
  })
}

/**
 * Scores as errors in percent: shares and percentages, of what is right where they rise with more
 * examples, else of what is wrong. Undefined for anything else, such as a loss.
 */
export function asErrors(measured: readonly Measured[]): readonly CurvePoint[] | undefined {
  const bySize = [...measured].sort((a, b) => a.n - b.n)
  const [first, last] = [bySize[0], bySize.at(-1)]
  if (!first || !last || first.score === last.score) return undefined
  const rises = last.score > first.score
  const isShare = measured.every((m) => m.score <= 1 && !m.isPercent)
  const isPercent =
    measured.every((m) => m.score <= 100) && (rises || measured.some((m) => m.isPercent))
  if (!isShare && !isPercent) return undefined
  return bySize.map(({ n, score }) => {
    const percent = isShare ? score * 100 : score
    return { size: n, error: Number((rises ? 100 - percent : percent).toPrecision(12)) }
  })
}
