import type { Corpus } from './corpus.ts'
import type { Note } from './note.ts'

/** A paper a question names that no source matches; `known` is the id of one by the same author, if any. */
export type UnknownPaper = Readonly<{ author: string; year: number; known?: string }>

const MENTION =
  /\b([A-Z][A-Za-z'’-]{2,})(?:\s+(?:et al\.?|and|&)\s*(?:[A-Z][A-Za-z'’-]+)?)?,?\s*\(?((?:19|20|21)\d{2})\)?/g
const KOREAN_MENTION =
  /([가-힣]{2,8}|[A-Z][A-Za-z-]{2,})(?:\s*(?:등|외|교수|박사|팀|연구진))?(?:의|이|가|은|는)?\s*\(?((?:19|20|21)\d{2})(?:년)?\)?(?:의|에|년)?\s*(?:논문|연구)/g

/** "Microsoft's 2026 capex" is no paper, "Kaplan's 2020 paper" is. */
const OWNED = /['’]s?$/
const PAPER =
  /^[\s)]*(?:paper|stud(?:y|ies)|preprint|article|report|result|finding|law|survey|work)/i

/** Months, places and words that stand before a year without being an author. */
const NOT_AUTHORS = new Set(
  'January February March April May June July August September October November December Since Until Before After During Around About Late Early Mid The From Year Spring Summer Autumn Winter Monday ISO RFC GPT Claude Gemini Llama Phase Version Windows Act Report Q1 Q2 Q3 Q4 작년 올해 내년 지난 지난해 최근 이번 한국 미국 유럽 국내 해외 관련 같은 다른 무슨 어떤 그때 당시 이후 이전'.split(
    ' ',
  ),
)

/** Papers by author and year. */
export type PaperIndex = Readonly<{
  /** Author-year mentions such as "Kaplan (2031)" that match no source. */
  unknown: (question: string) => UnknownPaper[]
  /** Ids of notes that a question names by title, or by first author and year. */
  named: (question: string) => string[]
}>

type Paper = Readonly<{ id: string; authors: readonly string[]; year: number }>

export function createPaperIndex(corpus: Corpus): PaperIndex {
  const sources = corpus.notes.flatMap((n): Paper[] => [n, ...n.sources])
  // Notes write foreign names in Hangul too, so a Korean name that stands in none of them is unknown.
  const writtenInKorean = (name: string) =>
    corpus.notes.some((n) => n.claims.some((c) => c.text_ko.includes(name)))
  const titles = titlesByBeginning(corpus.notes)
  const notesOfYear = grouped(corpus.notes, (note) => note.year)
  return {
    unknown: (question) =>
      mentionsIn(question)
        .filter(({ author, year }) => !sources.some((s) => s.year === year && wrote(s, author)))
        .filter(({ author }) => /[A-Za-z]/.test(author) || !writtenInKorean(author))
        .map(({ author, year }) => {
          const known = sources.find((s) => wrote(s, author))
          return { author, year, ...(known ? { known: known.id } : {}) }
        }),
    named: (question) => [
      ...new Set(
        pairsOf(question.toLowerCase())
          .flatMap((pair) => titles.get(pair) ?? [])
          .filter(({ name }) => isTitled(name, question))
          .map(({ id }) => id),
      ),
      ...[...new Set(question.match(/\b(?:19|20)\d{2}\b/g))].flatMap((year) =>
        (notesOfYear.get(Number(year)) ?? [])
          .filter((note) => namesBefore(question, note.authors[0] ?? '', year))
          .map((note) => note.id),
      ),
    ],
  }
}

function mentionsIn(question: string): { author: string; year: number }[] {
  return [...question.matchAll(MENTION), ...question.matchAll(KOREAN_MENTION)]
    .filter((m) => !OWNED.test(m[1] ?? '') || PAPER.test(question.slice(m.index + m[0].length)))
    .map((m) => ({ author: (m[1] ?? '').replace(OWNED, ''), year: Number(m[2]) }))
    .filter(({ author }) => !NOT_AUTHORS.has(author))
}

function wrote({ authors }: Paper, author: string): boolean {
  return authors.some((a) => a.toLowerCase().split(/\s+/).includes(author.toLowerCase()))
}

/** Titles of fewer words are also things people talk of. */
const SHORTEST_TITLE = 3

type Title = Readonly<{ id: string; name: string }>

/** Titles by their first two words, so that a question is held against few of many. */
function titlesByBeginning(notes: readonly Note[]): ReadonlyMap<string, readonly Title[]> {
  const titles = notes.flatMap(({ id, title }): Title[] => {
    const name = (title.split(':')[0] ?? '').toLowerCase()
    return name.split(/\s+/).length < SHORTEST_TITLE ? [] : [{ id, name }]
  })
  return grouped(titles, ({ name }) => pairsOf(name)[0] ?? '')
}

function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** Words that stand side by side, without the marks around them. */
function pairsOf(text: string): string[] {
  const words = text.split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}-]/gu, ''))
  return words.slice(1).map((word, i) => `${words[i]} ${word}`)
}

/** True when a title stands in a question, its long words capitalised as in a title. */
function isTitled(name: string, question: string): boolean {
  const at = question.toLowerCase().indexOf(name)
  if (at < 0) return false
  const written = question.slice(at, at + name.length).split(/[\s-]+/)
  return written.every((word) => word.length < LONG_WORD || /^\p{Lu}/u.test(word))
}
const LONG_WORD = 5

/** True when the author stands within one clause before the year. */
function namesBefore(question: string, author: string, year: string): boolean {
  if (author.length <= 2) return false
  const name = author.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`\\b${name}\\b[^.?!]{0,20}\\b${year}\\b`, 'i').test(question)
}
