import type { Answer, Section } from '../../answering/answer.ts'
import { closing, LISTS, sectionTitle } from '../../answering/compose/titles.ts'
import { sentenceText } from '../../answering/plain-text.ts'
import type { Turn } from '../../answering/ports.ts'
import { parted } from '../../answering/wording/opening.ts'
import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import { LIMITS } from '../../block-kit/limits.ts'
import { formValues } from '../../sizing/parse-arguments.ts'
import { actionBlocks, flipButtons, readingButtons } from './actions.ts'
import { chartChoice } from './chart-post.ts'
import {
  type Block,
  context,
  markedContext,
  markedSection,
  markedSections,
  section,
} from './kit.ts'
import { optionsTable } from './options-table.ts'
import { planBlocks } from './plan.ts'
import { sideBySide } from './side-by-side.ts'
import { usedBlocks } from './used-model.ts'
import { WORDS } from './words.ts'

/**
 * An answer as Block Kit, or what is left of it after its opening. `plain` leaves out the native table,
 * the plan and the vote, for clients that refuse them.
 * @param note what somebody who sees it alone is told above it
 */
export function answerBlocks(
  turn: Turn,
  style: 'full' | 'plain' = 'full',
  extent: 'whole' | 'rest' = 'whole',
  note?: string,
): Block[] {
  const { answer } = turn
  const isWhole = extent === 'whole'
  const label = turn.question ? WORDS.asked : WORDS.sized
  const restated =
    turn.visibility === 'private' ? [context(`${label[turn.language]}: ${restatement(turn)}`)] : []
  const head = note === undefined ? [] : [context(note)]
  const shown = isWhole ? answer.sections : parted(answer).rest
  const sections = sectionsBlocks(shown, turn, style)
  const tail = [
    ...sources(answer),
    ...suggestions(answer),
    ...coverage(answer),
    ...usedBlocks(answer),
  ]
  const actions = (charts: readonly object[] = []) =>
    answer.kind === 'answer' || answer.kind === 'nearest' ? actionBlocks(turn, style, charts) : []
  const plan = isWhole && style === 'full' ? planBlocks(answer) : []
  const body = [...restated, ...plan, ...sections]
  // Charts come only where nothing of the answer gives way to them.
  const withCharts = actions(chartChoice(turn))
  const below = isTooLarge([...head, ...body, ...tail, ...withCharts]) ? actions() : withCharts
  return fitted({ head, body, tail, actions: below }, answer.steps !== undefined)
}

/** What of an answer is certain while a model still words the rest: its plan, and its verdict's first sentence. */
export function openingBlocks(answer: Answer): Block[] {
  const sections = parted(answer).opening.flatMap((s) => openingSection(s) ?? [])
  return [...planBlocks(answer), ...sections]
}

/** A reading of a turn's verdict: its own sentences and sources, and the other readings one button away. */
export function readingBlocks(turn: Turn, reading: Answer, style: 'full' | 'plain'): Block[] {
  const shown = { ...turn, answer: reading }
  const sections = sectionsBlocks(reading.sections, shown, style)
  const tail = [...sources(reading), ...coverage(reading)]
  return fitted({ body: sections, tail, actions: readingButtons(turn) })
}

/** The sentence that notifications and screen readers get: the verdict, or the first thing said. */
export function answerSummary({ answer }: Turn): string {
  const { sections } = answer
  const spoken =
    sections.find((s) => s.kind === 'verdict') ?? sections.find((s) => s.kind !== 'part')
  return clip(spoken?.sentences.map(sentenceText).join(' ') ?? '', 3000)
}

/** What was asked: the question, or the workload as arguments. */
export function restatement({ question, input }: Turn): string {
  if (question) return clip(question, 500)
  const values = Object.entries(formValues(input ?? {})).map(([key, value]) => `${key}=${value}`)
  return values.join(' ') || '–'
}

/** Slack takes one table a message: options that are shown again are a list. */
function sectionsBlocks(
  sections: readonly Section[],
  turn: Turn,
  style: 'full' | 'plain',
): Block[] {
  const table = style === 'full' ? sections.find((s) => s.kind === 'options') : undefined
  return sections.flatMap((s) => sectionBlocks(s, turn, s === table ? 'full' : 'plain'))
}

