import { documentTokens } from './analyse.ts'
import type { Concepts } from './concepts.ts'
import { type Fields, fieldsOf } from './documents.ts'
import type { Note } from './note.ts'

/** A part of a note that is searched by itself; every note has at least one. */
export type Chunk = Readonly<{
  note: Note
  /** The same note with only what this chunk carries. */
  part: Note
  fields: Fields
}>

/** How long a part of a body may be: about 250 English words. Korean says as much in half the characters. */
const LONGEST = 1700
const LONGEST_KOREAN = 700

/**
 * Notes cut for searching: the first chunk carries title, gists, claims, questions and the beginning of
 * the body; what is left of a long body makes further chunks under the same title.
 */
export function chunksOf(
  notes: readonly Note[],
  concepts: Concepts,
  tokensOf = documentTokens,
): Chunk[] {
  return notes.flatMap((note) =>
    partsOf(note.body).map((body, i): Chunk => {
      const part = i === 0 ? { ...note, body } : continuation(note, body)
      return { note, part, fields: fieldsOf(part, concepts, tokensOf) }
    }),
  )
}

function continuation(note: Note, body: string): Note {
  return { ...note, body, claims: [], questions_en: [], questions_ko: [], gist_en: '', gist_ko: '' }
}

/** A chunk as plain text, which providers of vectors are sent; made when asked for, since few are. */
export function chunkText({ part }: Chunk): string {
  const claims = part.claims.flatMap((c) => [c.text_en, c.text_ko])
  return [part.title, part.title_ko, part.gist_en, part.gist_ko, ...claims, part.body]
    .filter(Boolean)
    .join('\n')
}

/** Cuts a body at headings, then between sentences; each part begins with the last sentence of the one before, where both fit. */
function partsOf(body: string): string[] {
  const longest = /[가-힣]/.test(body) ? LONGEST_KOREAN : LONGEST
  if (body.length <= longest) return [body]
  return body.split(/\n(?=#{1,6} )/).flatMap((section) => {
    const parts: string[] = []
    let part = ''
    let last = ''
    for (const sentence of section.split(/(?<=[.!?。])\s+/)) {
      const fits = (before: string) => before.length + 1 + sentence.length <= longest
      if (part && !fits(part)) {
        parts.push(part)
        part = fits(last) ? last : ''
      }
      part = part ? `${part} ${sentence}` : sentence
      last = sentence
    }
    return [...parts, part]
  })
}
