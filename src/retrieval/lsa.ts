import { seeded } from '../engine/random.ts'
import { orthonormalise, type SparseRows, times, transposeTimes } from './sparse.ts'

/** A latent space learned from the corpus itself; the same corpus always gives the same space. */
export type LatentSpace = Readonly<{
  dimensions: number
  /** Row of each term that the space knows. */
  terms: ReadonlyMap<string, number>
  /** One row of `dimensions` numbers a term: its place in the space times its rarity (idf). */
  basis: Float32Array
}>

/** Texts that a space is learned from; of a longer list an even sample, the rest is folded in. */
const SAMPLE = 4000
/** Rounds of the subspace iteration; more move the space by less than it matters. */
const ROUNDS = 8
const SEED = 20261128

/**
 * Latent semantic analysis: the leading right singular vectors of the texts' tf-idf matrix, as a
 * subspace found by orthogonal iteration from a seeded start (Halko et al. 2011, algorithm 4.4).
 * Cosines depend on the subspace alone, so its vectors are not rotated to singular ones.
 * @param dimensions wanted; at most one less than the number of texts
 */
export function trainLatentSpace(
  texts: readonly (readonly string[])[],
  dimensions: number,
): LatentSpace {
  const sample = evenSample(texts)
  const terms = new Map<string, number>()
  const counted = sample.map((tokens) => countTerms(tokens, terms))
  const seen = new Float64Array(terms.size)
  for (const counts of counted)
    for (const term of counts.keys()) seen[term] = (seen[term] as number) + 1
  const idf = seen.map((n) => Math.log((1 + sample.length) / (1 + n)) + 1)
  const rows = sparseRows(counted, idf)
  const wanted = Math.max(1, Math.min(dimensions, sample.length - 1))
  const random = seeded(SEED)
  let left: Float64Array = Float64Array.from(
    { length: sample.length * wanted },
    () => random() - 0.5,
  )
  for (let round = 0; round < ROUNDS; round++) {
    left = times(rows, transposeTimes(rows, left, wanted, terms.size), wanted)
    orthonormalise(left, wanted)
  }
  const right = transposeTimes(rows, left, wanted, terms.size)
  orthonormalise(right, wanted)
  const basis = Float32Array.from(right, (x, i) => x * (idf[Math.floor(i / wanted)] as number))
  return { dimensions: wanted, terms, basis }
}

/** Folds tokens into a space as a unit vector; all zeros when no token is known. */
export function embed(space: LatentSpace, tokens: readonly string[]): Float32Array {
  const { dimensions, terms, basis } = space
  const counts = new Map<number, number>()
  for (const token of tokens) {
    const term = terms.get(token)
    if (term !== undefined) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  const vector = new Float32Array(dimensions)
  for (const [term, count] of counts) {
    const weight = damped(count)
    for (let d = 0; d < dimensions; d++)
      vector[d] = (vector[d] as number) + weight * (basis[term * dimensions + d] as number)
  }
  const norm = Math.hypot(...vector) || 1
  return vector.map((x) => x / norm)
}

function evenSample<T>(items: readonly T[]): readonly T[] {
  if (items.length <= SAMPLE) return items
  return Array.from(
    { length: SAMPLE },
    (_, i) => items[Math.floor((i * items.length) / SAMPLE)] as T,
  )
}

function countTerms(tokens: readonly string[], terms: Map<string, number>): Map<number, number> {
  const counts = new Map<number, number>()
  for (const token of tokens) {
    const term = terms.get(token) ?? terms.size
    terms.set(token, term)
    counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return counts
}

function damped(count: number): number {
  return 1 + Math.log(count)
}

/** Damped counts times idf, each row of unit length. */
function sparseRows(counted: readonly Map<number, number>[], idf: Float64Array): SparseRows {
  const size = counted.reduce((sum, counts) => sum + counts.size, 0)
  const rows = {
    starts: new Uint32Array(counted.length + 1),
    columns: new Uint32Array(size),
    values: new Float64Array(size),
  }
  let at = 0
  counted.forEach((counts, row) => {
    const weights = [...counts].map(([term, n]) => [term, damped(n) * (idf[term] ?? 0)] as const)
    const norm = Math.hypot(...weights.map(([, weight]) => weight)) || 1
    for (const [term, weight] of weights) {
      rows.columns[at] = term
      rows.values[at++] = weight / norm
    }
    rows.starts[row + 1] = at
  })
  return rows
}
