import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatherDigest } from '../../src/digest/gather-digest.ts'
import type { Content, Publisher } from '../../src/digest/ports.ts'
import { tick } from '../../src/digest/send-digest.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import type { Db } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { type Crash, recordingChannel, sending } from '../support/sending.ts'
import { charge, MINUTE, MONDAY, type Open, reading, schedule, WEEK } from './samples.ts'

/** What sending digests over a database must do. */
export function sendDigestContract(open: Open): void {
  describe('a digest is posted once a channel and week', () => {
    const opened = async (use: (db: Db) => Promise<void>) => {
      const db = await open()
      try {
        await use(db)
      } finally {
        await db.destroy()
      }
    }

    it('when its time has come, not before, and again a week later', () =>
      opened(async (db) => {
        await digestLog(db).setSchedule(schedule())
        const { posts, publisher } = recordingChannel()
        for (const at of [MONDAY - 1, MONDAY, MONDAY + 1, MONDAY + WEEK - 1, MONDAY + WEEK])
          await tick(sending(db, publisher, 'a', () => at))
        expect(posts.map((p) => p.key)).toEqual(['A/C1/2026-W47', 'A/C1/2026-W48'])
      }))
    it('after a crash between post and record it is found, not posted again', () =>
      opened(async (db) => {
        await digestLog(db).setSchedule(schedule())
        const crashes: Crash[] = ['after-post']
        const { posts, publisher } = recordingChannel(() => crashes.shift() ?? 'none')
        const first = await tick(sending(db, publisher, 'a', () => MONDAY))
        expect(first.failed.map((f) => f.job.channel)).toEqual(['C1'])
        expect((await tick(sending(db, publisher, 'b', () => MONDAY + 1))).posted).toEqual([])
        const healed = await tick(sending(db, publisher, 'b', () => MONDAY + MINUTE + 1))
        expect(healed.posted.map((m) => m.key)).toEqual(['2026-W47'])
        expect(posts).toHaveLength(1)
        expect(await db.selectFrom('outbox').select(['state', 'message_ts']).execute()).toEqual([
          { state: 'posted', message_ts: '0.0' },
        ])
      }))
    it('a retry posts the figures that were frozen, whatever was imported since', () =>
      opened(async (db) => {
        await digestLog(db).setSchedule(schedule())
        await chargeStore(db).replace('A', 'csv', reading([charge({ day: '2026-11-18' })]), 0)
        const crashes: Crash[] = ['before-post']
        const { posts, publisher } = recordingChannel(() => crashes.shift() ?? 'none')
        await tick(sending(db, publisher, 'a', () => MONDAY))
        await chargeStore(db).replace(
          'A',
          'csv',
          reading([charge({ day: '2026-11-18', nano: 9n })]),
          0,
        )
        await tick(sending(db, publisher, 'a', () => MONDAY + 2 * MINUTE))
        expect(posts).toMatchObject([{ key: 'A/C1/2026-W47', total: 1_000_000_000n }])
      }))
    it('of several missed weeks only the newest is posted', () =>
      opened(async (db) => {
        await digestLog(db).setSchedule(schedule())
        const crashes: Crash[] = ['before-post']
        const { posts, publisher } = recordingChannel(() => crashes.shift() ?? 'none')
        await tick(sending(db, publisher, 'a', () => MONDAY))
        await tick(sending(db, publisher, 'a', () => MONDAY + 3 * WEEK))
        await tick(sending(db, publisher, 'a', () => MONDAY + 3 * WEEK + MINUTE))
        expect(posts.map((p) => p.key)).toEqual(['A/C1/2026-W50'])
      }))
    it('nothing is posted when the work took most of the lease', () =>
      opened(async (db) => {
        await digestLog(db).setSchedule(schedule())
        const { posts, publisher } = recordingChannel()
        const clock = [MONDAY, MONDAY, MONDAY + MINUTE]
        const slow = sending(db, publisher, 'a', () => clock.shift() ?? MONDAY + MINUTE)
        expect((await tick(slow)).failed).toHaveLength(1)
        expect(posts).toEqual([])
        await tick(sending(db, publisher, 'b', () => MONDAY + 2 * MINUTE))
        expect(posts).toHaveLength(1)
      }))
    it('a channel that refuses is asked ever less often, and does not hold up the others', () =>
      opened(async (db) => {
        await digestLog(db).setSchedule(schedule({ channel: 'C0' }))
        await digestLog(db).setSchedule(schedule({ channel: 'C1' }))
        let asked = 0
        const { posts, publisher } = recordingChannel()
        const partly: Publisher = {
          ...publisher,
          post: async (message, content) => {
            if (message.channel !== 'C0') return publisher.post(message, content)
            asked++
            throw new Error('internal_error')
          },
        }
        for (let at = MONDAY; at < MONDAY + 60 * MINUTE; at += MINUTE / 4)
          await tick(sending(db, partly, 'a', () => at))
        expect(posts.map((p) => p.key)).toEqual(['A/C1/2026-W47'])
        expect(asked).toBeGreaterThan(3)
        expect(asked).toBeLessThan(8)
      }))
    it('a channel that is gone is given up, and the person who set it up is told once', () =>
      opened(async (db) => {
        await digestLog(db).setSchedule(schedule({ channel: 'C0' }))
        await digestLog(db).setSchedule(schedule())
        const { posts, publisher } = recordingChannel()
        let asked = 0
        const partly: Publisher = {
          ...publisher,
          post: async (message, content) => {
            if (message.channel !== 'C0') return publisher.post(message, content)
            asked++
            return { gone: 'channel' }
          },
        }
        for (const at of [MONDAY, MONDAY + MINUTE, MONDAY + WEEK, MONDAY + 2 * WEEK])
          await tick(sending(db, partly, 'a', () => at))
        expect(asked).toBe(1)
        expect(posts.filter((p) => !p.key.startsWith('A/C1/')).map((p) => p.key)).toEqual([
          `A/U1/stopped/C0/${MONDAY}`,
        ])
        expect(posts.filter((p) => p.key.startsWith('A/C1/'))).toHaveLength(3)
      }))
    it('with figures that are others than those posted told once in each channel, when a ledger comes late', () =>
      opened(async (db) => {
        const charges = chargeStore(db)
        const log = digestLog(db)
        const on = (day: string, nano: bigint, source: string) =>
          charges.replace('A', source, reading([charge({ day, nano, source })]), 1)
        await log.setSchedule(schedule())
        const { publisher } = recordingChannel()
        const said: Content[] = []
        const keeping: Publisher = {
          ...publisher,
          post: async (message, content) => {
            said.push(content)
            return publisher.post(message, content)
          },
        }
        const week = async (count: number) => {
          await tick({
            ...sending(db, keeping, 'a', () => MONDAY + count * WEEK),
            build: ({ tenant, channel, period = '' }) =>
              gatherDigest({ charges, posted: () => log.figures(tenant, channel) }, tenant, period),
          })
          const content = said.at(-1)
          return content?.kind === 'digest' ? content.digest.restated : undefined
        }
        await on('2026-11-17', 100n, 'csv')
        expect(await week(0)).toEqual([])
        expect(await log.figures('A', 'C1')).toEqual([
          { period: '2026-W47', currency: 'USD', nano: 100n },
        ])
        await on('2026-11-18', 9_007_199_254_740_993_000n, 'late')
        await on('2026-11-24', 5n, 'csv2')
        expect(await week(1)).toMatchObject([
          { period: '2026-W47', postedNano: 100n, nowNano: 9_007_199_254_740_993_100n },
        ])
        expect(await log.figures('A', 'C1')).toContainEqual({
          ...{ period: '2026-W47', currency: 'USD', nano: 9_007_199_254_740_993_100n },
        })
        expect(await log.figures('A', 'C2')).toEqual([])
        expect(await log.figures('B', 'C1')).toEqual([])
        expect(await week(2)).toEqual([])
      }))
    it('daily, weekly and monthly, counted on from the time that was scheduled', () =>
      opened(async (db) => {
        const at = (hours: number) => MONDAY + hours * 60 * MINUTE
        const log = digestLog(db)
        await log.setSchedule(schedule({ channel: 'D', cadence: 'daily' }))
        await log.setSchedule(schedule({ channel: 'M', cadence: 'monthly', day: 23 }))
        const { posts, publisher } = recordingChannel()
        for (const now of [at(0), at(23), at(24), at(24 * 5 + 3), at(24 * 6)])
          await tick({
            ...sending(db, publisher, 'a', () => now),
            build: ({ tenant }) => gatherDigest({ charges: chargeStore(db) }, tenant, '2026-W47'),
          })
        expect(posts.map((p) => p.key)).toEqual([
          'A/D/2026-11-22',
          'A/M/2026-10',
          'A/D/2026-11-23',
          'A/D/2026-11-27',
          'A/D/2026-11-28',
        ])
      }))
    it('whoever ticks and whatever crashes', { timeout: 60_000 }, () =>
      opened(async (db) => {
        let run = 0
        const steps = fc.array(
          fc.record({
            after: fc.integer({ min: 0, max: 3 * MINUTE }),
            owners: fc.constantFrom(['a'], ['b'], ['a', 'b'], ['a', 'b', 'c']),
            crash: fc.constantFrom<Crash>('none', 'before-post', 'after-post'),
          }),
          { minLength: 1, maxLength: 6 },
        )
        await fc.assert(
          fc.asyncProperty(steps, async (all) => {
            const tenant = `T${++run}`
            await digestLog(db).setSchedule(schedule({ tenant }))
            let crash: Crash = 'none'
            const { posts, publisher } = recordingChannel(() => crash)
            let at = MONDAY
            for (const step of all) {
              at += step.after
              crash = step.crash
              await Promise.all(
                step.owners.map((owner) => tick(sending(db, publisher, owner, () => at))),
              )
            }
            crash = 'none'
            await tick(sending(db, publisher, 'last', () => at + 100 * MINUTE))
            expect(posts.map((p) => p.key)).toEqual([`${tenant}/C1/2026-W47`])
          }),
          { numRuns: 25 },
        )
      }),
    )
  })
}
