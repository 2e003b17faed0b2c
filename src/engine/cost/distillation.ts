import { requireWithin } from '../domain.ts'
import { type FineTuning, fineTuningCost } from './fine-tuning.ts'
import { type SyntheticData, syntheticDataUsd } from './synthetic-data.ts'

/** A student trained on a teacher's answers, and the test that decides whether it may serve. */
export type Distillation = Readonly<{
  answers: SyntheticData
  /** `tokens` of one pass over the examples. */
  training: FineTuning
  /** Training runs until one is good enough. */
  runs: number
  testItems: number
  usdPerTestItem: number
}>

/**
 * One-off cost of distillation by part, USD: the teacher's answers, the student's training, the test.
 * Serving it is not in here and is usually the largest part.
 * Example: 10,000 answers at $0.03; 8.03e9 parameters, 10e6 tokens, 3 epochs at $2.95 an hour, 4 runs;
 * 500 test items at $1.50 -> $300 + $11.98 + $750 = $1,062.
 */
export function distillationUsd(d: Distillation): {
  dataUsd: number
  trainingUsd: number
  testUsd: number
  usd: number
} {
  requireWithin('runs', d.runs, 1, 1000, 'training runs')
  requireWithin('testItems', d.testItems, 0, 1e9, 'items')
  requireWithin('usdPerTestItem', d.usdPerTestItem, 0, 1e6, 'USD')
  const dataUsd = syntheticDataUsd(d.answers)
  const trainingUsd = d.runs * fineTuningCost(d.training).usd
  const testUsd = d.testItems * d.usdPerTestItem
  return { dataUsd, trainingUsd, testUsd, usd: dataUsd + trainingUsd + testUsd }
}
