/**
 * Finds, on the calibration half of the questions, the share of the vectors and the weights of the
 * confidence. For the vectors built from the notes both go to `knowledge/calibration.json`; for a
 * configured provider its share goes to the data directory.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readConfig } from '../src/config.ts'
import { calibrationFile, openVectorIndex, prepareNotes } from '../src/knowledge.ts'
import { knowledgePaths } from '../src/knowledge-paths.ts'
import { Calibration, loadCalibration } from '../src/retrieval/calibration.ts'
import { createDenseSearch } from '../src/retrieval/dense-search.ts'
import { createRetriever } from '../src/retrieval/retriever.ts'
import { fitLogistic } from './logistic.ts'
import { readQuestions } from './questions.ts'
import { mean, rankOf } from './ranking.ts'

const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]

const config = readConfig()
const shipped = knowledgePaths(undefined).calibration
const before = loadCalibration(shipped, calibrationFile(config))
const prepared = prepareNotes(config, before)
const questions = readQuestions().filter((q) => q.half === 'calibration')
const index = await openVectorIndex(config, prepared)

const covered = questions.filter((q) => q.sources.length > 0)
const tried: { share: number; ndcg10: number }[] = []
for (const share of SHARES) {
  const dense = createDenseSearch(index.source, index.vectors, share)
  const retriever = createRetriever(prepared, index.thresholds, dense)
  const found = await Promise.all(
    covered.map(async (q) => {
      const { passages } = await retriever.search(q.question, { limit: 10 })
      return rankOf(
        passages.map((p) => p.note.id),
        q.sources,
      ).ndcg10
    }),
  )
  tried.push({ share, ndcg10: mean(found) })
  process.stdout.write(`share ${share}: nDCG@10 ${mean(found).toFixed(4)}\n`)
}
const [best] = [...tried].sort((a, b) => b.ndcg10 - a.ndcg10 || a.share - b.share)
const share = best?.share ?? 0

const SIGNALS = ['top', 'carried', 'known', 'concepts', 'words'] as const
const examplesOf = (texts: readonly string[], positive: boolean, weight: number) =>
  texts.map((text) => {
    const signals = prepared.signals(text, prepared.keyword(text, 1)[0]?.score ?? 0)
    return { features: SIGNALS.map((name) => signals[name]), positive, weight }
  })
const offTopic = [
  ...prepared.offTopic,
  ...questions.filter((q) => q.kind === 'off-topic').map((q) => q.question),
]
const { bias, weights } = fitLogistic([
  ...examplesOf(
    covered.map((q) => q.question),
    true,
    1 / covered.length,
  ),
  ...examplesOf(offTopic, false, 1 / offTopic.length),
])

const round = (value: number | undefined) => Number((value ?? 0).toPrecision(4))
const named = Object.fromEntries(SIGNALS.map((name, i) => [name, round(weights[i])]))
const found = Calibration.parse({
  vectors: { ...before.vectors, [index.source.id]: share },
  confidence: { bias: round(bias), ...named },
})
const own = index.source.id !== 'lsa'
const file = own ? calibrationFile(config) : shipped
mkdirSync(dirname(file), { recursive: true })
writeFileSync(
  file,
  `${JSON.stringify(own ? { vectors: { [index.source.id]: share } } : found, null, 2)}\n`,
)
process.stdout.write(
  `share ${share} of ${index.source.id} and the weights were written to ${file}\n`,
)
