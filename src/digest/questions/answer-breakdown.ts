import { josa } from '../../language/josa.ts'
import type { Language } from '../../language/language.ts'
import type { Dimension, Line } from '../../spend/breakdown.ts'
import { absolute, descending, shareOf } from '../../spend/sums.ts'
import type { CurrencyDigest } from '../digest.ts'
import { BY } from '../digest-details.ts'
import { breakdownText, NOBODY, nameText, percent } from '../digest-words.ts'
import { showChange, showNano } from '../show-money.ts'
import { ONE } from './answer-amounts.ts'
import type { SpendQuestion } from './spend-question.ts'

/** What is shown where no grouping was asked for: the first that the bills name. */
const USUAL: readonly Dimension[] = ['workload', 'team', 'model', 'provider']

/** Who spent how much; the largest, smallest or most changed said first. */
export function breakdownLines(
  c: CurrencyDigest,
  { by: asked, rank }: SpendQuestion,
  language: Language,
): string[] {
  const by = asked ?? USUAL.find((one) => c.by[one].lines.some((l) => l.nano !== 0n)) ?? 'model'
  const ko = language === 'ko'
  const money = (nano: bigint) => showNano(nano, c.currency, language)
  const { lines } = c.by[by]
  const billed = lines.filter((l) => l.nano !== 0n)
  if (billed.length === 0)
    return [
      ko
        ? `청구 내역에 ${ONE[by].ko} 이름이 없어 ${ONE[by].ko}별로는 알 수 없습니다.`
        : `The bills name no ${ONE[by].en}, so spend by ${ONE[by].en} is not known.`,
    ]
  const changed = lines
    .filter((l) => l.changeNano !== undefined && l.changeNano !== 0n)
    .toSorted((a, b) => descending(absolute(a.changeNano ?? 0n), absolute(b.changeNano ?? 0n)))
    .slice(0, 3)
    .map((l) => `${nameText(l.name)} ${showChange(l.changeNano ?? 0n, c.currency, language)}`)
  const head =
    rank === 'grew' || rank === 'fell'
      ? changedLine(c, by, lines, rank, language)
      : largestLine(c, by, rank === 'least' ? billed.at(-1) : billed[0], rank, language)
  return [
    head,
    `${BY[by][language]}: ${breakdownText(c.by[by], NOBODY[by][language], language, money)}.`,
    ...(changed.length === 0 ? [] : [`${ko ? '변화' : 'Changed most'}: ${changed.join(', ')}.`]),
  ]
}

function largestLine(
  c: CurrencyDigest,
  by: Dimension,
  first: Line | undefined,
  rank: SpendQuestion['rank'],
  language: Language,
): string {
  const { name, nano } = first ?? { name: '', nano: 0n }
  const share = c.totalNano > 0n ? ` (${percent(shareOf(nano, c.totalNano), language)})` : ''
  const amount = `${showNano(nano, c.currency, language)}${share}`
  return language === 'ko'
    ? `가장 ${rank === 'least' ? '적게' : '많이'} 쓴 ${ONE[by].ko}: ${nameText(name)} ${amount}.`
    : `The ${ONE[by].en} with the ${rank === 'least' ? 'least' : 'most'} spend is ${nameText(name)}: ${amount}.`
}

function changedLine(
  { currency }: CurrencyDigest,
  by: Dimension,
  lines: readonly Line[],
  rank: 'grew' | 'fell',
  language: Language,
): string {
  const ko = language === 'ko'
  const grew = rank === 'grew'
  const known = lines
    .filter((l) => (grew ? (l.changeNano ?? 0n) > 0n : (l.changeNano ?? 0n) < 0n))
    .toSorted((a, b) => descending(absolute(a.changeNano ?? 0n), absolute(b.changeNano ?? 0n)))
  const [first] = known
  if (first?.changeNano === undefined) {
    const isCompared = lines.some((l) => l.changeNano !== undefined)
    if (!isCompared)
      return ko
        ? '비교할 수 있는 이전 기간이 없어 변화는 알 수 없습니다.'
        : 'There is no period before to compare with, so changes are not known.'
    return ko
      ? `지출이 ${grew ? '늘어난' : '줄어든'} ${ONE[by].ko}${josa(ONE[by].ko, '이/가')} 없습니다.`
      : `No ${ONE[by].en} spent ${grew ? 'more' : 'less'} than in the period before.`
  }
  const change = showChange(first.changeNano, currency, language)
  const now = showNano(first.nano, currency, language)
  return ko
    ? `가장 많이 ${grew ? '늘어난' : '줄어든'} ${ONE[by].ko}: ${nameText(first.name)} ${change} (${now}).`
    : `The ${ONE[by].en} that ${grew ? 'grew' : 'fell'} most is ${nameText(first.name)}: ${change}, to ${now}.`
}
