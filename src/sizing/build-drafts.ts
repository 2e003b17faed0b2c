import type { Defaults } from '../catalog/defaults.ts'
import { scaledPrices } from '../catalog/scaled-prices.ts'
import { type Catalog, type Task, TIERS } from '../catalog/types.ts'
import { isUnknown } from '../engine/unknown.ts'
import { controlRefusal } from './control-rules.ts'
import type { Draft } from './draft.ts'
import { apiDraft, type Context } from './draft-api.ts'
import { distilDraft, fineTuneDraft, selfHostDraft } from './draft-hosted.ts'
import { cascadeDraft, reasoningDraft, routerDraft } from './draft-mixed.ts'
import { levelOf } from './quality-model.ts'
import type { Refusal } from './recommendation.ts'
import type { SizingRequest } from './request.ts'

/** All options a workload has: each candidate alone, then what can be made of them. */
export function buildDrafts(
  request: SizingRequest,
  task: Task,
  catalog: Catalog,
  defaults: Defaults,
  at: string,
): Draft[] {
  const models = request.candidates.value
    .map((id) => catalog.model(id))
    .filter((m) => m !== undefined)
  const supposed = scaledPrices(catalog, request.priceFactor?.value ?? 1)
  const context: Context = { request, task, catalog: supposed, defaults, at, models }
  const callable = models.filter((m) => m.provider !== undefined || !m.open)
  const alone = callable.map((model) => apiDraft(model, context))
  const open = models.filter((m) => m.dimensions)
  if (request.only.value) {
    const hosted = open.filter((m) => !callable.includes(m)).map((m) => selfHostDraft(m, context))
    return [...alone, ...hosted].map((draft) => judged(draft, request, catalog))
  }
  const priced = alone.filter((d) => !isUnknown(d.usdPerRequest))
  const small = priced.reduce<Draft | undefined>(
    (low, d) => (low && usd(low) <= usd(d) ? low : d),
    undefined,
  )
  const bigDraft = priced.reduce<Draft | undefined>(
    (top, d) => (top && rank(top) <= rank(d) ? top : d),
    undefined,
  )
  const drafts: (Draft | undefined)[] = [...alone]
  if (
    small &&
    bigDraft &&
    levelOf(bigDraft.model, task).percent > levelOf(small.model, task).percent
  ) {
    drafts.push(routerDraft(small, bigDraft, context), cascadeDraft(small, bigDraft, context))
  }
  if (small) drafts.push(reasoningDraft(small, context))
  if (bigDraft) drafts.push(distilDraft(bigDraft, context), fineTuneDraft(bigDraft, context))
  const fallback = catalog.model(defaults.open_models.large)
  for (const model of open.length > 0 ? open : fallback ? [fallback] : [])
    drafts.push(selfHostDraft(model, context))
  return drafts.filter((d) => d !== undefined).map((draft) => judged(draft, request, catalog))
}

function rank(draft: Draft): number {
  return TIERS.indexOf(draft.model.tier)
}

function usd(draft: Draft): number {
  return isUnknown(draft.usdPerRequest) ? Number.POSITIVE_INFINITY : draft.usdPerRequest.central
}

/** Applies the hard limits: hosting, price, budget, latency, and rules about the data. */
function judged(draft: Draft, request: SizingRequest, catalog: Catalog): Draft {
  const refused =
    draft.refused ?? refusalOf(draft, request) ?? controlRefusal(draft, request, catalog)
  return refused === undefined ? draft : { ...draft, refused }
}

function refusalOf(draft: Draft, request: SizingRequest): Refusal | undefined {
  const hosting = request.hosting.value
  if (hosting !== 'either' && (hosting === 'self-host') !== draft.selfHosted)
    return { reason: 'hosting-not-wanted' }
  if (isUnknown(draft.usdPerRequest)) return { reason: 'price-unknown' }
  if (request.budget && draft.usdPerRequest.central * request.volume.value > request.budget.value)
    return { reason: 'over-budget' }
  const limit = request.latencyMs?.value
  if (limit !== undefined && !isUnknown(draft.latencyMs) && draft.latencyMs.central > limit)
    return { reason: 'too-slow' }
  return undefined
}
