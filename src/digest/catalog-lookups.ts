import type { Defaults } from '../catalog/defaults.ts'
import { type Catalog, type Model, type PriceRow, TIERS } from '../catalog/types.ts'
import { pilotItems } from '../engine/decision/pilot-size.ts'
import { isUnknown, unknown } from '../engine/unknown.ts'
import { sizeOf } from '../sizing/footprint.ts'
import type { ServingOf } from '../spend/energy.ts'
import type { Candidate, CandidateFor } from '../spend/oversized-use.ts'
import type { NanoRates, RatesOf } from '../spend/rates.ts'
import type { Lookups } from './lookups.ts'

/** Gap that a pilot is made to see, a share of items. */
const PILOT_GAP = 0.03
/** Points by which the smallest tier may trail a model's own in the task's scores and still be evidence. */
const CLOSE_POINTS = 3
/** Other makers' tokenizers count between these for one token (assumed). */
const OTHER_TOKENIZER = { low: 0.8, high: 1.3 }
const SAME_TOKENIZER = { low: 1, high: 1 }

/** Looks up in the catalogue what the bill does not say; models by exact id, prices in US dollars. */
export function catalogLookups(catalog: Catalog, defaults: Defaults): Lookups {
  const ratesOf = remembered(catalog)
  return {
    ratesOf,
    candidateFor: candidates(catalog, defaults, ratesOf),
    servingOf: servings(catalog, defaults),
    priceSteps: ({ provider, model, currency }, after, to) => {
      const starts = [
        ...catalog.prices.filter((p) => p.provider === provider && p.model === model),
        ...catalog.discounts.filter(
          (d) => d.provider === provider && (d.model === undefined || d.model === model),
        ),
      ]
        .flatMap((row) => [row.from, row.to ?? row.from])
        .map((at) => at.slice(0, 10))
        .filter((day) => day > after && day <= to)
      return [...new Set(starts)].sort().flatMap((from) => {
        const before = ratesOf(provider, model, after, currency)
        const later = ratesOf(provider, model, from, currency)
        return before && later ? [{ from, before, after: later }] : []
      })
    },
  }
}

/** List prices by day, each looked up once. */
function remembered(catalog: Catalog): RatesOf {
  const found = new Map<string, NanoRates | undefined>()
  return (provider, model, day, currency) => {
    if (currency !== 'USD') return undefined
    const key = `${provider}\n${model}\n${day}`
    if (!found.has(key)) {
      const row = catalog.priceAt(provider, model, `${day}T12:00:00.000Z`)
      found.set(key, isUnknown(row) ? undefined : toNano(row))
    }
    return found.get(key)
  }
}

function toNano({ price }: PriceRow): NanoRates {
  const nano = (usd: number) => BigInt(Math.round(usd * 1e9))
  const { input, output, cacheRead, cacheWrite, batchMultiplier } = price
  return {
    input: nano(input),
    output: nano(output),
    ...(cacheRead === undefined ? {} : { cacheRead: nano(cacheRead) }),
    ...(cacheWrite === undefined ? {} : { cacheWrite: nano(cacheWrite) }),
    ...(batchMultiplier === undefined ? {} : { batchMultiplier }),
  }
}

/** The newest model of a small tier by the same provider, the cheapest of several; priced as on the day. */
function candidates(catalog: Catalog, defaults: Defaults, ratesOf: RatesOf): CandidateFor {
  const items = pilotItems({ discordance: defaults.pilot_discordance, gap: PILOT_GAP })
  return ({ provider, model: id, workload, currency, day }): Candidate | undefined => {
    const model = exact(catalog, id)
    if (!model || !isLarge(model)) return undefined
    const priced = catalog.models
      .filter((m) => !isLarge(m) && m.provider === provider && (m.released ?? '') <= day)
      .flatMap((m) => {
        const rates = ratesOf(provider, m.id, day, currency)
        return rates ? [{ model: m, rates }] : []
      })
      .sort((a, b) => newest(a.model, b.model) || Number(a.rates.output - b.rates.output))
    const [best] = priced
    if (!best) return undefined
    const task = workload === undefined ? undefined : catalog.task(workload)
    const scores = task?.quality.byTier
    return {
      provider,
      model: best.model.id,
      rates: best.rates,
      pilotItems: items,
      ...(task ? { task: task.id } : {}),
      taskEvidence: scores ? scores[model.tier] - scores[best.model.tier] <= CLOSE_POINTS : false,
      tokenRatio: best.model.vendor === model.vendor ? SAME_TOKENIZER : OTHER_TOKENIZER,
    }
  }
}

function servings(catalog: Catalog, defaults: Defaults): ServingOf {
  return ({ provider, model: id, region }) => {
    const model = exact(catalog, id)
    const facts = catalog.provider(provider)
    if (!model || !facts) return unknown('size-undisclosed', id)
    const sized = sizeOf(model, catalog)
    if (isUnknown(sized)) return sized
    const named = region === undefined ? undefined : catalog.region(region)
    const place = named ?? catalog.region(facts.homeRegion)
    const { speed } = sized.model
    return {
      served: {
        activeB: sized.activeB,
        totalB: sized.totalB,
        pue: facts.pue,
        ...(speed
          ? {
              tokensPerSecond: speed.tokensPerSecond,
              timeToFirstTokenS: speed.timeToFirstTokenS,
            }
          : {}),
      },
      factor: defaults.energy_factor,
      region: place?.id ?? facts.homeRegion,
      assumed: named === undefined,
      ...(place?.averageIntensity ? { gridGPerKwh: place.averageIntensity.gPerKwh } : {}),
    }
  }
}

/** A model under exactly this id; names that merely resemble it are other models. */
function exact(catalog: Catalog, id: string): Model | undefined {
  const model = catalog.model(id)
  return model?.id === id ? model : undefined
}

const isLarge = ({ tier }: Model) => TIERS.indexOf(tier) < TIERS.indexOf('small')

function newest(a: Model, b: Model): number {
  const [one, other] = [a.released ?? '', b.released ?? '']
  return one < other ? 1 : one > other ? -1 : 0
}
