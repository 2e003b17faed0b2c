import type { PriceRow } from './types.ts'

/**
 * Prices of a company's own folder after the shipped ones: where a shipped price is open-ended, a later one of
 * the same model at the same provider ends it on its first instant, so that a change of price can be loaded
 * without touching shipped files. A row that starts no later is left as it is and shows as an overlap.
 */
export function succeed(shipped: readonly PriceRow[], own: readonly PriceRow[]): PriceRow[] {
  const ended = shipped.map((row) => {
    const [next] = own
      .filter((o) => o.provider === row.provider && o.model === row.model)
      .map((o) => o.from)
      .filter((from) => Date.parse(from) > Date.parse(row.from))
      .sort((a, b) => Date.parse(a) - Date.parse(b))
    return row.to === undefined && next !== undefined ? { ...row, to: next } : row
  })
  return [...ended, ...own]
}
