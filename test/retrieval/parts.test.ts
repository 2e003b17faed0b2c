import { describe, expect, it } from 'vitest'
import { chunksOf, chunkText } from '../../src/retrieval/chunks.ts'
import { createClaimSearch } from '../../src/retrieval/claim-search.ts'
import { conceptsOf } from '../../src/retrieval/concepts.ts'
import { confidenceOf, createSignals } from '../../src/retrieval/confidence.ts'
import type { Corpus } from '../../src/retrieval/corpus.ts'
import { createHearing } from '../../src/retrieval/hearing.ts'
import { type Claim, type Note, NoteSchema } from '../../src/retrieval/note.ts'
import { otherFieldsOf } from '../../src/retrieval/other-fields.ts'

const concepts = conceptsOf({
  routing: { en: ['router'], ko: ['라우터'], anchor: 'strong' },
  rag: { en: ['retrieval augmented'], ko: ['rag', '검색 증강'], anchor: 'weak' },
})
const otherFields = otherFieldsOf({
  cooking: { en: ['stew', 'vaccin*', 'ice cream'], ko: ['찌개', '암', '구내 식당'] },
})
const claim = (id: string, en: string, ko: string): Claim => ({
  id,
  text_en: en,
  text_ko: ko,
  basis: 'published',
  about: ['finding'],
})
const note = (id: string, claims: Claim[], body = ''): Note => ({
  ...NoteSchema.parse({
    id,
    title: `Title of ${id}`,
    title_ko: `${id}의 제목`,
    authors: ['Acme'],
    year: 2026,
    lang: 'en',
    group: 'routing',
    gist_en: 'A gist.',
    gist_ko: '요지.',
    claims,
    questions_en: ['One?', 'Two?', 'Three?'],
    questions_ko: ['하나?', '둘?', '셋?'],
    concepts: ['routing'],
    retrieved_at: '2026-11-20',
    licence: 'own',
  }),
  body,
})
const saved = claim(
  'a.saved',
  'The router saved 31% of the bill.',
  '라우터는 요금의 31%를 아꼈습니다.',
)
const late = claim('b.late', 'Answers came late on Mondays.', '월요일에는 답이 늦었습니다.')
const [a, b] = [note('a', [saved]), note('b', [late])]

describe('chunks of a long body', () => {
  const bodies = {
    English: Array.from({ length: 120 }, (_, i) => `Sentence ${i} tells what happened that day.`),
    Korean: Array.from({ length: 120 }, (_, i) => `${i}번째 문장은 그날 있었던 일을 알려 줍니다.`),
  }
  it.each([
    ['English', 1700],
    ['Korean', 700],
  ] as const)(
    '%s is cut between sentences, none lost, one shared, none too long',
    (script, most) => {
      const sentences = bodies[script]
      const parts = chunksOf([note('a', [saved], sentences.join(' '))], concepts)
        .map(chunkText)
        .map((text) => text.slice(text.lastIndexOf('\n') + 1))
        .map((part) => sentences.filter((s) => part.split(/(?<=\.)\s/).includes(s)))
      expect(parts.length).toBeGreaterThan(2)
      for (const [i, part] of parts.entries()) {
        expect(part.join(' ').length).toBeLessThanOrEqual(most)
        if (i > 0) expect(part[0]).toBe(parts[i - 1]?.at(-1))
      }
      expect([...new Set(parts.flat())]).toEqual(sentences)
    },
  )
  it('sections begin parts of their own; claims and questions stay with the first', () => {
    const body = `${'Before. '.repeat(150)}\n## Next\n${'After. '.repeat(150)}`
    const [first, ...others] = chunksOf([note('a', [saved], body)], concepts)
    expect(first && chunkText(first)).toContain(saved.text_en)
    expect(first?.fields.questions_en.length).toBeGreaterThan(0)
    expect(others.some((chunk) => chunkText(chunk).includes('## Next'))).toBe(true)
    for (const chunk of others) {
      const { fields, note: of } = chunk
      const text = chunkText(chunk)
      expect([of.id, fields.questions_en, fields.questions_ko]).toEqual(['a', [], []])
      expect(text).toContain('Title of a')
      expect(text).not.toContain(saved.text_en)
    }
  })
  it('a short body is one part', () =>
    expect(chunksOf([note('a', [saved], 'Short. Very.')], concepts)).toHaveLength(1))
})

