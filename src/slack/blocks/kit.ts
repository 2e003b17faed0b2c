import type { KnownBlock } from '@slack/types'
import { beginning, clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import { LIMITS } from '../../block-kit/limits.ts'

/** Blocks that newer Slack knows and the type package does not; they are checked by the validator. */
export type Block =
  | KnownBlock
  | Readonly<{
      type: 'table' | 'context_actions' | 'data_visualization'
      [key: string]: unknown
    }>

export const plainText = (text: string, most: number = LIMITS.buttonText) => ({
  type: 'plain_text' as const,
  text: clip(text, most),
  emoji: false,
})

/** Text of our own making, or escaped; `verbatim` keeps Slack from making links and mentions of what it only quotes. */
export const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text, verbatim: true })

/** A paragraph of text that may hold anything: escaped, cut to what a section takes. */
export function section(text: string): Block {
  return {
    type: 'section',
    text: mrkdwn(clip(escapeMrkdwn(text), LIMITS.sectionText)),
  }
}

/** A paragraph whose mrkdwn is ours; foreign parts must be escaped before. No mention or link is cut through. */
export function markedSection(marked: string): Block {
  const cut = clip(marked, LIMITS.sectionText)
  return {
    type: 'section',
    text: mrkdwn(cut === marked ? marked : cut.replace(/<[^<>]*…$/, '…')),
  }
}

/** As many paragraphs as a long text needs, cut at line ends; its mrkdwn is ours. */
export function markedSections(marked: string): Block[] {
  return packed(marked.split('\n'), LIMITS.sectionText).map(markedSection)
}

export function context(text: string): Block {
  return {
    type: 'context',
    elements: [mrkdwn(clip(escapeMrkdwn(text), LIMITS.fieldText))],
  }
}

/** Small print of many lines, such as sources: no line is cut, so that no link is. */
export function markedContext(lines: readonly string[]): Block {
  const elements = packed(lines, LIMITS.fieldText).map((text) =>
    mrkdwn(clip(text, LIMITS.fieldText)),
  )
  return { type: 'context', elements: elements.slice(0, LIMITS.contextElements) }
}

/** Lines put together to texts of at most `most` characters; a longer line is split. */
function packed(lines: readonly string[], most: number): string[] {
  const texts: string[] = []
  for (const line of lines) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + 1 + line.length <= most)
      texts[texts.length - 1] = `${last}\n${line}`
    else texts.push(...pieces(line, most))
  }
  return texts.filter((text) => text.trim() !== '')
}

function pieces(line: string, most: number): string[] {
  const first = beginning(line, most)
  return first === line ? [line] : [first, ...pieces(line.slice(first.length), most)]
}

export function button(actionId: string, label: string, value: string, style?: 'primary') {
  return {
    type: 'button' as const,
    action_id: actionId,
    text: plainText(label),
    value: clip(value, LIMITS.buttonValue),
    accessibility_label: clip(label, LIMITS.buttonText),
    ...(style ? { style } : {}),
  }
}
