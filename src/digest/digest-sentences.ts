import type { Bilingual, Language } from '../language/language.ts'
import { showDay } from '../language/numbers.ts'
import type { Anomaly } from '../spend/anomalies.ts'
import type { BudgetStanding, Likelihood } from '../spend/budget-risk.ts'
import { type Drivers, isShown } from '../spend/drivers.ts'
import { absolute, descending } from '../spend/sums.ts'
import type { Note, Snoozed } from './digest.ts'
import { nameText } from './digest-words.ts'
import { showChange, showNano } from './show-money.ts'

const DRIVER_WORDS = {
  newNano: { en: 'new models', ko: '새 모델' },
  requestsNano: { en: 'requests', ko: '요청 수' },
  lengthNano: { en: 'tokens per request', ko: '요청당 토큰' },
  volumeNano: { en: 'volume', ko: '사용량' },
  priceNano: { en: 'price', ko: '단가' },
  mixNano: { en: 'mix of models and tokens', ko: '모델·토큰 구성' },
  otherNano: { en: 'what has no quantity', ko: '수량 없는 항목' },
} as const

export type DriverKey = keyof typeof DRIVER_WORDS

/** Parts that are too small for a word of their own. */
export const REST: Bilingual = { en: 'smaller parts together', ko: '작은 요인 합계' }

/** The parts of a change that are worth a line, the largest first; volume gives way to its two parts. */
export function shownDrivers(drivers: Drivers, currency: string): [DriverKey, bigint][] {
  const split = drivers.requestsNano !== undefined
  const shown = (Object.keys(DRIVER_WORDS) as DriverKey[]).flatMap((key): [DriverKey, bigint][] => {
    const nano = drivers[key]
    const told = nano !== undefined && isShown(nano, drivers.changeNano, currency)
    return told && !(split && key === 'volumeNano') ? [[key, nano]] : []
  })
  return shown.sort(([, a], [, b]) => descending(absolute(a), absolute(b)))
}

/** The same in words. */
export function driverTexts(drivers: Drivers, currency: string, language: Language): string[] {
  const shown = shownDrivers(drivers, currency)
  const rest = restNano(drivers, shown)
  return [
    ...shown.map(([key, nano]) => [DRIVER_WORDS[key], nano] as const),
    ...(rest === 0n ? [] : [[REST, rest] as const]),
  ].map(([words, nano]) => `${words[language]} ${showChange(nano, currency, language)}`)
}

/** What the parts that are told leave of the change, where it is worth a word; else nothing. */
export function restNano({ changeNano }: Drivers, shown: readonly [unknown, bigint][]): bigint {
  const rest = shown.reduce((left, [, nano]) => left - nano, changeNano)
  return shown.length > 0 && absolute(rest) * 20n >= absolute(changeNano) ? rest : 0n
}

/** How likely a budget is to be passed, in words. */
export const LIKELY: Readonly<Record<Likelihood, Readonly<Record<Language, string>>>> = {
  'very-unlikely': { en: 'very unlikely to be passed', ko: '초과 가능성 매우 낮음' },
  unlikely: { en: 'unlikely to be passed', ko: '초과 가능성 낮음' },
  even: { en: 'as likely as not to be passed', ko: '초과 가능성 반반' },
  likely: { en: 'likely to be passed', ko: '초과 가능성 높음' },
  'very-likely': { en: 'very likely to be passed', ko: '초과 가능성 매우 높음' },
  certain: { en: 'passed already', ko: '이미 초과' },
}

/** A budget and how likely it is to be passed, in words. */
export function budgetText(b: BudgetStanding, currency: string, language: Language): string {
  const ko = language === 'ko'
  const amount = showNano(b.amountNano, currency, language)
  const whose = b.team === undefined ? '' : `${nameText(b.team)} `
  const risk =
    b.over === undefined
      ? ko
        ? `${showNano(b.spentNano, currency, language)} 사용`
        : `${showNano(b.spentNano, currency, language)} spent`
      : LIKELY[b.over][language]
  const day =
    b.runsOut === undefined ? '' : ko ? `, ${b.runsOut} 소진` : `, used up on ${b.runsOut}`
  return ko ? `${whose}예산 ${amount}: ${risk}${day}` : `${whose}budget of ${amount}: ${risk}${day}`
}

