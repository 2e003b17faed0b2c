import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CURRENCIES } from '../engine/estimate.ts'
import { parseYaml } from '../yaml.ts'
import { problemSentences } from './problem-sentences.ts'

const spread = z
  .strictObject({ low: z.number(), central: z.number(), high: z.number() })
  .refine((r) => r.low <= r.central && r.central <= r.high, 'needs low <= central <= high')

const ratios = z.strictObject({
  tokens_per_word: z.number().positive(),
  characters_per_token: z.number().positive(),
})

/** What is assumed when nobody says otherwise; `knowledge/catalog/defaults.yml`. */
export const DefaultsSchema = z.strictObject({
  ladders: z.record(z.string(), z.array(z.string()).min(2)),
  default_vendor: z.string(),
  open_models: z.strictObject({ small: z.string(), large: z.string() }),
  accelerator: z.string(),
  precision: z.enum(['bf16', 'fp8', 'int4', 'nvfp4', 'mxfp4']),
  volume_per_month: z.number().positive(),
  duty: spread,
  concurrency: z.number().int().positive(),
  staff_share: spread,
  staff_usd_per_year: z.number().positive(),
  horizon_months: z.number().positive(),
  distilled_share: spread,
  distilled_gap_sd_points: z.number().positive(),
  distillation_examples: z.number().int().positive(),
  decision_bar: z.number().min(0.5).max(1),
  simulation: z.strictObject({
    seed: z.number().int(),
    draws: z.number().int().min(100),
    search_draws: z.number().int().min(100),
  }),
  cross_vendor_sd_points: z.number().nonnegative(),
  level_sd_points: z.number().positive(),
  pilot_discordance: z.number().positive().max(1),
  usd_per_label: z.number().positive(),
  unmeasured_cascade: z.strictObject({
    sensitivity: z.number().min(0).max(1),
    specificity: z.number().min(0).max(1),
    large_right_when_small_wrong: z.number().min(0).max(1),
    large_right_when_small_right: z.number().min(0).max(1),
  }),
  api_speed_factor: z.number().min(1),
  energy_factor: z.number().min(1),
  exchange_rates: z.partialRecord(z.enum(CURRENCIES), z.number().positive()),
  text_lengths: z.strictObject({ en: ratios, ko: ratios, words_per_page: z.number().positive() }),
})

export type Defaults = z.infer<typeof DefaultsSchema>

/** Reads the file of defaults; throws an Error with one sentence a problem, each with file and key. */
export function loadDefaults(file: string, parse = parseYaml): Defaults {
  const result = DefaultsSchema.safeParse(parse(readFileSync(file, 'utf8')), { reportInput: true })
  if (result.success) return result.data
  const problems = result.error.issues.flatMap((issue) => problemSentences(file, issue))
  throw new Error(`The defaults cannot be used:\n${problems.map((p) => `- ${p}`).join('\n')}`)
}
