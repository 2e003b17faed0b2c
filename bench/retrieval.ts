import { mean, ndcg, percentile, recall } from '../eval/ranking.ts'
import { collections } from './collections.ts'
import { ENGINES } from './engines.ts'

const found = collections(process.env.BENCH_DATA)
if (found.length === 0)
  process.stdout.write(
    'Third-party collections: BENCH_DATA names no folder with scifact, cranfield or korquad; this section was left out.\n',
  )
for (const { name, documents, queries, relevant } of found) {
  process.stdout.write(`\n${name}: ${documents.length} documents, ${queries.length} questions\n`)
  for (const engine of ENGINES) {
    const start = performance.now()
    const search = await engine.build(documents)
    const built = performance.now() - start
    const asked = queries.slice(0, engine.most ?? queries.length)
    const times: number[] = []
    const runs: { ranked: readonly string[]; wanted: ReadonlyMap<string, number> }[] = []
    for (const { id, text } of asked) {
      const from = performance.now()
      const ranked = await search(text)
      times.push(performance.now() - from)
      runs.push({ ranked, wanted: relevant.get(id) ?? new Map() })
    }
    const show = (value: number) => value.toFixed(3)
    process.stdout.write(
      `  ${engine.name.padEnd(32)} nDCG@10 ${show(mean(runs.map((r) => ndcg(r.ranked, r.wanted, 10))))}  ` +
        `recall@5 ${show(mean(runs.map((r) => recall(r.ranked, r.wanted, 5))))}  ` +
        `p50 ${percentile(times, 0.5).toFixed(2)} ms  p95 ${percentile(times, 0.95).toFixed(2)} ms  build ${Math.round(built)} ms` +
        `${asked.length < queries.length ? `  (first ${asked.length} questions)` : ''}\n`,
    )
  }
}
