import type { Estimate } from '../engine/estimate.ts'
import type { Language } from '../language/language.ts'
import type { SizingInput } from '../sizing/request.ts'
import type { Answer, AnswerKind } from './answer.ts'
import type { ModelFailure, ModelUse, Served } from './language-model.ts'

/** Where a conversation happens. `thread` is the root message's timestamp (Slack's `thread_ts`). */
export type Place = Readonly<{ tenant: string; channel: string; thread: string }>

/** One question and its answer, as stored. Times are epoch milliseconds. */
export type Turn = Readonly<{
  id: string
  place: Place
  /** Slack user id of the asker. */
  asker: string
  /** Timestamp of the question's message; absent for slash commands and modals. */
  questionTs?: string
  /** Timestamp of the posted answer, once known. */
  answerTs?: string
  visibility: 'thread' | 'private'
  question: string
  language: Language
  /** What the asker stated about the workload so far in this thread. */
  input?: SizingInput
  answer: Answer
  createdAt: number
}>

/** Where an answer was posted and who sees it there; no timestamp where Slack gives none. */
export type Posted = Readonly<{ place: Place; answerTs: string; visibility: Turn['visibility'] }>

/** What an answer leaves to the questions after it; its figures are read where one of them needs it whole. */
export type Left = Readonly<{
  kind: AnswerKind
  /** Whether it holds a recommendation. */
  sized: boolean
  back?: Answer['back']
  spend?: Answer['spend']
  /** Rates of exchange that the asker gave. */
  rates: readonly Estimate[]
}>

/** A turn as its thread remembers it. */
export type ThreadTurn = Omit<Turn, 'answer'> & Readonly<{ left: Left }>

/** Memory of conversations; every read and write is within one tenant. */
export type ConversationStore = Readonly<{
  /** Turns of a thread, oldest first. */
  turns: (place: Place) => Promise<readonly ThreadTurn[]>
  /** Whether any turn of a thread stands in it for all to see. */
  takesPart: (place: Place) => Promise<boolean>
  turn: (tenant: string, id: string) => Promise<Turn | undefined>
  /** The turn that answered the message with this timestamp. */
  turnForQuestion: (
    tenant: string,
    channel: string,
    questionTs: string,
  ) => Promise<Turn | undefined>
  /** Private answers of a person, newest first, for reopening in the DM. */
  privateTurns: (tenant: string, asker: string, limit: number) => Promise<readonly Turn[]>
  /** Remembers where an answer stands; the question as it is by now, undefined where the turn is gone. */
  place: (turn: Turn, at: Posted) => Promise<string | undefined>
  /** Inserts, or replaces the turn with the same tenant and id. */
  save: (turn: Turn) => Promise<void>
  /** Forgets the turn, its question and its answer. */
  forget: (tenant: string, id: string) => Promise<void>
  /** Forgets, over all tenants, at most so many turns made before a time, with their votes; how many turns. */
  forgetBefore: (at: number, most: number) => Promise<number>
}>

/** Votes are private and carry the replay id. A second vote of the same person replaces the first. */
export type FeedbackStore = Readonly<{
  vote: (vote: {
    tenant: string
    turn: string
    user: string
    helpful: boolean
    replay: string
    at: number
  }) => Promise<void>
  votes: (
    tenant: string,
  ) => Promise<
    readonly { turn: string; user: string; helpful: boolean; replay: string; at: number }[]
  >
}>

/** One call of a language model, kept for the budgets and for what the product itself costs. */
export type ModelCall = Served &
  ModelUse &
  Readonly<{
    id: string
    /** Epoch milliseconds. */
    at: number
    outcome: 'ok' | ModelFailure
    /** The most it can have cost; budgets count it where the cost is unknown. */
    mostNano: bigint
  }>

/** Calls of language models; every read is within one tenant, months and days are UTC. */
export type ModelCallStore = Readonly<{
  record: (call: ModelCall) => Promise<void>
  /** What was spent in a month (e.g. 2026-11): in all, by the person, in the channel; USD, nano-units. */
  spent: (
    who: Served,
    month: string,
  ) => Promise<Readonly<{ month: bigint; person: bigint; channel: bigint }>>
  /** Calls from one day to another (ISO dates, both included), oldest first. */
  calls: (tenant: string, from: string, to: string) => Promise<readonly ModelCall[]>
  /** Drops, over all tenants, at most so many calls made before a time; how many. */
  forgetBefore: (at: number, most: number) => Promise<number>
}>

/** Remembers event ids and pieces of work so that a retried event is answered once. */
export type SeenStore = Readonly<{
  /** True the first time a key is seen, false ever after (until forgotten). */
  firstTime: (tenant: string, key: string, at: number) => Promise<boolean>
  /** Drops keys seen before the given time. */
  forgetBefore: (at: number) => Promise<void>
}>

/** Time and ids come from outside. */
export type Clock = () => number
export type NewId = () => string
