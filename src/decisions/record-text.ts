import { verdictWords } from '../answering/compose/verdict.ts'
import type { Estimate } from '../engine/estimate.ts'
import { showFigure } from '../language/figures.ts'
import { confidenceWords, quantityLabel } from '../language/labels.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { showDate, showNumber, showUsd } from '../language/numbers.ts'
import type { Flip } from '../sizing/recommendation.ts'
import { KEY_LABELS } from '../sizing/request-sentences.ts'
import { type Outcome, outcomeOf, pricesUsed } from './changes.ts'
import type { DecisionRecord } from './decision-record.ts'
import { dayOf } from './record.ts'

const WORDS = {
  verdict: { en: 'Decision', ko: '결정' },
  recorded: { en: 'Recorded', ko: '기록일' },
  review: { en: 'Review', ko: '검토일' },
  note: { en: 'Note', ko: '메모' },
  question: { en: 'Question', ko: '질문' },
  request: { en: 'Workload', ko: '조건' },
  figures: { en: 'Figures', ko: '수치' },
  prices: { en: 'Prices used', ko: '사용한 가격' },
  flips: { en: 'Flips when', ko: '결론이 바뀌는 조건' },
  sources: { en: 'Sources', ko: '출처' },
  catalogue: { en: 'Catalogue version', ko: '카탈로그 버전' },
  unknown: { en: 'changed before it was recorded', ko: '기록 전에 바뀌었음' },
  replay: { en: 'Replay id', ko: '재현 번호' },
  open: { en: 'open', ko: '열림' },
  closed: { en: 'closed', ko: '닫힘' },
  unreachable: {
    en: 'The thread cannot be written to any more; reminders go to the owner alone.',
    ko: '스레드에 더 이상 쓸 수 없어, 알림은 책임자에게만 보냅니다.',
  },
} as const satisfies Record<string, Bilingual>

/** Flip points and prices a record shows. */
const SHOWN = { flips: 5, prices: 12 } as const

/** A verdict in a few words, with its option. */
export function outcomeWords({ choice, label }: Outcome, language: Language): string {
  const words = verdictWords(choice, language)
  return label ? `${words} (${label[language]})` : words
}

/** A decision in one line: what was decided, until when, and whether it still stands. */
export function recordTitle(record: DecisionRecord, language: Language): string {
  return `${outcomeWords(outcomeOf(record.recommendation), language)} · ${record.names.task[language]} · ${WORDS[record.state][language]}`
}

/** When a decision was recorded and is looked at again. */
export function recordDates({ recordedAt, reviewOn }: DecisionRecord, language: Language): string {
  return `${WORDS.recorded[language]} ${showDate(dayOf(recordedAt), language)} · ${WORDS.review[language]} ${showDate(reviewOn, language)}`
}

/** Everything a record keeps, one heading a line; plain text. */
export function recordLines(record: DecisionRecord, language: Language): string[] {
  const { recommendation, names, citations, catalog, note, question } = record
  const { verdict, options, flips, estimates, replay } = recommendation
  const line = (head: keyof typeof WORDS, text: string) => `${WORDS[head][language]}: ${text}`
  const chosen = options.find((o) => o.id === (verdict.option ?? recommendation.reference))
  const stated = estimates.filter((e) => Object.hasOwn(KEY_LABELS, e.id))
  const prices = pricesUsed(recommendation).slice(0, SHOWN.prices)
  const plainly = (e: Estimate): string =>
    `${quantityLabel(e.quantity, language)} ${showFigure(e, language)}`
  const named = (e: Estimate): string =>
    `${options.find((o) => o.id === e.subject)?.label[language] ?? e.subject}, ${plainly(e)}`
  const sure = showNumber(Math.round(verdict.confidence * 100), language)
  const lies = verdict.between?.map((id) => options.find((o) => o.id === id)?.label[language] ?? id)
  return [
    line(
      'verdict',
      `${outcomeWords(outcomeOf(recommendation), language)}; ${confidenceWords(verdict.confidence, language)}, ${sure}% ƒ${verdict.choice === 'cannot-tell' && lies ? ` (${lies.join(' > ')})` : ''}`,
    ),
    recordDates(record, language),
    ...(note === undefined ? [] : [line('note', note)]),
    ...(question ? [line('question', question)] : []),
    line(
      'request',
      [names.task[language], names.region[language], ...stated.map(plainly)].join('; '),
    ),
    ...(chosen ? [line('figures', Object.values(chosen.figures).map(plainly).join('; '))] : []),
    ...(prices.length > 0 ? [line('prices', prices.map(named).join('; '))] : []),
    ...(flips.length > 0
      ? [
          line(
            'flips',
            flips
              .slice(0, SHOWN.flips)
              .map((f) => flipWords(f, language))
              .join('; '),
          ),
        ]
      : []),
    ...(citations.length > 0
      ? [line('sources', [...new Set(citations.map((c) => c.short))].join('; '))]
      : []),
    line('catalogue', catalog?.version.slice(0, 12) ?? WORDS.unknown[language]),
    line('replay', replay),
    ...(record.unreachable ? [WORDS.unreachable[language]] : []),
  ]
}

function flipWords({ assumption, flipsAt, toChoice, unit }: Flip, language: Language): string {
  const key = assumption as keyof typeof KEY_LABELS
  const at = unit.startsWith('USD') ? showUsd(flipsAt, language) : showNumber(flipsAt, language)
  return `${KEY_LABELS[key][language]} ${at} ƒ → ${verdictWords(toChoice, language)}`
}
