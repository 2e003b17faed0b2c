import { z } from 'zod'
import { toNano } from './decimal.ts'

/** A number of a JSON text as it was written, so that money never passes through a float. */
export class JsonNumber {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const STRING_OR_NUMBER =
  /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const MARK = '\u0000'

/**
 * JSON.parse with every number as a `JsonNumber`. A reviver that sees the source text would do, but
 * Node 20 has none, so numbers are marked as texts that begin with NUL before they are parsed.
 * Throws a SyntaxError for text that is no whole JSON.
 */
export function parseExact(text: string): unknown {
  const marked = text.replace(STRING_OR_NUMBER, (found) =>
    found.startsWith('"') ? found : `"\\u0000${found}"`,
  )
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(MARK) ? new JsonNumber(value.slice(1)) : value,
  )
}

/** What a field has to hold; each is said to the person in both languages. */
export type Expected = 'count' | 'quantity' | 'amount' | 'decimal text' | 'day' | 'currency'

function field<T>(expected: Expected, read: (value: unknown) => T | undefined) {
  return z.unknown().transform((value, ctx): T => {
    const found = read(value)
    if (found !== undefined) return found
    ctx.addIssue(expected)
    return z.NEVER
  })
}

/** A whole number of at least 0 that a double holds exactly. */
export const count = field('count', (value) => {
  if (!(value instanceof JsonNumber) || !/^\d+(\.0+)?$/.test(value.text)) return undefined
  const number = Number(value.text)
  return Number.isSafeInteger(number) ? number : undefined
})

/** Any number, as a double. */
export const quantity = field('quantity', (value) =>
  value instanceof JsonNumber ? Number(value.text) : undefined,
)

/** Money as a number or as decimal text, kept as text. */
export const amount = field('amount', (value) =>
  decimal(value instanceof JsonNumber ? value.text : value),
)

/** Money as decimal text only. */
export const decimalText = field('decimal text', decimal)

/** The UTC day that a Unix time in seconds begins; other times of day are refused. */
export const unixDay = field('day', (value) => {
  const day = value instanceof JsonNumber ? Number(value.text) / 86_400 : Number.NaN
  return Number.isInteger(day) ? new Date(day * 86_400_000).toISOString().slice(0, 10) : undefined
})

/** The UTC day of an ISO date, alone or as the first moment of the day. */
export const isoDate = field('day', (value) =>
  typeof value === 'string'
    ? /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00:00(?:\.0+)?(?:Z|\+00:00)?)?$/.exec(value)?.[1]
    : undefined,
)

/** An ISO 4217 code in any letter case, as capitals. */
export const currency = field('currency', (value) =>
  typeof value === 'string' && /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : undefined,
)

function decimal(value: unknown): string | undefined {
  return typeof value === 'string' && toNano(value) !== undefined ? value : undefined
}
