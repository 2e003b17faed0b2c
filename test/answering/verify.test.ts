import { describe, expect, it } from 'vitest'
import type { Answer, Segment } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { knownNames } from '../../src/answering/known-names.ts'
import { problemsOf } from '../../src/answering/verify.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const knowledge = await shippedKnowledge()
const { answer } = await answerQuestion(
  'Do we need GPT-class models to tag 200k support tickets a month?',
  knowledge,
)
const explained = (await answerQuestion('Why did Chinchilla change Kaplan’s advice?', knowledge))
  .answer
const problems = (a: Answer) =>
  problemsOf(a, {
    corpus: knowledge.corpus,
    names: knownNames(a, knowledge.catalog, knowledge.corpus),
  })
const mutated = (a: Answer, change: (segment: Segment, index: number) => Segment): Answer => {
  let index = 0
  return {
    ...a,
    sections: a.sections.map((s) => ({
      ...s,
      sentences: s.sentences.map((sentence) => sentence.map((segment) => change(segment, index++))),
    })),
  }
}
const figures = answer.sections.flatMap((s) =>
  s.sentences.flatMap((x) => x.filter((g) => 'figure' in g)),
)

describe('an answer as composed', () => {
  it('is sound', () => {
    expect(problems(answer)).toEqual([])
    expect(problems(explained)).toEqual([])
  })
})

describe('a mutation is caught', () => {
  it('when two true figures change places', () => {
    const [a, b] = [
      figures.find((f) => f.figure === 'gpt-6-astra.usdPerMonth'),
      figures.find((f) => f.figure === 'gpt-6-luna.usdPerMonth'),
    ]
    if (!a || !b) return expect.fail('both costs must be in the answer')
    const swapped = mutated(answer, (g) =>
      'figure' in g && g.figure === a.figure
        ? { ...g, shown: b.shown }
        : 'figure' in g && g.figure === b.figure
          ? { ...g, shown: a.shown }
          : g,
    )
    expect(problems(swapped).length).toBeGreaterThan(0)
    const whole = mutated(answer, (g) =>
      'figure' in g && g.figure === a.figure ? { ...b, says: g.says } : g,
    )
    expect(problems(whole)).toContainEqual(
      expect.stringContaining('is not what the sentence calls it'),
    )
  })
  it('when a unit, a period or a sign changes', () => {
    for (const [from, to] of [
      ['a month', 'a year'],
      ['$', '€'],
      ['points', 'percent'],
    ] as const) {
      const hit = figures.find((f) => f.shown.includes(from))
      const changed = mutated(answer, (g) =>
        'figure' in g && g.figure === hit?.figure ? { ...g, shown: g.shown.replace(from, to) } : g,
      )
      expect(problems(changed).length).toBeGreaterThan(0)
    }
    const negative = mutated(answer, (g) =>
      'figure' in g && g.figure === 'compare.saving' ? { ...g, shown: `-${g.shown}` } : g,
    )
    expect(problems(negative).length).toBeGreaterThan(0)
  })
  it('when a source number moves to another sentence', () => {
    const cites = answer.citations.length
    const moved = mutated(answer, (g) => ('cite' in g ? { cite: (g.cite % cites) + 1 } : g))
    expect(problems(moved)).toContainEqual(expect.stringContaining('does not support its sentence'))
  })
  it('when a reviewed claim is reworded', () => {
    const reworded = mutated(explained, (g) =>
      'claim' in g ? { ...g, shown: g.shown.replace(/\d/, '9').replace('grow', 'shrink') } : g,
    )
    expect(problems(reworded)).toContainEqual(expect.stringContaining('not shown as reviewed'))
  })
  it('when a figure is written into plain words, or a name is made up', () => {
    expect(
      problems(mutated(answer, (g, i) => (i === 0 ? { text: 'It saves 37 % for sure.' } : g))),
    ).toContainEqual(expect.stringContaining('without an estimate'))
    expect(problems(mutated(answer, (g, i) => (i === 0 ? { name: 'GPT-99' } : g)))).toContainEqual(
      expect.stringContaining('not a known name'),
    )
  })
})
