import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DigestLog, Outbox, Schedule } from '../../src/digest/ports.ts'
import type { Db } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { outbox } from '../../src/storage/outbox.ts'
import { emptyOutbox, MINUTE, MONDAY, type Open, schedule, WEEK } from './samples.ts'

/** What a DigestLog must do. */
export function digestLogContract(opening: Open): void {
  describe('schedules of digests', () => {
    let db: Db
    let log: DigestLog
    let box: Outbox
    beforeAll(async () => {
      db = await opening()
      log = digestLog(db)
      box = outbox(db)
    })
    afterAll(() => db.destroy())
    beforeEach(() => emptyOutbox(db))
    const plan = (seen: Schedule, period = '2026-W47', next = MONDAY + WEEK) =>
      log.plan(seen, period, next, MONDAY)
    const open = async (at = MONDAY) =>
      (await box.open(at)).map((m) => `${m.tenant}/${m.channel}/${m.key}`)

    it('a schedule is one a channel, and its revision grows with every edit', async () => {
      const first = await log.setSchedule(schedule())
      const edited = schedule({ cadence: 'monthly', day: 28, language: 'en', currency: 'KRW' })
      const second = await log.setSchedule(edited)
      await log.setSchedule(schedule({ channel: 'C2' }))
      await log.setSchedule(schedule({ tenant: 'B' }))
      expect(second).toEqual({ ...edited, revision: 2 })
      expect(first).toEqual({ ...schedule(), revision: 1 })
      expect((await log.schedules('A')).map((s) => s.channel)).toEqual(['C1', 'C2'])
      expect(await log.schedules('A')).toContainEqual(second)
      expect(await log.schedules()).toHaveLength(3)
      expect(await log.schedules('C')).toEqual([])
    })
    it('planning inserts one digest and moves the schedule on, once', async () => {
      const set = await log.setSchedule(schedule({ currency: 'EUR' }))
      await Promise.all([1, 2, 3].map(() => plan(set)))
      expect((await log.schedules()).map((s) => s.nextRun)).toEqual([MONDAY + WEEK])
      expect(await box.open(MONDAY)).toEqual([
        {
          ...{ tenant: 'A', channel: 'C1', key: '2026-W47', kind: 'digest', period: '2026-W47' },
          ...{ language: 'ko', currency: 'EUR', state: 'due', attempt: 0, createdAt: MONDAY },
        },
      ])
    })
    it('planning from a schedule that another has planned from, edited or removed since does nothing', async () => {
      const seen = await log.setSchedule(schedule())
      await plan(seen, '2026-W46')
      await plan(seen)
      expect(await open()).toEqual(['A/C1/2026-W46'])
      await log.setSchedule(schedule({ language: 'en' }))
      await plan(seen)
      expect(await open()).toEqual(['A/C1/2026-W46'])
      expect(await log.removeSchedule('A', 'C1')).toBe(true)
      await plan({ ...seen, revision: 2 })
      expect(await open()).toEqual([])
      expect(await log.schedules()).toEqual([])
    })
    it('a newer period, of whatever cadence, gives up the digests that are open, in its channel alone', async () => {
      await plan(await log.setSchedule(schedule()), '2026-W46')
      await plan(await log.setSchedule(schedule({ channel: 'C2' })), '2026-W46')
      const [old] = await box.open(MONDAY)
      if (old) await box.claim(old, 'me', MONDAY + MINUTE)
      await plan(await log.setSchedule(schedule({ cadence: 'monthly' })), '2026-10')
      expect(await open(MONDAY + WEEK)).toEqual(['A/C1/2026-10', 'A/C2/2026-W46'])
    })
    it('what follows a posted digest is not given up for a newer one', async () => {
      await plan(await log.setSchedule(schedule()), '2026-W46')
      const [old] = await box.open(MONDAY)
      if (!old) throw new Error('the digest was not planned')
      await box.claim(old, 'me', MONDAY + MINUTE)
      const details = { name: 'details', content: { kind: 'stopped', channel: 'C9' } } as const
      await box.settle(old, 'me', '1.0', [details])
      const [moved] = await log.schedules()
      if (moved) await plan(moved, '2026-W47', MONDAY + 2 * WEEK)
      expect(await open()).toEqual(['A/C1/2026-W46/details', 'A/C1/2026-W47'])
    })
    it('removing a schedule gives up its open digests; setting it up again in the same period takes them up', async () => {
      await plan(await log.setSchedule(schedule()))
      await plan(await log.setSchedule(schedule({ tenant: 'B' })))
      expect(await log.removeSchedule('A', 'C1')).toBe(true)
      expect(await log.removeSchedule('A', 'C1')).toBe(false)
      expect(await open()).toEqual(['B/C1/2026-W47'])
      await plan(await log.setSchedule(schedule({ language: 'en' })))
      expect((await box.open(MONDAY)).find((m) => m.tenant === 'A')).toMatchObject({
        state: 'due',
        language: 'en',
      })
    })
  })
}
