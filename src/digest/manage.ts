import type { ChargeStore } from '../ingest/ports.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { daysOfWeek } from '../spend/calendar.ts'
import { digestLines, digestTitle } from './digest-text.ts'
import { HOURS, nextRun, scheduleProblems } from './next-run.ts'
import type { DigestLog } from './ports.ts'
import { digestOf, weekBeforeMoment } from './send-digest.ts'

type Settings = Readonly<{ weekday: number; hour: number; zone: string }>

const PROBLEMS: Readonly<Record<keyof Settings, Bilingual>> = {
  weekday: {
    en: 'weekday must be a day such as monday',
    ko: 'weekday는 월요일 같은 요일이어야 합니다',
  },
  hour: {
    en: `hour must be a whole number from ${HOURS.first} to ${HOURS.last}`,
    ko: `hour는 ${HOURS.first}부터 ${HOURS.last}까지의 정수여야 합니다`,
  },
  zone: {
    en: 'zone must be an IANA time zone such as Asia/Seoul or Europe/Paris',
    ko: 'zone은 Asia/Seoul 같은 IANA 시간대여야 합니다',
  },
}

/** The sentence about one wrong setting, with what was received. */
function problemLine(key: keyof Settings, settings: Settings, language: Language): string {
  const received = String(settings[key]).slice(0, 40)
  return language === 'ko'
    ? `${PROBLEMS[key].ko}. 받은 값: "${received}"`
    : `${PROBLEMS[key].en}; received "${received}".`
}

/** Looking at, setting up and stopping a channel's digest; every reply is lines for the person. */
export function createDigests(charges: ChargeStore, log: DigestLog, now: () => number) {
  return {
    preview: async (tenant: string, language: Language): Promise<readonly string[]> => {
      const digest = await digestOf(charges, tenant, weekBeforeMoment(now()))
      return [`*${digestTitle(digest, language)}*`, ...digestLines(digest, language)]
    },
    schedule: async (
      tenant: string,
      channel: string,
      settings: Settings,
      language: Language,
    ): Promise<readonly string[]> => {
      const problems = scheduleProblems(settings)
      if (problems.length > 0) return problems.map((p) => problemLine(p, settings, language))
      const next = nextRun(settings.weekday, settings.hour, settings.zone, now())
      await log.setSchedule({ tenant, channel, ...settings, language, nextRun: next })
      const date = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-US', {
        dateStyle: 'full',
        timeZone: settings.zone,
      }).format(new Date(next))
      const time = `${String(settings.hour).padStart(2, '0')}:00`
      const days = daysOfWeek(weekBeforeMoment(next))
      return [
        language === 'ko'
          ? `이 채널에 매주 요약을 올립니다. 다음은 ${date} ${time}(${settings.zone})이며, ${days[0]}부터 ${days[6]}까지(UTC)를 다룹니다.`
          : `This channel gets a digest every week; the next one on ${date} at ${time} (${settings.zone}), about ${days[0]} to ${days[6]} (UTC).`,
      ]
    },
    remove: async (
      tenant: string,
      channel: string,
      language: Language,
    ): Promise<readonly string[]> => {
      await log.removeSchedule(tenant, channel)
      return [
        language === 'ko'
          ? '이 채널에는 더 이상 요약을 올리지 않습니다.'
          : 'This channel gets no digest any more.',
      ]
    },
  }
}
