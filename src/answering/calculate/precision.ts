import { BYTES_PER_PARAMETER } from '../../engine/serving/weights.ts'
import type { QuantityRead } from './quantities.ts'

const NAMES: readonly (readonly [RegExp, keyof typeof BYTES_PER_PARAMETER])[] = [
  [/\b(?:bf16|fp16|half precision|16[- ]?bits?)\b|16 ?비트/i, 'bf16'],
  [/\b(?:fp8|8[- ]?bits?)\b|8 ?비트/i, 'fp8'],
  [/\bint8\b/i, 'int8'],
  [/\b(?:int4|q4|4[- ]?bits?)\b|4 ?비트/i, 'int4'],
  [/\bnvfp4\b/i, 'nvfp4'],
  [/\bmxfp4\b/i, 'mxfp4'],
]

/** Takes number formats out of a text and gives them as bytes a parameter. */
export function readPrecisions(text: string): Readonly<{ text: string; found: QuantityRead[] }> {
  let left = text
  const found: QuantityRead[] = []
  for (const [words, name] of NAMES) {
    const match = words.exec(left)
    if (!match) continue
    const [start, end] = [match.index, match.index + match[0].length]
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end)
    found.push({
      what: 'precision',
      value: BYTES_PER_PARAMETER[name],
      words: match[0],
      before: text.slice(Math.max(0, start - 12), start),
      after: text.slice(end, end + 12),
      start,
      end,
    })
  }
  return { text: left, found }
}
