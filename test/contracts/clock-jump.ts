import { describe, expect, it } from 'vitest'
import { tick } from '../../src/digest/send-digest.ts'
import type { Db } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { type Crash, recordingChannel, sending } from '../support/sending.ts'
import { MINUTE, MONDAY, type Open, schedule, WEEK } from './samples.ts'

const DAY = 86_400_000

/** What digests must stand when the machine's clock is set. */
export function clockJumpContract(open: Open): void {
  describe('a clock that is set', () => {
    /** Ticks at these moments on one database, and tells the keys that were posted. */
    const ticked = async (moments: readonly number[], crashes: Crash[] = []) => {
      const db: Db = await open()
      try {
        await digestLog(db).setSchedule(schedule())
        const { posts, publisher } = recordingChannel(() => crashes.shift() ?? 'none')
        for (const moment of moments) await tick(sending(db, publisher, 'a', () => moment))
        return posts.map((p) => p.key)
      } finally {
        await db.destroy()
      }
    }
    it('back by hours or days posts no digest twice', async () => {
      const back = [MONDAY, MONDAY - 3 * 60 * MINUTE, MONDAY + 1, MONDAY - 2 * DAY, MONDAY + 2]
      expect(await ticked(back)).toEqual(['A/C1/2026-W47'])
    })
    it('ahead by years and back again does not silence a channel: the digests after it come', async () => {
      const moments = [MONDAY, MONDAY + 200 * WEEK, MONDAY + 1, MONDAY + WEEK, MONDAY + 2 * WEEK]
      const posted = await ticked(moments)
      expect(posted).toContain('A/C1/2026-W48')
      expect(posted).toContain('A/C1/2026-W49')
      expect(new Set(posted).size).toBe(posted.length)
    })
    it('ahead while a message is being sent, and back, does not hold the message for ever', async () => {
      const moments = [MONDAY + 300 * DAY, MONDAY, MONDAY + 1]
      const posted = await ticked(moments, ['before-post'])
      expect(posted.length).toBeGreaterThan(0)
      expect(new Set(posted).size).toBe(posted.length)
    })
    it('that differs a little from another replica’s brings nothing back', async () => {
      const moments = [MONDAY + 5_000, MONDAY - 5_000, MONDAY, MONDAY + 6_000]
      expect(await ticked(moments)).toEqual(['A/C1/2026-W47'])
    })
  })
}
