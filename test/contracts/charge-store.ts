import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ChargeStore, SAMPLE_SOURCE } from '../../src/digest/ports.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import type { Db } from '../../src/storage/database.ts'
import { charge, type Open } from './samples.ts'

/** What a ChargeStore must do. */
export function chargeStoreContract(open: Open): void {
  describe('charges', () => {
    let db: Db
    let charges: ChargeStore
    beforeAll(async () => {
      db = await open()
      charges = chargeStore(db)
    })
    afterAll(() => db.destroy())
    beforeEach(() => db.deleteFrom('charge').execute())
    const all = (tenant: string) => charges.charges(tenant, '2026-01-01', '2026-12-31')

    it('keep money exact beyond what a double can hold, credits and unknowns too', async () => {
      const big = charge({ costNano: 9_007_199_254_740_993_123n })
      const credit = charge({ model: 'credit', costNano: -9_007_199_254_740_993n })
      const {
        team: _team,
        inputTokens: _in,
        outputTokens: _out,
        cachedTokens: _c,
        ...flat
      } = charge({ provider: 'google' })
      await charges.replaceDays('A', 'csv', [big, credit, flat])
      const found = await all('A')
      expect(found).toHaveLength(3)
      expect(found).toEqual(expect.arrayContaining([big, credit, flat]))
    })
    it('are the same after the same import twice', async () => {
      const file = [charge(), charge({ day: '2026-11-17' }), charge({ currency: 'EUR' })]
      expect(await charges.replaceDays('A', 'csv', file)).toBe(0)
      const once = await all('A')
      expect(await charges.replaceDays('A', 'csv', file)).toBe(file.length)
      expect(await all('A')).toEqual(once)
      expect(once).toHaveLength(3)
    })
    it('are replaced only on the days, at the providers and from the source that an import covers', async () => {
      const [otherDay, otherProvider] = [
        charge({ day: '2026-11-17' }),
        charge({ provider: 'google' }),
      ]
      await charges.replaceDays('A', 'csv', [charge(), otherDay, otherProvider])
      await charges.replaceDays('A', 'bill', [charge({ costNano: 5n })])
      await charges.replaceDays('A', 'csv', [charge({ model: 'gpt-6-astra', costNano: 7n })])
      expect((await all('A')).map((c) => [c.day, c.provider, c.model, c.costNano])).toEqual([
        ['2026-11-16', 'google', 'gpt-6-luna', 1_000_000_000n],
        ['2026-11-16', 'openai', 'gpt-6-astra', 7n],
        ['2026-11-16', 'openai', 'gpt-6-luna', 5n],
        ['2026-11-17', 'openai', 'gpt-6-luna', 1_000_000_000n],
      ])
    })
    it('are all replaced or not at all', async () => {
      await charges.replaceDays('A', 'csv', [charge()])
      const twice = [charge({ costNano: 7n }), charge({ costNano: 8n })]
      await expect(charges.replaceDays('A', 'csv', twice)).rejects.toThrow()
      expect(await all('A')).toEqual([charge()])
    })
    it('that were made up as a sample give way to the first real import, in their tenant alone', async () => {
      const sample = [charge(), charge({ day: '2026-11-20' })]
      await charges.replaceDays('A', SAMPLE_SOURCE, sample)
      await charges.replaceDays('B', SAMPLE_SOURCE, sample)
      await charges.replaceDays('A', 'csv', [])
      expect(await all('A')).toEqual(sample)
      await charges.replaceDays('A', 'csv', [charge({ day: '2026-11-21' })])
      expect((await all('A')).map((c) => c.day)).toEqual(['2026-11-21'])
      expect(await all('B')).toEqual(sample)
    })
    it('are found by day, both ends included, in more rows than one statement carries', async () => {
      const many = Array.from({ length: 130 }, (_, i) =>
        charge({ model: `m${i}`, day: i < 65 ? '2026-11-16' : '2026-11-18' }),
      )
      await charges.replaceDays('A', 'csv', many)
      expect(await charges.charges('A', '2026-11-16', '2026-11-17')).toHaveLength(65)
      expect(await charges.charges('A', '2026-11-16', '2026-11-18')).toHaveLength(130)
      expect(await charges.coveredDays('A')).toEqual({ from: '2026-11-16', to: '2026-11-18' })
    })
    it('belong to one tenant, in each method', async () => {
      await charges.replaceDays('A', 'csv', [charge()])
      await charges.replaceDays('B', 'csv', [charge({ costNano: 3n })])
      expect((await all('A')).map((c) => c.costNano)).toEqual([1_000_000_000n])
      expect((await all('B')).map((c) => c.costNano)).toEqual([3n])
      expect(await all('C')).toEqual([])
      expect(await charges.coveredDays('C')).toBeUndefined()
    })
  })
}
