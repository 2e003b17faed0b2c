import type { Bilingual } from '../../language/language.ts'
import type { Answer, Section, Sentence } from '../answer.ts'
import { answerByComputing } from '../answer-by-computing.ts'
import { answerFromNotes } from '../answer-from-notes.ts'
import type { Answered } from '../answer-question.ts'
import { say } from '../compose/say.ts'
import { readIntent } from '../intent.ts'
import type { Knowledge } from '../knowledge.ts'
import { knownNames } from '../known-names.ts'
import type { LanguageModel } from '../language-model.ts'
import { type Understanding, understand } from '../understand.ts'
import { problemsOf } from '../verify.ts'
import { type Asking, type Assisted, inTime, lateAfter, stands } from './assisted.ts'
import { isUnsure } from './is-unsure.ts'
import { asNames, type Beside, searchTerms, showable } from './model-words.ts'
import { type FactRead, readFact } from './read-fact.ts'
import { Reading, readingSystem } from './reading-request.ts'
import { taskAssumed } from './task-assumed.ts'

const READ_AS: Bilingual = {
  en: 'I read this as: “{reading}” (a language model’s reading).',
  ko: '이렇게 읽었습니다: “{reading}”(언어 모델의 해석).',
}
const READ_BY_MODEL: Bilingual = {
  en: 'A language model read this question; the answer is from my sources and formulas.',
  ko: '질문은 언어 모델이 읽었고, 답은 제 자료와 공식에서 나왔습니다.',
}
const TASK_ASSUMED: Bilingual = {
  en: 'The work was read as {task} (assumed); say so if it is another.',
  ko: '업무는 {task:으로/로} 읽었습니다(가정). 다르면 알려 주십시오.',
}

/**
 * Lets a model read a question that the rules were not sure of, and answers it again by the same rules.
 * The model points at words and names a task or search terms; every figure is read from the asker's
 * words or assumed, and its reading is shown. Unless that makes an answer, the rules' stands.
 */
export async function readWithModel(
  asking: Asking,
  knowledge: Knowledge,
  model: LanguageModel,
): Promise<Assisted> {
  const { catalog, defaults } = knowledge
  const { question, rules, locale, before = {}, who, within } = asking
  const understood = understand(question, catalog, defaults, locale, before)
  if (!isUnsure(rules, understood)) return stands(asking)
  const system = readingSystem(catalog.tasks)
  const earlier = before.open ?? before.topic
  const data = { question: understood.text, ...(earlier === undefined ? {} : { earlier }) }
  const request = { purpose: 'understand', who, system, data, within, shape: Reading } as const
  const asked = await inTime(model.ask(request), lateAfter(asking))
  if (!asked.ok) return stands(asking, asked)
  const answered = await answeredAgain(asked.value, understood, system, asking, knowledge)
  return answered?.answer.kind === 'answer'
    ? { answered, by: 'model', uses: asked.uses }
    : stands(asking, asked)
}

/** The answer to what was read, if it holds: one that fails the check is none. */
async function answeredAgain(
  reading: Reading,
  understood: Understanding,
  system: string,
  { before = {} }: Asking,
  knowledge: Knowledge,
): Promise<Answered | undefined> {
  const { text: question, language } = understood
  const beside = { question, language, system }
  const again =
    reading.kind === 'workload'
      ? await sizedAgain(reading, understood, knowledge)
      : reading.kind === 'knowledge'
        ? await lookedUp(searchTerms(reading.terms, beside), understood, knowledge, before.topic)
        : undefined
  if (!again) return undefined
  const sections = [shownReading(reading, beside, again.task), ...again.answer.sections]
  const answer: Answer = { ...again.answer, question, sections }
  const { corpus } = knowledge
  const names = knownNames(answer, knowledge.catalog, corpus)
  return problemsOf(answer, { corpus, names }).length === 0
    ? { answer, ...(again.input ? { input: again.input } : {}) }
    : undefined
}

type Again = Answered & Readonly<{ task?: Sentence }>

/** The workload sized with what the rules read and, where they read nothing, what the model points at. */
async function sizedAgain(
  { facts }: Reading,
  understood: Understanding,
  knowledge: Knowledge,
): Promise<Again | undefined> {
  const { text, language } = understood
  const { catalog, defaults } = knowledge
  const read = facts.flatMap((fact) => readFact(fact, { text, language, catalog, defaults }) ?? [])
  const stated = understood.input
  const input = { ...Object.assign({}, ...read.map((r) => r.input)), ...stated }
  if (input.task === undefined && input.volume === undefined) return undefined
  const hasModel = understood.models.length > 0
  const { missing: _answered, ...rest } = understood
  const workload: Understanding = {
    ...rest,
    aspect:
      understood.aspect ??
      readIntent(text, { volume: true, model: hasModel, work: true }).aspect ??
      'verdict',
    input,
    conversions: [...understood.conversions, ...conversionsOf(read, stated)],
  }
  const isGuessed = stated.task === undefined && input.task !== undefined
  const answer = await answerByComputing(workload, isGuessed ? taskAssumed(knowledge) : knowledge)
  const label = isGuessed ? catalog.task(input.task)?.label[language] : undefined
  return {
    answer,
    input,
    ...(label === undefined ? {} : { task: say(TASK_ASSUMED, language, { task: label }) }),
  }
}

/** Words and pages that a model pointed at and that were converted to tokens. */
function conversionsOf(
  read: readonly FactRead[],
  stated: Understanding['input'],
): Understanding['conversions'] {
  return read.flatMap(({ key, words, input }) =>
    (key === 'in' || key === 'out') && stated[key] === undefined && !/token|토큰/i.test(words)
      ? [{ key, words, tokens: input[key] ?? 0 }]
      : [],
  )
}

/** What the notes have under the question together with the terms; without terms there is nothing new. */
async function lookedUp(
  terms: readonly string[],
  understood: Understanding,
  knowledge: Knowledge,
  topic: string | undefined,
): Promise<Again | undefined> {
  if (terms.length === 0) return undefined
  const text = [understood.text, ...terms].join('\n')
  return { answer: await answerFromNotes({ ...understood, text }, knowledge, topic) }
}

/** How the question was read, marked as the model's reading. */
function shownReading({ restated }: Reading, beside: Beside, task: Sentence | undefined): Section {
  const reading = showable(restated, beside)
  const line =
    reading === undefined
      ? say(READ_BY_MODEL, beside.language)
      : say(READ_AS, beside.language, { reading: asNames(reading) })
  return { kind: 'restated', sentences: task ? [line, task] : [line] }
}
