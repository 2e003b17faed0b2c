import type { Defaults } from '../../src/catalog/defaults.ts'
import type { Catalog } from '../../src/catalog/types.ts'
import { DomainError } from '../../src/engine/formula.ts'
import { type Random, seeded } from '../../src/engine/random.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import { buildDrafts } from '../../src/sizing/build-drafts.ts'
import { completeRequest } from '../../src/sizing/complete-request.ts'
import type { Draft } from '../../src/sizing/draft.ts'
import { paysToMeasure } from '../../src/sizing/pilot.ts'
import type { SizingInput } from '../../src/sizing/request.ts'
import {
  type Advice,
  type createAdviser,
  followed,
  highestExpected,
  NOTHING,
  type rules,
  type WhenUndecided,
} from './choosers.ts'
import { type Company, saysAll, saysLittle } from './companies.ts'
import { runPilot } from './pilot.ts'
import { normal, type World } from './worlds.ts'

/** Who chooses. */
export const CHOOSERS = {
  biggest: ['a', 'always the biggest model of the ladder'],
  cheapest: ['b', 'always the cheapest'],
  priceBelow2: ['c2', 'the biggest below $2 a million tokens, three of input to one of output'],
  priceBelow5: ['c5', 'the biggest below $5 a million tokens'],
  leader: ['d', 'the leader of the task’s public benchmark, the biggest where tiers tie'],
  little: ['e1', 'Rightsize, told task, volume and the model in use'],
  all: ['e2', 'Rightsize, told lengths, value and cost of an error too'],
  littlePilot: [
    'f1',
    'e1 after the pilot it names, where that is expected to be worth its cost; labels, and what has to be made for it, are paid',
  ],
  allPilot: ['f2', 'e2 after its pilot'],
  expected: ['ev', 'the highest expected value on the figures of e2, without a bar'],
} as const
export type Chooser = keyof typeof CHOOSERS

/** What became of a pilot; a result is refused where the engine cannot compute with it. */
export type PilotFate = 'run' | 'not worth it' | 'none offered' | 'cannot be told' | 'refused'

/** What one choice cost against the best option, knowing all: USD a year, and points of right answers it is worth. */
export type Loss = Readonly<{ usd: number; points: number; chosen: string }>
export type Played = Readonly<{
  company: Company
  best: Readonly<{ id: string; usd: number }>
  losses: Readonly<Record<Chooser, Loss>>
  outcome: Advice['decision']['chosen']['outcome']
  /** What the verdict of who told all says of the comparison it names, and whether it is so; absent where it names none. */
  said?: Readonly<{ confidence: number; isSo: boolean }>
  /** What became of the pilot offered to whom told all. */
  pilot: PilotFate
}>

type Means = Readonly<{
  catalog: Catalog
  defaults: Defaults
  at: string
  advise: ReturnType<typeof createAdviser>
  rules: ReturnType<typeof rules>
  when: WhenUndecided
}>

const MONTHS = 12

/** Plays one company in one world; the same seed gives the same truth whoever chooses. */
export function play(company: Company, world: World, seed: number, means: Means): Played {
  const random = seeded(seed)
  const hosting = { hosting: world.hosting ?? 'api' } as const
  const misjudged = Math.exp((world.stakesError ?? 0) * normal(random))
  const little: SizingInput = { ...saysLittle(company), ...hosting }
  const known: SizingInput = { ...saysAll(company), ...hosting }
  const told: SizingInput = {
    ...known,
    value: company.value * misjudged,
    'error-cost': company.errorCost * misjudged,
  }
  const truth = truthOf(company, world, random, known, means)
  const best = [...truth.drafts.values()].reduce(
    (top, draft) => {
      const usd = truth.worth(draft)
      return draft.refused === undefined && usd > top.usd ? { id: draft.id, usd } : top
    },
    { id: NOTHING, usd: 0 },
  )
  const stakes = company.volume * MONTHS * (company.value + company.errorCost)
  const loss = (chosen: string, drafts = truth.drafts, paid = 0): Loss => {
    const draft = drafts.get(chosen) ?? truth.drafts.get(chosen)
    const usd = best.usd - (draft ? truth.worth(draft) : 0) + paid
    return { usd, points: (100 * usd) / stakes, chosen }
  }
  const after = (input: SizingInput, advice: Advice) =>
    afterPilot(input, advice, { company, known, truth, random, loss }, means)
  const [withLittle, withAll] = [means.advise(little), means.advise(told)]
  const [littlePilot, allPilot] = [after(little, withLittle), after(told, withAll)]
  const { biggest, cheapest, priceBelow, leader } = means.rules
  return {
    company,
    best,
    outcome: withAll.decision.chosen.outcome,
    ...saidOf(withAll, truth),
    pilot: allPilot.pilot,
    losses: {
      biggest: loss(biggest(company)),
      cheapest: loss(cheapest(company)),
      priceBelow2: loss(priceBelow(company, 2)),
      priceBelow5: loss(priceBelow(company, 5)),
      leader: loss(leader(company)),
      little: loss(followed(withLittle, means.when)),
      all: loss(followed(withAll, means.when)),
      littlePilot: littlePilot.loss,
      allPilot: allPilot.loss,
      expected: loss(highestExpected(withAll)),
    },
  }
}

