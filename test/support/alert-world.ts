import { NOTHING_SET, type Settings } from '../../src/access/settings.ts'
import { digestHeadline } from '../../src/digest/digest-text.ts'
import { gatherDigest } from '../../src/digest/gather-digest.ts'
import { messageText } from '../../src/digest/message-text.ts'
import { createAlerts } from '../../src/digest/plan-alerts.ts'
import type { Content, Publisher } from '../../src/digest/ports.ts'
import { tick } from '../../src/digest/send-digest.ts'
import { watchSpend } from '../../src/digest/watch-spend.ts'
import type { Language } from '../../src/language/language.ts'
import { later, startOf } from '../../src/spend/days.ts'
import { daysBetween } from '../../src/spend/whole-days.ts'
import { accessStore } from '../../src/storage/access-store.ts'
import { alertLog } from '../../src/storage/alert-log.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import type { Db } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { charge, reading, schedule } from '../contracts/samples.ts'
import { type Crash, recordingChannel, sending } from './sending.ts'

export const HOUR = 3_600_000
export const NANO = 1_000_000_000n
const FIRST = '2026-09-01'

export type AlertWorld = Awaited<ReturnType<typeof alertWorld>>

/** Title and lines of a message; of a digest its headline. */
function saying(content: Content, language: Language): string[] {
  if ('digest' in content) return digestHeadline(content.digest, language)
  const { title, lines } = messageText(content, language)
  return [title, ...lines]
}

/** A tenant with alerts on and a digest in one channel, whose messages are kept in words. */
export async function alertWorld(db: Db) {
  const charges = chargeStore(db)
  const settings = (tenant: string) => accessStore(db).settings(tenant)
  const channel = recordingChannel(() => world.crash)
  const publisher: Publisher = {
    ...channel.publisher,
    post: async (message, content) => {
      const said = saying(content, message.language)
      const before = channel.posts.length
      try {
        return await channel.publisher.post(message, content)
      } finally {
        if (channel.posts.length > before) world.heard.push(said)
      }
    },
  }
  const world = {
    /** Epoch milliseconds. */
    now: 0,
    crash: 'none' as Crash,
    /** Title and lines of each message the channel has got. */
    heard: [] as string[][],
    set: async (over: Partial<Settings>) => {
      const { revision } = await settings('A')
      const alerts = { on: true, coolDownHours: 72 }
      await accessStore(db).save('A', { ...NOTHING_SET, alerts, ...over }, revision)
    },
    /** A process of its own, as it is after a start: what it has in mind is nothing. */
    replica: (owner: string) => {
      const budgets = async (of: string) => (await settings(of)).budgets
      const look = createAlerts({
        log: digestLog(db),
        alerts: alertLog(db),
        tenants: async () => ['A'],
        settings: async (of) => (await settings(of)).alerts,
        findings: watchSpend({
          charges,
          build: ({ tenant, period }) => gatherDigest({ charges, budgets }, tenant, period),
        }),
        now: () => world.now,
      })
      // Digests are not planned here: the schedule is there to name the channel.
      const log = { ...digestLog(db), schedules: async () => [] }
      const send = () => tick({ ...sending(db, publisher, owner, () => world.now), log })
      return { look, send }
    },
    /** Every replica looks and sends at once, as their timers have it. */
    tickAll: async (...replicas: readonly Replica[]) => {
      const failed = (await Promise.all(replicas.map(({ look }) => look()))).flat()
      if (failed.length > 0) throw failed[0]?.error
      await Promise.all(replicas.map(({ send }) => send()))
    },
    /** Noon of the day after: charges through a day, a hundred dollars each but for some. */
    through: async (day: string, others: Readonly<Record<string, bigint>> = {}) => {
      const days = daysBetween(FIRST, day)
      const all = days.map((d) => charge({ day: d, nano: (others[d] ?? 100n) * NANO }))
      await charges.replace('A', 'csv', reading(all), 0)
      world.now = startOf(later(day, 1)) + 12 * HOUR
    },
    /** What is heard when two replicas look day after day: the last settled day, and the lines. */
    dayAfterDay: async (
      from: string,
      to: string,
      others: Readonly<Record<string, bigint>>,
    ): Promise<string[][]> => {
      const replicas = [world.replica('one'), world.replica('two')]
      const said: string[][] = []
      for (const day of daysBetween(from, to)) {
        await world.through(day, others)
        world.heard = []
        await world.tickAll(...replicas)
        for (const [, ...lines] of world.heard) said.push([day, ...lines])
      }
      return said
    },
  }
  await digestLog(db).setSchedule(schedule({ language: 'en', nextRun: startOf('2030-01-01') }))
  await world.set({})
  return world
}

type Replica = Readonly<{
  look: ReturnType<typeof createAlerts>
  send: () => Promise<unknown>
}>
