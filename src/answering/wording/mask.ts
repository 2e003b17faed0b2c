import type { Language } from '../../language/language.ts'
import type { Segment, Sentence } from '../answer.ts'
import { shownOf } from '../compose/say.ts'
import { stretchesOf } from './numbers.ts'

/** A sentence with numbered placeholders where its figures, names and numbers stand. */
export type Template = Readonly<{
  text: string
  /** What the placeholders stand for, by their number. */
  held: ReadonlyMap<number, Segment>
  /** Source numbers, put back behind the sentence. */
  cites: readonly Segment[]
  /** The reviewed claim that the sentence shows. */
  claim?: string
}>

/** A placeholder in a template. */
export const PLACEHOLDER = /⟦(\d+)⟧/g

/**
 * Masks a sentence. `first` is the number of its first placeholder.
 * @returns undefined for a sentence that cannot be reworded: one of several claims, or with our own brackets in it
 */
export function masked(
  sentence: Sentence,
  language: Language,
  first: number,
): Template | undefined {
  const claims = sentence.flatMap((s) => ('claim' in s ? [s.claim] : []))
  if (claims.length > 1 || /[⟦⟧]/.test(sentence.map(shownOf).join(''))) return undefined
  const held = new Map<number, Segment>()
  const hold = (segment: Segment): string => {
    held.set(first + held.size, segment)
    return `⟦${first + held.size - 1}⟧`
  }
  const words = sentence.map((segment) => {
    if ('cite' in segment) return ''
    if ('text' in segment) return segment.text
    return 'claim' in segment ? maskedClaim(segment, language, hold) : hold(segment)
  })
  return {
    text: words.join('').trim(),
    held,
    cites: sentence.filter((s) => 'cite' in s),
    ...(claims[0] === undefined ? {} : { claim: claims[0] }),
  }
}

function maskedClaim(
  { claim, shown }: Extract<Segment, { claim: string }>,
  language: Language,
  hold: (segment: Segment) => string,
): string {
  let last = 0
  const parts: string[] = []
  for (const stretch of stretchesOf(shown, language)) {
    parts.push(shown.slice(last, stretch.at), hold({ span: claim, shown: stretch.shown }))
    last = stretch.at + stretch.shown.length
  }
  return [...parts, shown.slice(last)].join('')
}

/** Puts figures, names and spans back into reworded text, and the source numbers behind it. */
export function unmasked(reworded: string, template: Template): Sentence {
  const { held, cites, claim } = template
  const of = claim === undefined ? {} : { of: claim }
  // Splitting on a pattern with one group gives words and numbers in turn.
  const segments = reworded.split(PLACEHOLDER).flatMap((part, i): Segment[] => {
    if (i % 2 === 0) return part ? [{ text: part, ...of }] : []
    const segment = held.get(Number(part))
    return segment ? [segment] : []
  })
  return cites.length === 0 ? segments : [...segments, { text: ' ' }, ...cites]
}
