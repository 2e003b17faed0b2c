import type { Estimate } from '../engine/estimate.ts'
import { showFigure } from '../language/figures.ts'
import type { Language } from '../language/language.ts'
import type { Corpus } from '../retrieval/corpus.ts'
import type { Answer, Segment, Sentence } from './answer.ts'
import { sourceOf } from './evidence.ts'
import { claimOf, spanProblems } from './spans.ts'

/** What an answer may be made of, besides its own estimates. */
export type Allowed = Readonly<{
  corpus: Corpus
  /** Names that may hold digits: models, accelerators, places, papers, and the asker's own words. */
  names: (name: string) => boolean
}>

/**
 * Holds every sentence against the evidence: a figure must be drawn exactly as its estimate says and
 * be what the sentence calls it; a claim must stand word for word as reviewed, and stretches of one in
 * the order they have there; a source number must belong to a source of a figure or claim in the same
 * sentence; digits stand nowhere else.
 * @returns one line a problem; empty when the answer is sound
 */
export function problemsOf(answer: Answer, allowed: Allowed): string[] {
  const estimates = new Map(answer.estimates.map((e) => [e.id, e]))
  return answer.sections.flatMap((section) =>
    section.sentences.flatMap((sentence) => sentenceProblems(sentence, answer, estimates, allowed)),
  )
}

function sentenceProblems(
  sentence: Sentence,
  answer: Answer,
  estimates: ReadonlyMap<string, Estimate>,
  allowed: Allowed,
): string[] {
  const supported = supportOf(sentence, estimates, allowed.corpus)
  return [
    ...sentence.flatMap(
      (segment) => segmentProblem(segment, answer, estimates, allowed, supported) ?? [],
    ),
    ...spanProblems(sentence, (id) => reviewedText(id, answer.language, allowed.corpus)),
  ]
}

function segmentProblem(
  segment: Segment,
  answer: Answer,
  estimates: ReadonlyMap<string, Estimate>,
  { corpus, names }: Allowed,
  supported: ReadonlySet<string>,
): string | undefined {
  if ('span' in segment) return undefined
  if ('text' in segment)
    return hasFigure(segment.text) ? `figure without an estimate in "${segment.text}"` : undefined
  if ('name' in segment)
    return !hasFigure(segment.name) || names(segment.name)
      ? undefined
      : `"${segment.name}" is not a known name`
  if ('claim' in segment) {
    const text = reviewedText(segment.claim, answer.language, corpus)
    return text === segment.shown ? undefined : `claim ${segment.claim} is not shown as reviewed`
  }
  if ('cite' in segment) {
    const citation = answer.citations[segment.cite - 1]
    return citation && supported.has(citation.id)
      ? undefined
      : `source ${segment.cite} does not support its sentence`
  }
  return figureProblem(segment, estimates.get(segment.figure), answer.language)
}

function figureProblem(
  segment: Extract<Segment, { figure: string }>,
  estimate: Estimate | undefined,
  language: Language,
): string | undefined {
  if (!estimate) return `no estimate ${segment.figure}`
  const { says, shown } = segment
  if (
    says.quantity !== estimate.quantity ||
    says.unit !== estimate.unit ||
    says.subject !== estimate.subject
  )
    return `${segment.figure} is not what the sentence calls it`
  const right = (['full', 'central'] as const).some(
    (style) => showFigure(estimate, language, style) === shown,
  )
  return right ? undefined : `${segment.figure} is shown as "${shown}"`
}

/** Ids of the sources behind the figures and claims of a sentence. */
function supportOf(
  sentence: Sentence,
  estimates: ReadonlyMap<string, Estimate>,
  corpus: Corpus,
): ReadonlySet<string> {
  return new Set(
    sentence.flatMap((segment) => {
      if ('figure' in segment) return estimates.get(segment.figure)?.sources ?? []
      const id = claimOf(segment)
      const found = id === undefined ? undefined : corpus.claim(id)
      return found ? [sourceOf(found.claim, found.note)] : []
    }),
  )
}

function reviewedText(id: string, language: Language, corpus: Corpus): string | undefined {
  const claim = corpus.claim(id)?.claim
  return language === 'ko' ? claim?.text_ko : claim?.text_en
}

/** Digits count as a figure, except in the names of gases that are spelled with one. */
export function hasFigure(text: string): boolean {
  return /\d/.test(text.replace(/CO2e?/g, ''))
}
