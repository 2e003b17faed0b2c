/**
 * Measures search engines on our own evaluation questions and on third-party collections, each engine in a
 * process of its own for its memory: nDCG@10, recall, time of a question, time to build, with bootstrap intervals
 * of the differences from ours. 100 questions a collection; all of them with `--full`.
 */
import { spawnSync } from 'node:child_process'
import { mean, ndcg, percentile, rankOf, recall } from '../eval/ranking.ts'
import { openKnowledge } from '../src/knowledge.ts'
import { meanWithInterval } from './bootstrap.ts'
import { type Collection, collections } from './collections.ts'
import { ENGINES, type Engine } from './engines.ts'
import { FULL, print, table } from './measure.ts'

const MOST = FULL ? Number.POSITIVE_INFINITY : 100
/** The product's own search, which needs notes: names of papers, concepts, both legs, links between notes. */
const PRODUCT = 'Rightsize, whole retriever'

type Run = Readonly<{
  engine: string
  ndcg: readonly number[]
  recall: readonly number[]
  times: readonly number[]
  builtMs: number
  /** Most resident memory of the process, MB. */
  memory: number
}>

const product: Engine = {
  name: PRODUCT,
  build: async () => {
    const at = () => new Date(0).toISOString()
    const { knowledge } = await openKnowledge({ EMBEDDINGS: 'lsa', DATA_DIR: 'data' }, at)
    return async (query) =>
      (await knowledge.retriever.search(query, { limit: 100 })).passages.map((p) => p.note.id)
  },
}

const found = collections(process.env.BENCH_DATA)
const [job, name, engineName] = process.argv.slice(2)
if (job === 'one') {
  const collection = found.find((c) => c.name === name)?.load()
  if (collection) process.stdout.write(JSON.stringify(await run(collection, engineName ?? '')))
} else {
  if (found.length === 1)
    print(
      'BENCH_DATA names no folder with scifact, cranfield or korquad: the third-party collections were left out.',
    )
  print(
    'Peers with the settings their pages show, and where they take one with our analyser in place of theirs: MiniSearch over title and text; Orama with BM25 over both; wink-bm25 with words from wink-nlp without stop words, stemmed, negation marked, weights 1 and 2; LangChain’s BM25Retriever as it comes; LangChain’s MemoryVectorStore over the same latent space of 64 dimensions that ours learns. Intervals: 95 %, paired bootstrap over questions. Memory: most of the process that built and searched, Node and this bench (some 150 MB) included.',
  )
  for (const { load } of found) compare(load())
}

function compare(collection: Collection): void {
  const asked = Math.min(MOST, collection.queries.length)
  print(
    `\n${collection.name}: ${collection.documents.length} documents, ${asked} of ${collection.queries.length} questions.`,
  )
  const names = [
    ...(collection.name === 'evaluation' ? [PRODUCT] : []),
    ...ENGINES.map((e) => e.name),
  ]
  const runs = names.map((engine) => inOwnProcess(collection.name, engine))
  const first = runs[0]
  table(
    [
      'engine',
      'nDCG@10',
      'less than the first by',
      'recall@5',
      'p50, ms',
      'p95, ms',
      'build, ms',
      'memory, MB',
      'questions',
    ],
    runs.map((r) => {
      const lead = meanWithInterval(r.ndcg.map((value, i) => (first?.ndcg[i] ?? 0) - value))
      return [
        r.engine,
        mean(r.ndcg).toFixed(3),
        r === first
          ? ''
          : `${lead.mean.toFixed(3)} (${lead.low.toFixed(3)} to ${lead.high.toFixed(3)})`,
        mean(r.recall).toFixed(3),
        percentile(r.times, 0.5).toFixed(2),
        percentile(r.times, 0.95).toFixed(2),
        Math.round(r.builtMs),
        Math.round(r.memory),
        r.ndcg.length,
      ]
    }),
  )
}

function inOwnProcess(collection: string, engine: string): Run {
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      import.meta.filename,
      'one',
      collection,
      engine,
      ...(FULL ? ['--full'] : []),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 28 },
  )
  if (status !== 0) throw new Error(`${engine} on ${collection} ended with ${status}.`)
  return JSON.parse(stdout) as Run
}

async function run(collection: Collection, name: string): Promise<Run> {
  const engine = name === PRODUCT ? product : ENGINES.find((e) => e.name === name)
  if (!engine) throw new Error(`There is no engine ${name}.`)
  const from = performance.now()
  const search = await engine.build(collection.documents)
  const builtMs = performance.now() - from
  const result = {
    engine: name,
    ndcg: [] as number[],
    recall: [] as number[],
    times: [] as number[],
  }
  const queries = spread(collection.queries, MOST)
  for (const { id, text } of queries) {
    const start = performance.now()
    const ranked = await search(text)
    result.times.push(performance.now() - start)
    const wanted = collection.relevant.get(id) ?? new Map<string, number>()
    const any = collection.anyOne ? rankOf(ranked, [...wanted.keys()]) : undefined
    result.ndcg.push(any?.ndcg10 ?? ndcg(ranked, wanted, 10))
    result.recall.push(any?.recall5 ?? recall(ranked, wanted, 5))
  }
  return { ...result, builtMs, memory: process.resourceUsage().maxRSS / 1024 }
}

/** So many of them, evenly over the whole; the same for every engine. */
function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items]
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)] as T)
}
