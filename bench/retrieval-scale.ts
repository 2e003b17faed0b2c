/**
 * Measures retrieval on the shipped corpus and on synthetic ones of 1,000 and 10,000 chunks, with `--full` 100,000,
 * made from the shipped notes' words by a seeded generator: time to build, each leg, the whole, and memory.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from '../src/engine/random.ts'
import { prepareNotes } from '../src/knowledge.ts'
import { USUAL_SHARE } from '../src/retrieval/calibration.ts'
import type { Corpus } from '../src/retrieval/corpus.ts'
import { createDenseSearch } from '../src/retrieval/dense-search.ts'
import { queryFields } from '../src/retrieval/documents.ts'
import { LsaEmbeddings } from '../src/retrieval/lsa-embeddings.ts'
import type { Note } from '../src/retrieval/note.ts'
import { type Prepared, prepare } from '../src/retrieval/prepare.ts'
import { createRetriever } from '../src/retrieval/retriever.ts'
import { buildHnsw, exactIndex, openHnsw, type VectorIndex } from '../src/retrieval/vector-index.ts'
import { trainOnChunks } from '../src/retrieval/vectors.ts'
import { FULL, print, report, timed } from './measure.ts'

const SIZES = FULL ? [1_000, 10_000, 100_000] : [1_000, 10_000]
const ASKED = 200
const DEEP = 100
const WEIGHT = { bias: 0, top: 0, carried: 1, known: 1, concepts: 1, foreign: -1, words: 0 }
const WEIGHTS = { en: WEIGHT, ko: WEIGHT }
const THRESHOLD = { answer: 0.55, nearest: 0.3 }
const THRESHOLDS = { en: THRESHOLD, ko: THRESHOLD }
/** Words of a synthetic note's parts: about what a chunk of a shipped note holds. */
const LENGTHS = { title: 7, gist: 16, body: 130, question: 9 }

const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(2)} s`

const shippedFrom = performance.now()
const shipped = prepareNotes({ KNOWLEDGE_DIR: undefined })
const shippedIn = seconds(shippedFrom)
const { concepts, corpus } = shipped
const words = corpus.notes.flatMap((n) => [n.body, n.gist_en, n.gist_ko].join(' ').split(/\s+/))
const questions = corpus.notes.flatMap((n) => [...n.questions_en, ...n.questions_ko])
const asked = Array.from(
  { length: ASKED },
  (_, i) => questions[Math.floor((i * questions.length) / ASKED)] ?? '',
)

/** Notes of one chunk each, whose words come as often as in the shipped notes. */
function synthetic(count: number): Corpus {
  const random = seeded(count)
  const some = (length: number) =>
    Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ')
  const notes = Array.from({ length: count }, (_, i): Note => {
    const [base] = corpus.notes
    if (!base) throw new Error('There are no notes.')
    return {
      ...base,
      id: `note-${i}`,
      title: some(LENGTHS.title),
      title_ko: '',
      gist_en: some(LENGTHS.gist),
      gist_ko: some(LENGTHS.gist),
      concepts: [],
      claims: [],
      sources: [],
      supersedes: [],
      disagrees_with: [],
      questions_en: [some(LENGTHS.question)],
      questions_ko: [some(LENGTHS.question)],
      body: some(LENGTHS.body),
    }
  })
  const byId = new Map(notes.map((n) => [n.id, n]))
  return {
    version: String(count),
    notes,
    note: (id) => byId.get(id),
    claim: () => undefined,
    source: () => undefined,
  }
}

/** Times every leg on its own, then the retriever with the fastest index there is. */
async function measure(prepared: Prepared): Promise<void> {
  const trainedFrom = performance.now()
  const { vectors, space } = trainOnChunks(prepared.chunks)
  if (!space) throw new Error('The latent space is missing.')
  print(`- latent space and vectors: ${seconds(trainedFrom)}`)
  const embeddings = new LsaEmbeddings(space, concepts)
  const directory = join(mkdtempSync(join(tmpdir(), 'rightsize-')), 'hnsw')
  const builtFrom = performance.now()
  const native = (await buildHnsw(directory, vectors, embeddings))
    ? await openHnsw(directory, {
        dimensions: vectors.dimensions,
        count: prepared.chunks.length,
      })
    : undefined
  print(native ? `- HNSW index: ${seconds(builtFrom)}` : '- hnswlib-node is not installed')
  rmSync(join(directory, '..'), { recursive: true, force: true })

  const each = (search: (question: string, i: number) => unknown) =>
    timed(
      asked.map((question, i) => () => search(question, i)),
      2,
    )
  const embedded = await Promise.all(asked.map((question) => embeddings.embedQuery(question)))
  const nearest = (index: VectorIndex) => each((_, i) => index.search(embedded[i] ?? [], DEEP))
  const exact = exactIndex(vectors)
  report('  BM25 alone', await each((question) => prepared.keyword(question, DEEP)))
  report('  analysis of the question', await each((question) => queryFields(question, concepts)))
  report('  question to vector', await each((question) => embeddings.embedQuery(question)))
  report('  vectors, exact', await nearest(exact))
  if (native) report('  vectors, HNSW', await nearest(native))
  const dense = createDenseSearch({ id: 'lsa', embeddings }, native ?? exact, USUAL_SHARE)
  const retriever = createRetriever(prepared, THRESHOLDS, dense)
  report('  whole retriever', await each((question) => retriever.search(question)))
  print(`- resident memory: ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`)
}

print(
  `\nShipped corpus, ${shipped.chunks.length} chunks: read, analysed and indexed in ${shippedIn}\n`,
)
await measure(shipped)
for (const size of SIZES) {
  const notes = synthetic(size)
  const from = performance.now()
  const prepared = prepare(notes, { ...shipped, offTopic: [] }, WEIGHTS)
  print(
    `\n${size.toLocaleString('en')} chunks: analysed and indexed by words in ${seconds(from)}\n`,
  )
  await measure(prepared)
}
