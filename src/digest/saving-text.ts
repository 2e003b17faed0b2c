import type { Language } from '../language/language.ts'
import { showNumber } from '../language/numbers.ts'
import type { OversizedUse } from '../spend/oversized-use.ts'
import type { CurrencyDigest } from './digest.ts'
import { nameText, percent } from './digest-words.ts'
import { showAbout, showNano, showSpan } from './show-money.ts'

/** What 1,000 requests cost, of all and of each workload, with their number. */
export function unitCostLines(c: CurrencyDigest, language: Language): string[] {
  const ko = language === 'ko'
  const money = (nano: bigint) => showNano(nano, c.currency, language)
  return c.unitCosts
    .filter(({ by, per }) => (by === 'total' || by === 'workload') && per === '1000-requests')
    .map(({ name, nano, denominator, beforeNano }) => {
      const whose = name === undefined ? (ko ? '전체' : 'All requests') : nameText(name)
      const requests = showNumber(denominator, language)
      const was = beforeNano === undefined ? '' : money(beforeNano)
      return ko
        ? `${whose}: ${money(nano)} (요청 ${requests}건${was && `, 이전 ${was}`})`
        : `${whose}: ${money(nano)} (${requests} requests${was && `, before ${was}`})`
    })
}

/** What caches and batch prices saved or could, and capacity that was paid for and not used. */
export function savingLines(c: CurrencyDigest, language: Language): string[] {
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
        ? `하루 기다려도 되는 일을 배치로 돌리면 최대 ${showAbout(c.batch.possibleNano, c.currency, language)} 절감 가능`
        : `Work that can wait a day could save up to ${showAbout(c.batch.possibleNano, c.currency, language)} at batch prices`,
    )
  if (c.idle)
    lines.push(
      ko
        ? `쓰지 않은 예약 용량 ${money(c.idle.nano)}`
        : `Reserved and not used: ${money(c.idle.nano)}`,
    )
  return lines
}

/** Further groups of calls that a smaller model may do, after the one in the headline. */
export function pilotLines({ oversized, currency }: CurrencyDigest, language: Language): string[] {
  return oversized.slice(1).map((use) => pilotLine(use, currency, language))
}

/** Calls that are worth a pilot on a smaller model, and what they could save. */
export function pilotLine(use: OversizedUse, currency: string, language: Language): string {
  const calls = nameText(use.workload ?? use.team ?? use.model)
  const saving = showSpan(use.savingPerMonth, currency, language)
  const items = showNumber(use.pilotItems, language)
  return language === 'ko'
    ? `${calls}: ${nameText(use.model)} → ${nameText(use.candidate)}, ${items}건 시험, 품질이 유지되면 월 ${saving} 절감`
    : `${calls}: ${nameText(use.model)} → ${nameText(use.candidate)}, ${items} items; if the quality holds, ${saving} a month less`
}
