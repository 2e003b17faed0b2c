import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { READERS, readingOf } from '../../src/answering/compose/readings.ts'
import type { Turn } from '../../src/answering/ports.ts'
import { clip, escapeMrkdwn } from '../../src/block-kit/escape.ts'
import { LIMITS } from '../../src/block-kit/limits.ts'
import { blockProblems, viewProblems } from '../../src/block-kit/validate.ts'
import { answerSummary, openingBlocks } from '../../src/slack/blocks/answer.ts'
import { WORDS } from '../../src/slack/blocks/words.ts'
import { workingView } from '../../src/slack/blocks/working-view.ts'
import { explained } from '../../src/slack/explain-command.ts'
import { answerMessage, readingMessage, restMessage } from '../../src/slack/post.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { turns } from '../support/random-answers.ts'
import { EN, talk } from '../support/talk.ts'

const RUNS = { numRuns: 100, seed: 20261129 }
const knowledge = await shippedKnowledge()
const { answer: sized } = await talk(EN)
const verdictOf = (turn: Turn) =>
  turn.answer.sections.some((s) => s.kind === 'verdict')
    ? escapeMrkdwn(clip(answerSummary(turn), 400)).slice(0, 300)
    : undefined
const shown = (blocks: unknown) => JSON.stringify(blocks)
const quoted = (text: string) => JSON.stringify(text).slice(1, -1)

describe('whatever an answer holds', () => {
  it('each of its three steps is taken by Slack and keeps the verdict', () =>
    fc.assert(
      fc.property(turns, (turn) => {
        const { text, steps } = answerMessage(turn)
        expect(steps).toHaveLength(3)
        for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
        expect(text.length).toBeLessThanOrEqual(LIMITS.messageText)
        const verdict = verdictOf(turn)
        if (verdict === undefined) return
        expect(text).toContain(verdict)
        for (const blocks of steps.slice(0, 2)) expect(shown(blocks)).toContain(quoted(verdict))
      }),
      RUNS,
    ))
  it('what a stream opens and ends with is taken by Slack', () =>
    fc.assert(
      fc.property(turns, (turn) => {
        expect(blockProblems(openingBlocks(turn.answer))).toEqual([])
        for (const blocks of restMessage(turn).steps) expect(blockProblems(blocks)).toEqual([])
      }),
      RUNS,
    ))
  it('somebody who sees it alone, where the app is not, is told so and gets the same', () =>
    fc.assert(
      fc.property(turns, (turn) => {
        const note = WORDS.invite[turn.language]
        const { text, steps } = answerMessage({ ...turn, visibility: 'private' }, note)
        expect(text).toContain(escapeMrkdwn(note))
        for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
        for (const blocks of steps.slice(0, 2)) {
          expect(shown(blocks)).toContain(quoted(escapeMrkdwn(note)))
          expect(shown(blocks)).toContain(quoted(verdictOf(turn) ?? ''))
        }
      }),
      RUNS,
    ))
  it('its reading for any reader is taken by Slack and keeps the verdict', () =>
    fc.assert(
      fc.property(turns, fc.constantFrom(...READERS), (turn, reader) => {
        const reading = readingOf(turn.answer, reader, knowledge)
        if (!reading) return
        const { text, steps } = readingMessage(turn, reading)
        const verdict = verdictOf({ ...turn, answer: reading }) ?? ''
        expect(text).toContain(verdict)
        for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
        for (const blocks of steps.slice(0, 2)) expect(shown(blocks)).toContain(quoted(verdict))
      }),
      RUNS,
    ))
  it('its working is taken by Slack', () =>
    fc.assert(
      fc.property(turns, (turn) => {
        expect(viewProblems(workingView(turn) as never)).toEqual([])
      }),
      RUNS,
    ))
  it('its explanation with the working below is taken by Slack', () =>
    fc.assert(
      fc.property(turns, (why) => {
        const { steps } = explained(why, { ...why, answer: sized })
        for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
      }),
      RUNS,
    ))
})
