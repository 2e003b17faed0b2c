import { josa } from '../language/josa.ts'
import type { Language } from '../language/language.ts'
import type { AlertMessage, Finding, Severity } from './alerts.ts'
import { showNano } from './show-money.ts'

/** Findings told one by one; the rest are counted. */
const TOLD = 10

const SEVERITY: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  notice: { en: 'Notice', ko: '알림' },
  warning: { en: 'Warning', ko: '경고' },
  critical: { en: 'Critical', ko: '심각' },
}

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
      const { name, month, why } = finding
      if (why === 'crossed') return ko ? `${name} ${month} 예산` : `the ${month} budget of ${name}`
      return ko ? `${name} ${month} 예산 초과 전망` : `the ${month} forecast of ${name}`
    }
    case 'anomaly':
      return ko ? `${finding.name} 지출 이상` : `unusual spend of ${finding.name}`
    case 'no-data':
      return ko ? `${finding.source} 데이터 지연` : `missing data of ${finding.source}`
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
      const { name, month, budgetNano } = finding
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
      const { name, day, spentNano, usualNano } = finding
      const [spent, usual] = [money(spentNano), money(usualNano)]
      return ko
        ? `${name}: ${day}(UTC) 지출이 ${spent}로, 같은 요일의 평소 ${usual}에서 벗어났습니다.`
        : `${name} spent ${spent} on ${day} (UTC), where ${usual} is usual for that weekday.`
    }
    case 'no-data': {
      const { source, through, lagDays, limitDays } = finding
      if (through === undefined || lagDays === undefined)
        return ko
          ? `${source}: 아직 읽은 데이터가 없습니다. 이 출처의 지출은 0이 아니라 알 수 없습니다.`
          : `${source} has not been read yet; its spend is unknown, not zero.`
      return ko
        ? `${source}: 데이터가 ${through}(UTC)까지만 있어 ${lagDays}일 늦었습니다(보통 ${limitDays}일 이내). 그 뒤의 지출은 0이 아니라 알 수 없습니다.`
        : `${source} has data through ${through} (UTC) only, ${lagDays} days behind (${limitDays} at most is usual); spend since then is unknown, not zero.`
    }
    default:
      return finding satisfies never
  }
}

function told(lines: readonly string[], language: Language): string[] {
  const more = lines.length - TOLD
  if (more <= 0) return [...lines]
  return [...lines.slice(0, TOLD), language === 'ko' ? `그 외 ${more}건` : `and ${more} more`]
}

function counted(count: number): string {
  return count === 1 ? '1 alert' : `${count} alerts`
}
