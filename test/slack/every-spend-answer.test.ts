import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMrkdwn } from '../../src/block-kit/escape.ts'
import { blockProblems } from '../../src/block-kit/validate.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { answerSpendQuestion } from '../../src/digest/questions/answer-spend-question.ts'
import type { SpendQuestion } from '../../src/digest/questions/spend-question.ts'
import { whyGroups } from '../../src/digest/why-text.ts'
import { groupsMessage } from '../../src/slack/blocks/digest-post.ts'
import { messageOf } from '../../src/slack/spend-answer.ts'
import { digests, known } from '../support/random-charges.ts'
import { languages, words } from '../support/random-words.ts'
import { brokenTexts } from '../support/whole-texts.ts'

// What fails is not made smaller: that takes minutes with values as large as these.
const RUNS = { numRuns: 25, seed: 20261129, endOnFailure: true }
const BY = ['provider', 'model', 'team', 'project', 'workload'] as const

/** Questions of every kind about a digest, about names that it has and names that it has not. */
const asked: fc.Arbitrary<readonly [SpendQuestion, Digest]> = digests.chain((digest) => {
  const names = digest.currencies.flatMap(({ by }) =>
    BY.flatMap((each) => by[each].lines.map(({ name }) => name)),
  )
  const name = names.length > 0 ? fc.oneof(fc.constantFrom(...names), words) : words
  return fc
    .record({
      kind: fc.constantFrom<SpendQuestion['kind'][]>(
        ...(['why', 'total', 'breakdown', 'unit-cost', 'usage', 'anomaly', 'forecast'] as const),
        ...(['budget', 'saving', 'what-if', 'emissions', 'follow-up', 'coverage'] as const),
      ),
      by: fc.option(fc.constantFrom(...BY), { nil: undefined }),
      name: fc.option(name, { nil: undefined }),
      to: fc.option(words, { nil: undefined }),
      rank: fc.option(fc.constantFrom('least' as const, 'grew' as const, 'fell' as const), {
        nil: undefined,
      }),
      cannot: fc.option(fc.constantFrom('span' as const, 'ahead' as const), { nil: undefined }),
      words: name,
    })
    .map((question) => [{ ...known(question), period: digest.period.key }, digest] as const)
})

describe('whatever is asked about whatever was spent', () => {
  it('the answer is taken by Slack, and no line of it is lost', () =>
    fc.assert(
      fc.property(asked, languages, ([question, digest], language) => {
        const lines = answerSpendQuestion(question, digest, language)
        const { text, steps } = messageOf(escapeMrkdwn(lines.join('\n')))
        for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
        expect(brokenTexts(steps)).toEqual([])
        const [verdict = ''] = lines
        expect(verdict).not.toBe('')
        expect(text.startsWith(escapeMrkdwn(verdict))).toBe(true)
        const said = JSON.stringify(steps[0])
        expect(said).toContain(JSON.stringify(escapeMrkdwn(lines.at(-1) ?? '')).slice(1, -1))
      }),
      RUNS,
    ))
  it('why a period cost what it did is taken by Slack, and begins with the change', () =>
    fc.assert(
      fc.property(digests, languages, (digest, language) => {
        const [first, ...more] = whyGroups(digest, language)
        if (!first) return
        const { text, steps } = groupsMessage('Why', [first, ...more])
        for (const blocks of steps) expect(blockProblems(blocks)).toEqual([])
        expect(text).toBe(escapeMrkdwn(`Why: ${first.lines[0]}`))
      }),
      RUNS,
    ))
})
