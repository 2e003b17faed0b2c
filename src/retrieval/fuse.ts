import type { Scored } from './strongest.ts'

/**
 * Fuses keyword and vector scores, each scaled to 0..1 over its own list.
 * @param weight share of the vectors, 0 to 1
 * @returns document numbers with fused scores, best first
 */
export function fuse(
  keyword: readonly Scored[],
  dense: readonly Scored[],
  weight: number,
): Scored[] {
  const [k, d] = [scaled(keyword), scaled(dense)]
  return [...new Set([...k.keys(), ...d.keys()])]
    .map((document) => ({
      document,
      score: (1 - weight) * (k.get(document) ?? 0) + weight * (d.get(document) ?? 0),
    }))
    .sort((a, b) => b.score - a.score || a.document - b.document)
}

function scaled(list: readonly Scored[]): ReadonlyMap<number, number> {
  const values = list.map(({ score }) => score)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return new Map(
    list.map(({ document, score }) => [document, high === low ? 1 : (score - low) / (high - low)]),
  )
}
