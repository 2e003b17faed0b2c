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
import { detectLanguage } from '../src/language/detect.ts'
import type { Language } from '../src/language/language.ts'
import { Calibration, loadCalibration } from '../src/retrieval/calibration.ts'
import { createDenseSearch } from '../src/retrieval/dense-search.ts'
import { createRetriever } from '../src/retrieval/retriever.ts'
import { readCoverage } from './coverage.ts'
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

const SIGNALS = ['top', 'carried', 'known', 'concepts', 'foreign', 'words'] as const
const tuning = readCoverage('tuning')
const asked = {
  covered: [...covered, ...tuning.filter((q) => q.covered)].map((q) => q.question),
  // Near misses count as much as all that is far off.
  near: [
    ...questions.filter((q) => q.kind === 'off-topic'),
    ...tuning.filter((q) => !q.covered),
  ].map((q) => q.question),
  far: prepared.offTopic,
}

/** Weights for one language, found on its questions alone; covered and uncovered ones weigh the same. */
function weightsFor(language: Language) {
  const examples = (texts: readonly string[], positive: boolean, share: number) => {
    const own = texts.filter((text) => detectLanguage(text) === language)
    return own.map((text) => {
      const signals = prepared.signals(text, prepared.keyword(text, 1)[0]?.score ?? 0)
      return {
        features: SIGNALS.map((name) => signals[name]),
        positive,
        weight: share / own.length,
      }
    })
  }
  const { bias, weights } = fitLogistic([
    ...examples(asked.covered, true, 1),
    ...examples(asked.near, false, 0.5),
    ...examples(asked.far, false, 0.5),
  ])
  const named = SIGNALS.map((name, i) => [name, round(weights[i])])
  return { bias: round(bias), ...Object.fromEntries(named) }
}

const round = (value: number | undefined) => Number((value ?? 0).toPrecision(4))
const found = Calibration.parse({
  vectors: { ...before.vectors, [index.source.id]: share },
  confidence: { en: weightsFor('en'), ko: weightsFor('ko') },
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
