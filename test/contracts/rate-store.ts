import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createRates } from '../../src/access/rate.ts'
import type { Db } from '../../src/storage/database.ts'
import { rateStore } from '../../src/storage/rate-store.ts'
import type { Open } from './samples.ts'

/** What a RateStore must do. */
export function rateStoreContract(open: Open): void {
  describe('how fast people ask', () => {
    let db: Db
    let store: ReturnType<typeof rateStore>
    const who = { tenant: 'A', person: 'U1' }
    const used = { fullAt: 9_007_199_254_740, toldAt: 5 }
    beforeAll(async () => {
      db = await open()
      store = rateStore(db)
    })
    afterAll(() => db.destroy())
    beforeEach(() => db.deleteFrom('rate').execute())

    it('is kept by tenant and person, and replaced only as it was read', async () => {
      expect(await store.used('A', 'U1')).toBeUndefined()
      expect(await store.replace(who, undefined, used)).toBe(true)
      expect(await store.replace(who, undefined, { fullAt: 1, toldAt: 1 })).toBe(false)
      expect(await store.replace(who, { ...used, toldAt: 6 }, { fullAt: 1, toldAt: 1 })).toBe(false)
      expect(await store.used('A', 'U1')).toEqual(used)
      expect(await store.used('B', 'U1')).toBeUndefined()
      expect(await store.used('A', 'U2')).toBeUndefined()
      expect(await store.replace(who, used, { fullAt: 2, toldAt: 1 })).toBe(true)
      expect(await store.used('A', 'U1')).toEqual({ fullAt: 2, toldAt: 1 })
    })
    it('is forgotten once it is whole again and nobody was told lately', async () => {
      await store.replace(who, undefined, { fullAt: 10, toldAt: 30 })
      await store.replace({ tenant: 'B', person: '' }, undefined, { fullAt: 10, toldAt: 0 })
      expect(await store.forgetBefore(20)).toBe(1)
      expect(await store.used('A', 'U1')).toBeDefined()
      expect(await store.used('B', '')).toBeUndefined()
    })
    it('lets no more in than a minute takes when two replicas ask one after the other', async () => {
      const replica = () =>
        createRates(store, { allowance: { person: 3, workspace: 0 }, now: () => 1000 })
      const [one, other] = [replica(), replica()]
      const outcomes = []
      for (let i = 0; i < 5; i += 1) outcomes.push(await (i % 2 ? one : other).enter('A', 'U1'))
      expect(outcomes.filter((o) => o === 'in')).toHaveLength(3)
    })
  })
}
