import type { Estimate, Quantity, Unit } from '../engine/estimate.ts'
import type { Language } from '../language/language.ts'
import type { Coverage, Recommendation } from '../sizing/recommendation.ts'
import type { ModelUse } from './language-model.ts'
import type { Scope } from './scope.ts'

/** What the sentence says the figure is; `verify` holds it against the estimate with that id. */
export type FigureClaim = Readonly<{ quantity: Quantity; unit: Unit; subject?: string }>

/**
 * A piece of a sentence. Figures never stand in `text`: they come as `figure` (an estimate drawn in
 * words), inside a `claim` (a reviewed sentence of a note, verbatim), as a `span` of one, or inside a `name`.
 */
export type Segment =
  /** Words; `of` is the id of the reviewed claim that they word differently. */
  | Readonly<{ text: string; of?: string }>
  /** A name with digits in it that is not a figure: a model, a paper, an asker's word. */
  | Readonly<{ name: string }>
  | Readonly<{ figure: string; shown: string; says: FigureClaim }>
  | Readonly<{ claim: string; shown: string }>
  /** A stretch of the reviewed claim with that id, verbatim, within words that are not. */
  | Readonly<{ span: string; shown: string }>
  /** 1-based index into the answer's citations. */
  | Readonly<{ cite: number }>

export type Sentence = readonly Segment[]

export type SectionKind =
  | 'verdict'
  | 'restated'
  | 'reasons'
  | 'findings'
  | 'replaced'
  | 'replacing'
  | 'other-side'
  | 'consequence'
  | 'explanation'
  | 'working'
  | 'options'
  | 'change'
  | 'flips'
  | 'next-step'
  | 'caveats'
  | 'question'
  | 'covered'
  | 'amounts'
  | 'origins'
  /** The title of one part of an answer in several. */
  | 'part'

/** One part of an answer, in reading order; `LISTS` of `compose/titles.ts` says which are drawn as lists. */
export type Section = Readonly<{ kind: SectionKind; sentences: readonly Sentence[] }>

export type Citation = Readonly<{
  /** Source id; for a note's own source the note id. */
  id: string
  title: string
  authors: readonly string[]
  year: number
  url?: string
  /** "Hoffmann et al. 2022". */
  short: string
  /** ISO date on which a page of prices was read. */
  read?: string
}>

/** One step of an answer in several parts: what was used for it, and its title. */
export type Step = Readonly<{ tool: string; title: string }>

export type AnswerKind = 'answer' | 'clarify' | 'nearest' | 'refuse'

/** A value free of Slack, SQL and HTTP; the CLI, the workspace and Slack all draw it. */
export type Answer = Readonly<{
  kind: AnswerKind
  language: Language
  question: string
  sections: readonly Section[]
  recommendation?: Recommendation
  citations: readonly Citation[]
  estimates: readonly Estimate[]
  coverage: Coverage
  replay: string
  /** True for an answer about the one before it: why, from where, in another currency. */
  back?: true
  /** True where spend was shown: what is kept holds no figures, so that nobody sees them later by it. */
  spend?: true
  /** Present where it was drawn from what everybody may know alone. */
  scope?: Extract<Scope, 'public'>
  /** The steps of an answer in several parts, in the order of the parts. */
  steps?: readonly Step[]
  /** Labels of options in parts of the answer; those of `recommendation` need not be among them. */
  names?: readonly string[]
  /** Calls of a language model behind the answer; absent where it was made by rules alone. */
  uses?: readonly ModelUse[]
  /** Things to ask next or examples; drawn as buttons or a list. */
  suggestions: readonly string[]
}>
