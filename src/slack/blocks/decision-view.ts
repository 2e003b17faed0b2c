import type { View } from '@slack/types'
import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import { LIMITS } from '../../block-kit/limits.ts'
import type { DecisionRecord } from '../../decisions/decision-record.ts'
import type { DecisionForm } from '../../decisions/record.ts'
import { recordLines } from '../../decisions/record-text.ts'
import type { Language } from '../../language/language.ts'
import { ACTIONS } from '../surface.ts'
import { titleOf } from './decision-list.ts'
import { type Block, button, markedSection, markedSections, plainText } from './kit.ts'
import { WORDS } from './words.ts'

/** Whose recommendation a form records, kept in the view while it is open. */
export type RecordTarget = Readonly<{ turn: string; language: Language; channel: string }>

/** Longest note, in characters. */
const NOTE = 1000

type Fields = Readonly<Record<keyof DecisionForm, Readonly<{ label: string; element: object }>>>

/** The form behind "Record decision"; a block is named after its field, so that a problem finds it. */
export function decisionForm({ owner, reviewOn, note }: DecisionForm, target: RecordTarget): View {
  const { language } = target
  const fields: Fields = {
    owner: {
      label: WORDS.owner[language],
      element: { type: 'users_select', action_id: 'value', initial_user: owner },
    },
    reviewOn: {
      label: WORDS.reviewOn[language],
      element: { type: 'datepicker', action_id: 'value', initial_date: reviewOn },
    },
    note: {
      label: WORDS.note[language],
      element: {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        max_length: NOTE,
        ...(note ? { initial_value: note } : {}),
      },
    },
  }
  const blocks = Object.entries(fields).map(([field, { label, element }]) => ({
    type: 'input',
    block_id: field,
    optional: field === 'note',
    label: plainText(label, LIMITS.inputLabel),
    element,
  }))
  return {
    type: 'modal',
    callback_id: 'decision_form',
    private_metadata: JSON.stringify(target),
    title: plainText(WORDS.record[language], LIMITS.viewTitle),
    submit: plainText(WORDS.keep[language], LIMITS.viewTitle),
    close: plainText(WORDS.close[language], LIMITS.viewTitle),
    blocks: blocks as unknown as View['blocks'],
  }
}

type Held = Readonly<{
  value?: string | null
  selected_date?: string | null
  selected_user?: string | null
}>

/** What the form holds when it is sent. */
export function readDecisionForm(
  state: Readonly<Record<string, Readonly<Record<string, Held>>>>,
): DecisionForm {
  const held = (field: keyof DecisionForm): Held => state[field]?.value ?? {}
  return {
    owner: held('owner').selected_user ?? '',
    reviewOn: held('reviewOn').selected_date ?? '',
    note: held('note').value ?? '',
  }
}

/** A record in full, with its thread, and what can be done with it. */
export function decisionView(
  record: DecisionRecord,
  permalink: string | undefined,
  language: Language,
): View {
  const { id, owner, state } = record
  const elements = [
    ...(state === 'open' ? [button(ACTIONS.closeDecision, WORDS.closeDecision[language], id)] : []),
    button(ACTIONS.reopenDecision, WORDS.reopenInThread[language], id, 'primary'),
  ]
  const lines = recordLines(record, language).map((line) =>
    escapeMrkdwn(clip(line, LIMITS.sectionText)).replace(/^[^:·]{1,40}:/, (head) => `*${head}*`),
  )
  const thread = permalink === undefined ? [] : [`<${permalink}|${WORDS.thread[language]}>`]
  const blocks: Block[] = [
    markedSection(
      [titleOf(record, language), `${WORDS.owner[language]}: <@${owner}>`, ...thread].join('\n'),
    ),
    ...markedSections(lines.join('\n')),
    { type: 'actions', elements },
  ]
  return {
    type: 'modal',
    callback_id: 'decision',
    title: plainText(WORDS.decision[language], LIMITS.viewTitle),
    close: plainText(WORDS.close[language], LIMITS.viewTitle),
    blocks: blocks as View['blocks'],
  }
}
