import type { AnswerChart } from '../../answering/charts/answer-chart.ts'
import { CHART_LABELS, chartsOf } from '../../answering/charts/charts.ts'
import type { Turn } from '../../answering/ports.ts'
import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import { LIMITS } from '../../block-kit/limits.ts'
import type { NativeChart } from '../../charts/native.ts'
import type { Message } from '../post.ts'
import { ACTIONS } from '../surface.ts'
import { picture } from './digest-post.ts'
import { figuresLines, figuresTable } from './figures-table.ts'
import { type Block, button, context, markedSection, plainText, section } from './kit.ts'
import { WORDS } from './words.ts'

/** The list of the charts that an answer has the figures for; a button where there is but one. */
export function chartChoice(turn: Turn): readonly object[] {
  const { id, language, answer } = turn
  const [first, ...more] = chartsOf(answer, emissionYear(turn))
  if (first === undefined) return []
  const label = WORDS.charts[language]
  if (more.length === 0)
    return [button(ACTIONS.chart, `${label}: ${CHART_LABELS[first][language]}`, `${first} ${id}`)]
  return [
    {
      type: 'static_select',
      action_id: ACTIONS.chart,
      placeholder: plainText(label, LIMITS.placeholder),
      options: [first, ...more].map((name) => ({
        text: plainText(CHART_LABELS[name][language], LIMITS.optionText),
        value: `${name} ${id}`,
      })),
    },
  ]
}

/** The year that an answer's emissions are taken to happen in: that of the answer. */
export function emissionYear({ createdAt }: Pick<Turn, 'createdAt'>): number {
  return new Date(createdAt).getUTCFullYear()
}

/**
 * A chart with its notes and its figures as a table: drawn by Slack, or as a picture, or in words; then
 * without the native table, and as text alone.
 */
export function chartPost(
  { chart, table }: AnswerChart,
  drawn: Readonly<{ native: NativeChart }> | Readonly<{ file: string }> | undefined,
): Message {
  const { altText, notes = [] } = chart
  const shown: readonly Block[] = !drawn
    ? []
    : 'native' in drawn
      ? [drawn.native]
      : [picture(chart, drawn.file)]
  const below = notes.length === 0 ? [] : [context(notes.join('\n'))]
  const title = markedSection(`*${escapeMrkdwn(chart.title)}*`)
  const inWords = section(altText)
  return {
    text: clip(escapeMrkdwn(altText), LIMITS.sectionText),
    steps: [
      ...(shown.length > 0
        ? [[...shown, figuresTable(table, [...shown, ...below]), ...below]]
        : []),
      [title, figuresTable(table, [title, ...below]), ...below],
      [inWords, ...figuresLines(table, [inWords, ...below]), ...below],
      [],
    ],
  }
}
