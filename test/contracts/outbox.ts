import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Denial } from '../../src/access/access.ts'
import { buildDigest } from '../../src/digest/build-digest.ts'
import type { Content, Outbox, OutboxMessage } from '../../src/digest/ports.ts'
import type { Db } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { outbox } from '../../src/storage/outbox.ts'
import { charge, emptyOutbox, MINUTE, MONDAY, type Open, schedule, WEEK } from './samples.ts'

/** What an Outbox must do. */
export function outboxContract(opening: Open): void {
  describe('messages to be posted', () => {
    let db: Db
    let box: Outbox
    beforeAll(async () => {
      db = await opening()
      box = outbox(db)
    })
    afterAll(() => db.destroy())
    beforeEach(() => emptyOutbox(db))
    const planned = async (over: Parameters<typeof schedule>[0] = {}): Promise<OutboxMessage> => {
      const log = digestLog(db)
      const set = await log.setSchedule(schedule(over))
      await log.plan(set, '2026-W47', MONDAY + WEEK, MONDAY)
      const message = (await box.open(MONDAY)).find((m) => m.channel === set.channel)
      if (!message) throw new Error('the digest was not planned')
      return message
    }
    const expired = async (): Promise<OutboxMessage> => {
      const [message] = await box.open(MONDAY + WEEK)
      if (!message) throw new Error('the lease has not run out')
      return message
    }
    const digest = (nano: bigint): Content => ({
      kind: 'digest',
      digest: buildDigest({ period: '2026-W47', charges: [charge({ nano })], known: [] }),
    })

    it('a message is claimed by one of many, and open again only when the lease has run out', async () => {
      const message = await planned()
      const owners = ['a', 'b', 'c', 'd']
      const won = await Promise.all(owners.map((o) => box.claim(message, o, MONDAY + MINUTE)))
      expect(won.filter(Boolean)).toHaveLength(1)
      expect(await box.open(MONDAY + MINUTE)).toEqual([])
      const [open] = await box.open(MONDAY + MINUTE + 1)
      expect(open).toMatchObject({ state: 'sending', attempt: 1, leaseUntil: MONDAY + MINUTE })
      expect(open?.owner).toBe(owners[won.indexOf(true)])
    })
    it('what was frozen comes back exactly, big integers included', async () => {
      const message = await planned()
      const content = digest(9_007_199_254_740_993_123n)
      await box.claim(message, 'me', MONDAY + MINUTE)
      expect(await box.freeze(message, 'me', content)).toBe(true)
      expect((await expired()).content).toEqual(content)
    })
    it('an owner whose message was taken over can neither freeze, settle nor give it up', async () => {
      const message = await planned()
      await box.claim(message, 'slow', MONDAY + MINUTE)
      const taken = await expired()
      expect(await box.claim(taken, 'fast', MONDAY + 2 * WEEK)).toBe(true)
      const followUps = [{ name: 'details', content: digest(1n) }]
      expect(await box.freeze(message, 'slow', digest(1n))).toBe(false)
      expect(await box.settle(message, 'slow', '1.0', followUps)).toBe(false)
      expect(await box.giveUp(message, 'slow', 'channel', MONDAY)).toBe(false)
      expect(await box.settle(taken, 'fast', '2.0', [])).toBe(true)
      expect(await db.selectFrom('outbox').selectAll().execute()).toMatchObject([
        { state: 'posted', message_ts: '2.0', content_json: null },
      ])
      expect(await box.open(MONDAY + 9 * WEEK)).toEqual([])
      expect(await digestLog(db).schedules()).toHaveLength(1)
    })
    it('one who looked before a takeover can neither claim nor, as its earlier self, settle', async () => {
      const message = await planned()
      await box.claim(message, 'me', MONDAY + MINUTE)
      const taken = await expired()
      expect(await box.claim(taken, 'me', MONDAY + 2 * WEEK)).toBe(true)
      expect(await box.claim(taken, 'other', MONDAY + 2 * WEEK)).toBe(false)
      expect(await box.settle(message, 'me', '1.0', [])).toBe(false)
    })
    it('claims and settles stay within tenant, channel and key', async () => {
      const message = await planned()
      for (const other of [{ tenant: 'B' }, { channel: 'C2' }, { key: '2026-W46' }]) {
        expect(await box.claim({ ...message, ...other }, 'me', MONDAY + MINUTE)).toBe(false)
        expect(await box.settle({ ...message, ...other }, 'me', '1.0', [])).toBe(false)
      }
      expect(await box.open(MONDAY)).toHaveLength(1)
    })
    it('what follows in the thread is there once the message is settled, each with its own key', async () => {
      const message = await planned()
      await box.claim(message, 'me', MONDAY + MINUTE)
      const followUps = ['details', 'chart'].map((name) => ({ name, content: digest(1n) }))
      await box.settle(message, 'me', '7.0', followUps)
      expect(await box.open(MONDAY)).toMatchObject(
        ['2026-W47/chart', '2026-W47/details'].map((key) => ({
          ...{ key, thread: '7.0', state: 'due', attempt: 0, language: 'ko', createdAt: MONDAY },
          content: digest(1n),
        })),
      )
    })
    it('a channel that is gone loses its schedule, its open messages and its alerts, and the one who set it up is told once', async () => {
      const message = await planned()
      await planned({ channel: 'C2' })
      await box.claim(message, 'me', MONDAY + MINUTE)
      expect(await box.giveUp(message, 'me', 'channel', MONDAY)).toBe(true)
      expect((await digestLog(db).schedules()).map((s) => s.channel)).toEqual(['C2'])
      const open = await box.open(MONDAY + WEEK)
      expect(open.map((m) => m.channel)).toEqual(['C2', 'U1'])
      expect(open[1]).toMatchObject({
        kind: 'stopped',
        language: 'ko',
        content: { kind: 'stopped', channel: 'C1' },
      })
    })
    it('where spend is not allowed the message is given up, the schedule stays, and the one who set it up is told once a message', async () => {
      const message = await planned()
      const denial: Denial = {
        refusal: 'guests-present',
        kind: 'digest',
        person: '',
        channel: 'C1',
        granters: ['UADMIN'],
      }
      await box.claim(message, 'me', MONDAY + MINUTE)
      expect(await box.giveUp(message, 'me', { denial }, MONDAY)).toBe(true)
      const [set] = await digestLog(db).schedules()
      if (!set) throw new Error('the schedule is gone')
      const told = {
        ...{ channel: 'U1', key: 'refused/C1/2026-W47', kind: 'refused', language: 'ko' },
        content: { kind: 'refused', denial },
      }
      expect(await box.open(MONDAY)).toMatchObject([told])
      await digestLog(db).plan(set, '2026-W47', MONDAY + 2 * WEEK, MONDAY)
      const again = (await box.open(MONDAY)).find((m) => m.channel === 'C1')
      if (!again) throw new Error('the digest was not planned again')
      await box.claim(again, 'me', MONDAY + MINUTE)
      await box.giveUp(again, 'me', { denial }, MONDAY)
      expect(await box.open(MONDAY + WEEK)).toMatchObject([told])
    })
    it('what posted messages said is forgotten after a time, some at a time; that they were posted is not', async () => {
      for (const channel of ['C1', 'C2']) {
        const message = await planned({ channel })
        await box.claim(message, 'me', MONDAY + MINUTE)
        await box.freeze(message, 'me', digest(1n))
        if (channel === 'C1') await box.settle(message, 'me', '1.0', [])
      }
      expect(await box.forgetBefore(MONDAY, 1)).toBe(0)
      expect(await box.forgetBefore(MONDAY + 1, 1)).toBe(1)
      expect(await box.forgetBefore(MONDAY + 1, 1)).toBe(0)
      const rows = await db.selectFrom('outbox').selectAll().orderBy('channel_id').execute()
      expect(rows).toMatchObject([
        { state: 'posted', message_ts: '1.0', content_json: null },
        { state: 'sending', content_json: expect.stringContaining('digest') },
      ])
    })
    it('a thread that is gone gives up its message alone, and without a person nobody is told', async () => {
      const { owner: _owner, ...nobody } = schedule()
      const log = digestLog(db)
      await log.plan(await log.setSchedule(nobody), '2026-W47', MONDAY + WEEK, MONDAY)
      const message = await expired()
      await box.claim(message, 'me', MONDAY + MINUTE)
      await box.giveUp(message, 'me', 'thread', MONDAY)
      expect(await log.schedules()).toHaveLength(1)
      await log.plan((await log.schedules())[0] as never, '2026-W48', MONDAY + 2 * WEEK, MONDAY)
      const next = await expired()
      await box.claim(next, 'me', MONDAY + MINUTE)
      await box.giveUp(next, 'me', 'channel', MONDAY)
      expect(await log.schedules()).toEqual([])
      expect(await box.open(MONDAY + 9 * WEEK)).toEqual([])
    })
  })
}
