import type { Language } from '../language/language.ts'
import { LONGEST_QUESTION } from '../language/longest-question.ts'
import type { WorkspaceDefaults } from '../settings/workspace-defaults.ts'
import type { Recommendation } from '../sizing/recommendation.ts'
import type { SizingInput } from '../sizing/request.ts'
import type { Answer } from './answer.ts'
import { type Answered, answerQuestion, answerSizing, readAs } from './answer-question.ts'
import type { Question } from './answer-with-model.ts'
import { spendNote } from './compose/spend-note.ts'
import type { Ask, Conversation } from './conversation.ts'
import { explaining, nearestTerms, WHY } from './explain-term.ts'
import type { Knowledge } from './knowledge.ts'
import type { Served } from './language-model.ts'
import type {
  Clock,
  ConversationStore,
  FeedbackStore,
  NewId,
  Place,
  SeenStore,
  ThreadTurn,
  Turn,
} from './ports.ts'
import { readComparison } from './read-comparison.ts'
import type { Scope } from './scope.ts'
import { after, type Before, beforeOf, leftBy, type Trail } from './thread.ts'
import { saidWithDefaults, withDefaults } from './with-defaults.ts'

export type Memory = Readonly<{
  /** Answers with the help of a language model; absent where none is configured. */
  answer?: (question: Question, knowledge: Knowledge) => Promise<Answered>
  /** Lets what waits go first: an answer is computed in one go, during which nothing else is heard. */
  giveWay?: () => Promise<unknown>
  turns: ConversationStore
  feedback: FeedbackStore
  seen: SeenStore
  /** What a workspace has set in the place of what is assumed. */
  defaultsOf?: (tenant: string) => Promise<WorkspaceDefaults>
  now: Clock
  newId: NewId
}>

/**
 * The product as the adapters see it: answers with memory of their thread. `current` gives the knowledge
 * of now that a tenant's people may be answered from, or as much of it as somebody among them may.
 */
