import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import { LIMITS } from '../../block-kit/limits.ts'
import type { Change } from '../../decisions/changes.ts'
import type { DecisionRecord } from '../../decisions/decision-record.ts'
import { noticeLines } from '../../decisions/notice-text.ts'
import { recordDates, recordTitle } from '../../decisions/record-text.ts'
import type { Language } from '../../language/language.ts'
import { ACTIONS } from '../surface.ts'
import { type Block, button, markedSection, markedSections } from './kit.ts'
import { WORDS } from './words.ts'

/** Letters of a title, whose names are foreign; facts of a notice, and characters of each. */
const TITLE = 300
const FACTS = { count: 12, letters: 400 } as const

/** What was decided, as mrkdwn. */
export function titleOf(record: DecisionRecord, language: Language): string {
  return `*${escapeMrkdwn(clip(recordTitle(record, language), TITLE))}*`
}

/** One row a decision, each with the button that opens it. */
export function decisionRows(records: readonly DecisionRecord[], language: Language): Block[] {
  return records.map((record) => ({
    ...markedSection(
      [
        titleOf(record, language),
        `${recordDates(record, language)} · ${WORDS.owner[language]} <@${record.owner}>`,
        ...(record.question ? [escapeMrkdwn(clip(record.question, 200))] : []),
      ].join('\n'),
    ),
    accessory: button(ACTIONS.openDecision, WORDS.openDecision[language], record.id),
  })) as Block[]
}

/** Everything a message can hold of a list of decisions. */
export function decisionList(records: readonly DecisionRecord[], language: Language): Block[] {
  const title =
    records.length === 0 ? WORDS.noDecisions[language] : `*${WORDS.decisions[language]}*`
  const rows = decisionRows(records, language)
  const head = markedSection(title)
  while (JSON.stringify([head, ...rows]).length > LIMITS.payloadCharacters) rows.pop()
  return [head, ...rows]
}

/** What there is to say about a decision, with its owner called and the button that opens it. */
export function noticeBlocks(record: DecisionRecord, change: Change): Block[] {
  const { language, owner, id } = record
  const [lead = '', ...facts] = noticeLines(record, change, language).map(escapeMrkdwn)
  const shown = facts.slice(0, FACTS.count).map((fact) => `• ${clip(fact, FACTS.letters)}`)
  return [
    ...markedSections([`<@${owner}> ${lead}`, ...shown].join('\n')),
    {
      type: 'actions',
      elements: [button(ACTIONS.openDecision, WORDS.openDecision[language], id)],
    },
  ]
}
