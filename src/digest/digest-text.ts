import type { Language } from '../language/language.ts'
import { showNumber } from '../language/numbers.ts'
import type { BudgetStanding } from '../spend/budget-risk.ts'
import type { CurrencyDigest, Digest } from './digest.ts'
import { digestDetails } from './digest-details.ts'
import { anomalyText, budgetRank, budgetText, driverTexts, noteLine } from './digest-sentences.ts'
import { nameText, percent } from './digest-words.ts'
import { showChange, showNano, showShare } from './show-money.ts'

/** The headline of a period. */
export function digestTitle({ period }: Digest, language: Language): string {
  const { cadence, key, from, to } = period
  const ko = language === 'ko'
  switch (cadence) {
    case 'daily':
      return ko ? `AI 지출 일간 요약 ${key} (UTC)` : `AI spend, ${key} (UTC)`
    case 'weekly':
      return ko
        ? `AI 지출 주간 요약 ${key} (${from} ~ ${to}, UTC)`
        : `AI spend, week ${key} (${from} to ${to}, UTC)`
    case 'monthly':
      return ko ? `AI 지출 월간 요약 ${key} (UTC)` : `AI spend, month ${key} (UTC)`
    default:
      return cadence satisfies never
  }
}

/** Everything as lines: what leads, then the details. */
export function digestLines(digest: Digest, language: Language): string[] {
  return [...digestHeadline(digest, language), ...digestDetails(digest, language)]
}

/**
 * At most five lines: total and change, why, the month ahead, what stands out, what to do. Where
 * nothing is known of the period, why.
 */
export function digestHeadline(digest: Digest, language: Language): string[] {
  const [main] = digest.currencies
  if (!main) return digest.notes.slice(0, 1).map((note) => noteLine(note, language))
  return [
    totalLine(digest, main, language),
    ...whyLine(main, language),
    monthLine(main, language),
    abnormalLine(main, language),
    ...actionLine(digest, main, language),
  ]
}

function totalLine(digest: Digest, main: CurrencyDigest, language: Language): string {
  const ko = language === 'ko'
  const { period, dataThrough, currencies } = digest
  const own = currencies.map(
    (c) => `${showNano(c.totalNano, c.currency, language)}${change(c, language)}`,
  )
  const partial =
    dataThrough !== undefined && dataThrough < period.to
      ? ko
        ? ` 데이터는 ${dataThrough}까지입니다.`
        : ` Data through ${dataThrough}.`
      : ''
  const against = main.comparison
    ? ko
      ? ` (${beforeWords(digest, language)} 대비)`
      : ` against ${beforeWords(digest, language)}`
    : ''
  return ko
    ? `합계 ${own.join(', ')}${against}.${partial}`
    : `Total ${own.join('; ')}${against}.${partial}`
}

function change({ comparison, currency }: CurrencyDigest, language: Language): string {
  if (!comparison) return ''
  const { changeNano, share } = comparison
  const shown = showChange(changeNano, currency, language)
  return `, ${shown}${share === undefined ? '' : ` (${showShare(share, language)})`}`
}

/** What the period is held against, and on how many days where those are not all. */
function beforeWords({ period, coverage }: Digest, language: Language): string {
  const ko = language === 'ko'
  const names = {
    daily: ko ? '전주 같은 요일' : 'the same weekday a week before',
    weekly: ko ? '전주' : 'the week before',
    monthly: ko ? '전월' : 'the month before',
  }
  const { comparedDays, settledDays } = coverage
  const part = comparedDays.length < settledDays.length
  const days = ko
    ? `, 같은 ${comparedDays.length}일 기준`
    : ` on the ${comparedDays.length} ${comparedDays.length === 1 ? 'day' : 'days'} both have`
  return `${names[period.cadence]}${part ? days : ''}`
}

