import { type Scored, strongest } from './strongest.ts'

/** How a field is scored: k1 bends term counts, b pulls long texts down, weight adds fields up. */
export type FieldRule = Readonly<{ k1: number; b: number; weight: number }>

/** Tokens per field; a query may ask each field differently. */
export type FieldTokens = Readonly<Record<string, readonly string[]>>

export type Bm25 = Readonly<{
  /** The best documents that share a term with the query, best first; equal scores in reading order. */
  top: (query: FieldTokens, limit: number) => Scored[]
}>

/** A term's documents in one field and what it adds to the score of each. */
type Postings = Readonly<{ documents: Uint32Array; impacts: Float32Array }>

/** Bends the weight of words that a query repeats: twice said counts 1.6 times. */
const K3 = 3

/**
 * Fielded BM25: the weighted sum of per-field Okapi scores, idf = ln(1 + (N - n + 0.5) / (n + 0.5)),
 * times (k3 + 1) q / (k3 + q) for a term that stands q times in the query (Robertson and Walker 1999).
 * What a term adds to a document does not depend on the query, so it is computed once.
 */
export function createBm25(
  documents: readonly FieldTokens[],
  rules: Readonly<Record<string, FieldRule>>,
): Bm25 {
  const fields = Object.entries(rules).map(([name, rule]) => ({
    name,
    postings: indexField(
      documents.map((d) => d[name] ?? []),
      rule,
    ),
  }))
  const scores = new Float64Array(documents.length)
  const touched = new Uint32Array(documents.length)
  return {
    top: (query, limit) => {
      let count = 0
      for (const { name, postings } of fields)
        for (const [term, times] of counted(query[name] ?? [])) {
          const found = postings.get(term)
          if (found) count = addTo(scores, touched, count, found, ((K3 + 1) * times) / (K3 + times))
        }
      const reached = touched.subarray(0, count)
      const best = strongest(scores, reached, limit)
      for (let i = 0; i < count; i++) scores[reached[i] as number] = 0
      return best
    },
  }
}

function counted(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}

/** Adds a term's impacts; documents without a score before are noted, and their new number is returned. */
function addTo(
  scores: Float64Array,
  touched: Uint32Array,
  count: number,
  { documents, impacts }: Postings,
  weight: number,
): number {
  let noted = count
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i] as number
    const before = scores[document] as number
    if (before === 0) touched[noted++] = document
    scores[document] = before + weight * (impacts[i] as number)
  }
  return noted
}

function indexField(
  texts: readonly (readonly string[])[],
  { k1, b, weight }: FieldRule,
): ReadonlyMap<string, Postings> {
  const found = new Map<string, { documents: number[]; counts: number[] }>()
  texts.forEach((tokens, document) => {
    for (const token of tokens) {
      const own = found.get(token)
      if (!own) {
        found.set(token, { documents: [document], counts: [1] })
        continue
      }
      const last = own.counts.length - 1
      if (own.documents[last] === document) own.counts[last] = (own.counts[last] as number) + 1
      else {
        own.documents.push(document)
        own.counts.push(1)
      }
    }
  })
  const meanLength = texts.reduce((sum, t) => sum + t.length, 0) / Math.max(1, texts.length) || 1
  const damping = texts.map((t) => k1 * (1 - b + (b * t.length) / meanLength))
  const postings = new Map<string, Postings>()
  for (const [term, { documents, counts }] of found) {
    const n = documents.length
    const idf = Math.log(1 + (texts.length - n + 0.5) / (n + 0.5))
    const impacts = new Float32Array(n)
    for (let i = 0; i < n; i++) {
      const [count, damped] = [counts[i] as number, damping[documents[i] as number] as number]
      impacts[i] = (weight * idf * count * (k1 + 1)) / (count + damped)
    }
    postings.set(term, { documents: new Uint32Array(documents), impacts })
  }
  return postings
}
