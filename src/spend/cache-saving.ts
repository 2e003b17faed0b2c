import type { Charge } from './charge.ts'
import { costAt, type RatesOf } from './rates.ts'
import { divideNano, groupBy } from './sums.ts'

/** What reading from caches saved less what writing to them cost extra; negative when caching cost more. */
export type CacheSaving = Readonly<{
  nano: bigint
  readTokens: number
  writeTokens: number
  /** Cached tokens whose price without a cache is not known; not in `nano`. */
  unknownTokens: number
}>

/**
 * Saving of caches: read tokens x (input price - read price) - written tokens x (write price - input
 * price), which is what the cached tokens would have cost as plain input less what they did cost. The
 * input price is the bill's own where input has lines of its own, else the list price. Undefined when
 * no line says anything about a cache.
 * Source: FOCUS examples; storage-spend.md, section 5. Example: 8M read at 0.30 and 2M written at 3.75
 * per million, input 3.00: 8 x 2.70 - 2 x 0.75 = 20.10.
 */
export function cacheSavingOf(usage: readonly Charge[], ratesOf: RatesOf): CacheSaving | undefined {
  let [nano, readTokens, writeTokens, unknownTokens] = [0n, 0, 0, 0]
  for (const lines of groupBy(usage, skuOf).values()) {
    const input = lines.filter((c) => c.meter === 'input' && c.tokens.input !== undefined)
    const inputTokens = BigInt(input.reduce((sum, c) => sum + (c.tokens.input ?? 0), 0))
    const inputNano = input.reduce((sum, c) => sum + c.effectiveNano, 0n)
    for (const c of lines) {
      const { cacheRead: read = 0, cacheWrite: write = 0 } = c.tokens
      if (read + write === 0 || c.meter === 'input' || c.meter === 'output') continue
      readTokens += read
      writeTokens += write
      const rates = ratesOf(c.provider, c.model ?? '', c.day, c.currency)
      if (c.meter === 'tokens') {
        if (rates) nano += listSaving(read, write, rates)
        else unknownTokens += read + write
        continue
      }
      const tokens = BigInt(read + write)
      if (inputTokens > 0n) nano += divideNano(tokens * inputNano, inputTokens) - c.effectiveNano
      else if (rates) nano += costAt(read + write, rates.input) - c.effectiveNano
      else unknownTokens += read + write
    }
  }
  return readTokens + writeTokens === 0
    ? undefined
    : { nano, readTokens, writeTokens, unknownTokens }
}

function listSaving(
  read: number,
  write: number,
  {
    input,
    cacheRead = input,
    cacheWrite = input,
  }: Readonly<{ input: bigint; cacheRead?: bigint; cacheWrite?: bigint }>,
): bigint {
  return costAt(read, input - cacheRead) - costAt(write, cacheWrite - input)
}

function skuOf({ provider, model, tier, day }: Charge): string {
  return `${provider}\n${model ?? ''}\n${tier ?? ''}\n${day}`
}
