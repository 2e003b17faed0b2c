import { describe, expect, it } from 'vitest'
import { followUpsOf } from '../../src/digest/message-text.ts'
import type { Publisher } from '../../src/digest/ports.ts'
import { tick } from '../../src/digest/send-digest.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { type Crash, recordingChannel, sending } from '../support/sending.ts'
import { charge, MINUTE, MONDAY, type Open, reading, schedule } from './samples.ts'

/** What hangs in the thread of a digest must be there once. */
export function threadMessagesContract(open: Open): void {
  describe('the messages in the thread of a digest whose chart Slack left out', () => {
    it('are posted once each, the chart before the details, through lost answers and crashes', async () => {
      const db = await open()
      try {
        await digestLog(db).setSchedule(schedule())
        const spent = ['2026-11-17', '2026-11-18'].map((day) => charge({ day }))
        await chargeStore(db).replace('A', 'csv', reading(spent), 0)
        const crashes: Crash[] = ['none', 'after-post', 'before-post']
        const { posts, publisher } = recordingChannel(() => crashes.shift() ?? 'none')
        const chartless: Publisher = {
          find: async (message) => {
            const found = await publisher.find(message)
            return found && 'ts' in found ? { ...found, chartLeftOut: true } : found
          },
          post: async (message, content) => ({
            ...(await publisher.post(message, content)),
            ...(message.kind === 'digest' ? { chartLeftOut: true } : {}),
          }),
        }
        for (const minutes of [0, 2, 6, 20])
          await tick({
            ...sending(db, chartless, `at ${minutes}`, () => MONDAY + minutes * MINUTE),
            followUps: followUpsOf,
          })
        expect(posts.map(({ key, thread }) => [key, thread])).toEqual([
          ['A/C1/2026-W47', undefined],
          ['A/C1/2026-W47/chart', '0.0'],
          ['A/C1/2026-W47/details', '0.0'],
        ])
      } finally {
        await db.destroy()
      }
    })
  })
}
