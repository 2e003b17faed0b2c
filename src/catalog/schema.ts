import { z } from 'zod'
import { modelControl, providerControl } from './control-schema.ts'
import { dimensions } from './dimensions-schema.ts'
import { bilingual, count, date, ends, instant, source, spread, url } from './fields.ts'
import { TIERS } from './types.ts'

/** `models/<id>.yml`. */
export const ModelFile = z.strictObject({
  label: z.string(),
  vendor: z.string(),
  provider: z.string().optional(),
  family: z.string(),
  tier: z.enum(TIERS),
  aliases: z.array(z.string()),
  released: date.optional(),
  context_tokens: count.optional(),
  open: z.boolean(),
  licence: z.string().optional(),
  fine_tunable: z.boolean().nullable(),
  control: modelControl.optional(),
  dimensions: dimensions.optional(),
  published_size: z
    .strictObject({
      active_billion: ends,
      total_billion: ends,
      basis: z.enum(['disclosed', 'outside-estimate']),
      source: url,
    })
    .optional(),
  size_proxy: z.string().optional(),
  speed: z
    .strictObject({
      tokens_per_second: z.number().positive(),
      time_to_first_token_s: z.number().nonnegative(),
      source: url,
    })
    .optional(),
  scores: z
    .array(
      z.strictObject({
        benchmark: z.string(),
        harness: z.string(),
        percent: z.number().min(0).max(100),
        standard_error_points: z.number().positive().optional(),
        source: url,
      }),
    )
    .optional(),
  source,
})

const usd = z.number().nonnegative()
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 01:00')

/** `prices/<provider>.yml`: US dollars per million tokens, half-open intervals, append only. */
export const PriceFile = z.array(
  z.strictObject({
    model: z.string(),
    from: instant,
    to: instant.optional(),
    input: usd,
    output: usd,
    cache_read: usd.optional(),
    cache_write: usd.optional(),
    long_prompt: z
      .strictObject({
        above_tokens: count,
        input: usd,
        output: usd,
        cache_read: usd.optional(),
        cache_write: usd.optional(),
      })
      .optional(),
    batch_multiplier: z.number().positive().max(1).optional(),
    peak: z
      .strictObject({
        multiplier: z.number().min(1),
        weekdays: z.array(z.number().int().min(0).max(6)).min(1),
        hours: z.array(z.strictObject({ from: clock, to: clock })).min(1),
        except: z.array(date),
      })
      .optional(),
    replaces: z.literal(true).optional(),
    source: url,
    checked: date,
    note: z.string().optional(),
  }),
)

/** `discounts/<provider>.yml`: what a contract takes off, half-open intervals. */
export const DiscountFile = z.array(
  z.strictObject({
    model: z.string().optional(),
    from: instant,
    to: instant.optional(),
    percent_off: z.number().positive().max(100),
    source: z.literal('contract'),
    note: z.string().optional(),
  }),
)

/** `accelerators/<id>.yml`. */
export const AcceleratorFile = z.strictObject({
  label: z.string(),
  aliases: z.array(z.string()),
  spec: z.strictObject({
    memory_gb: z.number().positive(),
    bandwidth_gb_per_s: z.number().positive(),
    bf16_tflops: z.number().positive(),
    fp8_tflops: z.number().positive().optional(),
    fp4_tflops: z.number().positive().optional(),
    power_w: z.number().positive().optional(),
  }),
  rent: z
    .strictObject({
      usd_per_hour: spread,
      as_of: date,
      terms: z.enum(['on-demand', 'committed']).optional(),
      source: url,
    })
    .optional(),
  source,
})

const intensity = z.strictObject({
  g_per_kwh: z.number().nonnegative(),
  year: count,
  zone: z.string().optional(),
  source: url,
  licence: z.string(),
})

/** `regions.yml`. */
export const RegionsFile = z.array(
  z.strictObject({
    id: z.string(),
    label: bilingual,
    aliases: z.array(z.string()),
    average: intensity.optional(),
    market: intensity.optional(),
    marginal: intensity.optional(),
    water: z.strictObject({ l_per_kwh: z.number().nonnegative(), source: url }).optional(),
    bearers: z.array(bilingual.extend({ source: url.optional() })).min(1),
  }),
)

/** `providers.yml`. */
export const ProvidersFile = z.array(
  z.strictObject({
    id: z.string(),
    label: z.string(),
    pue: ends,
    wue: ends.optional(),
    home_region: z.string(),
    source: url,
    control: providerControl.optional(),
  }),
)

/** `tasks.yml`. */
export const TasksFile = z.array(
  z.strictObject({
    id: z.string(),
    label: bilingual,
    unit: bilingual,
    words: z.strictObject({ en: z.array(z.string()), ko: z.array(z.string()) }),
    tokens: z.strictObject({ in: spread, out: spread }),
    stakes: z.strictObject({ value_usd: spread, error_usd: spread }),
    value_questions: z.array(bilingual).min(2).max(3),
    quality: z.strictObject({
      benchmark: z.string(),
      harness: z.string(),
      percent_by_tier: z.strictObject({
        frontier: z.number(),
        mid: z.number(),
        small: z.number(),
        nano: z.number(),
      }),
      gap_sd_points: z.number().positive(),
      source: url,
      evidence: z.string(),
      note: bilingual,
    }),
    reasoning: z
      .strictObject({
        output_multiplier: z.number().min(1),
        gain_points: z.number(),
        gain_sd_points: z.number().positive(),
        source: url,
        evidence: z.string(),
      })
      .optional(),
    fine_tune: z
      .strictObject({
        frontier_percent: z.number().min(1).max(99),
        gain_over_frontier_points: z.number(),
        gain_sd_points: z.number().positive(),
        labels: spread,
        usd_per_label: spread,
        source: url,
        evidence: z.string(),
      })
      .optional(),
    router: z
      .strictObject({
        gap_recovered: z.number().min(0).max(1),
        strong_share: spread,
        source: url,
        evidence: z.string(),
      })
      .optional(),
  }),
)
