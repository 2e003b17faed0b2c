import type { Estimate } from '../../engine/estimate.ts'
import { type FigureStyle, showFigure } from '../../language/figures.ts'
import { josa } from '../../language/josa.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Citation, Segment, Sentence } from '../answer.ts'

/** A figure segment that says what its estimate is. */
export function figure(
  estimate: Estimate,
  language: Language,
  style: FigureStyle = 'full',
): Segment {
  return {
    figure: estimate.id,
    shown: showFigure(estimate, language, style),
    says: {
      quantity: estimate.quantity,
      unit: estimate.unit,
      ...(estimate.subject === undefined ? {} : { subject: estimate.subject }),
    },
  }
}

/** What fills the slots of a template: a name, a figure, or several pieces in a row. */
export type Slots = Readonly<Record<string, string | Segment | readonly Segment[]>>

/**
 * Fills a bilingual template. `{slot}` takes a value; in Korean `{slot:을/를}` adds the particle that
 * fits it. Plain strings become names; the template's own words must not hold figures.
 */
export function say(template: Bilingual, language: Language, slots: Slots = {}): Sentence {
  const segments: Segment[] = []
  let last = 0
  for (const match of template[language].matchAll(/\{([\w-]+)(?::([^}]+))?\}/g)) {
    pushText(segments, template[language].slice(last, match.index))
    last = match.index + match[0].length
    const value = slots[match[1] ?? '']
    if (value === undefined)
      throw new Error(`The template "${template.en}" needs a value for ${match[1]}.`)
    const pieces: readonly Segment[] =
      typeof value === 'string' ? [{ name: value }] : isList(value) ? value : [value]
    segments.push(...pieces)
    if (match[2]) pushText(segments, josa(pieces.map(shownOf).join(''), match[2]))
  }
  pushText(segments, template[language].slice(last))
  return segments
}

/** The words of a segment as a reader sees them. */
export function shownOf(segment: Segment): string {
  if ('text' in segment) return segment.text
  if ('name' in segment) return segment.name
  if ('cite' in segment) return `[${segment.cite}]`
  return segment.shown
}

/** A word as it begins a sentence. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Appends source numbers to a sentence. */
export function cited(sentence: Sentence, cites: readonly number[]): Sentence {
  return cites.length === 0
    ? sentence
    : [...sentence, { text: ' ' }, ...cites.map((cite) => ({ cite }))]
}

function isList(value: Segment | readonly Segment[]): value is readonly Segment[] {
  return Array.isArray(value)
}

function pushText(segments: Segment[], text: string): void {
  if (text) segments.push({ text })
}

/** "Hoffmann et al. 2022": first author's surname or the publisher, and the year. */
export function shortCitation({ authors, year }: Pick<Citation, 'authors' | 'year'>): string {
  const [first = 'unknown', ...others] = authors
  return `${first}${others.length > 0 ? ' et al.' : ''} ${year}`
}
