import type { Corpus } from './corpus.ts'

/** A paper a question names that no source matches; `known` is the id of one by the same author, if any. */
export type UnknownPaper = Readonly<{ author: string; year: number; known?: string }>

const MENTION =
  /\b([A-Z][A-Za-z'’-]{2,})(?:\s+(?:et al\.?|and|&)\s*(?:[A-Z][A-Za-z'’-]+)?)?,?\s*\(?((?:19|20|21)\d{2})\)?/g
const KOREAN_MENTION =
  /([가-힣]{2,8}|[A-Z][A-Za-z-]{2,})(?:\s*(?:등|외))?(?:의|이|가)?\s*\(?((?:19|20|21)\d{2})(?:년)?\)?(?:의|에|년)?\s*(?:논문|연구)/g

/** Months, places and words that stand before a year without being an author. */
const NOT_AUTHORS = new Set(
  'January February March April May June July August September October November December Since Until Before After During Around About Late Early Mid The From Year Spring Summer Autumn Winter Monday ISO RFC GPT Claude Gemini Llama Phase Version Windows Act Report Q1 Q2 Q3 Q4'.split(
    ' ',
  ),
)

/** Author-year mentions such as "Kaplan (2031)" that match no source of the corpus. */
export function unknownPapers(question: string, corpus: Corpus): UnknownPaper[] {
  const mentions = [...question.matchAll(MENTION), ...question.matchAll(KOREAN_MENTION)].map(
    (m) => ({ author: m[1] ?? '', year: Number(m[2]) }),
  )
  const sources = corpus.notes.flatMap((n) => [
    { id: n.id, authors: n.authors, year: n.year },
    ...n.sources,
  ])
  return mentions
    .filter(({ author }) => !NOT_AUTHORS.has(author))
    .filter(({ author, year }) => !sources.some((s) => s.year === year && names(s.authors, author)))
    .filter(({ author, year }) => /[A-Za-z]/.test(author) || year > 2026)
    .map(({ author, year }) => {
      const known = sources.find((s) => names(s.authors, author))
      return { author, year, ...(known ? { known: known.id } : {}) }
    })
}

function names(authors: readonly string[], author: string): boolean {
  return authors.some((a) => a.toLowerCase().split(/\s+/).includes(author.toLowerCase()))
}

/** Ids of notes whose author and year a question names, in reading order. */
export function namedPapers(question: string, corpus: Corpus): string[] {
  return corpus.notes
    .filter((note) => {
      const [first = ''] = note.authors
      return (
        first.length > 2 &&
        new RegExp(
          `\\b${first.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b[^.?!]{0,20}\\b${note.year}\\b`,
          'i',
        ).test(question)
      )
    })
    .map((note) => note.id)
}
