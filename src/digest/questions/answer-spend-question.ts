import { josa } from '../../language/josa.ts'
import type { Language } from '../../language/language.ts'
import type { CurrencyDigest, Digest } from '../digest.ts'
import { energyLines } from '../digest-details.ts'
import { anomalyText, noteLine } from '../digest-sentences.ts'
import { abnormalLine, monthLine } from '../digest-text.ts'
import { nameText } from '../digest-words.ts'
import { outcomeLines } from '../outcome-text.ts'
import type { Cadence } from '../period.ts'
import { pilotLine, savedLines } from '../saving-text.ts'
import { ONE, totalLines, unitCostLines } from './answer-amounts.ts'
import { breakdownLines } from './answer-breakdown.ts'
import { budgetLines } from './answer-budget.ts'
import { coverageLines } from './answer-coverage.ts'
import { type Moved, movedLines } from './answer-moved.ts'
import { usageLines } from './answer-usage.ts'
import { whyLines } from './answer-why.ts'
import { coverageLine, noteLines } from './coverage-line.ts'
import { allNamedIn, type Known, type NotKnown, namedIn } from './names-in-data.ts'
import { BATCHING, CACHING } from './question-words.ts'
import type { CannotPeriod, SpendQuestion } from './spend-question.ts'

/** Longest answer, in lines; the last restates the period and the coverage. */
const MOST = 6

/** What the digest of the period does not hold. */
export type Beside = Readonly<{
  /** For a "what if": the usage of what is named, on another model. */
  moved?: Moved
  /** The newest settled day of all. */
  newest?: string
}>

/**
 * Answers a question about spend from the digest of its period: the verdict first, figures of the
 * digest alone, and what cannot be known said. At most six lines, the last of which restates the
 * period (UTC days) and the coverage.
 */
export function answerSpendQuestion(
  question: SpendQuestion,
  digest: Digest,
  language: Language,
  beside: Beside = {},
): readonly string[] {
  const span = question.cannot ? [cannotText(question.cannot, digest.period.cadence, language)] : []
  const [main] = digest.currencies
  const notes = noteLines(digest, language)
  const room = MOST - 1 - span.length
  const body = main
    ? bodyOf(question, digest, main, language, beside)
    : nothingKnown(digest, beside.newest, language)
  const noted = main ? notes : []
  return [...span, ...body.slice(0, room - noted.length), ...noted, coverageLine(digest, language)]
}

function bodyOf(
  question: SpendQuestion,
  digest: Digest,
  main: CurrencyDigest,
  language: Language,
  { moved, newest }: Beside,
): string[] {
  const about = namedIn(question, digest)
  if (about && 'unknown' in about) return [notNamed(about, language)]
  const several = allNamedIn(question, digest)
  switch (question.kind) {
    case 'why':
      return whyLines(digest, main, about, language)
    case 'total':
      return several.length > 1
        ? several.flatMap((one) => totalLines(digest, main, one, language))
        : totalLines(digest, main, about, language)
    case 'breakdown':
      return [...breakdownLines(main, question, language), ...across(question, about, language)]
    case 'usage':
      return usageLines(main, about, language)
    case 'budget':
      return budgetLines(digest, main, about, language)
    case 'unit-cost':
      return unitCostLines(main, question, about, language)
    case 'what-if':
      return moved && about
        ? movedLines(moved, about.name, question.to, language)
        : [notAsked(language)]
    case 'follow-up':
      return outcomes(digest, language)
    case 'coverage':
      return coverageLines(digest, main, newest, language)
    default:
      return [
        ...ofAll(question.kind, question.words, digest, main, language),
        ...onlyAll(question, about, language),
      ]
  }
}

function ofAll(
  kind: 'anomaly' | 'forecast' | 'saving' | 'emissions',
  asked: string,
  digest: Digest,
  c: CurrencyDigest,
  language: Language,
): string[] {
  const ko = language === 'ko'
  switch (kind) {
    case 'anomaly':
      return [
        abnormalLine(c, language),
        ...('found' in c.anomalies
          ? c.anomalies.found.slice(1, 3).map((a) => `${anomalyText(a, c.currency, language)}.`)
          : []),
      ]
    case 'forecast':
      return [monthLine(c, language)]
    case 'saving': {
      const lines = savingsAsked(c, asked, language).map(ended)
      return lines.length > 0
        ? lines
        : [
            ko
              ? '토큰과 요청 수로 볼 때 시험해 볼 만한 절감 거리를 찾지 못했습니다.'
              : 'From tokens and requests nothing was found that is worth a try.',
          ]
    }
    case 'emissions': {
      const lines = energyLines(digest, language)
      return lines.length > 0
        ? lines.map(ended)
        : [
            ko
              ? '청구 내역에 출력 토큰이나 아는 크기의 모델이 없어 전력과 탄소는 알 수 없습니다.'
              : 'Energy and CO2e are not known: the bills name no output tokens of a model whose size is known or estimated.',
          ]
    }
    default:
      return kind satisfies never
  }
}

