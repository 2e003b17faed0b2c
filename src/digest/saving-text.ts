import type { Language } from '../language/language.ts'
import { showNumber } from '../language/numbers.ts'
import type { OversizedUse } from '../spend/oversized-use.ts'
import type { CurrencyDigest } from './digest.ts'
import { nameText, percent } from './digest-words.ts'
import { showNano } from './show-money.ts'

/** Unit costs, what caches and batch prices saved, idle capacity and further candidates for a pilot. */
export function savingLines(c: CurrencyDigest, language: Language): string[] {
  return [
    ...unitCostLines(c, language),
    ...savedLines(c, language),
    ...c.oversized.slice(1).map((use) => pilotLine(use, c.currency, language)),
  ]
}

/** Unit costs that are shown: of all spend and of the five largest workloads. */
const UNITS = 6

function unitCostLines(c: CurrencyDigest, language: Language): string[] {
  const ko = language === 'ko'
  const money = (nano: bigint) => showNano(nano, c.currency, language)
  const count = (n: number) => showNumber(n, language)
  return c.unitCosts
    .filter(({ by, per }) => (by === 'total' || by === 'workload') && per === '1000-requests')
    .slice(0, UNITS)
    .map(({ name, nano, denominator, beforeNano }) => {
      const whose = name === undefined ? '' : ` ${nameText(name)}`
      const was =
        beforeNano === undefined
          ? ''
          : ko
            ? `, 이전 ${money(beforeNano)}`
            : `, before ${money(beforeNano)}`
      return ko
        ? `요청 1,000건당${whose} ${money(nano)} (n = ${count(denominator)}${was})`
        : `Per 1,000 requests${whose}: ${money(nano)} (n = ${count(denominator)}${was})`
    })
}

/** What caches and batch prices saved or could save, and idle capacity. */
export function savedLines(c: CurrencyDigest, language: Language): string[] {
  const ko = language === 'ko'
  const money = (nano: bigint) => showNano(nano, c.currency, language)
  const lines: string[] = []
  if (c.cache)
    lines.push(
      c.cache.nano < 0n
        ? ko
          ? `캐시: 절감보다 쓰기 비용이 ${money(-c.cache.nano)} 더 들었습니다.`
          : `Caching cost ${money(-c.cache.nano)} more than it saved.`
        : ko
          ? `캐시 절감 ${money(c.cache.nano)}`
          : `Caching saved ${money(c.cache.nano)}`,
    )
  if (c.batch && c.batch.share > 0)
    lines.push(
      ko
        ? `배치 절감 ${money(c.batch.savedNano)}(비용의 ${percent(c.batch.share, language)})`
        : `Batch prices saved ${money(c.batch.savedNano)} (${percent(c.batch.share, language)} of the cost)`,
    )
  if (c.batch && c.batch.possibleNano > 0n)
    lines.push(
      ko
        ? `하루 기다려도 되는 일을 배치로 돌리면 최대 ${money(c.batch.possibleNano)} 절감 가능`
        : `Work that can wait a day could save up to ${money(c.batch.possibleNano)} at batch prices`,
    )
  if (c.idle)
    lines.push(
      ko
        ? `쓰지 않은 예약 용량 ${money(c.idle.nano)}`
        : `Reserved and not used: ${money(c.idle.nano)}`,
    )
  return lines
}

/** Calls that are worth a pilot on a smaller model, and what they could save. */
export function pilotLine(use: OversizedUse, currency: string, language: Language): string {
  const { lowNano, highNano } = use.savingPerMonth
  const [low, high] = [lowNano, highNano].map((nano) => showNano(nano, currency, language))
  const calls = nameText(use.workload ?? use.team ?? use.model)
  const items = showNumber(use.pilotItems, language)
  return language === 'ko'
    ? `시험 가치 있음 – ${calls}: ${nameText(use.model)} → ${nameText(use.candidate)}, ${items}건 시험, 맞다면 월 ${low}~${high} 절감`
    : `Worth a pilot – ${calls}: ${nameText(use.model)} → ${nameText(use.candidate)}, ${items} items; if it holds, ${low} to ${high} a month less`
}