function whyLine({ drivers, movers, currency }: CurrencyDigest, language: Language): string[] {
  if (!drivers) return []
  const ko = language === 'ko'
  const parts = driverTexts(drivers.all, currency, language)
  const [mover] = movers.workload.length > 0 ? movers.workload : movers.model
  const led = mover
    ? `${nameText(mover.name)} ${showChange(mover.changeNano ?? 0n, currency, language)}`
    : undefined
  if (parts.length === 0 && led === undefined) return [ko ? '변화 없음.' : 'Nothing changed.']
  const why =
    parts.length > 0
      ? parts.join(', ')
      : ko
        ? '눈에 띄는 요인 없음'
        : 'no single driver worth a line'
  return [
    ko
      ? `원인: ${why}${led ? `. 가장 큰 변화: ${led}` : ''}.`
      : `Why: ${why}${led ? `; moved most: ${led}` : ''}.`,
  ]
}

function monthLine({ forecast, budgets, currency }: CurrencyDigest, language: Language): string {
  const ko = language === 'ko'
  if ('tooFewDays' in forecast)
    return ko
      ? `월말 전망: 기록이 ${forecast.tooFewDays}일뿐이라 아직 낼 수 없습니다(28일 필요).`
      : `Month ahead: not enough history to foresee it (${forecast.tooFewDays} of 28 days).`
  const money = (nano: bigint) => showNano(nano, currency, language)
  const { lowNano, highNano } = forecast.total
  const range = ko
    ? `${forecast.month} 월말 전망 ${money(lowNano)}~${money(highNano)}`
    : `${forecast.month} is heading for ${money(lowNano)} to ${money(highNano)}`
  const worst = budgets
    .filter((b) => b.month === forecast.month)
    .reduce<BudgetStanding | undefined>(
      (a, b) => (a && budgetRank(a) >= budgetRank(b) ? a : b),
      undefined,
    )
  return `${range}${worst ? `; ${budgetText(worst, currency, language)}` : ''}.`
}

function abnormalLine({ anomalies, currency }: CurrencyDigest, language: Language): string {
  const ko = language === 'ko'
  if ('tooFewDays' in anomalies)
    return ko
      ? `이상 지출: 기록이 ${anomalies.tooFewDays}일뿐이라 아직 판단할 수 없습니다(28일 필요).`
      : `Anomalies: not enough history to tell (${anomalies.tooFewDays} of 28 days).`
  const [first, ...more] = anomalies.found
  if (!first) return ko ? '이상 지출 없음.' : 'Nothing stands out.'
  const rest = more.length === 0 ? '' : ko ? ` 외 ${more.length}건` : ` and ${more.length} more`
  return `${ko ? '이상 지출' : 'Stands out'}: ${anomalyText(first, currency, language)}${rest}.`
}

function actionLine({ followUp }: Digest, main: CurrencyDigest, language: Language): string[] {
  const ko = language === 'ko'
  const { oversized, by, currency, totalNano } = main
  const [use] = oversized
  if (use) {
    const money = (nano: bigint) => showNano(nano, currency, language)
    const { lowNano, highNano } = use.savingPerMonth
    const calls = nameText(use.workload ?? use.team ?? use.model)
    const items = showNumber(use.pilotItems, language)
    return [
      ko
        ? `제안: ${calls}(${nameText(use.model)}) 호출은 ${nameText(use.candidate)} 시험 가치가 있습니다. ${items}건으로 비교하며, 맞다면 월 ${money(lowNano)}~${money(highNano)} 절감. 품질은 시험해야 압니다.`
        : `To do: ${calls} on ${nameText(use.model)} is worth a pilot of ${items} items on ${nameText(use.candidate)}; if it holds, ${money(lowNano)} to ${money(highNano)} a month less. Only the pilot can tell the quality.`,
    ]
  }
  if (followUp.judged > 0)
    return [
      ko
        ? `지난 제안: 판정한 ${followUp.judged}건 중 ${followUp.hits}건 적중.`
        : `Past recommendations: ${followUp.hits} of ${followUp.judged} judged came out as predicted.`,
    ]
  const nobody = by.team.unnamed?.nano ?? 0n
  if (nobody <= 0n || totalNano <= 0n) return []
  const share = percent(Number((nobody * 1000n) / totalNano) / 1000, language)
  return [
    ko
      ? `할 일: ${showNano(nobody, currency, language)}(${share})에 팀이 지정되지 않았습니다.`
      : `To do: ${showNano(nobody, currency, language)} (${share}) names no team.`,
  ]
}
