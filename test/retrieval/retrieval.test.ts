import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { prepareNotes } from '../../src/knowledge.ts'
import { analyse } from '../../src/retrieval/analyse.ts'
import { createBm25 } from '../../src/retrieval/bm25.ts'
import { createDenseSearch } from '../../src/retrieval/dense-search.ts'
import { fuse } from '../../src/retrieval/fuse.ts'
import { buildIndex, openIndex } from '../../src/retrieval/index-store.ts'
import { embed, trainLatentSpace } from '../../src/retrieval/lsa.ts'
import { prepare } from '../../src/retrieval/prepare.ts'
import { createRetriever } from '../../src/retrieval/retriever.ts'
import { exactIndex, hnswAvailable } from '../../src/retrieval/vector-index.ts'
import { trainOnChunks } from '../../src/retrieval/vectors.ts'
import { ring } from '../support/rings.ts'

const prepared = prepareNotes({ KNOWLEDGE_DIR: undefined })
const { corpus } = prepared
const folder = () => mkdtemp(join(tmpdir(), 'rightsize-index-')).then((d) => join(d, 'index'))
const opened = await openIndex(await folder(), prepared)
const dense = createDenseSearch(opened.source, opened.vectors, 0.2)
const retriever = createRetriever(prepared, opened.thresholds, dense)

describe('analysis', () => {
  it('stems English, keeps names with digits whole and drops stop words', () =>
    expect(analyse('The models’ costs of gpt-4o at 70b', 'query')).toEqual(
      expect.arrayContaining(['model', 'cost', 'gpt-4o', '70b']),
    ))
  it('strips one Korean particle and cuts to bigrams, however the text was composed', () => {
    expect(analyse('데이터가', 'query')).toEqual(['데이', '이터'])
    expect(analyse('데이터가'.normalize('NFD'), 'query')).toEqual(analyse('데이터가', 'query'))
  })
  it('parts a number from the unit behind it, and no name from its size', () => {
    expect(analyse('47Wh', 'query')).toEqual(analyse('47 Wh', 'query'))
    expect(analyse('gpt-4o 70b', 'query')).toEqual(expect.arrayContaining(['gpt-4o', '70b']))
  })
  it('drops thousands separators', () => expect(analyse('1,000,000', 'query')).toEqual(['1000000']))
})

describe('BM25', () => {
  const index = createBm25([{ t: ['a', 'b'] }, { t: ['a', 'a', 'c', 'd'] }, { t: ['c'] }], {
    t: { k1: 1.2, b: 0, weight: 2 },
  })
  it('scores as by hand: weight times idf times saturated count', () => {
    const [only, ...others] = index.top({ t: ['b'] }, 5)
    expect(only?.document).toBe(0)
    expect(only?.score).toBeCloseTo(2 * Math.log(1 + 2.5 / 1.5), 6)
    expect(others).toEqual([])
  })
  it('gives the best first, however few are wanted, and forgets the query before', () => {
    const all = index.top({ t: ['a', 'c'] }, 5)
    expect(all.map((s) => s.document)).toEqual([1, 0, 2])
    expect(index.top({ t: ['a', 'c'] }, 2)).toEqual(all.slice(0, 2))
    expect(index.top({ t: ['unheard'] }, 5)).toEqual([])
  })
})

describe('the latent space', () => {
  const texts = [
    ['cost', 'price'],
    ['energy', 'carbon'],
    ['carbon', 'grid'],
    ['price', 'token'],
  ]
  it('is the same every time and knows nothing of unknown words', () => {
    const [a, b] = [trainLatentSpace(texts, 3), trainLatentSpace(texts, 3)]
    expect(a.basis).toEqual(b.basis)
    expect([...embed(a, ['nothing', 'known'])]).toEqual([0, 0, 0])
  })
  it('finds likeness between texts that share no word', () => {
    const space = trainLatentSpace(texts, 2)
    const likeness = (x: string, y: string) => {
      const [u, v] = [embed(space, [x]), embed(space, [y])]
      return u.reduce((sum, value, d) => sum + value * (v[d] ?? 0), 0)
    }
    expect(likeness('energy', 'grid')).toBeGreaterThan(0.9)
    expect(likeness('energy', 'token')).toBeLessThan(0.1)
  })
})

describe('fusion', () => {
  const keyword = [
    { document: 2, score: 9 },
    { document: 1, score: 5 },
  ]
  it('keeps the keyword order when the vectors have no weight', () =>
    expect(fuse(keyword, [{ document: 1, score: 1 }], 0).map((f) => f.document)).toEqual([2, 1]))
  it('lets vectors that weigh enough decide', () =>
    expect(fuse(keyword, [{ document: 1, score: 1 }], 0.8).map((f) => f.document)).toEqual([1, 2]))
})