/** How far a budget is in danger, for comparison. */
export const budgetRank = ({ over }: BudgetStanding) =>
  over === undefined ? -1 : Object.keys(LIKELY).indexOf(over)

/** Where and when spend stood out, and from what. */
export function anomalyText(a: Anomaly, currency: string, language: Language): string {
  const ko = language === 'ko'
  const name = a.name === undefined ? (ko ? '전체' : 'all spend') : nameText(a.name)
  const money = (nano: bigint) => showNano(nano, currency, language)
  const day = showDay(a.day, language)
  const level = a.kind === 'level'
  return ko
    ? `${name}, ${day}${level ? '부터 새 수준' : ''} ${money(a.nano)}(평소 ${money(a.usualNano)})`
    : `${name} ${level ? 'has had a new level since' : 'on'} ${day}, ${money(a.nano)} (usually ${money(a.usualNano)})`
}

/** Anomalies that are kept out of the other lines, and until when. */
export function snoozedLines(snoozed: readonly Snoozed[], language: Language): string[] {
  return snoozed.map(({ anomaly, currency, until, zone }) => {
    const about = anomalyText(anomaly, currency, language)
    const end = momentText(until, zone, language)
    return language === 'ko' ? `${about}: ${end}까지 알리지 않음` : `${about}: snoozed until ${end}`
  })
}

/** A moment (epoch ms) on a zone's clock. Example: `Nov 30, 2026, 9:00 AM GMT+9`. */
export function momentText(at: number, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-US', {
    ...{ year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
    ...{ timeZone: zone, timeZoneName: 'short' },
  }).format(new Date(at))
}

/** What has to be known to read the figures rightly. */
export function noteLine(note: Note, language: Language): string {
  const ko = language === 'ko'
  switch (note.kind) {
    case 'no-data':
      return ko
        ? `이 기간에는 가져온 지출 데이터가 없어 지출을 알 수 없습니다(0이 아닙니다). ${note.lastDay === undefined ? '' : `데이터가 있는 마지막 날은 ${note.lastDay}입니다. `}청구 파일이나 제공사 데이터를 가져오면 표시됩니다.`
        : `No spend was imported for this period, so it is unknown, not zero. ${note.lastDay === undefined ? '' : `The last day with data is ${note.lastDay}. `}Once a bill or a provider’s data is imported it shows here.`
    case 'missing-days':
      return ko
        ? `데이터가 없는 날(0이 아니라 알 수 없음): ${note.days.join(', ')}`
        : `Days without data (unknown, not zero): ${note.days.join(', ')}`
    case 'unsettled-days':
      return ko
        ? `아직 확정되지 않아 뺀 날: ${note.days.join(', ')}`
        : `Days left out because they are not settled yet: ${note.days.join(', ')}`
    case 'before-unknown':
      return ko
        ? '이전 기간에는 가져온 지출 데이터가 없어 비교할 수 없습니다.'
        : 'No spend was imported for the period before, so there is nothing to compare with.'
    case 'compared-in-part':
      return ko
        ? `두 기간에 모두 있는 날만 비교했습니다(확정된 ${note.settled}일 중 ${note.compared}일).`
        : `Only days that both periods have are compared (${note.compared} of ${note.settled} settled days).`
    case 'several-currencies':
      return ko
        ? '통화가 다른 금액은 따로 표시하며 서로 더하지 않습니다.'
        : 'Amounts in different currencies are shown apart and never added together.'
    case 'not-billed-in':
      return ko
        ? `${note.currency}로 청구된 지출이 없어, 청구된 통화 그대로 표시합니다.`
        : `Nothing was billed in ${note.currency}, so amounts stand as billed.`
    case 'sample':
      return ko
        ? '가상의 회사로 만든 예시 데이터입니다.'
        : 'These are sample figures of a made-up company.'
    default:
      return note satisfies never
  }
}
