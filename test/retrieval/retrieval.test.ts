import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { analyse } from '../../src/retrieval/analyse.ts'
import { createBm25 } from '../../src/retrieval/bm25.ts'
import { loadConcepts } from '../../src/retrieval/concepts.ts'
import { loadCorpus } from '../../src/retrieval/corpus.ts'
import { fuse } from '../../src/retrieval/fuse.ts'
import { buildIndex, openIndex } from '../../src/retrieval/index-store.ts'
import { trainLatentSpace } from '../../src/retrieval/lsa.ts'
import { unknownPapers } from '../../src/retrieval/papers.ts'
import { createRetriever, prepare } from '../../src/retrieval/retriever.ts'
import { exactIndex, hnswAvailable } from '../../src/retrieval/vector-index.ts'
import { ring } from '../support/rings.ts'

const paths = knowledgePaths(undefined)
const corpus = loadCorpus(paths.evidence)
const concepts = loadConcepts(paths.concepts)
const prepared = prepare(corpus, concepts)
const offTopic = (await readFile(paths.offTopic, 'utf8'))
  .split('\n')
  .filter((l) => l.trim() && !l.startsWith('#'))
const folder = () => mkdtemp(join(tmpdir(), 'rightsize-index-')).then((d) => join(d, 'index'))

describe('analysis', () => {
  it('stems English, keeps names with digits whole and drops stop words', () =>
    expect(analyse('The models’ costs of gpt-4o at 70b', 'query')).toEqual(
      expect.arrayContaining(['model', 'cost', 'gpt-4o', '70b']),
    ))
  it('strips one Korean particle and cuts to bigrams, however the text was composed', () => {
    expect(analyse('데이터가', 'query')).toEqual(['데이', '이터'])
    expect(analyse('데이터가'.normalize('NFD'), 'query')).toEqual(analyse('데이터가', 'query'))
  })
  it('drops thousands separators', () => expect(analyse('1,000,000', 'query')).toEqual(['1000000']))
})

describe('BM25', () => {
  it('scores as by hand: idf times saturated count', () => {
    const index = createBm25([{ t: ['a', 'b'] }, { t: ['a', 'a', 'c', 'd'] }], {
      t: { k1: 1.2, b: 0, weight: 1 },
    })
    const scores = index.score({ t: ['b'] })
    expect(scores.get(0)).toBeCloseTo(Math.log(1 + 1.5 / 1.5) * 1, 12)
    expect(scores.has(1)).toBe(false)
  })
})

describe('the latent space', () => {
  it('is the same every time and finds a text by itself', () => {
    const texts = [
      ['cost', 'price'],
      ['energy', 'carbon'],
      ['carbon', 'grid'],
      ['price', 'token'],
    ]
    const [a, b] = [trainLatentSpace(texts, 3), trainLatentSpace(texts, 3)]
    expect(a.documents).toEqual(b.documents)
    expect(a.embed(['nothing', 'known'])).toEqual([0, 0, 0])
  })
})

describe('fusion', () => {
  it('keeps the keyword order when the dense leg has no weight', () => {
    const order = fuse(
      new Map([
        [1, 5],
        [2, 9],
      ]),
      new Map([[1, 1]]),
      0,
    ).map((f) => f.document)
    expect(order).toEqual([2, 1])
  })
})

describe('questions about our field', () => {
  const retriever = createRetriever(corpus, concepts, prepared, { sure: 1e9, possible: 0 })
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

describe('abstention', async () => {
  const opened = await openIndex(await folder(), corpus, prepared, concepts, offTopic)
  const retriever = createRetriever(corpus, concepts, prepared, opened.thresholds)
  it('refuses nearly everything off topic', async () => {
    const bands = await Promise.all(offTopic.map((q) => retriever.search(q).then((r) => r.band)))
    expect(bands.filter((b) => b === 'answer').length / bands.length).toBeLessThan(0.06)
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
    expect(alone.anchors).toEqual([])
    expect(inherited.band === 'refuse' && alone.band !== 'refuse').toBe(false)
  })
})

describe('papers', () => {
  it('that do not exist are noticed, those that do are not', () => {
    expect(unknownPapers('What did Kaplan (2031) find?', corpus)).toMatchObject([
      { author: 'Kaplan', year: 2031, known: 'kaplan-2020' },
    ])
    expect(unknownPapers('Johnson & Park 2027 says so', corpus)).toMatchObject([
      { author: 'Johnson', year: 2027 },
    ])
    expect(unknownPapers('What did Kaplan et al. 2020 find?', corpus)).toEqual([])
    expect(unknownPapers('since January 2026 we use GPT', corpus)).toEqual([])
  })
})

ring('HNSW index', await hnswAvailable(), 'hnswlib-node is not installed', () => {
  it('is built, saved, loaded and agrees with exact search', async () => {
    const directory = await folder()
    expect(await buildIndex(directory, corpus, prepared, concepts, offTopic)).toBe('hnsw')
    const { vectors, sentence } = await openIndex(directory, corpus, prepared, concepts, offTopic)
    expect(vectors.engine).toBe('hnsw')
    expect(sentence).toContain(`${corpus.notes.length} notes`)
    const exact = exactIndex(prepared.space.documents)
    for (const vector of prepared.space.documents.slice(0, 10)) {
      const [a, b] = [await vectors.search(vector, 5), await exact.search(vector, 5)]
      expect(a.map((x) => x.document)).toEqual(b.map((x) => x.document))
      expect(a[0]?.similarity).toBeCloseTo(1, 4)
    }
    expect((await vectors.search(prepared.space.documents[0] ?? [], 10_000)).length).toBe(
      corpus.notes.length,
    )
  })
  it('that is truncated, of other notes or of other dimensions is refused with the reason', async () => {
    const directory = await folder()
    await buildIndex(directory, corpus, prepared, concepts, offTopic)
    expect(
      (await openIndex(directory, corpus, prepared, concepts, ['another list'])).sentence,
    ).toContain('built from other notes')
    const file = join(directory, 'hnsw', 'hnswlib.index')
    await writeFile(file, (await readFile(file)).subarray(0, 100))
    expect((await openIndex(directory, corpus, prepared, concepts, offTopic)).sentence).toContain(
      'is damaged',
    )
  })
})
