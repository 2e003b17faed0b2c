/** How a field is scored: k1 bends term counts, b pulls long texts down, weight adds fields up. */
export type FieldRule = Readonly<{ k1: number; b: number; weight: number }>

export type Bm25 = Readonly<{
  /** Scores of the documents that share a term with the query, by document number. */
  score: (query: Readonly<Record<string, readonly string[]>>) => ReadonlyMap<number, number>
}>

type Posting = Readonly<{ document: number; count: number }>

/**
 * Fielded BM25: the weighted sum of per-field Okapi scores, idf = ln(1 + (N - n + 0.5) / (n + 0.5)).
 * @param documents per document and field, its tokens
 * @param rules per field; a query gives tokens per field too, so that fields may be asked differently
 */
export function createBm25(
  documents: readonly Readonly<Record<string, readonly string[]>>[],
  rules: Readonly<Record<string, FieldRule>>,
): Bm25 {
  const fields = Object.entries(rules).map(([name, rule]) => ({
    name,
    rule,
    ...indexField(documents.map((d) => d[name] ?? [])),
  }))
  return {
    score: (query) => {
      const scores = new Map<number, number>()
      for (const { name, rule, postings, lengths, meanLength } of fields)
        for (const term of query[name] ?? []) {
          const own = postings.get(term)
          if (!own) continue
          const idf = Math.log(1 + (documents.length - own.length + 0.5) / (own.length + 0.5))
          for (const { document, count } of own) {
            const length = (lengths[document] ?? 0) / (meanLength || 1)
            const saturated =
              (count * (rule.k1 + 1)) / (count + rule.k1 * (1 - rule.b + rule.b * length))
            scores.set(document, (scores.get(document) ?? 0) + rule.weight * idf * saturated)
          }
        }
      return scores
    },
  }
}

function indexField(texts: readonly (readonly string[])[]) {
  const postings = new Map<string, Posting[]>()
  texts.forEach((tokens, document) => {
    const counts = new Map<string, number>()
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
    for (const [token, count] of counts) {
      const own = postings.get(token)
      if (own) own.push({ document, count })
      else postings.set(token, [{ document, count }])
    }
  })
  const lengths = texts.map((t) => t.length)
  return {
    postings,
    lengths,
    meanLength: lengths.reduce((a, b) => a + b, 0) / Math.max(1, texts.length),
  }
}
