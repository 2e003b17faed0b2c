import { type Scored, strongest } from './strongest.ts'

/** How a field is scored: k1 bends term counts, b pulls long texts down, weight adds fields up. */
export type FieldRule = Readonly<{ k1: number; b: number; weight: number }>

/** Tokens per field; a query may ask each field differently. */
export type FieldTokens = Readonly<Record<string, readonly string[]>>

export type Bm25 = Readonly<{
  /** The best documents that share a term with the query, best first; equal scores in reading order. */
  top: (query: FieldTokens, limit: number) => Scored[]
}>

/** One field's terms, term after term in flat arrays: documents, and what the term adds to the score of each. */
type Postings = Readonly<{
  terms: ReadonlyMap<string, number>
  /** Term t holds the entries from `starts[t]` up to `starts[t + 1]`. */
  starts: Uint32Array
  documents: Uint32Array
  impacts: Float32Array
}>

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
        for (const [word, times] of counted(query[name] ?? [])) {
          const term = postings.terms.get(word)
          if (term === undefined) continue
          const weight = ((K3 + 1) * times) / (K3 + times)
          count = addTo(scores, touched, count, postings, term, weight)
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
  { starts, documents, impacts }: Postings,
  term: number,
  weight: number,
): number {
  const end = starts[term + 1] as number
  let noted = count
  for (let i = starts[term] as number; i < end; i++) {
    const document = documents[i] as number
    const before = scores[document] as number
    if (before === 0) touched[noted++] = document
    scores[document] = before + weight * (impacts[i] as number)
  }
  return noted
}

function indexField(texts: readonly (readonly string[])[], rule: FieldRule): Postings {
  const numbered = numberTerms(texts)
  const { terms, frequencies } = numbered
  const starts = new Uint32Array(terms.size + 1)
  for (let t = 0; t < terms.size; t++)
    starts[t + 1] = (starts[t] as number) + (frequencies[t] as number)
  const documents = new Uint32Array(starts[terms.size] as number)
  const impacts = new Float32Array(documents.length)
  const ends = starts.slice()
  let at = 0
  texts.forEach((tokens, document) => {
    for (const last = at + tokens.length; at < last; at++) {
      const term = numbered.tokens[at] as number
      const end = ends[term] as number
      if (end > (starts[term] as number) && documents[end - 1] === document)
        impacts[end - 1] = (impacts[end - 1] as number) + 1
      else {
        documents[end] = document
        impacts[end] = 1
        ends[term] = end + 1
      }
    }
  })
  const postings = { terms, starts, documents, impacts }
  weigh(postings, texts, rule)
  return postings
}

type NumberedTerms = Readonly<{
  terms: ReadonlyMap<string, number>
  /** The term of every token, text after text. */
  tokens: Uint32Array
  /** In how many texts each term stands. */
  frequencies: readonly number[]
}>

function numberTerms(texts: readonly (readonly string[])[]): NumberedTerms {
  const terms = new Map<string, number>()
  const tokens = new Uint32Array(texts.reduce((sum, t) => sum + t.length, 0))
  const frequencies: number[] = []
  const seenIn: number[] = []
  let at = 0
  texts.forEach((text, document) => {
    for (const token of text) {
      const term = terms.get(token) ?? terms.size
      if (term === terms.size) {
        terms.set(token, term)
        frequencies.push(0)
        seenIn.push(-1)
      }
      tokens[at++] = term
      if (seenIn[term] === document) continue
      seenIn[term] = document
      frequencies[term] = (frequencies[term] as number) + 1
    }
  })
  return { terms, tokens, frequencies }
}

/** Turns the counts that stand in `impacts` into what they add to a score. */
function weigh(
  { terms, starts, documents, impacts }: Postings,
  texts: readonly (readonly string[])[],
  { k1, b, weight }: FieldRule,
): void {
  const meanLength = texts.reduce((sum, t) => sum + t.length, 0) / Math.max(1, texts.length) || 1
  const damping = texts.map((t) => k1 * (1 - b + (b * t.length) / meanLength))
  for (let term = 0; term < terms.size; term++) {
    const [start, end] = [starts[term] as number, starts[term + 1] as number]
    const n = end - start
    const idf = Math.log(1 + (texts.length - n + 0.5) / (n + 0.5))
    for (let i = start; i < end; i++) {
      const [count, damped] = [impacts[i] as number, damping[documents[i] as number] as number]
      impacts[i] = (weight * idf * count * (k1 + 1)) / (count + damped)
    }
  }
}
