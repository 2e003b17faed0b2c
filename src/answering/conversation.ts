import type { Language } from '../language/language.ts'
import type { SizingInput } from '../sizing/request.ts'
import type { Answer } from './answer.ts'
import type { Stage } from './answer-with-model.ts'
import type { ExplainSpend } from './assist/part.ts'
import type { Reader } from './compose/readings.ts'
import type { Place, Posted, ThreadTurn, Turn } from './ports.ts'
import type { Scope } from './scope.ts'

/** A question as an adapter hands it over; markup and mentions already stripped, entities decoded. */
export type Ask = Readonly<{
  place: Place
  asker: string
  text: string
  questionTs?: string
  visibility: Turn['visibility']
  /** The asker's locale, used when the text does not show a language. */
  locale?: Language
  /** What the answer is drawn from; the company's own notes and prices too, unless said otherwise. */
  scope?: Scope
  /** Told what a language model is at while the asker waits. */
  progress?: (stage: Stage) => void
  /** Told of an answer of which only the words may still change, where a language model words it. */
  computed?: (answer: Answer) => void
  /** Shows the asker their own spend, for questions of several steps. */
  spend?: ExplainSpend
}>

/** A workload as arguments or a modal state it. */
export type AskSize = Omit<Ask, 'text'> & Readonly<{ input: SizingInput }>

/** What the adapters may ask of the product; every call stores the turn it returns. */
export type Conversation = Readonly<{
  ask: (ask: Ask) => Promise<Turn>
  /** Answers an edited question in place: same turn id, same answer message. */
  askAgain: (turn: Turn, text: string, scope?: Scope) => Promise<Turn>
  /**
   * Keeps a question about spend that was answered elsewhere, without its figures; in the place of
   * `turn` where that question was edited.
   */
  note: (ask: Ask, turn?: Turn) => Promise<Turn>
  size: (ask: AskSize) => Promise<Turn>
  /**
   * Sizes two named models alone, for the workload in the words behind them or the usual one; what is
   * wrong with the names, or undefined where nothing in the text looks like one.
   */
  compare: (ask: Ask) => Promise<Turn | readonly string[] | undefined>
  /** Says what a term means; terms that are spelled almost alike, where none is defined by that name. */
  explain: (ask: Ask) => Promise<Turn | readonly string[]>
  /** Why a turn's answer is what it is, for its asker alone. */
  why: (turn: Turn, ask: Omit<Ask, 'text'>) => Promise<Turn>
  /** Sizes a turn's workload anew from another input; the new answer's `change` section shows before and after. */
  adjust: (turn: Turn, input: SizingInput, by: string, scope?: Scope) => Promise<Turn>
  /** A turn's verdict as one kind of reader wants it, with the same figures; undefined where it has none. */
  readAs: (turn: Turn, reader: Reader) => Answer | undefined
  turn: (tenant: string, id: string) => Promise<Turn | undefined>
  turnForQuestion: (
    tenant: string,
    channel: string,
    questionTs: string,
  ) => Promise<Turn | undefined>
  /** Turns of a thread, oldest first. */
  turns: (place: Place) => Promise<readonly ThreadTurn[]>
  /** True when the bot already answered in this thread, so that a follow-up needs no mention. */
  takesPart: (place: Place) => Promise<boolean>
  privateTurns: (tenant: string, asker: string, limit: number) => Promise<readonly Turn[]>
  /**
   * Remembers where the answer was posted. The turn as it is by now, for its question may have been
   * edited meanwhile; undefined when it was deleted.
   */
  posted: (turn: Turn, at: Posted) => Promise<Turn | undefined>
  forget: (turn: Turn) => Promise<void>
  vote: (turn: Turn, user: string, helpful: boolean) => Promise<void>
  /** False when the event or piece of work was seen before. */
  firstTime: (tenant: string, key: string) => Promise<boolean>
}>