/** The confidence of a verdict beside the truth of what it is the probability of. */
function saidOf(
  { decision: { chosen } }: Advice,
  { drafts, worth }: TruthOf,
): Pick<Played, 'said'> {
  const doubt = chosen.doubt?.()
  const against = doubt?.against ?? chosen.against()
  if (against === undefined) return {}
  const earns = (id: string | undefined) => {
    const draft = id === undefined ? undefined : drafts.get(id)
    return draft ? worth(draft) : 0
  }
  const own = chosen.outcome === 'none' ? undefined : (doubt?.rival ?? chosen.id)
  const confidence = doubt?.probability ?? chosen.confidence()
  return { said: { confidence, isSo: earns(own) > earns(against) } }
}

type TruthOf = Readonly<{
  drafts: ReadonlyMap<string, Draft>
  /** True share right, 0 to 1. */
  right: (draft: Draft) => number
  /** What an option earns in a year, USD. */
  worth: (draft: Draft) => number
}>

function draftsOf(input: SizingInput, { catalog, defaults, at }: Means) {
  const completed = completeRequest(input, catalog, defaults, 'en')
  if (!completed.ok) throw new Error(completed.problems.map((p) => p.sentence).join(' '))
  const { request, task } = completed
  return new Map(buildDrafts(request, task, catalog, defaults, at).map((d) => [d.id, d]))
}

/** What is true of every option: models by the world, what is made of them by the published evidence and its spread. */
function truthOf(
  company: Company,
  world: World,
  random: Random,
  known: SizingInput,
  means: Means,
): TruthOf {
  const truth = world.truth(company, random)
  const side = 2 * random() - 1
  const noise = new Map<string, number>()
  const drafts = draftsOf(known, means)
  for (const { choice } of drafts.values())
    if (!noise.has(choice)) noise.set(choice, normal(random))
  const right = (draft: Draft): number => {
    const { weights, shift, shiftSd } = drafts.get(draft.id)?.quality ?? draft.quality
    let percent = shift + shiftSd * (noise.get(draft.choice) ?? 0)
    for (const [id, weight] of Object.entries(weights)) {
      const model = means.catalog.model(id)
      if (model) percent += weight * truth(model)
    }
    return Math.min(1, Math.max(0, percent / 100))
  }
  const worth = (draft: Draft): number => {
    const { usdPerRequest: usd } = draft
    if (isUnknown(usd)) return Number.NEGATIVE_INFINITY
    const reach = side < 0 ? usd.central - usd.low : usd.high - usd.central
    const cost = (world.costFactor ?? 1) * (usd.central + side * reach)
    const q = right(draft)
    return company.volume * MONTHS * (q * company.value - (1 - q) * company.errorCost - cost)
  }
  return { drafts, right, worth }
}

type Afterwards = Readonly<{
  company: Company
  known: SizingInput
  truth: TruthOf
  random: Random
  loss: (chosen: string, drafts?: ReadonlyMap<string, Draft>, paid?: number) => Loss
}>

/** Runs the pilot where one is offered, expected to be worth its cost, and its result can be told. */
function afterPilot(
  input: SizingInput,
  advice: Advice,
  { known, truth, random, loss }: Afterwards,
  means: Means,
): Readonly<{ loss: Loss; pilot: PilotFate }> {
  const before = (pilot: PilotFate) => ({ loss: loss(followed(advice, means.when)), pilot })
  const { pilot } = advice
  if (!pilot) return before('none offered')
  if (!paysToMeasure(pilot)) return before('not worth it')
  const [a, b] = pilot.between.map((id) => truth.drafts.get(id))
  const evaluation = a && b && runPilot(pilot, [truth.right(a), truth.right(b)], random)
  if (!evaluation) return before('cannot be told')
  const paid = isUnknown(pilot.usd.value) ? 0 : pilot.usd.value.central
  try {
    const advised = means.advise({ ...input, evaluation })
    const offered = new Set(advised.decision.drafts.flatMap((d) => [d.id, d.model.id]))
    if (!pilot.between.every((id) => offered.has(id))) return before('cannot be told')
    const chosen = followed(advised, means.when)
    return { loss: loss(chosen, draftsOf({ ...known, evaluation }, means), paid), pilot: 'run' }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { loss: loss(followed(advice, means.when), truth.drafts, paid), pilot: 'refused' }
  }
}
