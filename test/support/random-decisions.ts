import fc from 'fast-check'
import type { DecisionRecord } from '../../src/decisions/decision-record.ts'
import { recordOf } from '../../src/decisions/record.ts'
import { shippedKnowledge } from './knowledge.ts'
import { turns } from './random-answers.ts'
import { people } from './random-settings.ts'
import { words } from './random-words.ts'

const knowledge = await shippedKnowledge()
const RECORDED_AT = Date.parse('2026-11-24T09:00:00Z')

/** Decisions as they are recorded from answers of every kind, some of them closed or out of reach. */
export const decisions: fc.Arbitrary<DecisionRecord> = fc
  .record({
    turn: turns,
    owner: people,
    note: words,
    state: fc.constantFrom('open' as const, 'closed' as const),
    unreachable: fc.boolean(),
  })
  .map(({ turn, owner, note, ...standing }) => {
    const form = { owner, reviewOn: '2027-02-22', note }
    const record = recordOf(turn, form, owner, knowledge, RECORDED_AT)
    return record && { ...record, ...standing }
  })
  .filter((record) => record !== undefined)
