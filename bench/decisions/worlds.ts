import type { Defaults } from '../../src/catalog/defaults.ts'
import { type Catalog, type Model, TIERS } from '../../src/catalog/types.ts'
import { correlatedDraws } from '../../src/engine/decision/correlated.ts'
import type { Random } from '../../src/engine/random.ts'
import { gapVariance, levelOf } from '../../src/sizing/quality-model.ts'
import type { Company } from './companies.ts'
import type { Family } from './published-families.ts'

/** True share right of every model on one company's own data, percent. */
export type Truth = (model: Model) => number

/** How the truth of a company is drawn, and what else differs from what Rightsize assumes. */
export type World = Readonly<{
  id: string
  title: string
  truth: (company: Company, random: Random) => Truth
  /** What the true cost of every option is multiplied by. */
  costFactor?: number
  /** How far stakes as stated may be off, as a standard deviation of their logarithm. */
  stakesError?: number
  /** Whether options that run on one's own accelerators are open too. */
  hosting?: 'either'
}>

type Means = Readonly<{
  catalog: Catalog
  defaults: Defaults
  /** Families of published scores, and the same with models of 3 billion parameters or more only. */
  families: readonly Family[]
  larger: readonly Family[]
}>

/** A standard normal number (Box and Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

const within = (percent: number) => Math.min(99.5, Math.max(0.5, percent))
const logit = (percent: number) => Math.log(percent / (100 - percent))
const percentOf = (logits: number) => 100 / (1 + Math.exp(-logits))

/** Every world, the well specified first. */
export function worlds({ catalog, defaults, families, larger }: Means): readonly World[] {
  const { level_sd_points: levelSd, cross_vendor_sd_points: vendorSd } = defaults
  const anyModels = [defaults.open_models.small, defaults.open_models.large]
  const open = anyModels.flatMap((id) => catalog.model(id) ?? [])

  /** The truth as the engine takes it to be spread: level of the task, and gaps between models. */
  const assumed = ({ task, ladder }: Company, random: Random): Truth => {
    const models = [...ladder.flatMap((id) => catalog.model(id) ?? []), ...open]
    const columns = models.map(() => Float64Array.of(normal(random)))
    const gaps = correlatedDraws((i, j) => variance(models[i], models[j], task), columns)
    const level = levelSd * normal(random)
    const points = new Map(
      models.map((m, i) => [m.id, levelOf(m, task).percent + level + (gaps[i]?.[0] ?? 0)]),
    )
    return (m) => within(points.get(m.id) ?? levelOf(m, task).percent + level)
  }
  const variance = (a: Model | undefined, b: Model | undefined, task: Company['task']) =>
    a && b ? gapVariance(a, b, task, defaults) : 0

  /** A truth by place on the ladder: scores largest first; models of elsewhere lie at their tier, off by the spread between vendors. */
  const byPlace = ({ ladder }: Company, random: Random, scores: readonly number[]): Truth => {
    const elsewhere = new Map(open.map((m) => [m.id, vendorSd * normal(random)]))
    return (m) => {
      const place = ladder.indexOf(m.id)
      const nearest = Math.min(scores.length - 1, TIERS.indexOf(m.tier))
      return within(
        place >= 0 ? (scores[place] ?? 50) : (scores[nearest] ?? 50) + (elsewhere.get(m.id) ?? 0),
      )
    }
  }
  /** Some sizes of one published family, largest first, as many as the ladder has models. */
  const resampled = (
    { ladder }: Company,
    random: Random,
    from: readonly Family[],
  ): readonly number[] => {
    const family = from[Math.floor(random() * from.length)]
    const scores = [...(family?.scores ?? [])]
    while (scores.length > ladder.length) scores.splice(Math.floor(random() * scores.length), 1)
    return scores
  }
  const tierLevels = ({ task, ladder }: Company) =>
    ladder.map((id) => {
      const model = catalog.model(id)
      return model ? levelOf(model, task).percent : 50
    })
  const middleOf = (values: readonly number[]) =>
    values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length)
  /** Published gaps in logits, moved to the level that the task's own benchmark has. */
  const atTaskLevel = (
    company: Company,
    random: Random,
    from: readonly Family[],
  ): readonly number[] => {
    const scores = resampled(company, random, from).map((s) => logit(within(s)))
    const wanted = logit(within(middleOf(tierLevels(company)) + levelSd * normal(random)))
    return scores.map((s) => percentOf(s - middleOf(scores) + wanted))
  }
  /** The task's own gaps times a factor, around its level. */
  const stretched =
    (factor: number) =>
    (company: Company, random: Random): Truth => {
      const levels = tierLevels(company)
      const [middle, level] = [middleOf(levels), levelSd * normal(random)]
      const scores = levels.map((l) => middle + factor * (l - middle) + level + normal(random))
      return byPlace(company, random, scores)
    }
  const published = (company: Company, random: Random) =>
    byPlace(company, random, atTaskLevel(company, random, larger))
  const harder = (company: Company, random: Random) =>
    byPlace(company, random, resampled(company, random, larger))
  return [
    { id: 'assumed', title: 'as Rightsize assumes', truth: assumed },
    { id: 'published', title: 'published gaps, 3B and larger', truth: published },
    {
      id: 'wide',
      title: 'published gaps, down to 0.1B',
      truth: (company, random) => byPlace(company, random, atTaskLevel(company, random, families)),
    },
    {
      id: 'harder',
      title: 'published scores as they are (harder work)',
      truth: harder,
    },
    { id: 'flat', title: 'size buys nothing', truth: stretched(0) },
    { id: 'steep', title: 'size buys three times as much', truth: stretched(3) },
    { id: 'reversed', title: 'smaller is better', truth: stretched(-1) },
    {
      id: 'tokens',
      title: 'published gaps, twice the tokens told',
      truth: published,
      costFactor: 2,
    },
    {
      id: 'stakes',
      title: 'published gaps, stakes misjudged about threefold',
      truth: published,
      stakesError: Math.log(3),
    },
    {
      id: 'hosting',
      title: 'as Rightsize assumes, own hosting open too',
      truth: assumed,
      hosting: 'either',
    },
    {
      id: 'hosting-published',
      title: 'published gaps, own hosting open too',
      truth: published,
      hosting: 'either',
    },
    {
      id: 'hosting-harder',
      title: 'published scores as they are, own hosting open too',
      truth: harder,
      hosting: 'either',
    },
  ]
}
