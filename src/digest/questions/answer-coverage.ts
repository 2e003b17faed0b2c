import type { Language } from '../../language/language.ts'
import { shareOf } from '../../spend/sums.ts'
import type { CurrencyDigest, Digest, SourceCoverage } from '../digest.ts'
import { nameText, percent } from '../digest-words.ts'
import { showNano } from '../show-money.ts'
import { NO_PRICE, NO_TEAM } from './question-words.ts'

const LISTED = 5

/** How far the data goes, from which sources, and what it leaves out; what was asked about comes first. */
export function coverageLines(
  { coverage }: Digest,
  c: CurrencyDigest,
  { newest, words }: Readonly<{ newest: string | undefined; words: string }>,
  language: Language,
): string[] {
  const ko = language === 'ko'
  const through =
    newest === undefined
      ? []
      : [ko ? `확정된 데이터는 ${newest}까지 있습니다.` : `Settled data goes up to ${newest}.`]
  const sources = coverage.sources.slice(0, LISTED).map((s) => sourceText(s, language))
  const reach = [
    ...through,
    ...(sources.length === 0 ? [] : [`${ko ? '출처' : 'Sources'}: ${sources.join('; ')}.`]),
  ]
  const [nobody, unpriced] = [nobodyText(c, language), unpricedText(c, language)]
  if (NO_PRICE.test(words)) return [unpriced, nobody, ...reach]
  return NO_TEAM.test(words) ? [nobody, unpriced, ...reach] : [...reach, nobody, unpriced]
}

function sourceText({ source, missingDays, unsettledDays }: SourceCoverage, language: Language) {
  const ko = language === 'ko'
  const gaps = [
    ...(missingDays.length === 0
      ? []
      : [`${ko ? '없는 날' : 'missing'} ${missingDays.slice(0, LISTED).join(', ')}`]),
    ...(unsettledDays.length === 0
      ? []
      : [`${ko ? '미확정' : 'unsettled'} ${unsettledDays.slice(0, LISTED).join(', ')}`]),
  ]
  const state =
    gaps.length > 0
      ? gaps.join(', ')
      : ko
        ? '이 기간에 빠진 날 없음'
        : 'no day of this period missing'
  return `${nameText(source)} (${state})`
}

function nobodyText(c: CurrencyDigest, language: Language): string {
  const nobody = c.by.team.unnamed?.nano ?? 0n
  const share = c.totalNano > 0n ? ` (${percent(shareOf(nobody, c.totalNano), language)})` : ''
  const amount = `${showNano(nobody, c.currency, language)}${share}`
  return language === 'ko'
    ? `팀이 지정되지 않은 비용은 ${amount}입니다.`
    : `${amount} of the cost names no team.`
}

function unpricedText({ unpriced }: CurrencyDigest, language: Language): string {
  const names = unpriced.map((u) => nameText(u.model ?? u.provider)).slice(0, LISTED)
  if (names.length === 0)
    return language === 'ko' ? '가격 없는 사용은 없습니다.' : 'No use came without a price.'
  return language === 'ko'
    ? `가격을 모르는 사용: ${names.join(', ')}.`
    : `Use without a price, so of unknown cost: ${names.join(', ')}.`
}
