/** Share of the dense leg; calibrated for the latent space, never equal weights. */
export const DENSE_WEIGHT = 0.2

/**
 * Fuses keyword and vector scores, each scaled to 0..1 over its own list.
 * @returns document numbers with fused scores, best first
 */
export function fuse(
  keyword: ReadonlyMap<number, number>,
  dense: ReadonlyMap<number, number>,
  weight = DENSE_WEIGHT,
): { document: number; score: number }[] {
  const [k, d] = [scaled(keyword), scaled(dense)]
  const documents = new Set([...keyword.keys(), ...dense.keys()])
  return [...documents]
    .map((document) => ({
      document,
      score: (1 - weight) * (k.get(document) ?? 0) + weight * (d.get(document) ?? 0),
    }))
    .sort((a, b) => b.score - a.score || a.document - b.document)
}

function scaled(scores: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const values = [...scores.values()]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return new Map(
    [...scores].map(([document, score]) => [
      document,
      high === low ? 1 : (score - low) / (high - low),
    ]),
  )
}
