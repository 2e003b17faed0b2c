/** Relevance grades by document id. */
export type Relevant = ReadonlyMap<string, number>

/** Normalised discounted cumulative gain of the first k, with gain = grade and discount log2(rank + 1); 0 to 1. */
export function ndcg(ranked: readonly string[], relevant: Relevant, k: number): number {
  const gain = (grades: readonly number[]) =>
    grades.slice(0, k).reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0)
  const ideal = gain([...relevant.values()].sort((a, b) => b - a))
  return ideal === 0 ? 0 : gain(ranked.map((id) => relevant.get(id) ?? 0)) / ideal
}

/** Share of the relevant documents among the first k. */
export function recall(ranked: readonly string[], relevant: Relevant, k: number): number {
  const found = ranked.slice(0, k).filter((id) => relevant.has(id)).length
  return relevant.size === 0 ? 0 : found / relevant.size
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Where any of several equally good documents comes: the best placed counts, against one in the first place. */
export function rankOf(
  ranked: readonly string[],
  wanted: readonly string[],
): { recall5: number; ndcg10: number } {
  const best = ranked.find((id) => wanted.includes(id))
  const relevant = new Map(best === undefined ? [['none', 1]] : [[best, 1]])
  return { recall5: recall(ranked, relevant, 5), ndcg10: ndcg(ranked, relevant, 10) }
}