function sectionBlocks(part: Section, turn: Turn, style: 'full' | 'plain'): Block[] {
  const { language, answer } = turn
  const opening = openingSection(part)
  if (opening) return [opening]
  const lines = part.sentences.map(sentenceText)
  const title = sectionTitle(part.kind, language)
  if (part.kind === 'options' && style === 'full' && answer.recommendation) {
    const draw = answer.recommendation.request.only.value ? sideBySide : optionsTable
    return [markedSection(`*${title}*`), draw(answer.recommendation, language)]
  }
  const body = LISTS.has(part.kind)
    ? lines.map((line) => `• ${escapeMrkdwn(line)}`).join('\n')
    : escapeMrkdwn(lines.join(' '))
  const blocks = markedSections(title ? `*${title}*\n${body}` : body)
  return part.kind === 'flips' ? [...blocks, ...flipButtons(turn)] : blocks
}

/** A section that stands in bold or small; undefined for any other, and where nothing is said. */
function openingSection({ kind, sentences }: Section): Block | undefined {
  const line = sentences.map(sentenceText).join(' ')
  if (line.trim() === '') return undefined
  if (kind === 'verdict' || kind === 'part') return markedSection(`*${escapeMrkdwn(line)}*`)
  return kind === 'restated' ? context(line) : undefined
}

function sources({ citations, language }: Answer): Block[] {
  if (citations.length === 0) return []
  const lines = citations.map((c, i) => {
    const title = escapeMrkdwn(clip(`${c.short}. ${c.title}`, 160))
    return `[${i + 1}] ${c.url ? `<${new URL(c.url).href.replace(/[|>]/g, '')}|${title}>` : title}`
  })
  return [markedContext([`*${closing.sources[language]}*`, ...lines])]
}

function suggestions({ suggestions: list, language }: Answer): Block[] {
  if (list.length === 0) return []
  return markedSections(
    [`*${closing.suggestions[language]}*`, ...list.map((s) => `• ${escapeMrkdwn(s)}`)].join('\n'),
  )
}

function coverage({ kind, coverage: counts, replay, language }: Answer): Block[] {
  return kind === 'answer' ? [context(closing.coverage(counts, replay, language))] : []
}

/** Stands where something gave way. */
const MORE = section('…')

/** Slack gives every block an id. */
const ID_CHARACTERS = 20

type Parts = Readonly<Record<'body' | 'tail' | 'actions', readonly Block[]>> &
  Readonly<{ head?: readonly Block[] }>

/**
 * Keeps an answer under Slack's size: head, sources and actions stay, and what gives way leaves a note. That
 * is the end of it, but of an answer in several parts the longest piece that is no verdict, so that no part
 * is lost.
 */
function fitted({ head = [], body, tail, actions }: Parts, inParts = false): Block[] {
  let kept = [...body]
  while (kept.length > 2 && isTooLarge([...head, ...kept, ...tail, ...actions])) {
    const at = inParts ? longest(kept) : kept.findLastIndex((block) => block !== MORE)
    if (at < 0) break
    kept = inParts
      ? kept.with(at, MORE).filter((block, i, all) => block !== MORE || all[i - 1] !== MORE)
      : [...kept.slice(0, at), MORE]
    if (kept.every((block, i) => i < 2 || block === MORE)) break
  }
  const cutTail = isTooLarge([...head, ...kept, ...tail, ...actions]) ? [] : tail
  return [...head, ...kept, ...cutTail, ...actions]
}

/** Blocks with more below them, as many as there is room for; dots stand for the others. */
export function withMore(blocks: readonly Block[], more: readonly Block[]): Block[] {
  let below = more
  while (below.length > 0 && isTooLarge([...blocks, ...below]))
    below = below.length > 1 ? [...below.slice(0, below.at(-1) === MORE ? -2 : -1), MORE] : []
  return [...blocks, ...below]
}

function isTooLarge(blocks: readonly Block[]): boolean {
  return (
    sizeOf(blocks) + blocks.length * ID_CHARACTERS > LIMITS.payloadCharacters ||
    blocks.length > LIMITS.blocksPerMessage
  )
}

function sizeOf(blocks: readonly Block[]): number {
  return JSON.stringify(blocks).length
}

/** Place of the block with the most characters that may give way; negative where there is none. */
function longest(blocks: readonly Block[]): number {
  const sizes = blocks.map((block) => (block === MORE || isBold(block) ? -1 : sizeOf([block])))
  const most = Math.max(...sizes)
  return most < 0 ? -1 : sizes.indexOf(most)
}

/** Whether a block is a verdict or the title of a part, which stand in bold as a whole. */
function isBold(block: Block): boolean {
  return block.type === 'section' && /^\*[^\n]*\*$/.test(block.text?.text ?? '')
}
