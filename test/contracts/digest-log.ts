import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildDigest } from '../../src/digest/build-digest.ts'
import type { DigestJob, DigestLog, Schedule } from '../../src/digest/ports.ts'
import type { Db } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { charge, MINUTE, MONDAY, type Open, schedule, WEEK } from './samples.ts'

/** What a DigestLog must do. */
export function digestLogContract(open: Open): void {
  describe('schedules and digest jobs', () => {
    let db: Db
    let log: DigestLog
    beforeAll(async () => {
      db = await open()
      log = digestLog(db)
    })
    afterAll(() => db.destroy())
    beforeEach(async () => {
      await db.deleteFrom('schedule').execute()
      await db.deleteFrom('digest').execute()
    })
    const planned = async (week = '2026-W47'): Promise<DigestJob> => {
      const set = await log.setSchedule(schedule())
      await log.plan(set, week, MONDAY + WEEK)
      const job = (await log.open(MONDAY)).find((j) => j.week === week)
      if (!job) throw new Error('the job was not planned')
      return job
    }

    it('a schedule is one a channel, and its revision grows with every edit', async () => {
      const first = await log.setSchedule(schedule())
      const second = await log.setSchedule(schedule({ hour: 17, language: 'en' }))
      await log.setSchedule(schedule({ channel: 'C2' }))
      await log.setSchedule(schedule({ tenant: 'B' }))
      expect(second).toEqual({ ...schedule({ hour: 17, language: 'en' }), revision: 2 })
      expect(first.revision).toBe(1)
      expect((await log.schedules('A')).map((s) => s.channel)).toEqual(['C1', 'C2'])
      expect(await log.schedules('A')).toContainEqual(second)
      expect(await log.schedules()).toHaveLength(3)
      expect(await log.schedules('C')).toEqual([])
    })
    it('planning inserts one job and moves the schedule on, once', async () => {
      const set = await log.setSchedule(schedule())
      await Promise.all([1, 2, 3].map(() => log.plan(set, '2026-W47', MONDAY + WEEK)))
      expect((await log.schedules()).map((s) => s.nextRun)).toEqual([MONDAY + WEEK])
      expect(await log.open(MONDAY)).toEqual([
        {
          tenant: 'A',
          channel: 'C1',
          week: '2026-W47',
          language: 'ko',
          state: 'due',
          attempt: 0,
        },
      ])
    })
    it('planning from a schedule that another has planned from, edited or removed since does nothing', async () => {
      const seen = await log.setSchedule(schedule())
      await log.plan(seen, '2026-W46', MONDAY + WEEK)
      await log.plan(seen, '2026-W47', MONDAY + WEEK)
      expect((await log.open(MONDAY)).map((j) => j.week)).toEqual(['2026-W46'])
      await log.setSchedule(schedule({ language: 'en' }))
      await log.plan(seen, '2026-W47', MONDAY + WEEK)
      expect((await log.open(MONDAY)).map((j) => j.week)).toEqual(['2026-W46'])
      await log.removeSchedule('A', 'C1')
      await log.plan({ ...seen, revision: 2 }, '2026-W47', MONDAY + WEEK)
      expect(await log.open(MONDAY)).toEqual([])
      expect(await log.schedules()).toEqual([])
    })
    it('a newer week gives up the older ones that are open, in its channel alone', async () => {
      const old = await planned('2026-W46')
      const other = await log.setSchedule(schedule({ channel: 'C2' }))
      await log.plan(other, '2026-W46', MONDAY + WEEK)
      await log.claim(old, 'me', MONDAY + MINUTE)
      const moved = (await log.schedules()).find((s) => s.channel === 'C1') as Schedule
      await log.plan(moved, '2026-W47', MONDAY + 2 * WEEK)
      expect((await log.open(MONDAY + WEEK)).map((j) => [j.channel, j.week])).toEqual([
        ['C1', '2026-W47'],
        ['C2', '2026-W46'],
      ])
    })
    it('removing a schedule gives up its open jobs; setting it up again in the same week takes them up', async () => {
      await planned()
      const other = await log.setSchedule(schedule({ tenant: 'B' }))
      await log.plan(other, '2026-W47', MONDAY + WEEK)
      await log.removeSchedule('A', 'C1')
      expect((await log.open(MONDAY)).map((j) => j.tenant)).toEqual(['B'])
      const again = await log.setSchedule(schedule({ language: 'en' }))
      await log.plan(again, '2026-W47', MONDAY + WEEK)
      expect((await log.open(MONDAY)).find((j) => j.tenant === 'A')).toMatchObject({
        state: 'due',
        language: 'en',
      })
    })
    it('a job is claimed by one of many, and open again only when the lease has run out', async () => {
      const job = await planned()
      const owners = ['a', 'b', 'c', 'd']
      const won = await Promise.all(owners.map((o) => log.claim(job, o, MONDAY + MINUTE)))
      expect(won.filter(Boolean)).toHaveLength(1)
      expect(await log.open(MONDAY + MINUTE)).toEqual([])
      const [open] = await log.open(MONDAY + MINUTE + 1)
      expect(open).toMatchObject({ state: 'sending', attempt: 1, leaseUntil: MONDAY + MINUTE })
      expect(open?.owner).toBe(owners[won.indexOf(true)])
    })
    it('the frozen figures come back exactly, big integers included', async () => {
      const job = await planned()
      const digest = buildDigest({
        period: '2026-W47',
        charges: [charge({ nano: 9_007_199_254_740_993_123n })],
        known: [],
      })
      await log.claim(job, 'me', MONDAY + MINUTE)
      await log.freeze(job, 'me', digest)
      const [open] = await log.open(MONDAY + WEEK)
      expect(open?.payload).toEqual(digest)
    })
    it('an owner whose job was taken over can neither freeze nor settle it', async () => {
      const job = await planned()
      await log.claim(job, 'slow', MONDAY + MINUTE)
      const [expired] = await log.open(MONDAY + WEEK)
      if (!expired) throw new Error('the lease has not run out')
      expect(await log.claim(expired, 'fast', MONDAY + 2 * WEEK)).toBe(true)
      await log.freeze(job, 'slow', buildDigest({ period: '2026-W47', charges: [], known: [] }))
      expect(await log.settle(job, 'slow', '1.0')).toBe(false)
      expect(await log.settle(expired, 'fast', '2.0')).toBe(true)
      expect(await db.selectFrom('digest').selectAll().execute()).toMatchObject([
        { state: 'posted', message_ts: '2.0', payload_json: null },
      ])
      expect(await log.open(MONDAY + 9 * WEEK)).toEqual([])
    })
    it('one who looked before a takeover can neither claim nor, as its earlier self, settle', async () => {
      const job = await planned()
      await log.claim(job, 'me', MONDAY + MINUTE)
      const [expired] = await log.open(MONDAY + WEEK)
      if (!expired) throw new Error('the lease has not run out')
      expect(await log.claim(expired, 'me', MONDAY + 2 * WEEK)).toBe(true)
      expect(await log.claim(expired, 'other', MONDAY + 2 * WEEK)).toBe(false)
      expect(await log.settle(job, 'me', '1.0')).toBe(false)
    })
    it('claims and settles stay within tenant, channel and week', async () => {
      const job = await planned()
      for (const other of [{ tenant: 'B' }, { channel: 'C2' }, { week: '2026-W46' }]) {
        expect(await log.claim({ ...job, ...other }, 'me', MONDAY + MINUTE)).toBe(false)
        expect(await log.settle({ ...job, ...other }, 'me', '1.0')).toBe(false)
      }
      await log.removeSchedule('B', 'C1')
      expect(await log.schedules()).toHaveLength(1)
      expect(await log.open(MONDAY)).toHaveLength(1)
    })
  })
}
