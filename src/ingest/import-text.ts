import { showNano } from '../digest/show-money.ts'
import type { Bilingual, Language } from '../language/language.ts'
import type { ImportReport } from './import-charges.ts'

/** Refused rows that are told one by one. */
const SHOWN_REJECTED = 20
const SHOWN_MODELS = 10

/** A report in sentences, the most important first. */
export function importLines(report: ImportReport, language: Language): readonly string[] {
  const { rejected } = report
  return [
    ...[head(report), days(report)].map((text) => text[language]),
    ...report.totals.map((total) => {
      const money = (nano: bigint) => showNano(nano, total.currency, language)
      return {
        en: `${total.currency}: effective ${money(total.effectiveNano)}, billed ${money(total.billedNano)}; of usage money, team known for ${percent(total.withTeam)}, catalogue price for ${percent(total.withPrice)}.`,
        ko: `${total.currency}: 실제 비용 ${money(total.effectiveNano)}, 청구 비용 ${money(total.billedNano)}. 사용 비용 가운데 팀이 확인된 비율 ${percent(total.withTeam)}, 카탈로그에 가격이 있는 비율 ${percent(total.withPrice)}.`,
      }[language]
    }),
    ...notes(report).map((text) => text[language]),
    ...report.remarks.map((remark) => remark[language]),
    ...rejected.slice(0, SHOWN_REJECTED).map((r) => {
      const file = r.file === undefined ? '' : `${r.file}, `
      return language === 'ko'
        ? `${file}${r.line}번째 줄: ${r.reason.ko}`
        : `${file ? `${file}line` : 'Line'} ${r.line}: ${r.reason.en}`
    }),
    ...(rejected.length > SHOWN_REJECTED ? [more(rejected.length - SHOWN_REJECTED)[language]] : []),
  ]
}

function head({ dryRun, read, kept, rejected, charges }: ImportReport): Bilingual {
  const counts = {
    en: `Rows read ${read}, kept ${kept}, rejected ${rejected.length}; charges by day and group ${charges}.`,
    ko: `읽은 행 ${read}개, 반영 ${kept}개, 거부 ${rejected.length}개. 날짜와 묶음별 항목 ${charges}개.`,
  }
  return dryRun
    ? {
        en: `Dry run, nothing was stored. ${counts.en}`,
        ko: `시험 실행이므로 저장하지 않았습니다. ${counts.ko}`,
      }
    : counts
}

function days({ days }: ImportReport): Bilingual {
  return days
    ? {
        en: `Days ${days.from} to ${days.to}, ${days.count} of them with charges.`,
        ko: `기간 ${days.from}~${days.to}, 비용이 있는 날 ${days.count}일.`,
      }
    : { en: 'There was no charge in it.', ko: '비용 항목이 없습니다.' }
}

function notes({ models, remainders, replaced }: ImportReport): readonly Bilingual[] {
  const list = (names: readonly string[]) =>
    names.length > SHOWN_MODELS ? `${names.slice(0, SHOWN_MODELS).join(', ')} …` : names.join(', ')
  const lost = Object.entries(remainders).map(([currency, text]) => `${text} ${currency}`)
  return [
    ...(models.known.length > 0
      ? [
          {
            en: `Models of the catalogue, ${models.known.length}: ${list(models.known)}.`,
            ko: `카탈로그에 있는 모델 ${models.known.length}개: ${list(models.known)}.`,
          },
        ]
      : []),
    ...(models.unknown.length > 0
      ? [
          {
            en: `Models the catalogue does not know, ${models.unknown.length}: ${list(models.unknown)}.`,
            ko: `카탈로그에 없는 모델 ${models.unknown.length}개: ${list(models.unknown)}.`,
          },
        ]
      : []),
    ...(lost.length > 0
      ? [
          {
            en: `Rounding to nine decimals left over, in all: ${lost.join(', ')}.`,
            ko: `소수점 아래 아홉 자리로 반올림하고 남은 금액: ${lost.join(', ')}.`,
          },
        ]
      : []),
    ...(replaced
      ? [
          {
            en: `Earlier charges of the same days that gave way: ${replaced}.`,
            ko: `같은 기간의 이전 항목 ${replaced}개를 바꾸었습니다.`,
          },
        ]
      : []),
  ]
}

function more(count: number): Bilingual {
  return {
    en: `${count} more rejected rows; --rejects FILE writes them all.`,
    ko: `거부된 행이 ${count}개 더 있습니다. --rejects FILE을 주면 모두 파일에 적습니다.`,
  }
}

/** A share in whole percent, rounded down so that all is only said of all. */
function percent(share: number | undefined): string {
  return share === undefined ? '–' : `${Math.floor(share * 100)}%`
}
