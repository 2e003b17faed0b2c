/** A document and how well it fits. */
export type Scored = Readonly<{ document: number; score: number }>

/** The `limit` highest of the candidates' scores, best first; equal ones in reading order. A full sort only of those that reach the limit-th. */
export function strongest(scores: Float64Array, candidates: Uint32Array, limit: number): Scored[] {
  const floor =
    candidates.length <= limit ? Number.NEGATIVE_INFINITY : limitth(scores, candidates, limit)
  const found: Scored[] = []
  for (let i = 0; i < candidates.length; i++) {
    const document = candidates[i] as number
    const score = scores[document] as number
    if (score >= floor) found.push({ document, score })
  }
  return found.sort((a, b) => b.score - a.score || a.document - b.document).slice(0, limit)
}

/** The limit-th highest score, by a heap of `limit` values whose smallest lies on top. */
function limitth(scores: Float64Array, candidates: Uint32Array, limit: number): number {
  const heap = new Float64Array(limit).fill(Number.NEGATIVE_INFINITY)
  for (let i = 0; i < candidates.length; i++) {
    const score = scores[candidates[i] as number] as number
    if (score <= (heap[0] as number)) continue
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= limit) break
      if (child + 1 < limit && (heap[child + 1] as number) < (heap[child] as number)) child++
      if ((heap[child] as number) >= score) break
      heap[at] = heap[child] as number
      at = child
    }
    heap[at] = score
  }
  return heap[0] as number
}
