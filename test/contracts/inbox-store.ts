import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Received, Taken } from '../../src/inbox/ports.ts'
import type { Db } from '../../src/storage/database.ts'
import { inboxStore } from '../../src/storage/inbox-store.ts'
import type { Open } from './samples.ts'

const LEASE = { now: 1_000, until: 2_000 }
let made = 0
const event = (over: Partial<Received> = {}): Received => ({
  ...{ tenant: 'A', id: `Ev${++made}`, thread: `C1:${made}`, order: '1.0', at: made },
  body: { event: { text: 'hello 안녕' } },
  ...over,
})
const ids = (taken: readonly Taken[]) => taken.map((t) => t.id)

/** What an InboxStore must do. */
export function inboxStoreContract(open: Open): void {
  describe('the inbox', () => {
    let db: Db
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.destroy())
    const all = async (owner: string, lease = LEASE) => inboxStore(db).claim(owner, lease, 100)
    const empty = async () => {
      for (const taken of await all('end', { now: 1e12, until: 1e12 }))
        await inboxStore(db).done(taken, 'end')
    }

    it('keeps an event once however often it comes, in each tenant', async () => {
      const inbox = inboxStore(db)
      const one = event()
      const kept = await Promise.all(
        [one, one, { ...one, tenant: 'B' }].map((e) => inbox.keep(e, false)),
      )
      expect(kept.filter(Boolean)).toHaveLength(2)
      expect((await all('r1')).map((t) => [t.tenant, t.attempt, t.body])).toEqual([
        ['A', 1, one.body],
        ['B', 1, one.body],
      ])
      expect(await all('r2')).toEqual([])
      await empty()
    })
    it('gives each event to one of those who ask at the same time', async () => {
      const inbox = inboxStore(db)
      const events = Array.from({ length: 6 }, () => event())
      for (const e of events) await inbox.keep(e, false)
      const asked = await Promise.all(['r1', 'r2', 'r3'].map((owner) => all(owner)))
      expect(asked.flatMap(ids).sort()).toEqual(events.map((e) => e.id).sort())
      await empty()
    })
    it('gives the events of a thread in their order, one after another, whenever they came', async () => {
      const inbox = inboxStore(db)
      const late = event({ thread: 'C1:9', order: '3.0' })
      const early = event({ thread: 'C1:9', order: '2.0' })
      const elsewhere = event({ thread: 'C1:9', order: '1.0', tenant: 'B' })
      for (const e of [late, early, elsewhere]) await inbox.keep(e, false)
      const first = await all('r1')
      expect(ids(first)).toEqual([early.id, elsewhere.id])
      expect(await all('r2')).toEqual([])
      for (const taken of first) await inbox.done(taken, 'r1')
      expect(ids(await all('r2'))).toEqual([late.id])
      await empty()
    })
    it('does not order events without a thread', async () => {
      const inbox = inboxStore(db)
      const events = [event({ thread: '' }), event({ thread: '' })]
      for (const e of events) await inbox.keep(e, false)
      expect(ids(await all('r1'))).toEqual(events.map((e) => e.id))
      await empty()
    })
    it('gives an event to another when its lease has run out, and to nobody before', async () => {
      const inbox = inboxStore(db)
      const one = event()
      await inbox.keep(one, false)
      const [first] = await all('r1')
      if (!first) throw new Error('nothing was taken')
      await inbox.renew([first], 'r1', 3_000)
      expect(await all('r2', { now: 2_500, until: 4_000 })).toEqual([])
      expect(await inbox.holds(first, 'r1')).toBe(true)
      const [second] = await all('r2', { now: 3_001, until: 4_000 })
      expect(second).toMatchObject({ id: one.id, attempt: 2 })
      expect(await inbox.holds(first, 'r1')).toBe(false)
      await inbox.done(first, 'r1')
      expect(await inbox.isOpen('A', one.thread)).toBe(true)
      await empty()
      expect(await inbox.isOpen('A', one.thread)).toBe(false)
    })
    it('gives back at once what a stopping process held', async () => {
      const inbox = inboxStore(db)
      const one = event()
      await inbox.keep(one, false)
      await all('r1')
      await inbox.release('r1')
      expect(ids(await all('r2'))).toEqual([one.id])
      await empty()
    })
    it('keeps no words of what is dealt with, and forgets in time that it came', async () => {
      const inbox = inboxStore(db)
      const [old, open, away] = [event({ at: 10 }), event({ at: 10 }), event({ at: 10 })]
      await inbox.keep(old, false)
      const [taken] = await all('r1')
      if (taken) await inbox.done(taken, 'r1')
      await inbox.keep(open, false)
      await inbox.keep(away, true)
      expect(await inbox.depth()).toBe(1)
      const rows = await db.selectFrom('inbox').select(['id', 'body_json']).execute()
      expect(rows.filter((r) => r.body_json !== '').map((r) => r.id)).toEqual([open.id])
      expect(await inbox.keep(away, false)).toBe(false)
      await inbox.forgetBefore(11)
      expect(await inbox.keep(old, false)).toBe(true)
      expect(await inbox.keep(open, false)).toBe(false)
      await empty()
    })
  })
}
