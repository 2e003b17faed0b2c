import type { KnownBlock } from '@slack/types'
import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import { LIMITS } from '../../block-kit/limits.ts'

/** Blocks that newer Slack knows and the type package does not; they are checked by the validator. */
export type Block =
  | KnownBlock
  | Readonly<{ type: 'table' | 'context_actions'; [key: string]: unknown }>

export const plainText = (text: string, most: number = LIMITS.buttonText) => ({
  type: 'plain_text' as const,
  text: clip(text, most),
  emoji: false,
})

/** A paragraph of text that may hold anything: escaped, cut to what a section takes. */
export function section(text: string): Block {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: clip(escapeMrkdwn(text), LIMITS.sectionText) },
  }
}

/** A paragraph whose mrkdwn is ours; foreign parts must be escaped before. */
export function markedSection(mrkdwn: string): Block {
  return { type: 'section', text: { type: 'mrkdwn', text: clip(mrkdwn, LIMITS.sectionText) } }
}

export function context(text: string): Block {
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: clip(escapeMrkdwn(text), LIMITS.fieldText) }],
  }
}

export function markedContext(mrkdwn: string): Block {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: clip(mrkdwn, LIMITS.fieldText) }] }
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
