import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/storage/database.ts'
import { seenStore } from '../../src/storage/seen-store.ts'
import type { Open } from './samples.ts'

/** What a SeenStore must do. */
export function seenStoreContract(open: Open): void {
  describe('events seen', () => {
    let db: Db
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.destroy())

    it('are new to exactly one of those who ask at the same time, in each tenant', async () => {
      const seen = seenStore(db)
      const asked = await Promise.all(
        ['A', 'A', 'A', 'B', 'B'].map(async (tenant) => ({
          tenant,
          first: await seen.firstTime(tenant, 'e1', 5),
        })),
      )
      const first = asked.filter((a) => a.first).map((a) => a.tenant)
      expect(first.sort()).toEqual(['A', 'B'])
    })
    it('are new again only when they were forgotten', async () => {
      const seen = seenStore(db)
      expect(await seen.firstTime('A', 'old', 10)).toBe(true)
      expect(await seen.firstTime('A', 'young', 20)).toBe(true)
      await seen.forgetBefore(20)
      expect(await seen.firstTime('A', 'old', 30)).toBe(true)
      expect(await seen.firstTime('A', 'young', 30)).toBe(false)
    })
  })
}
