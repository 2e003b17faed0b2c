import { analyse } from './analyse.ts'
import { type Chunk, chunkText } from './chunks.ts'
import type { Concepts } from './concepts.ts'
import { isAsking, koreanStem } from './korean.ts'
import type { Note } from './note.ts'

/**
 * Tells whether every word of a question stands in some note or in the lexicon. Korean words count whole,
 * without their particles: their pairs of syllables nearly always stand somewhere ("증류" in "증류주").
 */
export function createHearing(
  notes: readonly Note[],
  chunks: readonly Chunk[],
  concepts: Concepts,
): (question: string) => boolean {
  const tokens = new Set(
    chunks.flatMap(({ fields }) => [...fields.all, ...fields.questions_en, ...fields.questions_ko]),
  )
  const stems = new Set([
    ...notes.flatMap(({ questions_ko }) => koreanStems(questions_ko.join('\n'))),
    ...chunks.flatMap((chunk) => koreanStems(chunkText(chunk))),
    ...concepts.words.flatMap(koreanStems),
  ])
  return (question) => {
    const words = analyse(question.normalize('NFKC').replace(/[가-힣]+/g, ' '), 'query')
    const asked = koreanStems(question.normalize('NFKC')).filter((stem) => !isAsking(stem))
    return (
      words.length + asked.length > 0 &&
      words.every((word) => tokens.has(word)) &&
      asked.every((stem) => stems.has(stem))
    )
  }
}

function koreanStems(text: string): string[] {
  return (text.match(/[가-힣]+/g) ?? []).map(koreanStem)
}
