import type { Language } from '../language/language.ts'
import { showNumber } from '../language/numbers.ts'
import type { BudgetStanding } from '../spend/budget-risk.ts'
import { billedTotals, convertedLines } from './converted-text.ts'
import type { CurrencyDigest, Digest } from './digest.ts'
import { digestDetails } from './digest-details.ts'
import { anomalyText, budgetRank, budgetText, driverTexts, noteLine } from './digest-sentences.ts'
import { nameText, percent } from './digest-words.ts'
import { showChange, showNano, showShare, showSpan } from './show-money.ts'

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
  const details = digestDetails(digest, language)
  return [
    ...digestHeadline(digest, language),
    ...details.flatMap(({ heading, lines }) => [
      ...(heading === undefined ? [] : [`${heading}:`]),
      ...lines,
    ]),
  ]
}

/**
 * At most five lines: total and change, why, the month ahead, what stands out, what to do; after the
 * total one more where the workspace has a currency. Where nothing is known of the period, why.
 */
export function digestHeadline(digest: Digest, language: Language): string[] {
  const [main] = digest.currencies
  if (!main) return digest.notes.slice(0, 1).map((note) => noteLine(note, language))
  return [
    totalLine(digest, language),
    ...convertedLines(billedTotals(digest), digest, language),
    ...whyLine(main, language),
    ...outlookLines(main, language, snoozedIn(digest, main.currency)),
    ...actionLine(digest, main, language),
  ]
}

/** Total of each currency, and the change. */
export function totalLine(digest: Digest, language: Language): string {
  const ko = language === 'ko'
  const { period, dataThrough, currencies } = digest
  const before = currencies[0]?.comparison ? beforeWords(digest, language) : undefined
  const own = currencies.map((c) => {
    const changed = change(c, language)
    const total = showNano(c.totalNano, c.currency, language)
    if (changed === undefined) return total
    return ko ? `${total}(${before} 대비 ${changed})` : `${total}, ${changed}`
  })
  const partial =
    dataThrough !== undefined && dataThrough < period.to
      ? ko
        ? ` 데이터는 ${dataThrough}까지입니다.`
        : ` Data through ${dataThrough}.`
      : ''
  const alone = digest.notes.some((n) => n.kind === 'before-unknown')
  const none = ko ? ' 비교할 이전 기간의 데이터는 아직 없습니다.' : ' Nothing to compare with yet.'
  return ko
    ? `합계 ${own.join(', ')}.${alone ? none : ''}${partial}`
    : `Total ${own.join('; ')}${before ? ` against ${before}` : ''}.${alone ? none : ''}${partial}`
}

function change({ comparison, currency }: CurrencyDigest, language: Language): string | undefined {
  if (!comparison) return undefined
  const { changeNano, share } = comparison
  const shown = showChange(changeNano, currency, language)
  if (share === undefined) return shown
  const part = showShare(share, language)
  return language === 'ko' ? `${shown}, ${part}` : `${shown} (${part})`
}

/** What the period is held against, and on how many days where those are not all. */
export function beforeWords({ period, coverage }: Digest, language: Language): string {
  const ko = language === 'ko'
  const names = {
    daily: ko ? '전주 같은 요일' : 'the same weekday a week before',
    weekly: ko ? '전주' : 'the week before',
    monthly: ko ? '전월' : 'the month before',
  }
  const { comparedDays, settledDays } = coverage
  const part = comparedDays.length < settledDays.length
  const days = ko
    ? ` 같은 ${comparedDays.length}일`
    : ` on the ${comparedDays.length} ${comparedDays.length === 1 ? 'day' : 'days'} both have`
  return `${names[period.cadence]}${part ? days : ''}`
}

/** What the change is made of; nothing where there is nothing to compare with. */
export function whyLine(
  { drivers, movers, currency }: CurrencyDigest,
  language: Language,
): string[] {
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

/** The month ahead and what stands out; one line where there is too little history for both. */
function outlookLines(main: CurrencyDigest, language: Language, snoozed: number): string[] {
  const { forecast, anomalies } = main
  if (!('tooFewDays' in forecast && 'tooFewDays' in anomalies))
    return [monthLine(main, language), abnormalLine(main, language, snoozed)]
  const days = Math.max(forecast.tooFewDays, anomalies.tooFewDays)
  return [
    language === 'ko'
      ? `월말 전망과 이상 지출: 기록이 ${days}일뿐이라 아직 알 수 없습니다(28일 필요).`
      : `Month ahead and anomalies: too early to tell; there are ${days} of the 28 days of history it takes.`,
  ]
}

/** The month ahead as a range, and the budget most in danger. */
export function monthLine(
  { forecast, budgets, currency }: CurrencyDigest,
  language: Language,
): string {
  const ko = language === 'ko'
  if ('tooFewDays' in forecast)
    return ko
      ? `월말 전망: 기록이 ${forecast.tooFewDays}일뿐이라 아직 낼 수 없습니다(28일 필요).`
      : `Month ahead: not enough history to foresee it (${forecast.tooFewDays} of 28 days).`
  const span = showSpan(forecast.total, currency, language)
  const range = ko
    ? `${forecast.month} 월말 전망: ${span}`
    : `Month ahead: ${forecast.month} is heading for ${span}`
  const worst = budgets
    .filter((b) => b.month === forecast.month)
    .reduce<BudgetStanding | undefined>(
      (a, b) => (a && budgetRank(a) >= budgetRank(b) ? a : b),
      undefined,
    )
  return `${range}${worst ? `; ${budgetText(worst, currency, language)}` : ''}.`
}

function snoozedIn({ snoozed = [] }: Digest, currency: string): number {
  return snoozed.filter((s) => s.currency === currency).length
}

/** What stands out most, and how much is snoozed. */
export function abnormalLine(
  { anomalies, currency }: CurrencyDigest,
  language: Language,
  snoozed = 0,
): string {
  const ko = language === 'ko'
  if ('tooFewDays' in anomalies)
    return ko
      ? `이상 지출: 기록이 ${anomalies.tooFewDays}일뿐이라 아직 판단할 수 없습니다(28일 필요).`
      : `Anomalies: not enough history to tell (${anomalies.tooFewDays} of 28 days).`
  const [first, ...more] = anomalies.found
  const silent = snoozed === 0 ? '' : ko ? ` (${snoozed}건은 알리지 않음)` : ` (${snoozed} snoozed)`
  if (!first) return `${ko ? '이상 지출: 없음' : 'Stands out: nothing'}${silent}.`
  const rest = more.length === 0 ? '' : ko ? ` 외 ${more.length}건` : ` and ${more.length} more`
  return `${ko ? '이상 지출' : 'Stands out'}: ${anomalyText(first, currency, language)}${rest}${silent}.`
}

function actionLine({ followUp }: Digest, main: CurrencyDigest, language: Language): string[] {
  const ko = language === 'ko'
  const { oversized, by, currency, totalNano } = main
  const [use] = oversized
  if (use) {
    const calls = nameText(use.workload ?? use.team ?? use.model)
    const saving = showSpan(use.savingPerMonth, currency, language)
    const items = showNumber(use.pilotItems, language)
    return [
      ko
        ? `제안: ${calls}(${nameText(use.model)}) 호출은 ${nameText(use.candidate)} 모델로 ${items}건을 시험해 볼 만합니다. 품질이 유지되면 월 ${saving} 줄어듭니다. 품질은 시험해 봐야 알 수 있습니다.`
        : `To do: pilot ${calls}, now on ${nameText(use.model)}, with ${items} items on ${nameText(use.candidate)}; if the quality holds, ${saving} a month less. Only the pilot can tell.`,
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
