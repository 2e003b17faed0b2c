import { josa } from '../../language/josa.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import { showNumber } from '../../language/numbers.ts'
import type { Dimension } from '../../spend/breakdown.ts'
import { descending, divideNano, shareOf } from '../../spend/sums.ts'
import type { UnitCost } from '../../spend/unit-costs.ts'
import { type BilledAmount, billedTotals, convertedLines } from '../converted-text.ts'
import type { CurrencyDigest, Digest } from '../digest.ts'
import { totalLine } from '../digest-text.ts'
import { breakdownText, nameText, percent } from '../digest-words.ts'
import { showChange, showNano, showShare } from '../show-money.ts'
import type { Family } from './model-family.ts'
import type { Known } from './names-in-data.ts'
import { PER_TOKENS } from './question-words.ts'
import type { SpendQuestion } from './spend-question.ts'

/** What one of a kind is called. */
export const ONE: Readonly<Record<Dimension, Bilingual>> = {
  provider: { en: 'provider', ko: '제공사' },
  model: { en: 'model', ko: '모델' },
  team: { en: 'team', ko: '팀' },
  project: { en: 'project', ko: '프로젝트' },
  workload: { en: 'workload', ko: '작업' },
}

/** What was spent: all of it, or by one of those the data names. */
export function totalLines(
  digest: Digest,
  c: CurrencyDigest,
  about: Known | undefined,
  language: Language,
): string[] {
  const ko = language === 'ko'
  const money = (nano: bigint) => showNano(nano, c.currency, language)
  if (about) {
    const line = c.by[about.by].lines.find((l) => l.name === about.name)
    const nano = line?.nano ?? 0n
    const share = c.totalNano > 0n ? `, ${percent(shareOf(nano, c.totalNano), language)}` : ''
    const change =
      line?.changeNano === undefined
        ? ''
        : ko
          ? ` 이전 기간 대비 ${showChange(line.changeNano, c.currency, language)}.`
          : ` Change against the period before: ${showChange(line.changeNano, c.currency, language)}.`
    const [what, whose] = [ONE[about.by][language], nameText(about.name)]
    return [
      ko
        ? `${whose}(${what}) 지출은 ${money(nano)}입니다(전체 ${money(c.totalNano)}${share}).${change}`
        : `The ${what} ${whose} cost ${money(nano)} (of ${money(c.totalNano)}${share}).${change}`,
    ]
  }
  const others = c.billedNano === c.totalNano ? [] : [c.billedNano]
  return [
    totalLine(digest, language),
    ...others.map((billed) =>
      ko
        ? `세금·크레딧·구매까지 청구된 금액은 ${money(billed)}입니다.`
        : `Billed with tax, credits and purchases: ${money(billed)}.`,
    ),
  ]
}

/** The amounts that such lines lead with, as billed. */
export function amountsOf(
  digest: Digest,
  { by, currency }: CurrencyDigest,
  about: Known | undefined,
): readonly BilledAmount[] {
  if (!about) return billedTotals(digest)
  return by[about.by].lines
    .filter(({ name }) => name === about.name)
    .map(({ nano, changeNano }) => ({
      ...{ currency, nano },
      ...(changeNano === undefined ? {} : { changeNano }),
    }))
}

/** What models that share a name cost together. */
export function familyLines(
  digest: Digest,
  c: CurrencyDigest,
  { called, names }: Family,
  language: Language,
): string[] {
  const lines = c.by.model.lines.filter((l) => names.includes(l.name))
  const sum = lines.reduce((total, l) => total + l.nano, 0n)
  const money = (nano: bigint) => showNano(nano, c.currency, language)
  const share = c.totalNano > 0n ? `, ${percent(shareOf(sum, c.totalNano), language)}` : ''
  const parts = breakdownText({ lines }, '', language, money)
  return [
    language === 'ko'
      ? `이름에 “${called}”${josa(called, '이/가')} 있는 모델의 지출은 ${money(sum)}입니다(전체 ${money(c.totalNano)}${share}).`
      : `The models called “${called}” cost ${money(sum)} (of ${money(c.totalNano)}${share}).`,
    `${parts}.`,
    ...convertedLines([{ currency: c.currency, nano: sum }], digest, language),
  ]
}

/** What was spent on average on a settled day. */
export function perDayLines(
  { coverage }: Digest,
  c: CurrencyDigest,
  about: Known | undefined,
  language: Language,
): string[] {
  const days = coverage.settledDays.length
  const line = about && c.by[about.by].lines.find((l) => l.name === about.name)
  const nano = about ? line?.nano : c.totalNano
  if (days === 0 || nano === undefined) return []
  const amount = showNano(divideNano(nano, BigInt(days)), c.currency, language)
  const n = showNumber(days, language)
  return [
    language === 'ko'
      ? `확정된 ${n}일 동안 하루 평균 ${amount}입니다.`
      : `On average ${amount} a day, over ${n} settled ${days === 1 ? 'day' : 'days'}.`,
  ]
}

