import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { spelledNumbers } from '../../eval/spelled-numbers.ts'
import { analyse } from '../../src/retrieval/analyse.ts'
import type { Claim, Note } from '../../src/retrieval/note.ts'

/** Longest run of words (Korean: syllables) that two notes may share before one counts as a copy. */
const SHARED_WORDS = 9
const SHARED_SYLLABLES = 26

/** Figures of gist and body that no claim of the note carries; years and list numbers are no figures. */
export function unsourcedNumbers(note: Note): number[] {
  const carried = new Set(
    [
      note.title,
      note.venue ?? '',
      ...note.claims.flatMap((c) => [
        c.text_en,
        c.text_ko,
        c.boundary ?? '',
        String(c.value ?? ''),
      ]),
    ].flatMap(spelledNumbers),
  )
  return [note.gist_en, note.gist_ko, note.body]
    .flatMap(spelledNumbers)
    .filter((n) => !carried.has(n) && !isYear(n) && !(Number.isInteger(n) && n <= 3))
}

function isYear(n: number): boolean {
  return Number.isInteger(n) && n >= 1980 && n <= 2100
}

/** Questions of one language that share no word with the note's title of that language. */
export function wordsApart(questions: readonly string[], title: string): string[] {
  const own = new Set(analyse(title, 'query'))
  return questions.filter((q) => !analyse(q, 'query').some((word) => own.has(word)))
}

/** Every run of words (Korean: syllables) of a text, to find copies. */
export function runs(text: string): string[] {
  const korean = /[가-힣]/.test(text)
  const units = korean
    ? [...text.replace(/[^가-힣0-9]/g, '')]
    : (text.toLowerCase().match(/[a-z0-9.]+/g) ?? [])
  const length = korean ? SHARED_SYLLABLES : SHARED_WORDS
  return Array.from({ length: Math.max(0, units.length - length + 1) }, (_, i) =>
    units.slice(i, i + length).join(korean ? '' : ' '),
  )
}

/** The figure that a claim's cell points at, and what the claim says; equal at the claim's own digits. */
export function cellOf(claim: Claim, folder: string): { table: number; claim: number } | undefined {
  if (!claim.cell || claim.value === undefined) return undefined
  const { table, where, column, times } = claim.cell
  const rows = parse(readFileSync(`${folder}/${table}`, 'utf8'), { columns: true }) as Record<
    string,
    string
  >[]
  const found = rows.filter((row) => Object.entries(where).every(([k, v]) => row[k] === v))
  if (found.length !== 1)
    throw new Error(`${claim.id}: ${found.length} rows of ${table} fit ${JSON.stringify(where)}.`)
  const read = Number(found[0]?.[column]) * times
  const digits = String(claim.value).replace(/^-?0*\.?0*|\.|e.*$/gi, '').length
  return { table: Number(read.toPrecision(Math.max(1, digits))), claim: claim.value }
}
