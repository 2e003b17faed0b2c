import type { Estimate } from '../engine/estimate.ts'
import { showFigure } from '../language/figures.ts'
import { quantityLabel } from '../language/labels.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { showDate } from '../language/numbers.ts'
import { KEY_LABELS } from '../sizing/request-sentences.ts'
import { type Change, type Comparison, type Difference, outcomeOf, type Pair } from './changes.ts'
import type { DecisionRecord } from './decision-record.ts'
import { dayOf } from './record.ts'
import { outcomeWords, recordDates } from './record-text.ts'

/** How many changed assumptions a notice names. */
const MOST = 8

const LEADS: Readonly<Record<Change['kind'], Bilingual>> = {
  catalogue: {
    en: 'The decision of {date} is open again: at today’s catalogue the recorded request gets another verdict.',
    ko: '{date}의 결정을 다시 엽니다. 오늘의 카탈로그로 계산하면 기록된 조건의 결론이 달라집니다.',
  },
  stated: {
    en: 'This differs from the decision of {date}: the workload was stated otherwise, and the verdict with it.',
    ko: '{date}의 결정과 다릅니다. 업무 조건이 달라져 결론도 바뀌었습니다.',
  },
  unsizable: {
    en: 'The decision of {date} is open again: at today’s catalogue the recorded request cannot be computed.',
    ko: '{date}의 결정을 다시 엽니다. 오늘의 카탈로그로는 기록된 조건을 계산할 수 없습니다.',
  },
  retires: {
    en: 'The decision of {date} is open again: a model it rests on is being retired.',
    ko: '{date}의 결정을 다시 엽니다. 이 결정에 쓰인 모델이 종료됩니다.',
  },
  review: {
    en: 'The review date of the decision of {date} has come.',
    ko: '{date}의 결정을 검토할 날입니다.',
  },
}

/** What a notice says, one fact a line; plain text. The first line says why it is there. */
export function noticeLines(record: DecisionRecord, change: Change, language: Language): string[] {
  const date = showDate(dayOf(record.recordedAt), language)
  return [LEADS[change.kind][language].replace('{date}', date), ...facts(record, change, language)]
}

function facts(record: DecisionRecord, change: Change, language: Language): string[] {
  const ko = language === 'ko'
  switch (change.kind) {
    case 'catalogue':
    case 'stated':
      return comparisonLines(change, language)
    case 'unsizable':
      return [...change.problems]
    case 'retires': {
      const day = showDate(change.date, language)
      const past = ko
        ? `${change.model}: ${day}에 종료되었습니다.`
        : `${change.model}: not served since ${day}.`
      const ahead = ko
        ? `${change.model}: ${day}에 종료됩니다.`
        : `${change.model}: not served from ${day} on.`
      return [change.past ? past : ahead, `${ko ? '출처' : 'Source'}: ${change.source}`]
    }
    case 'review':
      return [
        outcomeWords(outcomeOf(record.recommendation), language),
        recordDates(record, language),
      ]
    default:
      return change satisfies never
  }
}

function comparisonLines(
  { before, after, costs, differences }: Comparison,
  language: Language,
): string[] {
  const ko = language === 'ko'
  const none = ko
    ? '달라진 값: 카탈로그의 다른 항목(가격과 조건은 그대로입니다).'
    : 'What changed: other entries of the catalogue; prices and the request are the same.'
  return [
    changed(
      ko ? '결론' : 'Verdict',
      outcomeWords(before, language),
      outcomeWords(after, language),
      language,
    ),
    ...costs.map((pair) => pairLine(pair, language)),
    ...(differences.length === 0
      ? [none]
      : differences.slice(0, MOST).map((d) => differenceLine(d, language))),
  ]
}

function changed(what: string, before: string, after: string, language: Language): string {
  return language === 'ko'
    ? `${what}: 전 ${before}, 후 ${after}.`
    : `${what}: before ${before}, now ${after}.`
}

function pairLine({ before, after, whose, flipsAt }: Pair, language: Language): string {
  const label = quantityLabel(after.quantity, language)
  const what = whose ? `${whose[language]}, ${label}` : label
  const figures: readonly Estimate[] = [before, after]
  const [was = '', is = ''] = figures.map((e) => showFigure(e, language, 'central'))
  const flip = flipsAt && showFigure(flipsAt, language, 'central')
  const point = language === 'ko' ? `기록된 전환점 ${flip}.` : `Recorded flip point ${flip}.`
  return `${changed(what, was, is, language)}${flip ? ` ${point}` : ''}`
}

function differenceLine(difference: Difference, language: Language): string {
  const ko = language === 'ko'
  switch (difference.is) {
    case 'figure':
      return pairLine(difference, language)
    case 'stated': {
      const none = ko ? '없음' : 'not stated'
      const { key, before = none, after = none } = difference
      return changed(KEY_LABELS[key][language], before, after, language)
    }
    case 'added':
      return ko
        ? `새 선택지: ${difference.option.ko}.`
        : `New among the options: ${difference.option.en}.`
    case 'dropped':
      return ko
        ? `없어진 선택지: ${difference.option.ko}.`
        : `No longer among the options: ${difference.option.en}.`
    default:
      return difference satisfies never
  }
}
