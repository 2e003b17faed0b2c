import type { Language } from '../language/language.ts'
import { showNumber } from '../language/numbers.ts'
import type { CurrencyDigest } from './digest.ts'
import { nameText, percent } from './digest-words.ts'
import { showNano } from './show-money.ts'

/** Unit costs, what caches and batch prices saved, idle capacity and further candidates for a pilot. */
export function savingLines(c: CurrencyDigest, language: Language): string[] {
  const ko = language === 'ko'
  const money = (nano: bigint) => showNano(nano, c.currency, language)
  const count = (n: number) => showNumber(n, language)
  const lines: string[] = c.unitCosts
    .filter(({ by, per }) => (by === 'total' || by === 'workload') && per === '1000-requests')
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
  for (const use of c.oversized.slice(1)) {
    const { lowNano, highNano } = use.savingPerMonth
    const calls = nameText(use.workload ?? use.team ?? use.model)
    lines.push(
      ko
        ? `시험 가치 있음 – ${calls}: ${nameText(use.model)} → ${nameText(use.candidate)}, ${count(use.pilotItems)}건 시험, 맞다면 월 ${money(lowNano)}~${money(highNano)} 절감`
        : `Worth a pilot – ${calls}: ${nameText(use.model)} → ${nameText(use.candidate)}, ${count(use.pilotItems)} items; if it holds, ${money(lowNano)} to ${money(highNano)} a month less`,
    )
  }
  return lines
}
