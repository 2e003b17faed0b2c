import { describe, expect, it } from 'vitest'
import type { Answer, Segment } from '../../../src/answering/answer.ts'
import { answerQuestion } from '../../../src/answering/answer-question.ts'
import { claimSentence } from '../../../src/answering/compose/explanation.ts'
import { shownClaims } from '../../../src/answering/compose/mechanism.ts'
import { createCitations } from '../../../src/answering/evidence.ts'
import { problemsOf } from '../../../src/answering/verify.ts'
import { shippedKnowledge } from '../../support/knowledge.ts'

const { corpus, catalog, ...rest } = await shippedKnowledge()
const knowledge = { corpus, catalog, ...rest }
const ID = 'strubell-2019.headline'
const claim = corpus.notes
  .flatMap((note) => note.claims.map((c) => ({ claim: c, note })))
  .find(({ claim: c }) => c.text_en.includes('626,155 lb') && c.text_en.includes('284 t'))
if (!claim) throw new Error(`A claim like ${ID} is needed.`)
const citations = createCitations(corpus, catalog)
const cite = claimSentence(claim, citations, 'en').find((s) => 'cite' in s)
if (!cite) throw new Error('The claim must have a source.')
const { answer: base } = await answerQuestion(
  'Where does the five cars claim come from?',
  knowledge,
)
const { id } = claim.claim

const problems = (...sentence: readonly Segment[]) =>
  problemsOf(
    {
      ...base,
      citations: citations.list(),
      sections: [{ kind: 'findings', sentences: [sentence] }],
    },
    { corpus, names: () => false },
  )
const words = (text: string): Segment => ({ text, of: id })
const span = (shown: string): Segment => ({ span: id, shown })

describe('stretches of a reviewed claim within other words', () => {
  it('are sound where they stand word for word and in their order, and back a source', () =>
    expect(
      problems(
        words('The search came to '),
        span('626,155 lb'),
        words(', or '),
        span('284 t'),
        { text: ' ' },
        cite,
      ),
    ).toEqual([]))
  it('back a source by the words alone', () =>
    expect(problems(words('The search counts all its trial models.'), cite)).toEqual([]))
  it.each([
    ['a digit changed', span('626,156 lb')],
    ['a number torn apart', span('26,155 lb')],
    ['a number torn off its end', span('626,15')],
    ['nothing at all', span('')],
    ['a claim that there is not', { span: 'none.none', shown: '284 t' }],
  ])('are refused with %s', (_, segment) => expect(problems(segment)).not.toEqual([]))
  it('are refused in another order', () =>
    expect(problems(span('284 t'), words(' and '), span('626,155 lb'))).not.toEqual([]))
  it('let no digit into the words around them', () =>
    expect(problems(words('It is 37 % of it.'))).toEqual([
      expect.stringContaining('figure without'),
    ]))
  it('back no source of another claim', () =>
    expect(problems({ text: 'Words of nobody.' }, cite)).not.toEqual([]))
  it('count as showing their claim', () => {
    const answer: Pick<Answer, 'sections'> = {
      sections: [{ kind: 'findings', sentences: [[words('The search came to '), span('284 t')]] }],
    }
    expect(shownClaims(answer)).toEqual([id])
  })
})