describe('questions about our field', () => {
  it.each([
    ['Why did Chinchilla change Kaplan’s advice?', ['hoffmann-2022', 'porian-2024', 'kaplan-2020']],
    ['Is the internet really running out of training data?', ['villalobos-2024']],
    [
      '스케일링 법칙이 뭐야, 투자 판단에 쓸 수 있어?',
      ['ibm-think-2024', 'kaplan-2020', 'hestness-2017'],
    ],
    [
      'When does distilling to a small model pay back?',
      ['distillation-2019', 'busbridge-2025', 'lora-land-2024'],
    ],
    [
      'How much CO2 is 1M chatbot answers a month in Korea versus France?',
      ['grid-carbon', 'ecologits-2026'],
    ],
    [
      '작은 모델로 바꾸면 탄소가 얼마나 줄어?',
      ['ecologits-2026', 'ml-energy-2026', 'luccioni-2023'],
    ],
    ['Is a router worth it?', ['routellm-2024']],
    ['Who pays for the climate cost of AI?', ['bender-2021']],
  ])('%s', async (question, wanted) => {
    const { passages } = await retriever.search(question, { limit: 3 })
    expect(
      passages
        .slice(0, 3)
        .map((p) => p.note.id)
        .some((id) => wanted.includes(id)),
    ).toBe(true)
  })
})

describe('abstention', () => {
  it('refuses nearly everything off topic', async () => {
    const bands = await Promise.all(
      prepared.offTopic.map((q) => retriever.search(q).then((r) => r.band)),
    )
    expect(bands.filter((b) => b === 'answer').length / bands.length).toBeLessThan(0.1)
  })
  it('answers most of the notes’ own questions', async () => {
    const own = corpus.notes.flatMap((n) => [...n.questions_en, ...n.questions_ko])
    const bands = await Promise.all(own.map((q) => retriever.search(q).then((r) => r.band)))
    expect(bands.filter((b) => b === 'refuse').length / bands.length).toBeLessThan(0.25)
  })
  it('in a thread inherits the field from the question before', async () => {
    const alone = await retriever.search('and how does that compare?')
    const inherited = await retriever.search('and how does that compare?', {
      inherit: 'What is the carbon footprint of training?',
    })
    expect(alone.band).toBe('refuse')
    expect(inherited.band).not.toBe('refuse')
  })
})

describe('papers', () => {
  it('that do not exist are noticed, those that do are not', () => {
    expect(retriever.papers.unknown('What did Kaplan (2031) find?')).toMatchObject([
      { author: 'Kaplan', year: 2031, known: 'kaplan-2020' },
    ])
    expect(retriever.papers.unknown('Johnson & Park 2027 says so')).toMatchObject([
      { author: 'Johnson', year: 2027 },
    ])
    expect(retriever.papers.unknown('What did Kaplan et al. 2020 find?')).toEqual([])
    expect(retriever.papers.unknown('since January 2026 we use GPT')).toEqual([])
  })
  it('are not what somebody has or does in a year', () => {
    expect(retriever.papers.unknown("How big is Microsoft's 2026 capex?")).toEqual([])
    expect(retriever.papers.unknown("What did Kaplan's 2031 paper find?")).toMatchObject([
      { author: 'Kaplan', year: 2031 },
    ])
  })
  it('are named by their title too, written as a title', () => {
    expect(retriever.papers.named('What is coverage in Large Language Monkeys?')).toContain(
      'repeated-sampling-2024',
    )
    expect(retriever.papers.named('Do large language monkeys exist?')).toEqual([])
  })
})

ring('HNSW index', await hnswAvailable(), 'hnswlib-node is not installed', () => {
  it('is built, saved, loaded and agrees with exact search', async () => {
    const directory = await folder()
    expect(await buildIndex(directory, prepared)).toBe('hnsw')
    const { vectors, sentence } = await openIndex(directory, prepared)
    expect(vectors.engine).toBe('hnsw')
    expect(sentence).toContain(`${prepared.chunks.length} vectors`)
    const made = trainOnChunks(prepared.chunks).vectors
    const exact = exactIndex(made)
    for (let i = 0; i < 10; i++) {
      const vector = made.values.subarray(i * made.dimensions, (i + 1) * made.dimensions)
      const [a, b] = [vectors.search(vector, 5), exact.search(vector, 5)]
      expect(a.map((x) => x.document)).toEqual(b.map((x) => x.document))
      expect(a[0]?.score).toBeCloseTo(1, 4)
    }
    const first = made.values.subarray(0, made.dimensions)
    expect(vectors.search(first, 10_000)).toHaveLength(prepared.chunks.length)
  })
  it('that is truncated or made from other questions is refused with the reason', async () => {
    const directory = await folder()
    await buildIndex(directory, prepared)
    const weight = { bias: 0, top: 0, carried: 0, known: 0, concepts: 0, foreign: 0, words: 0 }
    const other = prepare(
      corpus,
      { ...prepared, offTopic: ['another list'] },
      { en: weight, ko: weight },
    )
    expect((await openIndex(directory, other)).sentence).toContain('built from other notes')
    const file = join(directory, 'hnsw', 'hnswlib.index')
    await writeFile(file, (await readFile(file)).subarray(0, 100))
    expect((await openIndex(directory, prepared)).sentence).toContain('is damaged')
  })
})
