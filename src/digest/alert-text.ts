import { josa } from '../language/josa.ts'
import type { Language } from '../language/language.ts'
import type { AlertMessage, Finding, Severity } from './alerts.ts'
import { nameText } from './digest-words.ts'
import { showNano } from './show-money.ts'

/** Findings told one by one; the rest are counted. */
const TOLD = 10

const SEVERITY: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  notice: { en: 'Notice', ko: '알림' },
  warning: { en: 'Warning', ko: '경고' },
  critical: { en: 'Critical', ko: '심각' },
}

/** All spend, where no team or model is meant. */
const ALL: Readonly<Record<Language, string>> = { en: 'All spend', ko: '전체 지출' }

/** The headline of an alert. */
export function alertTitle({ raised, resolved }: AlertMessage, language: Language): string {
  const ko = language === 'ko'
  const [up, down] = [raised.length, resolved.length]
  if (up === 0) return ko ? `AI 지출 경보 ${down}건 해소` : `AI spend: ${counted(down)} resolved`
  const rest = down === 0 ? '' : ko ? `, 해소 ${down}건` : `, ${down} resolved`
  return ko ? `AI 지출 경보 ${up}건${rest}` : `AI spend: ${counted(up)}${rest}`
}

/** One line a finding, worst first, then what is over. */
export function alertLines({ raised, resolved }: AlertMessage, language: Language): string[] {
  const over = language === 'ko' ? '해소' : 'Resolved'
  return [
    ...told(
      raised.map((f) => `${SEVERITY[f.severity][language]}: ${findingLine(f, language)}`),
      language,
    ),
    ...told(
      resolved.map((f) => `${over}: ${findingName(f, language)}`),
      language,
    ),
  ]
}

/** What a finding is about, in few words. */
export function findingName(finding: Finding, language: Language): string {
  const ko = language === 'ko'
  switch (finding.kind) {
    case 'budget': {
      const { month, why } = finding
      const name = named(finding.name) ?? (ko ? ALL.ko : 'all spend')
      if (why === 'crossed') return ko ? `${name} ${month} 예산` : `the ${month} budget of ${name}`
      return ko ? `${name} ${month} 예산 초과 전망` : `the ${month} forecast of ${name}`
    }
    case 'anomaly': {
      const { lasting } = finding
      const name = named(finding.name)
      const usual = lasting ? (ko ? '(이제 평소 수준)' : ', by now the usual') : ''
      if (ko) return `${name === undefined ? ALL.ko : `${name} 지출`} 이상${usual}`
      return `unusual spend ${name === undefined ? 'in all' : `of ${name}`}${usual}`
    }
    case 'no-data': {
      const source = named(finding.source)
      if (ko) return `${source === undefined ? '지출' : source} 데이터 지연`
      return source === undefined ? 'missing data' : `missing data of ${source}`
    }
    default:
      return finding satisfies never
  }
}

function findingLine(finding: Finding, language: Language): string {
  const ko = language === 'ko'
  const money = (nano: bigint) =>
    showNano(nano, finding.kind === 'no-data' ? 'USD' : finding.currency, language)
  switch (finding.kind) {
    case 'budget': {
      const { month, budgetNano } = finding
      const name = named(finding.name) ?? ALL[language]
      const budget = money(budgetNano)
      if (finding.why === 'crossed') {
        const { percent, spentNano } = finding
        return ko
          ? `${name}: ${month} 예산 ${budget}의 ${percent}%를 넘었습니다(현재 ${money(spentNano)}).`
          : `${name} has passed ${percent}% of its ${month} budget of ${budget} (spent ${money(spentNano)}).`
      }
      const [low, high] = [money(finding.lowNano), money(finding.highNano)]
      return ko
        ? `${name}: 월말 예상 ${low}~${high}로 ${month} 예산 ${budget}${josa(budget, '을/를')} 넘을 전망입니다.`
        : `${name} is heading for ${low} to ${high} by the end of ${month}, over its budget of ${budget}.`
    }
    case 'anomaly': {
      const { day, lasting, spentNano, usualNano } = finding
      const name = named(finding.name)
      const [spent, usual] = [money(spentNano), money(usualNano)]
      if (lasting)
        return ko
          ? `${name ?? '전체'}: ${day}(UTC)부터 지출이 새 수준입니다(그날 ${spent}, 같은 요일의 평소 ${usual}).`
          : `${name ?? 'All together'} has been at a new level since ${day} (UTC): ${spent} on that day, where ${usual} was usual for that weekday.`
      return ko
        ? `${name ?? '전체'}: ${day}(UTC) 지출이 ${spent}로, 같은 요일의 평소 ${usual}에서 벗어났습니다.`
        : `${name ?? 'All together'} spent ${spent} on ${day} (UTC), where ${usual} is usual for that weekday.`
    }
    case 'no-data':
      return noDataLine(finding, ko)
    default:
      return finding satisfies never
  }
}

function noDataLine(
  { source: whose, through, lagDays, limitDays, problem }: Extract<Finding, { kind: 'no-data' }>,
  ko: boolean,
): string {
  const source = named(whose)
  const met =
    problem === undefined ? '' : ko ? ` 마지막 시도: ${problem.ko}` : ` Last attempt: ${problem.en}`
  if (through === undefined || lagDays === undefined)
    return ko
      ? `${source}: 아직 읽은 데이터가 없습니다. 이 출처의 지출은 0이 아니라 알 수 없습니다.${met}`
      : `${source} has not been read yet; its spend is unknown, not zero.${met}`
  return ko
    ? `${source ?? '지출'}: 데이터가 ${through}(UTC)까지만 있어 ${lagDays}일 늦었습니다(보통 ${limitDays}일 이내). 그 뒤의 지출은 0이 아니라 알 수 없습니다.${met}`
    : `${source ?? 'Spend'} has data through ${through} (UTC) only, ${lagDays} days behind (${limitDays} at most is usual); spend since then is unknown, not zero.${met}`
}

function told(lines: readonly string[], language: Language): string[] {
  const more = lines.length - TOLD
  if (more <= 0) return [...lines]
  return [...lines.slice(0, TOLD), language === 'ko' ? `그 외 ${more}건` : `and ${more} more`]
}

function named(name: string | undefined): string | undefined {
  return name === undefined ? undefined : nameText(name)
}

function counted(count: number): string {
  return count === 1 ? '1 alert' : `${count} alerts`
}
