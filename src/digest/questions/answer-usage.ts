import type { Language } from '../../language/language.ts'
import { showNumber } from '../../language/numbers.ts'
import type { Dimension } from '../../spend/breakdown.ts'
import type { UnitCost } from '../../spend/unit-costs.ts'
import type { CurrencyDigest } from '../digest.ts'
import { nameText, percent } from '../digest-words.ts'
import { ONE } from './answer-amounts.ts'
import type { Known } from './names-in-data.ts'
import { CACHING } from './question-words.ts'
import type { SpendQuestion } from './spend-question.ts'

const LISTED = 6

/** How many requests and tokens the bills count, of all or of one of the largest groups. */
export function usageLines(
  c: CurrencyDigest,
  about: Known | undefined,
  { by, words }: Pick<SpendQuestion, 'by' | 'words'>,
  language: Language,
): string[] {
  if (by !== undefined && about?.by !== by) return usageBy(c, by, words, language)
  const ko = language === 'ko'
  const counted = c.unitCosts.filter((u) =>
    about ? u.by === about.by && u.name === about.name : u.by === 'total',
  )
  const cached = about || !CACHING.test(words) ? [] : cachedLines(c, language)
  const whose = about ? `${nameText(about.name)}: ` : ''
  const counts = counted.map((u) => countText(u, language))
  if (counts.length > 0) return [...cached, `${whose}${counts.join(', ')}.`]
  if (about && c.unitCosts.length > 0)
    return [
      ko
        ? `${nameText(about.name)}의 요청 수와 토큰 수는 계산하지 않았습니다(청구 내역에 없거나 비용이 큰 것에 들지 않음).`
        : `Requests and tokens of ${nameText(about.name)} are not worked out: the bills do not say them, or it is not among the largest.`,
    ]
  return [
    ko
      ? '청구 내역에 요청 수와 토큰 수가 없어 알 수 없습니다.'
      : 'The bills say neither requests nor tokens, so this is not known.',
  ]
}

/** Who or what uses how many tokens, or requests where those are asked for; the most first. */
function usageBy(c: CurrencyDigest, by: Dimension, words: string, language: Language): string[] {
  const ko = language === 'ko'
  const per = /\b(?:requests?|calls?)\b|요청|호출/i.test(words) ? '1000-requests' : '1M-tokens'
  const counted = c.unitCosts
    .filter((u) => u.by === by && u.per === per)
    .toSorted((a, b) => b.denominator - a.denominator)
  if (counted.length === 0)
    return [
      ko
        ? `${ONE[by].ko}별 사용량은 청구 내역에 없거나 계산하지 않아 알 수 없습니다.`
        : `Use by ${ONE[by].en} is not known: the bills do not say it, or it is not worked out.`,
    ]
  const list = counted
    .slice(0, LISTED)
    .map((u) => `${nameText(u.name ?? '')} ${countText(u, language)}`)
    .join(', ')
  return [ko ? `${ONE[by].ko}별 사용량: ${list}.` : `Most used by ${ONE[by].en}: ${list}.`]
}

/** Tokens that were read from caches, and their share of all that are counted. */
function cachedLines({ cache, unitCosts }: CurrencyDigest, language: Language): string[] {
  const ko = language === 'ko'
  if (!cache)
    return [
      ko
        ? '청구 내역에 캐시에 관한 내용이 없어 알 수 없습니다.'
        : 'The bills say nothing about caches, so this is not known.',
    ]
  const all = unitCosts.find((u) => u.by === 'total' && u.per === '1M-tokens')?.denominator
  const share = all ? `, ${percent(cache.readTokens / all, language)}` : ''
  const n = showNumber(cache.readTokens, language)
  return [
    ko
      ? `캐시에서 읽은 토큰: ${n}개${share && `(입력과 출력 전체의${share.slice(1)})`}.`
      : `Read from caches: ${n} tokens${share && ` (${share.slice(2)} of all, input and output)`}.`,
  ]
}

function countText({ per, denominator, coverage }: UnitCost, language: Language): string {
  const ko = language === 'ko'
  const n = showNumber(denominator, language)
  const of =
    coverage >= 1
      ? ''
      : ko
        ? ` (비용의 ${percent(coverage, language)} 기준)`
        : ` (of ${percent(coverage, language)} of the cost)`
  if (per === '1000-requests') return ko ? `요청 ${n}건${of}` : `${n} requests${of}`
  return ko ? `토큰 ${n}개${of}` : `${n} tokens${of}`
}
