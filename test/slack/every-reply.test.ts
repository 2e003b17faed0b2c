import type { SectionBlock } from '@slack/types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMrkdwn } from '../../src/block-kit/escape.ts'
import { LIMITS } from '../../src/block-kit/limits.ts'
import { blockProblems } from '../../src/block-kit/validate.ts'
import { scheduledPost } from '../../src/slack/blocks/digest-post.ts'
import {
  context,
  markedContext,
  markedSection,
  markedSections,
  section,
} from '../../src/slack/blocks/kit.ts'
import { wordsMessage } from '../../src/slack/outbox-message.ts'
import { languages, words } from '../support/random-words.ts'

const RUNS = { numRuns: 200, seed: 20261130 }
const said = words.filter((text) => text.trim() !== '')

describe('whatever a reply says', () => {
  it('as a paragraph, or small below one, it is taken by Slack', () =>
    fc.assert(
      fc.property(said, (text) => {
        const marked = escapeMrkdwn(text)
        const small = [context(text), markedContext([marked])]
        for (const block of [section(text), markedSection(marked), ...small])
          expect(blockProblems([block])).toEqual([])
      }),
      RUNS,
    ))
  it('as many paragraphs as it takes, each is taken by Slack and none of its letters is lost', () =>
    fc.assert(
      fc.property(said, (text) => {
        const marked = escapeMrkdwn(text)
        const blocks = markedSections(marked)
        expect(blocks.flatMap((block) => blockProblems([block]))).toEqual([])
        const shown = (blocks as SectionBlock[]).map(({ text }) => text?.text).join('')
        const bare = (all: string) => all.replace(/\s/g, '')
        expect(bare(shown)).toBe(bare(marked))
      }),
      RUNS,
    ))
  it('about a schedule or a stopped digest, it is taken by Slack with its button', () =>
    fc.assert(
      fc.property(said, languages, (text, language) => {
        const scheduled = scheduledPost(escapeMrkdwn(text), 'C0123456789', language)
        const stopped = wordsMessage({ kind: 'stopped', channel: 'C0123456789' }, language)
        for (const { steps, text: plain } of [scheduled, stopped]) {
          for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
          expect(plain.length).toBeLessThanOrEqual(LIMITS.messageText)
        }
      }),
      RUNS,
    ))
})