/** What was or could be saved; of caches or batches alone where only those are asked about. */
function savingsAsked(c: CurrencyDigest, asked: string, language: Language): string[] {
  const { cache, batch, idle, ...rest } = c
  if (CACHING.test(asked) && cache) return savedLines({ ...rest, cache }, language)
  if (BATCHING.test(asked) && batch) return savedLines({ ...rest, batch }, language)
  return [
    ...c.oversized.slice(0, 2).map((use) => pilotLine(use, c.currency, language)),
    ...savedLines(c, language),
  ]
}

function outcomes(digest: Digest, language: Language): string[] {
  const lines = outcomeLines(digest.followUp, language)
  if (lines.length > 0) return lines.map(ended)
  return [
    language === 'ko'
      ? '기록된 추천이 아직 없어 결과를 알 수 없습니다. 추천 아래의 ‘결정 기록’을 누르면 보관됩니다.'
      : 'No recommendation was recorded yet, so there is nothing to look back on; “Record decision” under one keeps it.',
  ]
}

/** Nothing is known of the period; what is known of others is told. */
function nothingKnown({ notes }: Digest, newest: string | undefined, language: Language): string[] {
  const why = noteLine(notes[0] ?? { kind: 'no-data' }, language)
  if (newest === undefined) return [why]
  return [
    why,
    language === 'ko'
      ? `데이터는 ${newest}까지 있습니다.`
      : `The newest day with data is ${newest}.`,
  ]
}

function notNamed({ unknown, nearest }: NotKnown, language: Language): string {
  const shown = nameText(unknown)
  const list = nearest.map(nameText).join(', ')
  if (language === 'ko')
    return `이 기간의 데이터에 “${shown}”${josa(shown, '이라는/라는')} 팀, 작업, 모델이 없어 알 수 없습니다.${list === '' ? '' : ` 가장 가까운 이름: ${list}.`}`
  return `The data of this period names no team, workload or model “${shown}”, so this cannot be told.${list === '' ? '' : ` The nearest names: ${list}.`}`
}

/** A breakdown of one name by something else is not among the figures. */
function across(
  { by = 'team' }: SpendQuestion,
  about: Known | undefined,
  language: Language,
): string[] {
  if (!about || about.by === by) return []
  const name = nameText(about.name)
  return [
    language === 'ko'
      ? `전체 지출의 숫자입니다. ${name}만 ${ONE[by].ko}별로 나눈 값은 알 수 없습니다.`
      : `These are figures of all spend; ${name} alone by ${ONE[by].en} is not worked out.`,
  ]
}

function onlyAll({ by }: SpendQuestion, about: Known | undefined, language: Language): string[] {
  if (!about && !by) return []
  const ko = language === 'ko'
  if (about) {
    const name = nameText(about.name)
    return [
      ko
        ? `전체 지출의 숫자입니다. ${name}만의 값은 계산하지 않습니다.`
        : `These are figures of all spend; for ${name} alone they are not worked out.`,
    ]
  }
  const one = ONE[by ?? 'team'][language]
  return [
    ko
      ? `전체 지출의 숫자입니다. ${one}별로는 계산하지 않습니다.`
      : `These are figures of all spend; by ${one} they are not worked out.`,
  ]
}

function notAsked(language: Language): string {
  return language === 'ko'
    ? '무엇을 옮길지 알 수 없습니다. 청구 내역에 있는 작업, 팀 또는 모델의 이름을 적어 주십시오.'
    : 'It was not said what is to move; name a workload, team or model of the bills.'
}

/** What of the period that was named is not answered, and what is. */
function cannotText(cannot: CannotPeriod, cadence: Cadence, language: Language): string {
  const ko = language === 'ko'
  const month = cadence === 'monthly'
  switch (cannot) {
    case 'span':
      return ko
        ? `하루, 한 주(월~일) 또는 한 달만 답할 수 있습니다. 아래는 지난${month ? '달' : '주'}의 답입니다.`
        : `I can answer for a day, a week (Monday to Sunday) or a month only; this is for last ${month ? 'month' : 'week'}.`
    case 'ahead':
      return ko
        ? '이번 달 말 이후는 전망하지 않습니다. 아래는 지금 아는 내용입니다.'
        : 'Beyond the end of this month nothing is foreseen; this is what is known now.'
    case 'other-comparison':
      return ko
        ? '바로 앞 기간과만 비교합니다. 두 기간을 차례로 물어 주십시오.'
        : 'A period is held against the one just before it only; ask for each of the two in turn.'
    default:
      return cannot satisfies never
  }
}

function ended(line: string): string {
  return line.replace(/\.?$/, '.')
}
