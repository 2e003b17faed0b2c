import { englishTokens } from './english.ts'
import { koreanTokens } from './korean.ts'

/** Changes whenever tokens would; part of the key of a stored index. */
export const ANALYSER_VERSION = '3'

/** A number whose unit stands behind it without a space: "47Wh" is searched as "47 Wh". */
const UNIT_AT_NUMBER =
  /(?<![a-z\d.-])\d[\d.]*(?=(?:[kmgt]?wh|[kmg]?w|ml|l|g|kg|t|mt|km|ms|gb|tb|usd|eur|krw)(?![a-z\d]))/g

/** The tokens of a note's text. */
export function documentTokens(text: string): string[] {
  return analyse(text, 'document')
}

/**
 * Text to search tokens, the same for notes and questions but for stop words: compatibility forms
 * folded, lower case, thousands separators dropped, Latin stemmed, Korean cut to bigrams.
 */
export function analyse(text: string, use: 'query' | 'document'): string[] {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(UNIT_AT_NUMBER, '$& ')
  return (folded.match(/[가-힣]+|[^가-힣]+/g) ?? []).flatMap((run) =>
    /[가-힣]/.test(run) ? koreanTokens(run) : englishTokens(run, use),
  )
}
