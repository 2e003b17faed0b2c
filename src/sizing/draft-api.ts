import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog, Model, PriceRow, Task } from '../catalog/types.ts'
import { TIERS } from '../catalog/types.ts'
import { apiPricePerRequest } from '../engine/cost/api-price.ts'
import type { RequestTokens, TokenPrice } from '../engine/cost/token-price.ts'
import type { Choice } from '../engine/decision/choice.ts'
import { exactly, type Range, withFactor } from '../engine/range.ts'
import { isUnknown, type Unknown, unknown } from '../engine/unknown.ts'
import type { Draft } from './draft.ts'
import { pure } from './quality-model.ts'
import type { SizingRequest } from './request.ts'

/** What every option is drafted from. `at` is the ISO date-time whose prices count. */
export type Context = Readonly<{
  request: SizingRequest
  task: Task
  catalog: Catalog
  defaults: Defaults
  at: string
  models: readonly Model[]
}>

/** One candidate called through its provider's API. */
export function apiDraft(model: Model, context: Context): Draft {
  const { request, catalog, defaults, at } = context
  const row =
    model.provider === undefined
      ? unknown('no-price', model.id)
      : catalog.priceAt(model.provider, model.id, at)
  const tokens = {
    input: request.inputTokens.value,
    cachedInput: request.inputTokens.value * request.cacheShare.value,
    output: request.outputTokens.value,
  }
  return {
    id: model.id,
    choice: choiceOf(model, context),
    label: { en: model.label, ko: model.label },
    model,
    ...(model.provider === undefined ? {} : { provider: model.provider }),
    quality: pure(model),
    usdPerRequest: isUnknown(row)
      ? row
      : exactly(apiPricePerRequest(row.price, tokens, request.batch.value)),
    working: () =>
      isUnknown(row)
        ? { formula: 'api-price', inputs: {}, sources: [], assumed: false }
        : {
            formula: 'api-price',
            inputs: apiInputs(row.price, tokens, request.batch.value),
            sources: [priceSource(row)],
            asOf: row.source.checked,
            assumed: false,
          },
    latencyMs: apiLatency(model, request.outputTokens.value, defaults),
    ...(model.speed ? { latencySource: model.speed.source } : {}),
    calls: [{ model, share: 1, outputTokens: request.outputTokens.value }],
    selfHosted: false,
    upFront: false,
  }
}

/** A price and a request as the arguments of the formula `api-price`. */
export function apiInputs(
  price: TokenPrice,
  { input, cachedInput, output }: RequestTokens,
  batch: boolean,
): Readonly<Record<string, number>> {
  const { longPrompt: long } = price
  const given = {
    input_usd_per_1m: price.input,
    output_usd_per_1m: price.output,
    input,
    output,
    cached: cachedInput,
    cache_usd_per_1m: price.cacheRead,
    long_prompt_above: long?.aboveTokens,
    long_input_usd_per_1m: long?.input,
    long_output_usd_per_1m: long?.output,
    long_cache_usd_per_1m: long?.cacheRead,
    batch_multiplier: batch ? price.batchMultiplier : undefined,
  }
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

/** The id under which a price row is cited, with what a contract takes off and an asker supposed. */
export function priceSource({ provider, model, from, discount, factor }: PriceRow): string {
  const contract = discount ? `+contract:${discount.percentOff}%` : ''
  const supposed = factor === undefined ? '' : `+times:${factor}`
  return `price:${provider}/${model}@${from}${contract}${supposed}`
}

/** Time to a whole answer in milliseconds from the provider's published speed. */
export function apiLatency(
  model: Model,
  outputTokens: number,
  defaults: Defaults,
): Range | Unknown {
  if (!model.speed) return unknown('no-latency-record', model.id)
  return withFactor(
    1000 * (model.speed.timeToFirstTokenS + outputTokens / model.speed.tokensPerSecond),
    defaults.api_speed_factor,
  )
}

/** Whether taking this model means going smaller or bigger: than today's, or than the largest compared. */
function choiceOf(model: Model, { request, models }: Context): Choice {
  const rank = (m: Model) => TIERS.indexOf(m.tier)
  const current = models.find((m) => m.id === request.currentModel?.value)
  if (current && rank(model) !== rank(current))
    return rank(model) < rank(current) ? 'bigger' : 'smaller'
  return models.some((m) => rank(m) < rank(model)) ? 'smaller' : 'bigger'
}
