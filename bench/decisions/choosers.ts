import type { Defaults } from '../../src/catalog/defaults.ts'
import type { Catalog, Model } from '../../src/catalog/types.ts'
import { createDraws } from '../../src/engine/decision/draws.ts'
import { seeded } from '../../src/engine/random.ts'
import type { Range } from '../../src/engine/range.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import { completeRequest } from '../../src/sizing/complete-request.ts'
import { createDecider, type Decision } from '../../src/sizing/decide.ts'
import { pilotFor } from '../../src/sizing/pilot.ts'
import { levelOf } from '../../src/sizing/quality-model.ts'
import type { Pilot } from '../../src/sizing/recommendation.ts'
import type { SizingInput, SizingRequest } from '../../src/sizing/request.ts'
import type { Company } from './companies.ts'

/** What Rightsize says to an input: the decision, and the pilot it offers. */
export type Advice = Readonly<{ decision: Decision; request: SizingRequest; pilot?: Pilot }>

/** Doing without; the id of no option. */
export const NOTHING = 'no-ai'

/**
 * The decision of `size-model` without the search of flip points and without drawing up figures, which take
 * nine tenths of its time and change no verdict.
 */
export function createAdviser(catalog: Catalog, defaults: Defaults, at: string) {
  const { seed, draws: count } = defaults.simulation
  const draws = createDraws((column) => seeded(seed + column), count)
  return (input: SizingInput): Advice => {
    const completed = completeRequest(input, catalog, defaults, 'en')
    if (!completed.ok) throw new Error(completed.problems.map((p) => p.sentence).join(' '))
    const { request, task } = completed
    const decision = createDecider(catalog, defaults, at)(request, task, draws)
    const pilot = pilotFor(decision, request, defaults, referenceOf(decision, request))
    return { decision, request, ...(pilot ? { pilot } : {}) }
  }
}

/** Whom a settled verdict is measured against: the model in use, else the largest. */
function referenceOf({ drafts }: Decision, { currentModel, candidates }: SizingRequest) {
  return currentModel?.value ?? candidates.value[0] ?? drafts[0]?.id
}

/**
 * What a company does while the verdict is "cannot tell yet": stays with the model in use and takes the
 * likelier option where there is none, or always the cheaper or the likelier of the two compared.
 */
export type WhenUndecided = 'stays' | 'cheaper' | 'likelier'

/** The option a company takes that follows the advice. */
export function followed({ decision: { chosen }, request }: Advice, when: WhenUndecided): string {
  if (chosen.outcome === 'none') return NOTHING
  if (chosen.outcome === 'settled' || when === 'cheaper') return chosen.id ?? NOTHING
  const stays = when === 'stays' ? request.currentModel?.value : undefined
  return stays ?? chosen.doubt?.().rival ?? chosen.id ?? NOTHING
}

/** The option of the highest expected value on Rightsize's own figures, without a bar to clear. */
export function highestExpected({ decision, request }: Advice): string {
  const [value, errorCost] = [meanOf(request.value), meanOf(request.errorCost)]
  let best = { id: NOTHING, usd: 0 }
  for (const { id, usdPerRequest, refused } of decision.drafts) {
    if (refused !== undefined || isUnknown(usdPerRequest)) continue
    const right = Math.min(1, decision.quality(id) / 100)
    const usd = right * value - (1 - right) * errorCost - meanOf(usdPerRequest)
    if (usd > best.usd) best = { id, usd }
  }
  return best.id
}

/** Mean of a range that is drawn half below and half above its middle. */
function meanOf({ low, central, high }: Readonly<Pick<Range, 'low' | 'central' | 'high'>>): number {
  return (low + 2 * central + high) / 4
}

/** Input to output tokens in the usual blended price of a million. */
const BLEND = { input: 0.75, output: 0.25 }

/** Rules that people use instead, each over the models of the ladder, largest first. */
export function rules(catalog: Catalog, at: string) {
  const models = ({ ladder }: Company) => ladder.flatMap((id) => catalog.model(id) ?? [])
  const blended = (model: Model): number => {
    const row = catalog.priceAt(model.provider ?? '', model.id, at)
    return isUnknown(row)
      ? Number.POSITIVE_INFINITY
      : BLEND.input * row.price.input + BLEND.output * row.price.output
  }
  const least = (of: readonly Model[], score: (model: Model) => number) =>
    of.reduce<Model | undefined>((a, b) => (a && score(a) <= score(b) ? a : b), undefined)?.id ??
    NOTHING
  return {
    biggest: (company: Company) => models(company)[0]?.id ?? NOTHING,
    cheapest: (company: Company) => least(models(company), blended),
    /** The largest model whose blended price of a million tokens stays below a limit, USD. */
    priceBelow: (company: Company, limit: number) =>
      models(company).find((m) => blended(m) <= limit)?.id ?? least(models(company), blended),
    leader: (company: Company) => least(models(company), (m) => -levelOf(m, company.task).percent),
  }
}
