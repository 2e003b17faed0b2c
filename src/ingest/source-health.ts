import { filled } from '../language/filled.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { showDate } from '../language/numbers.ts'
import { dayNumber, isoDay } from '../spend/calendar.ts'
import {
  type ChargeSource,
  type ChargeStore,
  OWN_SOURCE,
  SAMPLE_SOURCE,
  type SourceState,
} from './ports.ts'

/** How a source of charges stands. */
export type SourceHealth = Readonly<{
  source: string
  name: string
  /** Whether it is read by itself, and not brought in as a file. */
  polled: boolean
  state: SourceState
  /** First and last day that it has handed over, as far as they are looked for. */
  days?: Readonly<{ from: string; to: string }>
}>

type Means = Readonly<{
  charges: Pick<ChargeStore, 'sources' | 'knownDays'>
  sourcesOf: (tenant: string) => Promise<readonly ChargeSource[]>
  now: () => number
}>

/** How far back days are looked for. */
const YEAR = 366

/** The sources of a tenant: services that are read by themselves, then what came as files. */
export function createSourceHealth({ charges, sourcesOf, now }: Means) {
  return async (tenant: string): Promise<readonly SourceHealth[]> => {
    const today = isoDay(Math.floor(now() / 86_400_000))
    const [connected, states, known] = await Promise.all([
      sourcesOf(tenant),
      charges.sources(tenant),
      charges.knownDays(tenant, isoDay(dayNumber(today) - YEAR), today),
    ])
    const polled = connected.filter(({ id }) => id !== OWN_SOURCE)
    const files = [...new Set(known.map(({ source }) => source))].filter(
      (source) => source !== OWN_SOURCE && !polled.some(({ id }) => id === source),
    )
    const rows = [
      ...polled.map(({ id, name }) => ({ source: id, name, polled: true })),
      ...files.sort().map((source) => ({ source, name: source, polled: false })),
    ]
    return rows.map((row) => {
      const days = known.filter(({ source }) => source === row.source).map(({ day }) => day)
      const [from, to] = [days.toSorted()[0], days.toSorted().at(-1)]
      return {
        ...row,
        state: states.find(({ source }) => source === row.source) ?? { source: row.source },
        ...(from !== undefined && to !== undefined ? { days: { from, to } } : {}),
      }
    })
  }
}

const SAY = {
  none: {
    en: 'No spend source is connected, and no bill was brought in.',
    ko: '연결된 지출 출처가 없고, 가져온 청구 자료도 없습니다.',
  },
  sample: { en: 'Sample data, made up', ko: '예시 데이터(지어낸 값)' },
  file: { en: 'brought in as a file', ko: '파일로 가져옴' },
  success: { en: 'last success', ko: '마지막 성공' },
  never: { en: 'never', ko: '없음' },
  tried: { en: 'last attempt', ko: '마지막 시도' },
  notTried: { en: 'not read yet', ko: '아직 읽지 않음' },
  settled: { en: 'settled through {day}, {lag} days behind', ko: '{day}까지 확정, {lag}일 뒤처짐' },
  unsettled: { en: 'no day settled yet', ko: '확정된 날 없음' },
  days: { en: 'days {from} to {to}', ko: '{from}부터 {to}까지' },
  failing: { en: 'Failing', ko: '실패' },
} as const satisfies Record<string, Bilingual>

/** Each source on one line: last success, lag and why it fails, with dates; UTC. */
export function sourceHealthLines(
  rows: readonly SourceHealth[],
  now: number,
  language: Language,
): readonly string[] {
  if (rows.length === 0) return [SAY.none[language]]
  return rows.map(({ source, name, polled, state, days }) => {
    const title = source === SAMPLE_SOURCE ? SAY.sample[language] : name
    const span = days
      ? [
          filled(SAY.days, language, {
            from: showDate(days.from, language),
            to: showDate(days.to, language),
          }),
        ]
      : []
    const origin = source === SAMPLE_SOURCE ? [] : [SAY.file[language]]
    if (!polled) return `${title}: ${[...origin, ...span].join('; ')}`
    const parts =
      state.triedAt === undefined
        ? [SAY.notTried[language], ...span]
        : [
            `${SAY.success[language]} ${moment(state.readAt, language)}`,
            ...(state.problem ? [`${SAY.tried[language]} ${moment(state.triedAt, language)}`] : []),
            settled(state.settledThrough, now, language),
          ]
    const why = state.problem ? ` ${SAY.failing[language]}: ${state.problem[language]}` : ''
    return `${title}: ${parts.join('; ')}.${why}`
  })
}

function settled(day: string | undefined, now: number, language: Language): string {
  if (day === undefined) return SAY.unsettled[language]
  const lag = Math.max(0, Math.floor(now / 86_400_000) - dayNumber(day))
  return filled(SAY.settled, language, { day: showDate(day, language), lag: String(lag) })
}

function moment(at: number | undefined, language: Language): string {
  if (at === undefined) return SAY.never[language]
  const iso = new Date(at).toISOString()
  return `${showDate(iso, language)} ${iso.slice(11, 16)} UTC`
}
