import type { Language } from '../language/language.ts'
import { type Line, type Summary, UNATTRIBUTED } from '../spend/summarize.ts'
import type { Digest } from './digest.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko-KR' }

/** Billed money from nano-units, in its own currency. */
export function showNano(nano: bigint, currency: string, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).format(Number(nano) / 1e9)
}

/** The headline of a week. */
export function digestTitle({ week, from, to }: Digest, language: Language): string {
  return language === 'ko'
    ? `AI 지출 주간 요약 ${week} (${from} ~ ${to}, UTC)`
    : `AI spend, week ${week} (${from} to ${to}, UTC)`
}

/** The digest as lines: total and change, movers, teams, gaps. */
export function digestLines(digest: Digest, language: Language): string[] {
  const ko = language === 'ko'
  if (digest.summaries.length === 0)
    return [
      ko
        ? '이번 주와 지난주에 가져온 지출 데이터가 없습니다. CSV를 가져오면 표시됩니다.'
        : 'No spend was imported for this week or the one before; import a CSV and it will show here.',
    ]
  const lines = digest.summaries.flatMap((summary, i) =>
    summaryLines(summary, digest.movers[i] ?? [], language),
  )
  if (digest.missingDays.length > 0)
    lines.push(
      ko
        ? `데이터가 없는 날(0이 아니라 알 수 없음): ${digest.missingDays.join(', ')}`
        : `Days without data (unknown, not zero): ${digest.missingDays.join(', ')}`,
    )
  return lines
}

function summaryLines(summary: Summary, movers: readonly Line[], language: Language): string[] {
  const ko = language === 'ko'
  const money = (nano: bigint) => showNano(nano, summary.currency, language)
  const percent =
    summary.changeShare === undefined
      ? ''
      : ` (${summary.changeShare > 0 ? '+' : ''}${(summary.changeShare * 100).toFixed(1)}%)`
  const difference = summary.totalNano - summary.beforeNano
  const signed = (nano: bigint) => `${nano > 0n ? '+' : ''}${money(nano)}`
  const name = (line: Line) =>
    line.name === UNATTRIBUTED ? (ko ? '팀 미지정' : 'no team named') : line.name
  const total = ko
    ? `합계 ${money(summary.totalNano)}, 지난주 ${money(summary.beforeNano)} 대비 ${signed(difference)}${percent}`
    : `Total ${money(summary.totalNano)}, ${signed(difference)}${percent} against ${money(summary.beforeNano)} the week before`
  const moverLines = movers.map(
    (line) =>
      `${name(line)}: ${money(line.beforeNano)} → ${money(line.costNano)} (${signed(line.costNano - line.beforeNano)})`,
  )
  const teams = summary.byTeam.map((line) => `${name(line)} ${money(line.costNano)}`).join(', ')
  return [
    total,
    ...moverLines.map((line) => (ko ? `변화가 큰 모델 – ${line}` : `Top mover – ${line}`)),
    ko ? `팀별: ${teams}` : `By team: ${teams}`,
  ]
}
