import type { z } from 'zod'
import { type Range, range } from '../engine/range.ts'
import { toModelControl, toProviderControl } from './from-control.ts'
import { toDimensions } from './from-dimensions.ts'
import { present } from './present.ts'
import type {
  AcceleratorFile,
  DiscountFile,
  ModelFile,
  PriceFile,
  ProvidersFile,
  RegionsFile,
} from './schema.ts'
import type { Accelerator, Discount, Model, PriceRow, ProviderFacts, Region } from './types.ts'

type Row<T extends z.ZodArray> = z.infer<T>[number]

function between({ low, high }: { low: number; high: number }): Range {
  return range(low, (low + high) / 2, high)
}

export function toModel(id: string, file: z.infer<typeof ModelFile>): Model {
  const { published_size: size, speed, scores = [] } = file
  return {
    id,
    label: file.label,
    aliases: file.aliases,
    vendor: file.vendor,
    family: file.family,
    tier: file.tier,
    open: file.open,
    fineTunable: file.fine_tunable,
    scores: scores.map((s) => ({
      benchmark: s.benchmark,
      harness: s.harness,
      value: s.percent,
      source: s.source,
      ...(s.standard_error_points === undefined ? {} : { standardError: s.standard_error_points }),
    })),
    source: present(file.source),
    control: toModelControl(file.control),
    ...present({
      provider: file.provider,
      released: file.released,
      contextTokens: file.context_tokens,
      licence: file.licence,
      sizeProxy: file.size_proxy,
    }),
    ...(file.dimensions ? { dimensions: toDimensions(file.dimensions) } : {}),
    ...(size
      ? {
          size: {
            activeB: between(size.active_billion),
            totalB: between(size.total_billion),
            basis: size.basis,
            source: size.source,
          },
        }
      : {}),
    ...(speed
      ? {
          speed: {
            tokensPerSecond: speed.tokens_per_second,
            timeToFirstTokenS: speed.time_to_first_token_s,
            source: speed.source,
          },
        }
      : {}),
  } as Model
}

export function toPrice(provider: string, row: Row<typeof PriceFile>): PriceRow {
  const { long_prompt: long } = row
  return {
    provider,
    model: row.model,
    from: row.from,
    ...(row.to === undefined ? {} : { to: row.to }),
    price: {
      input: row.input,
      output: row.output,
      ...present({
        cacheRead: row.cache_read,
        cacheWrite: row.cache_write,
        batchMultiplier: row.batch_multiplier,
      }),
      ...(long
        ? {
            longPrompt: {
              aboveTokens: long.above_tokens,
              input: long.input,
              output: long.output,
              ...present({ cacheRead: long.cache_read, cacheWrite: long.cache_write }),
            },
          }
        : {}),
    } as PriceRow['price'],
    ...(row.peak === undefined ? {} : { peak: row.peak }),
    ...(row.replaces ? { replaces: true } : {}),
    source: {
      url: row.source,
      checked: row.checked,
      ...(row.note === undefined ? {} : { note: row.note }),
    },
  }
}

export function toDiscount(provider: string, row: Row<typeof DiscountFile>): Discount {
  return {
    provider,
    from: row.from,
    percentOff: row.percent_off,
    source: row.source,
    ...(row.model === undefined ? {} : { model: row.model }),
    ...(row.to === undefined ? {} : { to: row.to }),
  }
}

export function toAccelerator(id: string, file: z.infer<typeof AcceleratorFile>): Accelerator {
  const { spec, rent } = file
  return {
    id,
    label: file.label,
    aliases: file.aliases,
    spec: {
      memoryGB: spec.memory_gb,
      bandwidthGBPerSecond: spec.bandwidth_gb_per_s,
      bf16TeraFlops: spec.bf16_tflops,
      ...present({
        fp8TeraFlops: spec.fp8_tflops,
        fp4TeraFlops: spec.fp4_tflops,
        powerW: spec.power_w,
      }),
    } as Accelerator['spec'],
    ...(rent
      ? {
          rent: {
            usdPerHour: rent.usd_per_hour,
            asOf: rent.as_of,
            terms: rent.terms ?? 'on-demand',
            source: rent.source,
          },
        }
      : {}),
    source: present(file.source),
  } as Accelerator
}

export function toRegion(row: Row<typeof RegionsFile>): Region {
  const intensity = (i: typeof row.average) =>
    i && {
      gPerKwh: i.g_per_kwh,
      ...present({ year: i.year, zone: i.zone, source: i.source, licence: i.licence }),
    }
  return {
    id: row.id,
    label: row.label,
    aliases: row.aliases,
    bearers: row.bearers.map(present),
    ...present({
      averageIntensity: intensity(row.average),
      marketIntensity: intensity(row.market),
      marginalIntensity: intensity(row.marginal),
      waterLPerKwh: row.water && { value: row.water.l_per_kwh, source: row.water.source },
    }),
  } as Region
}

export function toProvider(row: Row<typeof ProvidersFile>): ProviderFacts {
  return {
    id: row.id,
    label: row.label,
    pue: between(row.pue),
    ...(row.wue ? { wueOnSite: between(row.wue) } : {}),
    homeRegion: row.home_region,
    source: row.source,
    control: toProviderControl(row.control),
  }
}
