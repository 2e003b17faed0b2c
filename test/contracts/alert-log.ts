import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AlertState } from '../../src/digest/alerts.ts'
import type { AlertLog, Schedule } from '../../src/digest/ports.ts'
import { alertLog } from '../../src/storage/alert-log.ts'
import type { Db } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { outbox } from '../../src/storage/outbox.ts'
import { anomaly, emptyOutbox, MONDAY, type Open, schedule } from './samples.ts'

/** What an AlertLog must do. */
export function alertLogContract(opening: Open): void {
  describe('what was said about alerts', () => {
    let db: Db
    let log: AlertLog
    let set: Schedule
    beforeAll(async () => {
      db = await opening()
      log = alertLog(db)
    })
    afterAll(() => db.destroy())
    beforeEach(async () => {
      await emptyOutbox(db)
      set = await digestLog(db).setSchedule(schedule())
    })
    const said: AlertState = {
      finding: anomaly('a', { spentNano: 9_007_199_254_740_993_123n }),
      open: true,
      standing: true,
      said: { at: MONDAY, severity: 'critical' },
      snoozedUntil: MONDAY + 1,
    }
    const quiet: AlertState = { finding: anomaly('b'), open: false, standing: false }
    const message = { raised: [said.finding], resolved: [] }

    it('comes back exactly, and the message is in the outbox', async () => {
      expect(await log.states('A', 'C1')).toEqual({ revision: 0, states: [] })
      expect(await log.record(set, 0, [said, quiet], message, MONDAY)).toBe(true)
      expect(await log.states('A', 'C1')).toEqual({ revision: 1, states: [said, quiet] })
      expect(await outbox(db).open(MONDAY)).toMatchObject([
        {
          channel: 'C1',
          kind: 'alert',
          language: 'ko',
          content: { kind: 'alert', alert: message },
        },
      ])
      expect(await log.states('A', 'C2')).toEqual({ revision: 0, states: [] })
    })
    it('of many who saw the same, one records and the others change nothing', async () => {
      const all = await Promise.all(
        [1, 2, 3].map(() => log.record(set, 0, [said], message, MONDAY)),
      )
      expect(all.filter(Boolean)).toHaveLength(1)
      expect(await outbox(db).open(MONDAY)).toHaveLength(1)
      expect(await log.record(set, 0, [], message, MONDAY)).toBe(false)
      expect((await log.states('A', 'C1')).states).toEqual([said])
    })
    it('is forgotten with the schedule, and nothing is recorded without one', async () => {
      await log.record(set, 0, [said], message, MONDAY)
      await digestLog(db).removeSchedule('A', 'C1')
      expect((await log.states('A', 'C1')).states).toEqual([])
      expect(await outbox(db).open(MONDAY)).toEqual([])
      expect(await log.record(set, 1, [said], message, MONDAY)).toBe(false)
    })
  })
}
