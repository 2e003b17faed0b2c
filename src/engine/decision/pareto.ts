/** An option by what it costs and what it gives; quality in any unit, more is better. */
export type Offer = Readonly<{ id: string; usd: number; quality: number }>

/**
 * The offers that no other one beats: none is both as cheap and as good, and better in one of the two.
 * Of twins both stay.
 * Source: Pareto efficiency. Example: ($1, 80 %), ($3, 80 %), ($2, 90 %) leaves the first and the last.
 */
export function paretoSet(offers: readonly Offer[]): ReadonlySet<string> {
  const beaten = (one: Offer) =>
    offers.some(
      (other) =>
        other.usd <= one.usd &&
        other.quality >= one.quality &&
        (other.usd < one.usd || other.quality > one.quality),
    )
  return new Set(offers.filter((one) => !beaten(one)).map((one) => one.id))
}
