import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMrkdwn } from '../../src/block-kit/escape.ts'
import { LIMITS } from '../../src/block-kit/limits.ts'
import { blockProblems } from '../../src/block-kit/validate.ts'
import { alertLines, alertTitle } from '../../src/digest/alert-text.ts'
import type { Finding } from '../../src/digest/alerts.ts'
import { detailParts } from '../../src/digest/detail-parts.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { digestChart } from '../../src/digest/digest-chart.ts'
import { digestHeadline, digestTitle } from '../../src/digest/digest-text.ts'
import { anomalyFindings, budgetFindings } from '../../src/digest/spend-findings.ts'
import { digestPost, picturePost } from '../../src/slack/blocks/digest-post.ts'
import { detailsMessage, wordsMessage } from '../../src/slack/outbox-message.ts'
import { digests } from '../support/random-charges.ts'
import { languages, words } from '../support/random-words.ts'

// What fails is not made smaller: that takes minutes with values as large as these.
const RUNS = { numRuns: 20, seed: 20261129, endOnFailure: true }

describe('whatever a bill says', () => {
  it('each step of its digest is taken by Slack and keeps the total', () =>
    fc.assert(
      fc.property(digests, languages, (digest, language) => {
        const { text, steps } = digestPost(digest, 'C1', language)
        for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
        expect(steps.at(-1)).toEqual([])
        expect(text.length).toBeLessThanOrEqual(LIMITS.messageText)
        const [total = ''] = digestHeadline(digest, language)
        expect(text).toBe(escapeMrkdwn(`${digestTitle(digest, language)}: ${total}`))
        for (const blocks of steps.slice(0, -1))
          expect(JSON.stringify(blocks)).toContain(JSON.stringify(escapeMrkdwn(total)).slice(1, -1))
      }),
      RUNS,
    ))
  it('the messages with its details are taken by Slack', () =>
    fc.assert(
      fc.property(digests, languages, (digest, language) => {
        for (const part of detailParts(digest, language).keys())
          for (const blocks of detailsMessage(digest, part, language).steps)
            expect(blockProblems(blocks)).toEqual([])
      }),
      RUNS,
    ))
  it('its chart as a picture, or in words, is taken by Slack and says what it shows', () =>
    fc.assert(
      fc.property(digests, languages, fc.boolean(), (digest, language, uploads) => {
        const chart = digestChart(digest, language)
        if (!chart) return
        const { text, steps } = picturePost(chart, uploads ? 'F1' : undefined)
        for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
        expect(text).toBe(escapeMrkdwn(chart.altText))
      }),
      RUNS,
    ))
  it('an alert about it is taken by Slack and keeps what is worst', () =>
    fc.assert(
      fc.property(digests, digests, sources, languages, (now, before, late, language) => {
        const alert = { raised: [...findingsIn(now), ...late], resolved: findingsIn(before) }
        const { text, steps } = wordsMessage({ kind: 'alert', alert }, language)
        for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
        const [worst = ''] = alertLines(alert, language)
        expect(text).toBe(escapeMrkdwn(`${alertTitle(alert, language)}: ${worst}`))
        expect(text.length).toBeLessThanOrEqual(LIMITS.messageText)
      }),
      RUNS,
    ))
})

/** Sources whose data is late, or that were never read. */
const sources: fc.Arbitrary<readonly Finding[]> = fc.array(
  fc
    .record({
      source: words,
      problem: fc.option(fc.string({ maxLength: 120 })),
      lagDays: fc.option(fc.nat()),
    })
    .map(({ source, problem, lagDays }) => ({
      ...{ key: source, kind: 'no-data', severity: 'warning', source, limitDays: 3 },
      ...(problem === null ? {} : { problem: { en: problem, ko: problem } }),
      ...(lagDays === null ? {} : { lagDays, through: '2026-11-02' }),
    })),
  { maxLength: 20 },
)

function findingsIn({ currencies }: Digest): Finding[] {
  return [...budgetFindings(currencies), ...anomalyFindings(currencies)]
}