describe('search among claims', () => {
  const corpus: Corpus = {
    version: '1',
    notes: [a, b],
    note: () => undefined,
    claim: () => undefined,
    source: () => undefined,
  }
  const search = createClaimSearch(corpus)
  it.each(['What did the router save?', '라우터는 요금을 얼마나 아꼈어?'])(
    'gives the best claim 1 and leaves out those that share no word: "%s"',
    (question) => expect([...search(question)]).toEqual([['a.saved', 1]]),
  )
  it('ranks others against the best', () => {
    const found = search('Was the router late, and what was saved of the bill?')
    expect(found.get('a.saved')).toBe(1)
    expect(found.get('b.late')).toBeGreaterThan(0)
    expect(found.get('b.late')).toBeLessThan(1)
  })
  it('finds nothing for words nobody wrote', () => expect(search('zebra').size).toBe(0))
})

describe('how surely a question is covered', () => {
  const signals = createSignals(chunksOf([a, b], concepts), concepts, otherFields)
  it('reads how much is carried, known and of our field', () => {
    expect(signals('router router zebra', 3)).toMatchObject({
      top: 3,
      known: 0.5,
      concepts: 1,
      foreign: 0,
      words: Math.log(3),
    })
    expect(signals('the of', 0)).toEqual({
      top: 0,
      carried: 0,
      known: 0,
      concepts: 0,
      foreign: 0,
      words: 0,
    })
    expect(signals('stew, a vaccine and ice-cream', 0).foreign).toBe(2)
    // Of two chunks one holds "router" (ln 2) and none "zebra" (ln 6).
    expect(signals('router zebra', 1).carried).toBeCloseTo(1 / (Math.log(2) + Math.log(6)), 6)
  })
  it('is a logistic function of them: one half where they cancel out', () => {
    const weights = { bias: -1, top: 0.5, carried: 0, known: 1, concepts: 0, foreign: 0, words: 0 }
    const read = { top: 0, carried: 9, known: 1, concepts: 9, foreign: 9, words: 9 }
    expect(confidenceOf(read, weights)).toBe(0.5)
    expect(confidenceOf({ ...read, top: 2 }, weights)).toBeCloseTo(0.73106, 5)
  })
})

describe('words of other fields', () => {
  it.each([
    ['whole and in the plural', 'two stews', ['stews']],
    ['as a beginning where so written', 'vaccinated staff', ['vaccin']],
    ['in several words, however joined', 'ice-cream', ['ice-cream']],
    ['not inside a longer word', 'a steward', []],
    ['in Korean at the beginning of a word', '김치 찌개는 구내 식당에서', ['찌개', '구내 식당']],
    ['a syllable with a particle at most', '암은 암호화와 달라', ['암']],
    ['not in the middle of a Korean word', '부대찌개', []],
  ])('are found %s', (_, text, found) => expect(otherFields.in(text)).toEqual(found))
})

describe('whether all words were heard before', () => {
  const heard = createHearing([a, b], chunksOf([a, b], concepts), concepts)
  it.each([
    ['words of a note', 'router bill?', true],
    ['a word of no note', 'router zebra', false],
    ['Korean words with particles, and words that ask', '라우터는 요금을 왜 아꼈습니다?', true],
    ['a longer Korean word that only begins like one', '라우터술은 뭐야?', false],
    ['a word of the lexicon', '검색 증강이 뭐야?', true],
    ['nothing but asking words', '왜?', false],
  ])('%s', (_, question, all) => expect(heard(question)).toBe(all))
})

describe('concepts', () => {
  it('of Latin letters begin a word, whichever language lists them', () => {
    expect(concepts.in('an average day, fragile')).toEqual([])
    expect(concepts.in('RAG로 답하는 라우터')).toEqual(['routing', 'rag'])
    expect(concepts.in('사내검색증강')).toEqual(['rag'])
  })
})
