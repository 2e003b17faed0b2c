import type { Range } from '../range.ts'

/** What the rule needs to know of an option. */
export type Contender = Readonly<{
  id: string
  /** All-in USD per request. */
  usdPerRequest: Range
  /** Expected share right, in percent. */
  quality: number
  /** What choosing it means; two options of one kind do not keep each other undecided. */
  kind: string
  /** Needs money or work up front (fine-tune, distil, self-host): it must clear the bar, doubt does not keep it alive. */
  upFront: boolean
}>

export type Standing = Readonly<{
  id: string
  /** Smallest probability of beating a cheaper option; 1 for the cheapest. */
  probability: number
}>

/** The dearer option that comes nearest to being chosen, and the cheaper one it beats too seldom for that. */
export type Doubt = Readonly<{
  rival: string
  against: string
  /** That the rival earns more, 0 to 1; below the bar. */
  probability: number
}>

export type Chosen = Readonly<{
  /** Option the rule settles on; absent when nothing is worth doing. */
  id?: string
  outcome: 'settled' | 'undecided' | 'none'
  /** Probability behind the outcome, 0 to 1; worked out when asked for. */
  confidence: () => number
  /** Whom the option found is that likely to earn more than; of the outcome none, whom doing nothing is. */
  against: () => string | undefined
  /** What keeps the outcome undecided; absent of the others. */
  doubt?: () => Doubt
  /** Every contender with its probability, cheapest first; worked out when asked for. */
  standings: () => readonly Standing[]
}>

/**
 * Benefit before price. A dearer option is chosen only when, against every cheaper one, the
 * probability that its uplift is worth the extra cost reaches `bar`; of those the most accurate is
 * taken. A dearer option of another kind that is more likely than not to be worth it, but below the
 * bar, makes the outcome undecided. When even the chosen option probably loses money, the outcome is none.
 *
 * Raising the stakes never moves the choice to a less accurate option, because every pairwise
 * probability grows with them.
 *
 * @param beats probability that one option earns more than another, 0 to 1; lower where `least` is out of reach
 * @param profitable probability that an option earns more than it costs, 0 to 1
 */
export function chooseOption(
  contenders: readonly Contender[],
  beats: (one: string, other: string, least?: number) => number,
  bar: number,
  profitable: (id: string) => number,
): Chosen {
  const byPrice = [...contenders].sort((a, b) => a.usdPerRequest.central - b.usdPerRequest.central)
  const byQuality = [...byPrice].sort((a, b) => b.quality - a.quality)
  const cheaperThan = (one: Contender) => byPrice.slice(0, byPrice.indexOf(one))
  /** The cheaper option that it beats least often. */
  const closest = (one: Contender): Opponent =>
    cheaperThan(one)
      .map(({ id }): Opponent => ({ id, probability: beats(one.id, id) }))
      .reduce((least, other) => (other.probability < least.probability ? other : least), {
        probability: 1,
      })
  const standings = () =>
    byPrice.map((one) => ({ id: one.id, probability: closest(one).probability }))
  // The first that qualifies is the most accurate; accurate cheaper options are the likeliest to rule one out.
  const chosen = byQuality.find((one) => {
    const cheaper = cheaperThan(one)
    return byQuality.every(
      (other) => !cheaper.includes(other) || beats(one.id, other.id, bar) >= bar,
    )
  })
  if (!chosen) return { outcome: 'none', confidence: () => 1, against: () => undefined, standings }
  const profit = profitable(chosen.id)
  if (profit < 0.5)
    return { outcome: 'none', confidence: () => 1 - profit, against: () => chosen.id, standings }
  const rivals = byPrice
    .slice(byPrice.indexOf(chosen) + 1)
    .filter((one) => !one.upFront && one.kind !== chosen.kind)
  const likeliest = (least: number): Opponent =>
    rivals.reduce<Opponent>(
      (top, { id }) => {
        const probability = beats(id, chosen.id, Math.max(least, top.probability))
        return probability > top.probability ? { id, probability } : top
      },
      { probability: least },
    )
  const weakest = (): Opponent => {
    const [cheaper, dearer] = [closest(chosen), likeliest(0)]
    const kept = 1 - dearer.probability
    return cheaper.probability <= kept && cheaper.id !== undefined
      ? cheaper
      : { ...dearer, probability: kept }
  }
  const found = {
    id: chosen.id,
    confidence: () => weakest().probability,
    against: () => weakest().id,
    standings,
  }
  if (likeliest(0.5).id === undefined) return { ...found, outcome: 'settled' }
  const doubt = (): Doubt =>
    rivals
      .filter((one) => beats(one.id, chosen.id) > 0.5)
      .map((one): Doubt => {
        const { id: against = chosen.id, probability } = closest(one)
        return { rival: one.id, against, probability }
      })
      .reduce((nearest, other) => (other.probability > nearest.probability ? other : nearest))
  return { ...found, outcome: 'undecided', doubt }
}

/** Another option, and the probability of the comparison with it. */
type Opponent = Readonly<{ id?: string; probability: number }>
