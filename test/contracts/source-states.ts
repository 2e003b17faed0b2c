import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChargeStore } from '../../src/ingest/ports.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import type { Db } from '../../src/storage/database.ts'
import type { Open } from './samples.ts'

/** How a store lets one of several readers read a source. */
export function sourceStatesContract(open: Open): void {
  describe('a source of charges', () => {
    let db: Db
    let charges: ChargeStore
    beforeAll(async () => {
      db = await open()
      charges = chargeStore(db)
    })
    afterAll(() => db.destroy())
    beforeEach(async () => {
      await db.deleteFrom('spend_source').execute()
    })
    const claim = (owner: string, over: { seenTriedAt?: number; now?: number } = {}) =>
      charges.claimSource('A', { source: 'openai', owner, now: 100, leaseUntil: 200, ...over })

    it('is taken by one of many who want it at once', async () => {
      const taken = await Promise.all(Array.from({ length: 8 }, (_, i) => claim(`replica-${i}`)))
      expect(taken.filter(Boolean)).toHaveLength(1)
    })
    it('is taken again when the lease has run out, and not before', async () => {
      await claim('one')
      expect(await claim('two', { now: 199 })).toBe(false)
      expect(await claim('two', { now: 200 })).toBe(true)
    })
    it('is free again once its state is kept, for those who have seen that state', async () => {
      await claim('one')
      const state = {
        source: 'openai',
        triedAt: 150,
        problem: { en: 'No answer.', ko: '응답이 없습니다.' },
      }
      await charges.setSource('A', state)
      expect(await claim('two', { now: 160 })).toBe(false)
      expect(await claim('two', { now: 160, seenTriedAt: 150 })).toBe(true)
      expect(await charges.sources('A')).toEqual([state])
    })
    it('belongs to one tenant', async () => {
      await claim('one')
      const other = { source: 'openai', owner: 'two', now: 100, leaseUntil: 200 }
      expect(await charges.claimSource('B', other)).toBe(true)
    })
  })
}
