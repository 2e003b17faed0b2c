import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AccessEntry, AccessStore } from '../../src/access/ports.ts'
import { NOTHING_SET, type Settings } from '../../src/access/settings.ts'
import { accessStore } from '../../src/storage/access-store.ts'
import type { Db } from '../../src/storage/database.ts'
import type { Open } from './samples.ts'

const SETTINGS: Settings = {
  revision: 1,
  changedBy: 'U1',
  changedAt: 1_780_000_000_000,
  admins: ['U9', 'U1'],
  channels: [
    { id: 'C1', people: [], groups: [] },
    { id: 'C2', people: ['U2'], groups: ['S1'] },
  ],
  anywhere: { people: ['U3'], groups: [] },
  budgets: [
    { period: 'month', amountNano: 9_007_199_254_740_993_123n, currency: 'KRW' },
    { team: "support'; --", period: 'month', amountNano: 1n, currency: 'USD' },
  ],
  alerts: { on: true, channel: 'C1', coolDownHours: 24 },
  asking: {
    limited: true,
    people: ['U5'],
    groups: ['S2'],
    channels: ['C3'],
    guests: false,
    companies: true,
  },
  recorders: 'analysts',
  defaults: { currency: 'KRW', region: 'KOR', discount: 0.125, language: 'ko', staff: 99.5 },
}

const entry = (over: Partial<AccessEntry> = {}): AccessEntry => ({
  tenant: 'A',
  id: 'a1',
  at: 1000,
  person: 'U1',
  channel: 'C1',
  kind: 'preview',
  allowed: true,
  reason: '',
  detail: '',
  ...over,
})

/** What an AccessStore must do. */
export function accessStoreContract(open: Open): void {
  describe('settings and the access log', () => {
    let db: Db
    let store: AccessStore
    beforeAll(async () => {
      db = await open()
      store = accessStore(db)
    })
    afterAll(() => db.destroy())
    beforeEach(async () => {
      for (const table of ['settings', 'role', 'budget', 'access_log'] as const)
        await db.deleteFrom(table).execute()
    })

    it('are empty until something is set', async () => {
      expect(await store.settings('A')).toEqual(NOTHING_SET)
      expect(await store.entries(10)).toEqual([])
    })
    it('come back as they were saved, to the nano-unit and in order', async () => {
      expect(await store.save('A', SETTINGS, 0)).toBe(true)
      expect(await store.settings('A')).toEqual(SETTINGS)
    })
    it('are replaced whole: what is left out is gone', async () => {
      await store.save('A', SETTINGS, 0)
      const next = { ...NOTHING_SET, revision: 2, admins: ['U1'] }
      expect(await store.save('A', next, 1)).toBe(true)
      expect(await store.settings('A')).toEqual(next)
    })
    it.each([0, 2])(
      'seen at revision %i, which is not the one kept, stay as they are',
      async (seen) => {
        await store.save('A', SETTINGS, 0)
        expect(await store.save('A', { ...NOTHING_SET, admins: ['U666'] }, seen)).toBe(false)
        expect(await store.settings('A')).toEqual(SETTINGS)
      },
    )
    it.each([0, 1])(
      'changed by ten at once from revision %i are changed by one of them',
      async (seen) => {
        if (seen === 1) await store.save('A', SETTINGS, 0)
        const tries = await Promise.all(
          Array.from({ length: 10 }, (_, i) =>
            store.save('A', { ...SETTINGS, revision: seen + 1, admins: [`U${i}`] }, seen),
          ),
        )
        expect(tries.filter(Boolean)).toHaveLength(1)
        expect(await store.settings('A')).toMatchObject({
          revision: seen + 1,
          admins: [`U${tries.indexOf(true)}`],
        })
      },
    )
    it('belong to one tenant', async () => {
      await store.save('A', SETTINGS, 0)
      expect(await store.settings('B')).toEqual(NOTHING_SET)
      await store.save('B', { ...NOTHING_SET, revision: 1 }, 0)
      expect(await store.settings('A')).toEqual(SETTINGS)
    })
    it('list who asked, newest first, of one tenant or of all', async () => {
      const denied = entry({ id: 'a2', at: 2000, allowed: false, reason: 'guest', person: 'U7' })
      const elsewhere = entry({ tenant: 'B', at: 1500 })
      for (const e of [entry(), denied, elsewhere]) await store.log(e)
      expect(await store.entries(10)).toEqual([denied, elsewhere, entry()])
      expect(await store.entries(1, 'A')).toEqual([denied])
      expect(await store.entries(10, 'B')).toEqual([elsewhere])
      const kept = entry({ id: 'a3', kind: 'retention', detail: 'accessLog 30', at: 1 })
      await store.log(kept)
      expect(await store.entries(10, 'A', 'retention')).toEqual([kept])
      expect(await store.entries(10, 'B', 'retention')).toEqual([])
    })
    it('forget the oldest of every tenant, some at a time', async () => {
      for (const at of [1, 2, 3]) await store.log(entry({ id: `a${at}`, at }))
      await store.log(entry({ tenant: 'B', at: 2 }))
      expect(await store.forgetBefore(3, 2)).toBe(2)
      expect(await store.forgetBefore(3, 2)).toBe(1)
      expect(await store.forgetBefore(3, 2)).toBe(0)
      expect((await store.entries(10)).map((e) => e.id)).toEqual(['a3'])
    })
    it('of before there were roles for asking are read as if everybody may ask', async () => {
      const content_json = JSON.stringify({
        channels: [],
        anywhere: { people: [], groups: [] },
        alerts: NOTHING_SET.alerts,
      })
      const row = { tenant_id: 'A', revision: 1, changed_by: null, changed_at: null, content_json }
      await db.insertInto('settings').values(row).execute()
      expect(await store.settings('A')).toEqual({ ...NOTHING_SET, revision: 1 })
    })
  })
}
