import { createHash } from 'node:crypto'
import type { Row } from './tables.ts'

/**
 * What rows add up to, whatever their order: how many, the amounts by column and currency in nano-units
 * as text, and the sum of the rows' hashes. Two sets of rows with the same sums are the same.
 */
export type Tally = Readonly<{
  rows: number
  amounts: Readonly<Record<string, string>>
  hash: string
}>

const AMOUNT = /(^|_)nano$/
const HASH_BITS = 64

/** Adds rows up as they come. */
export function startTally({ columns }: Readonly<{ columns: readonly string[] }>) {
  const currency = columns.indexOf('currency')
  const money = columns.flatMap((name, at) => (AMOUNT.test(name) ? [{ name, at }] : []))
  const amounts = new Map<string, bigint>()
  let [count, hash] = [0, 0n]
  return {
    add: (rows: readonly Row[]): void => {
      count += rows.length
      for (const row of rows) {
        const digest = createHash('sha256').update(JSON.stringify(row)).digest()
        hash = BigInt.asUintN(HASH_BITS, hash + digest.readBigUInt64BE())
        for (const { name, at } of money) {
          const amount = row[at] ?? null
          if (amount === null) continue
          const key = currency < 0 ? name : `${name} ${row[currency]}`
          amounts.set(key, (amounts.get(key) ?? 0n) + BigInt(amount))
        }
      }
    },
    sums: (): Tally => ({
      rows: count,
      amounts: Object.fromEntries(
        [...amounts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, sum]) => [key, String(sum)]),
      ),
      hash: hash.toString(16).padStart(HASH_BITS / 4, '0'),
    }),
  }
}
