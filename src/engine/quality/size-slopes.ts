/** How a benchmark follows size inside a family, fitted on one harness over many families. */
export type SizeSlope = Readonly<{
  harness: string
  /** Score of guessing, percent. */
  chance: number
  /** Gain in logits of the chance-corrected score per doubling. */
  slope: number
  /** Error of the largest of a family predicted from its smallest, points per square root of a doubling. */
  gapSd: number
  source: string
  asOf: string
}>

const LEADERBOARD = {
  harness: 'Open LLM Leaderboard v2, instruct',
  source: 'https://github.com/felipemaiapolo/statistical-scaling-law',
  asOf: '2025-01-31',
} as const
const BASE_MODELS = {
  harness: 'Open LLM Leaderboard v1 and EvalPlus, base models',
  source: 'https://github.com/ryoungj/ObsScaling',
  asOf: '2024-05-17',
} as const

/** Least-squares fits, a common slope with an intercept a family; errors with the slope of the other families. */
export const SIZE_SLOPES = {
  ifeval: { chance: 0, slope: 0.3125, gapSd: 4.08, ...LEADERBOARD },
  'mmlu-pro': { chance: 10, slope: 0.3674, gapSd: 4.46, ...LEADERBOARD },
  bbh: { chance: 0, slope: 0.2094, gapSd: 3.81, ...LEADERBOARD },
  gpqa: { chance: 25, slope: 0.3232, gapSd: 3.93, ...LEADERBOARD },
  musr: { chance: 0, slope: 0.0461, gapSd: 2.31, ...LEADERBOARD },
  'mmlu-base': { chance: 25, slope: 0.3559, gapSd: 5.92, ...BASE_MODELS },
  'gsm8k-base': { chance: 0, slope: 0.4414, gapSd: 8.93, ...BASE_MODELS },
  'humaneval-base': { chance: 0, slope: 0.2461, gapSd: 3.91, ...BASE_MODELS },
  'hellaswag-base': { chance: 25, slope: 0.2678, gapSd: 4.65, ...BASE_MODELS },
  'arc-c-base': { chance: 25, slope: 0.3086, gapSd: 3.33, ...BASE_MODELS },
} as const satisfies Record<string, SizeSlope>
