import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DecisionStore, Notice } from '../../src/decisions/ports.ts'
import type { Db } from '../../src/storage/database.ts'
import { decisionStore } from '../../src/storage/decision-store.ts'
import { decision, MINUTE, MONDAY, type Open } from './samples.ts'

/** What a DecisionStore must do. */
export function decisionStoreContract(open: Open): void {
  describe('decisions', () => {
    let db: Db
    let store: DecisionStore
    beforeAll(async () => {
      db = await open()
      store = decisionStore(db)
    })
    afterAll(() => db.destroy())
    beforeEach(async () => {
      await db.deleteFrom('decision').execute()
      await db.deleteFrom('decision_notice').execute()
    })
    const ids = (records: readonly { id: string }[]) => records.map((r) => r.id)

    it('come back as they were saved, and are replaced under the same id', async () => {
      await store.save(decision())
      expect(await store.record('A', 'd1')).toEqual(decision())
      const { note: _none, catalog: _unknown, ...bare } = decision({ owner: 'U9', state: 'closed' })
      await store.save(bare)
      expect(await store.record('A', 'd1')).toEqual(bare)
      expect(await store.record('B', 'd1')).toBeUndefined()
    })
    it('are listed newest first: one’s own, and those of the channel one asks in', async () => {
      const elsewhere = { tenant: 'A', channel: 'C2', thread: '2.0' }
      await store.save(decision({ id: 'owned', owner: 'U1', place: elsewhere }))
      await store.save(decision({ id: 'kept', recordedBy: 'U1', recordedAt: 3, place: elsewhere }))
      await store.save(decision({ id: 'here', recordedAt: 2 }))
      await store.save(decision({ id: 'private', recordedAt: 4, visibility: 'private' }))
      await store.save(decision({ id: 'other', owner: 'U1', place: { ...elsewhere, tenant: 'B' } }))
      expect(ids(await store.list({ tenant: 'A', person: 'U1' }, 9))).toEqual(['kept', 'owned'])
      expect(ids(await store.list({ tenant: 'A', person: 'U1', channel: 'C1' }, 9))).toEqual([
        'kept',
        'here',
        'owned',
      ])
      expect(ids(await store.list({ tenant: 'A', person: 'U1', channel: 'C1' }, 1))).toEqual([
        'kept',
      ])
      expect(ids(await store.all())).toEqual(['private', 'kept', 'here', 'owned', 'other'])
    })
    it('that are open are found by thread and all together, oldest first', async () => {
      await store.save(decision({ id: 'b', recordedAt: 2 }))
      await store.save(decision({ id: 'a' }))
      await store.save(decision({ id: 'closed', state: 'closed' }))
      await store.save(decision({ id: 't', place: { tenant: 'B', channel: 'C1', thread: '1.0' } }))
      await store.save(decision({ id: 'p', place: { tenant: 'A', channel: 'C1', thread: '' } }))
      expect(ids(await store.open()).sort()).toEqual(['a', 'b', 'p', 't'])
      expect(ids(await store.ofThread(decision().place))).toEqual(['a', 'b'])
      expect(await store.ofThread({ ...decision().place, thread: '' })).toEqual([])
    })
    it('whose thread is gone are marked, in their tenant alone', async () => {
      await store.save(decision())
      await store.save(decision({ place: { ...decision().place, tenant: 'B' } }))
      await store.markUnreachable('A', 'd1')
      expect((await store.record('A', 'd1'))?.unreachable).toBe(true)
      expect((await store.record('B', 'd1'))?.unreachable).toBe(false)
    })

    const planned = async (fingerprint = 'f1', tenant = 'A'): Promise<Notice> => {
      const change = { kind: 'review', date: '2027-02-22' } as const
      await store.plan({ tenant, decision: 'd1', fingerprint, change, createdAt: MONDAY })
      const found = (await store.unsaid(MONDAY)).find(
        (n) => n.fingerprint === fingerprint && n.tenant === tenant,
      )
      if (!found) throw new Error('the notice was not planned')
      return found
    }
    it('have each notice once, whoever plans it how often', async () => {
      await Promise.all([planned(), planned(), planned('f2'), planned('f1', 'B')])
      expect(await store.unsaid(MONDAY)).toHaveLength(3)
      expect(await planned()).toEqual({
        tenant: 'A',
        decision: 'd1',
        fingerprint: 'f1',
        change: { kind: 'review', date: '2027-02-22' },
        state: 'due',
        attempt: 0,
        createdAt: MONDAY,
      })
    })
    it('have a notice claimed by one of many, and again only when the lease has run out', async () => {
      const notice = await planned()
      const claims = ['a', 'b', 'c'].map((s) => store.claim(notice, s, MONDAY + MINUTE))
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1)
      expect(await store.unsaid(MONDAY + MINUTE)).toEqual([])
      expect(await store.unsaid(MONDAY + MINUTE + 1)).toMatchObject([
        { state: 'sending', attempt: 1 },
      ])
    })
    it('have a notice settled for good by its holder alone', async () => {
      const notice = await planned()
      await store.claim(notice, 'slow', MONDAY + MINUTE)
      const [expired] = await store.unsaid(MONDAY + 2 * MINUTE)
      if (!expired) throw new Error('the lease has not run out')
      expect(await store.claim(expired, 'fast', MONDAY + 3 * MINUTE)).toBe(true)
      await store.settle(notice, 'slow', '1.0')
      expect(await store.unsaid(MONDAY + 9 * MINUTE)).toHaveLength(1)
      await store.settle(expired, 'fast', '2.0')
      expect(await db.selectFrom('decision_notice').selectAll().execute()).toMatchObject([
        { state: 'posted', message_ts: '2.0' },
      ])
      const given = await planned('f2')
      await store.claim(given, 'me', MONDAY + MINUTE)
      await store.settle(given, 'me', undefined)
      expect(await store.unsaid(MONDAY + 9 * MINUTE)).toEqual([])
    })
  })
}
