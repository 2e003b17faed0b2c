import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ChargeStore, SAMPLE_SOURCE } from '../../src/ingest/ports.ts'
import { isoDay } from '../../src/spend/calendar.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import type { Db } from '../../src/storage/database.ts'
import { charge, type Open, reading } from './samples.ts'

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
    beforeEach(async () => {
      for (const table of ['charge', 'charge_week', 'charge_day_known', 'spend_source'] as const)
        await db.deleteFrom(table).execute()
    })
    const put = (tenant: string, source: string, list: readonly Charge[]) =>
      charges.replace(tenant, source, reading(list.map((c) => ({ ...c, source }))), 5)
    const all = (tenant: string) => charges.charges(tenant, '2026-01-01', '2026-12-31')

    it('keep money exact beyond what a double can hold, credits and unknowns too', async () => {
      const big = charge({ nano: 9_007_199_254_740_993_123n })
      const credit = charge({ model: 'credit', nano: -9_007_199_254_740_993n })
      const { team: _team, model: _model, ...flat } = charge({ provider: 'google', tokens: {} })
      await put('A', 'csv', [big, credit, flat])
      const found = await all('A')
      expect(found).toHaveLength(3)
      expect(found).toEqual(expect.arrayContaining([big, credit, flat]))
    })
    it('are the same after the same import twice', async () => {
      const file = [charge(), charge({ day: '2026-11-17' }), charge({ currency: 'EUR' })]
      expect(await put('A', 'csv', file)).toBe(0)
      const once = await all('A')
      expect(await put('A', 'csv', file)).toBe(file.length)
      expect(await all('A')).toEqual(once)
      expect(once).toHaveLength(3)
    })
    it('are replaced only on the days, at the providers and from the source that an import covers', async () => {
      const [otherDay, otherProvider] = [
        charge({ day: '2026-11-17' }),
        charge({ provider: 'google' }),
      ]
      await put('A', 'csv', [charge(), otherDay, otherProvider])
      await put('A', 'bill', [charge({ nano: 5n })])
      await put('A', 'csv', [charge({ model: 'gpt-6-astra', nano: 7n })])
      expect((await all('A')).map((c) => [c.day, c.provider, c.model, c.effectiveNano])).toEqual([
        ['2026-11-16', 'google', 'gpt-6-luna', 1_000_000_000n],
        ['2026-11-16', 'openai', 'gpt-6-astra', 7n],
        ['2026-11-16', 'openai', 'gpt-6-luna', 5n],
        ['2026-11-17', 'openai', 'gpt-6-luna', 1_000_000_000n],
      ])
    })
    it('keep every column, and what is not stated stays unknown', async () => {
      const full = charge({
        period: '2026-11-01',
        meter: 'other',
        category: 'credit',
        correction: true,
        unused: true,
        project: 'p',
        workload: 'triage',
        region: 'ap-northeast-2',
        tier: 'batch',
        tokens: { input: 1, cacheRead: 2, cacheWrite: 3, output: 4 },
        requests: 5,
        failedRequests: 0,
        quantity: 1.5,
        unit: 'Hours',
        billedNano: -7n,
        listNano: 8n,
      })
      const two = [full, charge({ model: 'bare', tokens: {} })]
      await put('A', 'csv', two)
      expect(await all('A')).toEqual(expect.arrayContaining(two))
    })
    it('are all replaced or not at all', async () => {
      await put('A', 'csv', [charge()])
      const broken = [
        charge({ nano: 7n }),
        charge({ requests: 'many' as never, model: null as never }),
      ]
      await expect(
        put('A', 'csv', [...broken, { ...charge(), day: null as never }]),
      ).rejects.toThrow()
      expect(await all('A')).toEqual([charge()])
    })
    it('give way inside the window of their provider and billing period alone', async () => {
      const may = charge({ day: '2026-05-01', period: '2026-05-01', nano: 10n })
      const late = charge({ day: '2026-05-01', period: '2026-06-01', nano: 3n, correction: true })
      await put('A', 'focus', [may])
      const ledger = (amount: bigint) => ({
        charges: [{ ...late, effectiveNano: amount }],
        windows: [
          { from: '2026-05-01', to: '2026-06-30', provider: 'openai', period: '2026-06-01' },
        ],
        days: [],
      })
      expect(await charges.replace('A', 'focus', ledger(3n), 5)).toBe(0)
      expect(await charges.replace('A', 'focus', ledger(4n), 5)).toBe(1)
      const found = await all('A')
      expect(found.map((c) => c.effectiveNano).sort()).toEqual([10n, 4n])
    })
    it('are summed by week, and the sums follow every replacement', async () => {
      const { team: _team, ...nobody } = charge({ day: '2026-11-22', nano: 5n })
      await put('A', 'csv', [charge({ nano: 2n }), charge({ day: '2026-11-17', nano: 3n }), nobody])
      const sums = async () =>
        (await charges.weeks('A', '2026-W40', '2026-W53')).map((w) => [
          w.week,
          w.team,
          w.effectiveNano,
        ])
      expect(await sums()).toEqual([
        ['2026-W47', undefined, 5n],
        ['2026-W47', 'support', 5n],
      ])
      await charges.replace(
        'A',
        'csv',
        { charges: [], windows: [{ from: '2026-11-17', to: '2026-11-30' }], days: [] },
        6,
      )
      expect(await sums()).toEqual([['2026-W47', 'support', 2n]])
      expect(await charges.weeks('B', '2026-W40', '2026-W53')).toEqual([])
    })
    it('say which days are known, those without any charge too', async () => {
      const days = [
        { day: '2026-11-16', settled: true },
        { day: '2026-11-17', settled: false },
      ]
      const window = { from: '2026-11-16', to: '2026-11-17' }
      await charges.replace('A', 'openai', { charges: [], windows: [window], days }, 5)
      await charges.replace('A', 'csv', reading([charge()]), 5)
      expect(await charges.knownDays('A', '2026-11-01', '2026-11-30')).toEqual([
        { source: 'csv', day: '2026-11-16', settled: true },
        { source: 'openai', day: '2026-11-16', settled: true },
        { source: 'openai', day: '2026-11-17', settled: false },
      ])
      const settled = [{ day: '2026-11-17', settled: true }]
      await charges.replace('A', 'openai', { charges: [], windows: [window], days: settled }, 6)
      const [last] = (await charges.knownDays('A', '2026-11-17', '2026-11-17')).slice(-1)
      expect(last?.settled).toBe(true)
    })
    it('of ten thousand lines are stored and found again', async () => {
      const many = Array.from({ length: 10_000 }, (_, i) =>
        charge({ model: `m${i % 20}`, day: isoDay(20_400 + (i % 500)) }),
      )
      await put('A', 'csv', many)
      expect(await charges.charges('A', '2020-01-01', '2030-01-01')).toHaveLength(10_000)
    })
    it('keep the state of each source', async () => {
      expect(await charges.sources('A')).toEqual([])
      await charges.setSource('A', {
        source: 'openai',
        triedAt: 7,
        problem: { en: 'The key has expired.', ko: '키가 만료되었습니다.' },
      })
      const good = { source: 'openai', settledThrough: '2026-11-20', triedAt: 8, readAt: 8 }
      await charges.setSource('A', good)
      expect(await charges.sources('A')).toEqual([good])
      expect(await charges.sources('B')).toEqual([])
    })
    it('that were made up as a sample give way to the first real import, in their tenant alone', async () => {
      const sample = [charge(), charge({ day: '2026-11-20' })].map((c) => ({
        ...c,
        source: SAMPLE_SOURCE,
      }))
      await put('A', SAMPLE_SOURCE, sample)
      await put('B', SAMPLE_SOURCE, sample)
      await put('A', 'csv', [])
      expect(await all('A')).toEqual(sample)
      await put('A', 'csv', [charge({ day: '2026-11-21' })])
      expect((await all('A')).map((c) => c.day)).toEqual(['2026-11-21'])
      expect(await all('B')).toEqual(sample)
    })
    it('are found by day, both ends included, in more rows than one statement carries', async () => {
      const many = Array.from({ length: 130 }, (_, i) =>
        charge({ model: `m${i}`, day: i < 65 ? '2026-11-16' : '2026-11-18' }),
      )
      await put('A', 'csv', many)
      expect(await charges.charges('A', '2026-11-16', '2026-11-17')).toHaveLength(65)
      expect(await charges.charges('A', '2026-11-16', '2026-11-18')).toHaveLength(130)
      expect(await charges.coveredDays('A')).toEqual({ from: '2026-11-16', to: '2026-11-18' })
    })
    it('belong to one tenant, in each method', async () => {
      await put('A', 'csv', [charge()])
      await put('B', 'csv', [charge({ nano: 3n })])
      expect((await all('A')).map((c) => c.effectiveNano)).toEqual([1_000_000_000n])
      expect((await all('B')).map((c) => c.effectiveNano)).toEqual([3n])
      expect(await all('C')).toEqual([])
      expect(await charges.coveredDays('C')).toBeUndefined()
    })
  })
}
