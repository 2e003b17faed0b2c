import type { Fact, ModelControl } from './facts.ts'
import type { Catalog, Model } from './types.ts'

/** How hard it is to leave: with the weights in hand, to another seller of the same model, or not at all. */
export type LockIn = 'open-weights' | 'several-sellers' | 'one-seller'

/** Control as a criterion beside money and quality: one model, run in one way. */
export type Control = ModelControl & Readonly<{ selfHostable: Fact<boolean>; lockIn: Fact<LockIn> }>

/** Id of the provider that stands for rented or own accelerators. */
export const SELF_HOSTED = 'self-hosted'

/**
 * Control over a model at a provider, or on accelerators of one's own (`self-hosted`, open weights
 * only). What the model's file says goes before what the provider's says; whether it can be hosted,
 * tuned and left follows from its weights and from who sells it. Without a provider the model's usual
 * one is meant.
 */
export function controlOf(catalog: Catalog, model: Model, providerId = model.provider): Control {
  const follows = <T>(value: T): Fact<T> => ({
    value,
    source: model.source.url,
    checked: model.source.checked,
  })
  const sellers = new Set(catalog.prices.filter((p) => p.model === model.id).map((p) => p.provider))
  const lockIn: LockIn = model.open
    ? 'open-weights'
    : sellers.size > 1
      ? 'several-sellers'
      : 'one-seller'
  const always = { selfHostable: follows(model.open), lockIn: follows(lockIn) }
  if (providerId === SELF_HOSTED)
    return model.open
      ? {
          ...always,
          dataLeavesCompany: follows(false),
          trainsOnData: follows(false),
          fineTunable: follows(true),
        }
      : always
  const provider = providerId === undefined ? undefined : catalog.provider(providerId)
  return {
    ...provider?.control,
    ...(model.open ? { fineTunable: follows(true) } : {}),
    ...model.control,
    ...always,
  }
}
