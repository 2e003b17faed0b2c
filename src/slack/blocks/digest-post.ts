import { createHash } from 'node:crypto'
import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import { LIMITS } from '../../block-kit/limits.ts'
import type { Chart } from '../../charts/chart.ts'
import { nativeChart } from '../../charts/native.ts'
import type { CurrencyDigest, Digest } from '../../digest/digest.ts'
import { digestChart } from '../../digest/digest-chart.ts'
import { coverageLines, digestDetails } from '../../digest/digest-details.ts'
import { noteLine } from '../../digest/digest-sentences.ts'
import { digestTable } from '../../digest/digest-table.ts'
import { digestHeadline, digestTitle } from '../../digest/digest-text.ts'
import { type LineGroup, nameText } from '../../digest/digest-words.ts'
import type { Language } from '../../language/language.ts'
import { showDay } from '../../language/numbers.ts'
import type { Message } from '../post.ts'
import { ACTIONS } from '../surface.ts'
import { DIGEST_WORDS } from './digest-words.ts'
import { figuresLines, figuresTable } from './figures-table.ts'
import {
  type Block,
  button,
  markedContext,
  markedSection,
  markedSections,
  plainText,
  section,
} from './kit.ts'

/** Letters of a label at the head of a line, at most. */
const LABEL = /^[^:]{2,30}:/
/** Anomalies that can be chosen from. */
const CHOICES = 20

/**
 * Headline, chart, table, coverage and buttons; then, for a Slack that does not take them, without the
 * chart, without the table, and as text alone.
 * @param channel whose digest it is, for the buttons
 */
export function digestPost(digest: Digest, channel: string, language: Language): Message {
  const chart = digestChart(digest, language)
  const drawn = chart && nativeChart(chart)
  const table = digestTable(digest, language)
  const lines = digestHeadline(digest, language)
  const title = digestTitle(digest, language)
  const head: Block[] = [
    { type: 'header', text: plainText(title, LIMITS.headerText) },
    ...markedSections(lines.map(markedLine).join('\n')),
  ]
  const foot = [...coverageBlocks(digest, language), ...buttons(digest, channel, language)]
  const beside = [...head, ...(drawn ? [drawn] : []), ...foot]
  const native = table ? [figuresTable(table, beside)] : []
  const plain = table ? figuresLines(table, beside) : []
  return {
    text: escapeMrkdwn(`${title}: ${lines[0] ?? ''}`),
    steps: [
      ...(drawn ? [[...head, drawn, ...native, ...foot]] : []),
      [...head, ...native, ...foot],
      [...head, ...plain, ...foot],
      [],
    ],
  }
}

/** Whether blocks, as posted or as Slack gives them back, show a chart. */
export function showsChart(blocks: readonly Readonly<{ type?: string }>[] = []): boolean {
  return blocks.some(({ type }) => type === 'data_visualization')
}

/** A chart as a picture that was uploaded; in words where Slack does not take it. */
export function picturePost({ altText, title }: Chart, file: string | undefined): Message {
  const shown = file === undefined ? [] : [[picture({ altText, title }, file)]]
  return { text: escapeMrkdwn(altText), steps: [...shown, [section(altText)], []] }
}

/** The block of a picture that was uploaded. */
export function picture({ altText, title }: Pick<Chart, 'altText' | 'title'>, id: string): Block {
  return {
    type: 'image',
    alt_text: clip(altText, LIMITS.altText),
    title: plainText(title, LIMITS.imageTitle),
    slack_file: { id },
  }
}

/** What was said about a channel's schedule, as mrkdwn, with the way to see its digest before it comes. */
export function scheduledPost(marked: string, channel: string, language: Language): Message {
  const preview = button(ACTIONS.digestPreview, DIGEST_WORDS.preview[language], `last ${channel}`)
  return {
    text: marked,
    steps: [[markedSection(marked), { type: 'actions', elements: [preview] }], []],
  }
}

/** Groups of lines under a title, a paragraph each. */
export function groupsMessage(title: string, groups: readonly LineGroup[]): Message {
  const marked = [
    `*${escapeMrkdwn(title)}*`,
    ...groups.map(({ heading, lines }) =>
      [
        ...(heading === undefined ? [] : [`*${escapeMrkdwn(heading)}*`]),
        ...lines.map((line) => `• ${escapeMrkdwn(line)}`),
      ].join('\n'),
    ),
  ]
  return {
    text: escapeMrkdwn(`${title}: ${groups[0]?.lines[0] ?? ''}`),
    steps: [marked.flatMap(markedSections), []],
  }
}

/** Names an anomaly in a button: its key may be longer than a value can be. */
export function anomalyMark(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16)
}

/** The first line leads as a whole, the others by their label. */
function markedLine(line: string, at: number): string {
  const [label = ''] = at === 0 ? [line] : (LABEL.exec(line) ?? [])
  const rest = escapeMrkdwn(line.slice(label.length))
  return label === '' ? rest : `*${escapeMrkdwn(label)}*${rest}`
}

/** Up to when and of how much the figures are, and what else has to be known to read them. */
function coverageBlocks(digest: Digest, language: Language): Block[] {
  const said = digest.notes.filter((n) => n.kind === 'sample' || n.kind === 'not-billed-in')
  const lines = [
    ...(digest.currencies.length === 0 ? [] : coverageLines(digest, language)),
    ...said.map((note) => noteLine(note, language)),
  ]
  return lines.length === 0 ? [] : [markedContext(lines.map(escapeMrkdwn))]
}

function buttons(digest: Digest, channel: string, language: Language): Block[] {
  const key = `${digest.period.key} ${channel}`
  const elements = [
    ...(digestDetails(digest, language).length > 0
      ? [button(ACTIONS.digestDetails, DIGEST_WORDS.details[language], key)]
      : []),
    ...(digest.currencies.some(({ drivers }) => drivers !== undefined)
      ? [button(ACTIONS.digestWhy, DIGEST_WORDS.why[language], key)]
      : []),
    button(ACTIONS.digestSchedule, DIGEST_WORDS.change[language], key),
    ...snoozing(digest, channel, language),
  ]
  return [{ type: 'actions', block_id: 'digest', elements } as Block]
}

/** A button for one anomaly, a list for several. */
function snoozing({ currencies, period }: Digest, channel: string, language: Language): object[] {
  const found = currencies.flatMap(anomaliesIn).slice(0, CHOICES)
  const [only, ...more] = found
  const label = DIGEST_WORDS.snooze[language]
  if (!only) return []
  const value = (key: string) => `${period.key} ${channel} ${anomalyMark(key)}`
  if (more.length === 0) return [button(ACTIONS.digestSnooze, label, value(only.key))]
  const all = language === 'ko' ? '전체' : 'all spend'
  return [
    {
      type: 'static_select',
      action_id: ACTIONS.digestSnooze,
      placeholder: plainText(label, LIMITS.placeholder),
      options: found.map(({ key, name, day }) => ({
        text: plainText(
          `${name === undefined ? all : nameText(name)}, ${showDay(day, language)}`,
          LIMITS.optionText,
        ),
        value: value(key),
      })),
    },
  ]
}

/** Anomalies of a currency that can be snoozed. */
export function anomaliesIn({ anomalies }: CurrencyDigest) {
  return 'found' in anomalies ? anomalies.found : []
}
