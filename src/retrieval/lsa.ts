/** A latent space learned from the corpus itself; the same corpus always gives the same space. */
export type LatentSpace = Readonly<{
  dimensions: number
  /** Unit vectors of the documents it was trained on. */
  documents: readonly (readonly number[])[]
  /** Folds any tokens into the space as a unit vector; all zeros when no token is known. */
  embed: (tokens: readonly string[]) => number[]
}>

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
  const rows = found.map((counts) => weighted(counts, idf))
  const wanted = Math.max(1, Math.min(dimensions, texts.length - 1))
  const gram = rows.map((a) => rows.map((b) => dot(a, b)))
  const { vectors, values } = leading(gram, wanted)
  const project = (similarities: readonly number[]) =>
    unit(
      vectors.map(
        (v, i) =>
          sum(v.map((x, d) => x * (similarities[d] ?? 0))) /
          Math.sqrt(Math.max(values[i] ?? 0, 1e-12)),
      ),
    )
  return {
    dimensions: wanted,
    documents: gram.map((similarities) => project(similarities)),
    embed: (tokens) => {
      const query = weighted(countKnown(tokens, terms), idf)
      return query.size === 0
        ? new Array<number>(wanted).fill(0)
        : project(rows.map((row) => dot(row, query)))
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

function dot(a: Sparse, b: Sparse): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let total = 0
  for (const [term, weight] of few) total += weight * (many.get(term) ?? 0)
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
    vectors = orthonormal(
      vectors.map((v) => matrix.map((row) => sum(row.map((x, d) => x * (v[d] ?? 0))))),
    )
  const values = vectors.map((v) =>
    sum(matrix.map((row, r) => (v[r] ?? 0) * sum(row.map((x, d) => x * (v[d] ?? 0))))),
  )
  return { vectors, values }
}

function orthonormal(vectors: readonly number[][]): number[][] {
  const done: number[][] = []
  for (const vector of vectors) {
    let rest = vector
    for (const other of done) {
      const along = sum(rest.map((x, d) => x * (other[d] ?? 0)))
      rest = rest.map((x, d) => x - along * (other[d] ?? 0))
    }
    done.push(unit(rest))
  }
  return done
}

function unit(vector: readonly number[]): number[] {
  const norm = Math.sqrt(sum(vector.map((x) => x * x))) || 1
  return vector.map((x) => x / norm)
}

function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}
