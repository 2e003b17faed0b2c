import type { Language } from '../language/language.ts'
import { isTooLong, LONGEST_QUESTION } from '../language/longest-question.ts'
import type { Recommendation } from '../sizing/recommendation.ts'
import type { SizingInput } from '../sizing/request.ts'
import { KEY_HELP } from '../sizing/request-sentences.ts'
import type { Answer, Section } from './answer.ts'
import { answerBack } from './answer-back.ts'
import { answerByComputing } from './answer-by-computing.ts'
import { answerFromNotes } from './answer-from-notes.ts'
import { answerByCalculating } from './calculate/answer-by-calculating.ts'
import { type Reader, readingOf } from './compose/readings.ts'
import { covered, fixed, impossibleValue, notStated, unknownPaper } from './compose/refusals.ts'
import { definitionAsked } from './definitions.ts'
import { lookUp } from './evidence.ts'
import type { Knowledge } from './knowledge.ts'
import { limitOf } from './limits.ts'
import { plain } from './plain-answer.ts'
import type { Before } from './thread.ts'
import { type Understanding, understand } from './understand.ts'
import { verified } from './verified.ts'

export type Answered = Readonly<{ answer: Answer; input?: SizingInput }>

/**
 * Understand, gather, compose, verify: a question in words to an answer with sources. Of a long text the
 * beginning is read, and the answer says so.
 */
export async function answerQuestion(
  text: string,
  knowledge: Knowledge,
  locale?: Language,
  before: Before = {},
): Promise<Answered> {
  if (!isTooLong(text)) return answerRead(text, knowledge, locale, before)
  const read = await answerRead(text.slice(0, LONGEST_QUESTION), knowledge, locale, before)
  const { sections, language } = read.answer
  const note = { kind: 'caveats' as const, sentences: [fixed('long', language)] }
  return { ...read, answer: { ...read.answer, sections: [...sections, note] } }
}

async function answerRead(
  text: string,
  knowledge: Knowledge,
  locale: Language | undefined,
  before: Before,
): Promise<Answered> {
  const back = answerBack(text, knowledge, locale, before)
  if (back) return { answer: verified(back, knowledge), ...workloadOf(back) }
  const understood = understand(text, knowledge.catalog, knowledge.defaults, locale, before)
  const { refusal } = understood.reading
  const calculated = refusal ? undefined : await answerByCalculating(understood, knowledge)
  if (calculated)
    return {
      answer: verified(calculated, knowledge),
      ...(before.input ? { input: before.input } : {}),
    }
  // What a term means is asked of the notes, whatever workload or bill was told before.
  if (!refusal && definitionAsked(understood.text, knowledge.corpus, before.topic !== undefined)) {
    const answer = await answerFromNotes(understood, knowledge, before.topic)
    return { answer: verified(answer, knowledge) }
  }
  const declined = decline(understood, knowledge)
  if (declined) return { answer: declined }
  if (understood.missing === 'task')
    return { answer: asking(understood, knowledge), input: understood.input }
  if (understood.aspect) {
    const changes = JSON.stringify(understood.input) !== JSON.stringify(before.input)
    const was = understood.follows && changes ? before.recommendation : undefined
    const answer = await answerByComputing(understood, knowledge, was)
    return { answer: verified(answer, knowledge), input: understood.input }
  }
  const answer = await answerFromNotes(understood, knowledge, before.topic)
  return { answer: verified(answer, knowledge) }
}

/** An answer about a verdict keeps its workload, so that its buttons work. */
function workloadOf({ recommendation }: Answer): Pick<Answered, 'input'> {
  return recommendation ? { input: recommendation.request.input } : {}
}

/** A workload stated by arguments, a form or a file; the same answer as the same facts in words. */
export async function answerSizing(
  input: SizingInput,
  language: Language,
  knowledge: Knowledge,
  before?: Recommendation,
): Promise<Answered> {
  const understood: Understanding = {
    language,
    text: '',
    reading: { help: false, spend: false, asks: false, selfHost: false },
    aspect: 'verdict',
    input,
    models: [],
    regions: [],
    names: { models: [], vendors: [] },
    follows: before !== undefined,
    conversions: [],
    impossible: [],
  }
  return {
    answer: verified(await answerByComputing(understood, knowledge, before), knowledge),
    input,
  }
}

/** The same verdict as one kind of reader wants it; undefined for an answer without a verdict. */
export function readAs(answer: Answer, reader: Reader, knowledge: Knowledge): Answer | undefined {
  const reading = readingOf(answer, reader, knowledge)
  return reading && verified(reading, knowledge)
}

function decline(understood: Understanding, knowledge: Knowledge): Answer | undefined {
  const { reading, language, text } = understood
  const make = (kind: Answer['kind'], sections: readonly Section[]): Answer =>
    plain(kind, understood, knowledge, sections)
  if (reading.help)
    return make('clarify', [
      { kind: 'explanation', sentences: [fixed('help', language)] },
      covered(language),
    ])
  if (reading.refusal)
    return make('refuse', [
      { kind: 'explanation', sentences: [fixed(reading.refusal, language)] },
      covered(language),
    ])
  const [paper] = knowledge.retriever.papers.unknown(text)
  if (paper) {
    const known =
      paper.known === undefined
        ? undefined
        : lookUp(paper.known, knowledge.corpus, knowledge.catalog)
    return make('refuse', [
      {
        kind: 'explanation',
        sentences: unknownPaper(paper, known?.short, language),
      },
      covered(language),
    ])
  }
  const limit = limitOf(
    text,
    {
      names: understood.names,
      unknownModel: knowledge.unknownModel(text),
      year: Number(knowledge.at().slice(0, 4)),
    },
    language,
  )
  if (limit) return make('refuse', [{ kind: 'explanation', sentences: limit }, covered(language)])
  if (understood.impossible.length > 0)
    return make('clarify', [
      {
        kind: 'question',
        sentences: understood.impossible.map(({ key, words }) =>
          impossibleValue(words, KEY_HELP[key][language], language),
        ),
      },
    ])
  if (understood.unstated)
    return make('clarify', [
      { kind: 'question', sentences: [notStated(understood.unstated, language)] },
    ])
  if (reading.spend)
    return make('nearest', [{ kind: 'explanation', sentences: [fixed('spend', language)] }])
  return undefined
}

function asking(understood: Understanding, knowledge: Knowledge): Answer {
  return plain('clarify', understood, knowledge, [
    { kind: 'question', sentences: [fixed('task', understood.language)] },
  ])
}
