import { analyse, documentTokens } from './analyse.ts'
import type { FieldRule } from './bm25.ts'
import type { Concepts } from './concepts.ts'
import type { Note } from './note.ts'

/** Search fields and their measured weights; questions count in full from eight of them on. */
export const FIELDS = {
  all: { k1: 1.2, b: 0.5, weight: 1 },
  questions_en: { k1: 1.2, b: 0.5, weight: 0.7 },
  questions_ko: { k1: 1.2, b: 0.5, weight: 0.7 },
  concepts: { k1: 1.2, b: 0.3, weight: 0.8 },
} as const satisfies Record<string, FieldRule>

export type Fields = Readonly<Record<keyof typeof FIELDS, readonly string[]>>

/** A note as search fields; `tokensOf` is for callers that know the tokens of some texts already. */
export function fieldsOf(
  note: Note,
  concepts: Concepts,
  tokensOf: (text: string) => readonly string[] = documentTokens,
): Fields {
  const claims = note.claims.flatMap((c) => [c.text_en, c.text_ko])
  const all = [
    note.title,
    note.title_ko,
    ...note.authors,
    String(note.year),
    note.gist_en,
    note.gist_ko,
    ...claims,
    note.body,
  ].join('\n')
  return {
    all: tokensOf(all),
    questions_en: tokensOf(note.questions_en.join('\n')),
    questions_ko: tokensOf(note.questions_ko.join('\n')),
    concepts: [
      ...new Set([
        ...note.concepts,
        ...concepts.in([note.title, note.title_ko, note.gist_en, note.gist_ko].join('\n')),
      ]),
    ],
  }
}

/** A question asked of the same fields. */
export function queryFields(query: string, concepts: Concepts): Fields {
  const tokens = analyse(query, 'query')
  return { all: tokens, questions_en: tokens, questions_ko: tokens, concepts: concepts.in(query) }
}

/** What the vectors are trained on and asked with: words and concepts together, so that both languages meet. */
export function vectorTokens(fields: Fields): string[] {
  return [
    ...fields.all,
    ...fields.questions_en,
    ...fields.questions_ko,
    ...fields.concepts.flatMap((c) => [`#${c}`, `#${c}`]),
  ]
}
