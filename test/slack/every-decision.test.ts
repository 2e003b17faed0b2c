import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMrkdwn } from '../../src/block-kit/escape.ts'
import { LIMITS } from '../../src/block-kit/limits.ts'
import { blockProblems, viewProblems } from '../../src/block-kit/validate.ts'
import { type Change, compared } from '../../src/decisions/changes.ts'
import type { DecisionRecord } from '../../src/decisions/decision-record.ts'
import { noticeLines } from '../../src/decisions/notice-text.ts'
import { outcomeWords } from '../../src/decisions/record-text.ts'
import { decisionList } from '../../src/slack/blocks/decision-list.ts'
import { decisionView } from '../../src/slack/blocks/decision-view.ts'
import { noticeMessage } from '../../src/slack/decision-publisher.ts'
import { decisions } from '../support/random-decisions.ts'
import { languages, words } from '../support/random-words.ts'
import { brokenTexts } from '../support/whole-texts.ts'

// What fails is not made smaller: that takes minutes with values as large as these.
const RUNS = { numRuns: 60, seed: 20261129, endOnFailure: true }

/** Whatever may be told about a decision; another one stands for what it comes to today. */
const changes: fc.Arbitrary<readonly [DecisionRecord, Change]> = fc
  .tuple(decisions, decisions)
  .chain(([record, other]) => {
    const comparison = compared(record.recommendation, other.recommendation)
    const change: fc.Arbitrary<Change> = fc.oneof(
      fc.constant({ kind: 'review', date: record.reviewOn } as const),
      fc.record({ model: words, source: words, past: fc.boolean() }).map((retired) => ({
        ...{ kind: 'retires' as const, date: '2027-03-01' },
        ...retired,
      })),
      fc
        .array(words, { maxLength: 20, size: 'max' })
        .map((problems) => ({ kind: 'unsizable' as const, problems })),
      ...(comparison
        ? [
            fc
              .constantFrom('catalogue' as const, 'stated' as const)
              .map((kind) => ({ kind, ...comparison })),
          ]
        : []),
    )
    return change.map((told) => [record, told] as const)
  })

describe('whatever was decided', () => {
  it('the view of it is taken by Slack, and says what', () =>
    fc.assert(
      fc.property(decisions, languages, fc.option(fc.webUrl()), (record, language, link) => {
        const view = decisionView(record, link ?? undefined, language)
        expect(viewProblems(view as never)).toEqual([])
        expect(brokenTexts(view.blocks)).toEqual([])
        const { choice } = record.recommendation.verdict
        expect(JSON.stringify(view.blocks)).toContain(outcomeWords({ choice }, language))
        expect(JSON.stringify(view.blocks)).toContain(`<@${record.owner}>`)
      }),
      RUNS,
    ))
  it('a list of as many as there are is taken by Slack, and shows the first', () =>
    fc.assert(
      fc.property(
        fc.array(decisions, { minLength: 1, maxLength: 60, size: 'max' }),
        languages,
        (records, language) => {
          const blocks = decisionList(records, language)
          expect(blockProblems(blocks)).toEqual([])
          expect(brokenTexts(blocks)).toEqual([])
          expect(JSON.stringify(blocks)).toContain(`<@${records[0]?.owner}>`)
        },
      ),
      { ...RUNS, numRuns: 15 },
    ))
  it('what there is to tell about it later is taken by Slack, and calls its owner with the reason', () =>
    fc.assert(
      fc.property(changes, ([record, change]) => {
        const { text, steps } = noticeMessage(record, change)
        const [why = ''] = noticeLines(record, change, record.language)
        const lead = `<@${record.owner}> ${escapeMrkdwn(why)}`
        expect(text).toContain(lead)
        expect(text.length).toBeLessThanOrEqual(LIMITS.messageText)
        for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
        expect(brokenTexts(steps)).toEqual([])
        expect(JSON.stringify(steps[0])).toContain(JSON.stringify(lead).slice(1, -1))
      }),
      RUNS,
    ))
})
