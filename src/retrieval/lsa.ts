/** A latent space learned from the corpus itself; the same corpus always gives the same space. */
export type LatentSpace = Readonly<{
  dimensions: number
  /** Unit vectors of the documents it was trained on. */
  documents: readonly (readonly number[])[]
  /** Folds any tokens into the space as a unit vector; all zeros when no token is known. */
  embed: (tokens: readonly string[]) => number[]
}>

/** Weights by term number. */
type Sparse = ReadonlyMap<number, number>

/**
 * Latent semantic analysis: the leading eigenvectors of the documents' tf-idf Gram matrix, found by
 * orthogonal iteration from a fixed start.
 * @param dimensions wanted; at most one less than the number of documents
 */
export function trainLatentSpace(
  texts: readonly (readonly string[])[],
  dimensions: number,
): LatentSpace {
  const terms = new Map<string, number>()
  const found = texts.map((tokens) => countTerms(tokens, terms))
  const seen = new Float64Array(terms.size)
  for (const counts of found) for (const term of counts.keys()) seen[term] = (seen[term] ?? 0) + 1
  const idf = seen.map((n) => Math.log((1 + texts.length) / (1 + n)) + 1)
  const rows = found.map((counts) => dense(weighted(counts, idf), terms.size))
  const wanted = Math.max(1, Math.min(dimensions, texts.length - 1))
  const gram = gramOf(rows)
  const { vectors, values } = leading(gram, wanted)
  const project = (similarities: readonly number[]) =>
    unit(vectors.map((v, i) => inner(v, similarities) / Math.sqrt(Math.max(values[i] ?? 0, 1e-12))))
  return {
    dimensions: wanted,
    documents: gram.map((similarities) => project(similarities)),
    embed: (tokens) => {
      const query = weighted(countKnown(tokens, terms), idf)
      return query.size === 0
        ? new Array<number>(wanted).fill(0)
        : project(rows.map((row) => dot(query, row)))
    },
  }
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

function countKnown(
  tokens: readonly string[],
  terms: ReadonlyMap<string, number>,
): Map<number, number> {
  const counts = new Map<number, number>()
  for (const token of tokens) {
    const term = terms.get(token)
    if (term !== undefined) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return counts
}

/** Damped counts times idf, unit length. */
function weighted(counts: ReadonlyMap<number, number>, idf: Float64Array): Sparse {
  const raw = [...counts].map(
    ([term, count]) => [term, (1 + Math.log(count)) * (idf[term] ?? 0)] as const,
  )
  const norm = Math.sqrt(sum(raw.map(([, w]) => w * w))) || 1
  return new Map(raw.map(([term, w]) => [term, w / norm]))
}

function dense(weights: Sparse, length: number): Float64Array {
  const row = new Float64Array(length)
  for (const [term, weight] of weights) row[term] = weight
  return row
}

/** How alike every two rows are. */
function gramOf(rows: readonly Float64Array[]): number[][] {
  const half = rows.map((row, i) => rows.slice(0, i + 1).map((other) => alike(row, other)))
  return rows.map((_, i) => rows.map((_, j) => half[Math.max(i, j)]?.[Math.min(i, j)] ?? 0))
}

function alike(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let term = 0; term < a.length; term++) total += (a[term] ?? 0) * (b[term] ?? 0)
  return total
}

function dot(weights: Sparse, row: Float64Array): number {
  let total = 0
  for (const [term, weight] of weights) total += weight * (row[term] ?? 0)
  return total
}

/** Enough iterations for the spaces we train; later ones move vectors by less than they matter. */
const ITERATIONS = 30

function leading(
  matrix: readonly (readonly number[])[],
  count: number,
): { vectors: number[][]; values: number[] } {
  const n = matrix.length
  let vectors = Array.from({ length: count }, (_, i) =>
    Array.from({ length: n }, (_, d) => Math.sin(1 + i * 7.13 + d * (i + 1) * 1.37)),
  )
  for (let i = 0; i < ITERATIONS; i++)
    vectors = orthonormal(vectors.map((v) => matrix.map((row) => inner(row, v))))
  const values = vectors.map((v) =>
    inner(
      v,
      matrix.map((row) => inner(row, v)),
    ),
  )
  return { vectors, values }
}

function orthonormal(vectors: readonly number[][]): number[][] {
  const done: number[][] = []
  for (const vector of vectors) {
    let rest = vector
    for (const other of done) {
      const along = inner(rest, other)
      rest = rest.map((x, d) => x - along * (other[d] ?? 0))
    }
    done.push(unit(rest))
  }
  return done
}

function unit(vector: readonly number[]): number[] {
  const norm = Math.sqrt(inner(vector, vector)) || 1
  return vector.map((x) => x / norm)
}

function inner(a: readonly number[], b: readonly number[]): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0)
  return total
}

function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}
