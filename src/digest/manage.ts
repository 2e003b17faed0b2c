import type { Language } from '../language/language.ts'
import { findingName } from './alert-text.ts'
import type { Digest } from './digest.ts'
import { digestLines, digestTitle } from './digest-text.ts'
import { nextRun } from './next-run.ts'
import { periodBefore } from './period.ts'
import type { AlertLog, DigestLog, Schedule } from './ports.ts'
import { readSchedule } from './read-schedule.ts'
import { scheduleLine } from './schedule-text.ts'

/** A channel of a tenant, and who speaks there. */
export type ChannelPlace = Readonly<{ tenant: string; channel: string; person: string }>

/** What the management of digests stands on. */
export type Managing = Readonly<{
  build: (ask: Readonly<{ tenant: string; period: string; currency?: string }>) => Promise<Digest>
  log: DigestLog
  alerts: AlertLog
  now: () => number
}>

/** For how long nobody wants to hear of a snoozed alert. */
const SNOOZE_DAYS = 7
const DAY_MS = 86_400_000

/** Looking at, setting up and stopping a channel's digest; every reply is lines for the person. */
export function createDigests({ build, log, alerts, now }: Managing) {
  const scheduleOf = async ({ tenant, channel }: ChannelPlace): Promise<Schedule | undefined> =>
    (await log.schedules(tenant)).find((s) => s.channel === channel)
  return {
    preview: async (place: ChannelPlace, language: Language): Promise<readonly string[]> => {
      const schedule = await scheduleOf(place)
      const today = new Date(now()).toISOString().slice(0, 10)
      const digest = await build({
        tenant: place.tenant,
        period: periodBefore(schedule?.cadence ?? 'weekly', today),
        ...(schedule?.currency ? { currency: schedule.currency } : {}),
      })
      return [`*${digestTitle(digest, language)}*`, ...digestLines(digest, language)]
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
    /** Keeps an alert of the channel silent for a week. */
    snooze: async (
      place: ChannelPlace,
      key: string,
      language: Language,
    ): Promise<readonly string[]> => {
      const ko = language === 'ko'
      const schedule = await scheduleOf(place)
      const { revision, states } = await alerts.states(place.tenant, place.channel)
      const found = states.find(({ finding }) => finding.key === key)
      if (!schedule || !found) {
        const keys = states.filter(({ open }) => open).map(({ finding }) => `"${finding.key}"`)
        const known = keys.length > 0 ? keys.join(', ') : ko ? '없음' : 'none'
        return [
          ko
            ? `이 채널에 "${key.slice(0, 80)}"라는 경보가 없습니다. 지금 있는 것: ${known}`
            : `This channel has no alert "${key.slice(0, 80)}". Those there are: ${known}.`,
        ]
      }
      const snoozedUntil = now() + SNOOZE_DAYS * DAY_MS
      const others = states.filter((state) => state !== found)
      const kept = await alerts.record(
        schedule,
        revision,
        [...others, { ...found, snoozedUntil }],
        undefined,
        now(),
      )
      if (!kept)
        return [
          ko
            ? '경보가 방금 바뀌었습니다. 다시 한 번 입력하십시오.'
            : 'The alerts have just changed; please type it once more.',
        ]
      const until = new Date(snoozedUntil).toISOString().slice(0, 10)
      const name = findingName(found.finding, language)
      return [
        ko ? `${until}(UTC)까지 알리지 않습니다: ${name}` : `Silent until ${until} (UTC): ${name}.`,
      ]
    },
  }
}
