import { describe, expect, it } from 'vitest'
import { problemsOfWording } from '../../../src/answering/wording/check.ts'
import { SYSTEM } from '../../../src/answering/wording/instructions.ts'
import { loreOf } from '../../../src/answering/wording/names.ts'
import { shippedKnowledge } from '../../support/knowledge.ts'
import { FAIR, HOSTILE } from './rewordings.ts'

const lore = loreOf(await shippedKnowledge())

describe('a rewording is refused', () => {
  it.each(HOSTILE)('(%s) "%s" as "%s": %s', (language, original, reworded, kind) => {
    const problems = problemsOfWording(original, reworded, language, lore, SYSTEM)
    expect(problems.map((p) => p.kind)).toContain(kind)
  })
  it('for no fault of the original: each passes as it is', () =>
    expect(
      HOSTILE.flatMap(([language, original]) =>
        problemsOfWording(original, original, language, lore, SYSTEM),
      ),
    ).toEqual([]))
})

describe('a fair rewording passes', () => {
  it.each(FAIR)('(%s) "%s" as "%s"', (language, original, reworded) =>
    expect(problemsOfWording(original, reworded, language, lore, SYSTEM)).toEqual([]),
  )
})
