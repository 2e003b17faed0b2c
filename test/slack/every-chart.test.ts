import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerChart } from '../../src/answering/charts/answer-chart.ts'
import { answerChart, CHART_NAMES } from '../../src/answering/charts/charts.ts'
import { clip, escapeMrkdwn } from '../../src/block-kit/escape.ts'
import { LIMITS } from '../../src/block-kit/limits.ts'
import { blockProblems } from '../../src/block-kit/validate.ts'
import type { BarChart, LineChart } from '../../src/charts/chart.ts'
import { nativeChart } from '../../src/charts/native.ts'
import { chartPost } from '../../src/slack/blocks/chart-post.ts'
import { turns } from '../support/random-answers.ts'
import { languages, words } from '../support/random-words.ts'
import { brokenTexts } from '../support/whole-texts.ts'

// What fails is not made smaller: that takes minutes with values as large as these.
const RUNS = { numRuns: 60, seed: 20261129, endOnFailure: true }

const values = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(1e21, -1e21))
const said = words.filter((text) => text.trim() !== '')
const names = fc.array(words, { maxLength: 24, size: 'max' })
const axis = fc.record({ label: words, unit: fc.constantFrom('USD', '%', '') })

/** Bars and lines of any names and values, in number as many as Slack draws and more. */
const charts: fc.Arbitrary<BarChart | LineChart> = fc
  .tuple(fc.constantFrom('bar' as const, 'line' as const), names)
  .chain(([kind, categories]) =>
    fc.record({
      ...{ kind: fc.constant(kind), categories: fc.constant(categories) },
      ...{ title: said, altText: said, y: axis },
      notes: fc.array(said, { maxLength: 4 }),
      series: fc.array(
        fc.record({
          name: words,
          values: fc.array(values, { minLength: categories.length, maxLength: categories.length }),
        }),
        { maxLength: 8, size: 'max' },
      ),
    }),
  )

const tables: fc.Arbitrary<AnswerChart['table']> = fc
  .integer({ min: 1, max: 8 })
  .chain((columns) => {
    const row = fc.array(words, { minLength: columns, maxLength: columns })
    return fc.record({ heads: row, rows: fc.array(row, { maxLength: 120, size: 'max' }) })
  })

function expectTaken(shown: AnswerChart, file: string | undefined): void {
  const native = nativeChart(shown.chart)
  const { text, steps } = chartPost(shown, native ? { native } : file ? { file } : undefined)
  for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
  expect(brokenTexts(steps)).toEqual([])
  expect(steps.at(-1)).toEqual([])
  expect(text).toBe(clip(escapeMrkdwn(shown.chart.altText), LIMITS.sectionText))
}

describe('whatever is drawn', () => {
  it('the charts of an answer are taken by Slack in every step, and say what they show', () =>
    fc.assert(
      fc.property(turns, fc.constantFrom(...CHART_NAMES), languages, (turn, name, language) => {
        const shown = answerChart(turn.answer, name, language, 2026)
        if (shown) expectTaken(shown, 'F1')
      }),
      { ...RUNS, numRuns: 100 },
    ))
  it('bars and lines are either within what Slack draws or left to a picture', () =>
    fc.assert(
      fc.property(charts, tables, fc.boolean(), (chart, table, uploads) => {
        expectTaken({ chart, table }, uploads ? 'F1' : undefined)
      }),
      RUNS,
    ))
})
