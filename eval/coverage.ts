import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A row of `coverage.jsonl`: a question as typed, and whether anything in the notes answers it. */
const CoverageQuestion = z.strictObject({
  language: z.enum(['en', 'ko']),
  covered: z.boolean(),
  /** Weights and words are set on the one half and tested on the other. */
  half: z.enum(['tuning', 'check']),
  question: z.string().min(2),
})
export type CoverageQuestion = z.infer<typeof CoverageQuestion>

/** Colloquial questions that the notes answer, and near misses that they do not. */
export function readCoverage(half: CoverageQuestion['half']): CoverageQuestion[] {
  return readFileSync(new URL('coverage.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => CoverageQuestion.parse(JSON.parse(line)))
    .filter((row) => row.half === half)
}
