import { analyse, documentTokens } from './analyse.ts'
import { type Bm25, createBm25 } from './bm25.ts'
import type { Corpus } from './corpus.ts'
import type { Claim } from './note.ts'

/** How well each claim fits a question, 0 to 1 against the best one; claims that share no word are absent. */
export type ClaimSearch = (question: string) => ReadonlyMap<string, number>

/** Claims are short: length hardly matters, and a word said twice says little more. */
const RULE = { k1: 0.8, b: 0.4, weight: 1 }
const MOST = 400

/** Keyword search among the claims of all notes, in both languages at once. */
export function createClaimSearch(corpus: Corpus, tokensOf = documentTokens): ClaimSearch {
  const claims = corpus.notes.flatMap((note) => note.claims)
  const texts = claims.map((c) => ({
    text: tokensOf([c.text_en, c.text_ko, c.boundary ?? ''].join('\n')),
  }))
  return searchAmong(claims, createBm25(texts, { text: RULE }))
}

/** In a function of its own, since what it returns lives long and must not hold on to the tokens. */
function searchAmong(claims: readonly Claim[], bm25: Bm25): ClaimSearch {
  return (question) => {
    const found = bm25.top({ text: analyse(question, 'query') }, MOST)
    const best = found[0]?.score ?? 1
    return new Map(
      found.flatMap(({ document, score }) => {
        const claim = claims[document]
        return claim ? [[claim.id, score / best] as const] : []
      }),
    )
  }
}