export function createConversation(
  current: (tenant: string, scope?: Scope) => Knowledge,
  memory: Memory,
): Conversation {
  const { turns, feedback, seen, now, newId } = memory
  let way: Promise<unknown> = Promise.resolve()
  /** One computation after the other, with a pause before each. */
  const inTurn = async (): Promise<void> => {
    if (memory.giveWay === undefined) return
    way = way.then(memory.giveWay)
    await way
  }
  const { defaultsOf = async () => ({}) } = memory
  /** What `work` answers from the knowledge of a workspace as it has set it. */
  const answeredFor = async (
    tenant: string,
    scope: Scope | undefined,
    work: (knowledge: Knowledge) => Promise<Answered>,
  ): Promise<Answered> => {
    const set = await defaultsOf(tenant)
    await inTurn()
    const knowledge = current(tenant, scope)
    const { answer, ...rest } = await work(withDefaults(knowledge, set))
    const said = saidWithDefaults(answer, rest.input ?? {}, set, knowledge)
    return marked({ ...rest, answer: said }, scope)
  }
  const answer = (question: Question, scope: Scope | undefined): Promise<Answered> =>
    answeredFor(
      question.who.tenant,
      scope,
      async (knowledge) =>
        memory.answer?.(question, knowledge) ??
        answerQuestion(question.text, knowledge, question.locale, question.before),
    )

  /** What the turns of a thread, oldest first, leave to know; those about spend leave nothing. */
  const recalled = async (tenant: string, thread: readonly ThreadTurn[]): Promise<Before> => {
    const trail = thread
      .filter((turn) => !turn.left.spend)
      .reduce<Trail<string>>((known, turn) => after(known, { ...turn, answer: turn.id }), {})
    return beforeOf(trail, async (id) => (await turns.turn(tenant, id))?.answer)
  }
  const keep = async (
    ask: Omit<Ask, 'text'>,
    question: string,
    answered: Answered,
    id = newId(),
  ): Promise<Turn> => {
    const turn: Turn = {
      id,
      place: ask.place,
      asker: ask.asker,
      ...(ask.questionTs === undefined ? {} : { questionTs: ask.questionTs }),
      visibility: ask.visibility,
      question: question.slice(0, LONGEST_QUESTION),
      language: answered.answer.language,
      ...(answered.input ? { input: answered.input } : {}),
      answer: answered.answer,
      createdAt: now(),
    }
    await turns.save(turn)
    return turn
  }
  const replace = async (turn: Turn, question: string, answered: Answered): Promise<Turn> => {
    const { input: _dropped, ...rest } = turn
    const next: Turn = {
      ...rest,
      question: question.slice(0, LONGEST_QUESTION),
      language: answered.answer.language,
      answer: answered.answer,
      ...(answered.input ? { input: answered.input } : {}),
    }
    await turns.save(next)
    return next
  }
  const size = async (
    ask: Omit<Ask, 'text'>,
    input: SizingInput,
    was?: Recommendation,
  ): Promise<Turn> => {
    const sized = await answeredFor(ask.place.tenant, ask.scope, (knowledge) =>
      answerSizing(input, ask.locale ?? 'en', knowledge, was),
    )
    return keep(ask, '', sized)
  }

  return {
    ask: async (ask) => {
      const inThread =
        ask.visibility === 'thread'
          ? await recalled(ask.place.tenant, await turns.turns(ask.place))
          : {}
      const { text, locale, progress, computed, spend } = ask
      const who = servedBy(ask.place, ask.asker)
      return keep(
        ask,
        text,
        await answer(
          {
            ...{ text, who, before: inThread },
            ...(locale ? { locale } : {}),
            ...(progress ? { progress } : {}),
            ...(computed ? { computed } : {}),
            ...(spend ? { spend } : {}),
          },
          ask.scope,
        ),
      )
    },
    askAgain: async (turn, text, scope) => {
      const earlier = (await turns.turns(turn.place)).filter(
        (t) => t.id !== turn.id && t.createdAt < turn.createdAt,
      )
      return replace(
        turn,
        text,
        await answer(
          {
            ...{ text, who: servedBy(turn.place, turn.asker) },
            ...{ locale: turn.language, before: await recalled(turn.place.tenant, earlier) },
          },
          scope,
        ),
      )
    },
    note: async (ask, turn) => {
      const noted = { answer: spendNote(ask.text, current(ask.place.tenant), ask.locale ?? 'en') }
      return turn ? replace(turn, ask.text, noted) : keep(ask, ask.text, noted)
    },
    size: (ask) => size(ask, ask.input),
    compare: async (ask) => {
      const { place, text, scope, locale = 'en' } = ask
      const read = readComparison(text, current(place.tenant, scope), locale)
      if (read === undefined) return undefined
      return 'problems' in read ? read.problems : size(ask, read.input)
    },
    explain: async (ask) => {
      const { place, text, scope, locale = 'en' } = ask
      const nearest = nearestTerms(text, current(place.tenant, scope).corpus)
      if (nearest.length > 0) return nearest
      const question = explaining(text, locale)
      const who = servedBy(place, ask.asker)
      return keep(ask, question, await answer({ text: question, who, locale }, scope))
    },
    why: async (turn, ask) => {
      const { language, answer: of } = turn
      const said = of.spend ? {} : after<Answer>({}, { ...turn, left: leftBy(of) })
      const before = await beforeOf(said, async (whole) => whole)
      const why = await answeredFor(ask.place.tenant, ask.scope, (knowledge) =>
        answerQuestion(WHY[language], knowledge, language, before),
      )
      return keep(ask, WHY[language], why)
    },
    adjust: (turn, input, by, scope) =>
      size(
        {
          ...{ place: turn.place, asker: by, visibility: turn.visibility, locale: turn.language },
          ...(scope === undefined ? {} : { scope }),
        },
        input,
        turn.answer.recommendation,
      ),
    readAs: (turn, reader) =>
      readAs(turn.answer, reader, current(turn.place.tenant, turn.answer.scope)),
    turn: turns.turn,
    turns: turns.turns,
    turnForQuestion: turns.turnForQuestion,
    takesPart: turns.takesPart,
    privateTurns: turns.privateTurns,
    posted: async (turn, at) => {
      const question = await turns.place(turn, at)
      if (question === undefined) return undefined
      return question === turn.question
        ? { ...turn, ...at }
        : turns.turn(turn.place.tenant, turn.id)
    },
    forget: (turn) => turns.forget(turn.place.tenant, turn.id),
    vote: (turn, user, helpful) =>
      feedback.vote({
        tenant: turn.place.tenant,
        turn: turn.id,
        user,
        helpful,
        replay: turn.answer.replay,
        at: now(),
      }),
    firstTime: (tenant, key) => seen.firstTime(tenant, key, now()),
  }
}

/** An answer from what everybody may know alone says so. */
function marked({ answer, ...rest }: Answered, scope: Scope | undefined): Answered {
  return { ...rest, answer: scope === 'public' ? { ...answer, scope } : answer }
}

function servedBy({ tenant, channel }: Place, person: string): Served {
  return { tenant, channel, person }
}

/** The reader's language when only a locale such as ko-KR is known. */
export function languageOf(locale: string | undefined): Language | undefined {
  return locale === undefined ? undefined : locale.toLowerCase().startsWith('ko') ? 'ko' : 'en'
}
