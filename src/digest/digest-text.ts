import type { Language } from '../language/language.ts'
import { type Line, type Summary, UNATTRIBUTED } from '../spend/summarize.ts'
import { showChange, showNano, showShare } from './show-money.ts'
import type { WeekDigest as Digest, WeekNote as Note } from './week-digest.ts'

/** Groups listed by name; the rest are counted and added up. */
const LISTED = 6
/** Names come from exports; longer ones are cut. */
const LONGEST_NAME = 60

/** The headline of a week. */
export function digestTitle({ week, from, to }: Digest, language: Language): string {
  return language === 'ko'
    ? `AI 지출 주간 요약 ${week} (${from} ~ ${to}, UTC)`
    : `AI spend, week ${week} (${from} to ${to}, UTC)`
}

/** The digest as lines: for each currency total and change, movers, models and teams; then the notes. */
export function digestLines(digest: Digest, language: Language): string[] {
  return [
    ...digest.summaries.flatMap((summary, i) =>
      summaryLines(summary, digest.movers[i] ?? [], language),
    ),
    ...digest.notes.map((note) => noteLine(note, language)),
  ]
}

function summaryLines(summary: Summary, movers: readonly Line[], language: Language): string[] {
  const ko = language === 'ko'
  const { currency } = summary
  const money = (nano: bigint) => showNano(nano, currency, language)
  const moverLines = movers.map(({ name, costNano, beforeNano = 0n }) => {
    const change = showChange(costNano - beforeNano, currency, language)
    const text = `${nameOf(name, language)}: ${money(beforeNano)} → ${money(costNano)} (${change})`
    return ko ? `변화가 큰 모델 – ${text}` : `Top mover – ${text}`
  })
  const models = listed(summary.byModel, language, money)
  const teams = listed(summary.byTeam, language, money)
  return [
    totalLine(summary, language),
    ...moverLines,
    ko ? `모델별: ${models}` : `By model: ${models}`,
    ko ? `팀별: ${teams}` : `By team: ${teams}`,
  ]
}

function totalLine(summary: Summary, language: Language): string {
  const ko = language === 'ko'
  const { totalNano, beforeNano, changeNano, changeShare, currency } = summary
  const total = `${ko ? '합계' : 'Total'} ${showNano(totalNano, currency, language)}`
  if (beforeNano === undefined) return total
  const before = showNano(beforeNano, currency, language)
  if (changeNano === undefined)
    return ko ? `${total}, 전주 ${before}` : `${total}; the week before: ${before}`
  const share = changeShare === undefined ? '' : ` (${showShare(changeShare, language)})`
  const change = `${showChange(changeNano, currency, language)}${share}`
  return ko
    ? `${total}, 전주 ${before} 대비 ${change}`
    : `${total}, ${change} against ${before} the week before`
}

/** Groups with money in this week, largest first; what no team owns is always named. */
function listed(
  lines: readonly Line[],
  language: Language,
  money: (nano: bigint) => string,
): string {
  const billed = lines.filter((line) => line.costNano !== 0n || line.beforeNano === undefined)
  const kept = new Set([
    ...billed.filter((line) => line.name === UNATTRIBUTED),
    ...billed.filter((line) => line.name !== UNATTRIBUTED).slice(0, LISTED),
  ])
  const rest = billed.filter((line) => !kept.has(line))
  const named = billed
    .filter((line) => kept.has(line))
    .map((line) => `${nameOf(line.name, language)} ${money(line.costNano)}`)
  if (rest.length === 0) return named.join(', ')
  const sum = money(rest.reduce((all, line) => all + line.costNano, 0n))
  return [
    ...named,
    language === 'ko' ? `그 외 ${rest.length}개 ${sum}` : `${rest.length} more ${sum}`,
  ].join(', ')
}

function nameOf(name: string, language: Language): string {
  if (name === UNATTRIBUTED) return language === 'ko' ? '팀 미지정' : 'no team named'
  const letters = [...name]
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : name
}

function noteLine(note: Note, language: Language): string {
  const ko = language === 'ko'
  switch (note.kind) {
    case 'no-data':
      return ko
        ? '이 주에는 가져온 지출 데이터가 없어 지출을 알 수 없습니다(0이 아닙니다). CSV를 가져오면 표시됩니다.'
        : 'No spend was imported for this week, so it is unknown, not zero; import a CSV and it will show here.'
    case 'missing-days':
      return ko
        ? `데이터가 없는 날(0이 아니라 알 수 없음): ${note.days.join(', ')}`
        : `Days without data (unknown, not zero): ${note.days.join(', ')}`
    case 'week-before-unknown':
      return ko
        ? '전주에는 가져온 지출 데이터가 없어 비교할 수 없습니다.'
        : 'No spend was imported for the week before, so there is nothing to compare with.'
    case 'days-differ':
      return ko
        ? `데이터가 있는 요일이 달라 두 주를 비교하지 않았습니다(이 주 7일 중 ${note.covered}일, 전주 7일 중 ${note.coveredBefore}일).`
        : `The two weeks are not compared, because they have data for different weekdays (${note.covered} of 7 in this week, ${note.coveredBefore} of 7 the week before).`
    case 'several-currencies':
      return ko
        ? '통화가 다른 금액은 따로 표시하며 서로 더하지 않습니다.'
        : 'Amounts in different currencies are shown apart and never added together.'
    default:
      return note satisfies never
  }
}