/** What a thousand requests (or a million tokens) cost, and where most. */
export function unitCostLines(
  c: CurrencyDigest,
  { by: asked, rank, words }: SpendQuestion,
  about: Known | undefined,
  language: Language,
): string[] {
  const by = asked ?? about?.by
  if (by === 'provider' || by === 'project')
    return [
      language === 'ko'
        ? `단위 비용은 팀, 작업, 모델별로만 계산하며 ${ONE[by].ko}별로는 알 수 없습니다.`
        : `Unit costs are worked out by team, workload and model; by ${ONE[by].en} they are not known.`,
    ]
  const own = c.unitCosts.filter((u) =>
    about && !asked ? u.by === about.by && u.name === about.name : u.by === (by ?? 'total'),
  )
  const wanted = PER_TOKENS.test(words) ? '1M-tokens' : '1000-requests'
  const counted = own.filter((u) => u.per === wanted)
  const known = (counted.length > 0 ? counted : own).toSorted(
    (a, b) => descending(a.nano, b.nano) * (rank === 'least' ? -1 : 1),
  )
  const [first] = known
  if (!first) return [noUnits(c, about, language)]
  const head =
    by === undefined || (about && !asked)
      ? unitText(first, c.currency, language)
      : language === 'ko'
        ? `단위 비용이 가장 ${rank === 'least' ? '낮은' : '높은'} ${ONE[by].ko}: ${unitText(first, c.currency, language)}`
        : `The ${ONE[by].en} with the ${rank === 'least' ? 'lowest' : 'highest'} unit cost is ${unitText(first, c.currency, language)}`
  const others = known
    .slice(1)
    .map((u) => `${nameText(u.name ?? '')} ${showNano(u.nano, c.currency, language)}`)
  return [
    `${head}.`,
    ...(others.length === 0
      ? []
      : [`${language === 'ko' ? '다음' : 'Then'}: ${others.join(', ')}.`]),
    ...(asked === undefined || by === undefined ? [] : unknownUnits(c, by, known, language)),
  ]
}

function unitText(
  { name, per, nano, denominator, beforeNano }: UnitCost,
  currency: string,
  language: Language,
): string {
  const ko = language === 'ko'
  const money = (n: bigint) => showNano(n, currency, language)
  const all = ko ? '전체, ' : 'All spend, '
  const whose = name === undefined ? all : `${nameText(name)}, `
  const unit = {
    '1000-requests': { en: 'per 1,000 requests', ko: '요청 1,000건당' },
    '1M-tokens': { en: 'per 1M tokens', ko: '토큰 100만 개당' },
  }[per][language]
  const n = showNumber(denominator, language)
  const share = beforeNano
    ? `, ${showShare(Number(nano - beforeNano) / Number(beforeNano), language)}`
    : ''
  const before =
    beforeNano === undefined ? '' : `, ${ko ? '이전' : 'before'} ${money(beforeNano)}${share}`
  return ko
    ? `${whose}${unit} ${money(nano)} (n = ${n}${before})`
    : `${whose}${money(nano)} ${unit} (n = ${n}${before})`
}

function noUnits(c: CurrencyDigest, about: Known | undefined, language: Language): string {
  const ko = language === 'ko'
  if (about && c.unitCosts.length > 0) {
    const name = nameText(about.name)
    return ko
      ? `${name}의 단위 비용은 알 수 없습니다. 요청 수나 토큰 수가 청구 내역에 없거나 비용이 큰 것에 들지 않습니다.`
      : `The unit cost of ${name} is not known: the bills do not say its requests and tokens, or it is not among the largest.`
  }
  return ko
    ? '청구 내역에 요청 수와 토큰 수가 없어 단위 비용은 알 수 없습니다.'
    : 'The bills say neither requests nor tokens, so unit costs are not known.'
}

/** Groups with cost whose unit cost is not among those worked out. */
function unknownUnits(
  c: CurrencyDigest,
  by: Dimension,
  known: readonly UnitCost[],
  language: Language,
): string[] {
  const names = new Set(known.map((u) => u.name))
  const missing = c.by[by].lines
    .filter((l) => l.nano > 0n && !names.has(l.name))
    .map((l) => nameText(l.name))
  if (missing.length === 0) return []
  const list = missing.slice(0, 5).join(', ')
  return [
    language === 'ko'
      ? `비교하지 않은 것(요청 수를 모르거나 비용이 큰 것에 들지 않음): ${list}.`
      : `Not compared, because their requests are unknown or they are not among the largest: ${list}.`,
  ]
}
