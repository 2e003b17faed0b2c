import type { Language } from '../language/language.ts'
import { channelDigest, type DigestAsk } from './channel-digest.ts'
import type { Digest } from './digest.ts'
import { nextRun } from './next-run.ts'
import { periodBefore } from './period.ts'
import type { AlertLog, DigestLog, Schedule } from './ports.ts'
import { readSchedule } from './read-schedule.ts'
import { scheduleLine } from './schedule-text.ts'
import { type ChannelPlace, createSnooze } from './snooze.ts'

/** What the management of digests stands on. */
export type Managing = Readonly<{
  build: (ask: DigestAsk) => Promise<Digest>
  log: DigestLog
  alerts: AlertLog
  now: () => number
}>

/** Looking at, setting up and stopping a channel's digest; every reply is lines for the person. */
export function createDigests({ build, log, alerts, now }: Managing) {
  const scheduleOf = async ({ tenant, channel }: ChannelPlace): Promise<Schedule | undefined> =>
    (await log.schedules(tenant)).find((s) => s.channel === channel)
  const shown = channelDigest({ build, log, alerts, now })
  return {
    /** How a channel's digest is set up; undefined when it is not. */
    current: scheduleOf,
    /** The digest of a period, or the one that would come if it came now. Throws a RangeError for text that is no period. */
    digest: async (place: ChannelPlace, period?: string): Promise<Digest> => {
      const { tenant, channel } = place
      const cadence = (await scheduleOf(place))?.cadence ?? 'weekly'
      const today = new Date(now()).toISOString().slice(0, 10)
      return shown({ tenant, channel, period: period ?? periodBefore(cadence, today) })
    },
    schedule: async (
      { tenant, channel, person }: ChannelPlace,
      text: string,
      language: Language,
    ): Promise<readonly string[]> => {
      const read = readSchedule(text)
      if ('problems' in read) return read.problems.map((problem) => problem[language])
      const schedule = {
        ...{ tenant, channel, language, owner: person },
        ...read.settings,
        nextRun: nextRun(read.settings, now()),
      }
      await log.setSchedule(schedule)
      return [scheduleLine(schedule, language)]
    },
    remove: async (
      { tenant, channel }: ChannelPlace,
      language: Language,
    ): Promise<readonly string[]> => {
      const removed = await log.removeSchedule(tenant, channel)
      if (!removed)
        return [language === 'ko' ? '설정된 요약이 없습니다.' : 'There is no digest set up here.']
      return [
        language === 'ko'
          ? '더 이상 요약을 올리지 않습니다.'
          : 'No digest will be posted any more.',
      ]
    },
    /** Every channel with a digest, and when it comes. */
    list: async (
      tenant: string,
      language: Language,
    ): Promise<readonly Readonly<{ channel: string; line: string }>[]> =>
      (await log.schedules(tenant)).map((schedule) => ({
        channel: schedule.channel,
        line: scheduleLine(schedule, language),
      })),
    snooze: createSnooze({ build, log, alerts, now }),
  }
}
