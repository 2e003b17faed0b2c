import type { Digest } from './digest.ts'
import { decimalOf } from './show-money.ts'

/**
 * The stable JSON of `digest --json`; its keys are documented in docs/cli.md. Money is decimal text in
 * units of the currency, exact, under its name without `Nano`; what is unknown is left out, never 0.
 */
export function digestJson(digest: Digest): Readonly<Record<string, unknown>> {
  return plain(digest) as Readonly<Record<string, unknown>>
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return decimalOf(value)
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => [
      typeof own === 'bigint' ? nameOf(key) : key,
      plain(own),
    ]),
  )
}

/** `totalNano` is `total`, and an amount that is only called `nano` is `cost`. */
function nameOf(key: string): string {
  return key === 'nano' ? 'cost' : key.replace(/Nano$/, '')
}
