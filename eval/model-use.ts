import { countTokens } from 'gpt-tokenizer/encoding/o200k_base'
import { isUnsure } from '../src/answering/assist/is-unsure.ts'
import { readingSystem } from '../src/answering/assist/reading-request.ts'
import { hasSeveralSteps } from '../src/answering/assist/several-steps.ts'
import type { Knowledge } from '../src/answering/knowledge.ts'
import { understand } from '../src/answering/understand.ts'
import { reword } from '../src/answering/wording/reword.ts'
import type { Language } from '../src/language/language.ts'
import type { Note } from '../src/retrieval/note.ts'
import type { Asked } from './ask.ts'
import { mean } from './ranking.ts'

/** Tokens of a reading: an object of a sentence, some spans and five terms. */
const READING_TOKENS = 120
/** What a plain assistant is told beside the passages, and the answer that it writes. */
const [NAIVE_SYSTEM_TOKENS, NAIVE_ANSWER_TOKENS] = [120, 250]
const PASSAGES = 10

/** How often a language model would be asked, and how many tokens an answered question would take. */
export type ModelUseFigures = Readonly<{
  questions: number
  withoutCall: number
  tokens: number
  naiveTokens: number
}>

/**
 * What the questions would take of a configured language model, without asking one: which of them the
 * rules are not sure of or are of several steps, what the prompts for those hold, and as much wording
 * as an answer takes on average; against the ten best passages put into a prompt for every question.
 * Tokens are counted by o200k.
 */
export async function modelUse(
  asked: readonly Asked[],
  knowledge: Knowledge,
): Promise<ModelUseFigures> {
  const { catalog, defaults } = knowledge
  const system = countTokens(readingSystem(catalog.tasks))
  const answered = asked.filter((a) => a.answer.kind === 'answer')
  const wording = mean(
    await Promise.all(answered.slice(0, 60).map((a) => wordingTokens(a, knowledge))),
  )
  const calls = asked.filter(({ question, answer }) => {
    const understood = understand(question.question, catalog, defaults)
    return hasSeveralSteps(understood.text) || isUnsure({ answer }, understood)
  })
  const tokens = calls.map(
    ({ question }) => system + countTokens(question.question) + READING_TOKENS + wording,
  )
  const naive = await Promise.all(
    answered.map(async ({ question }) => {
      const { passages } = await knowledge.retriever.search(question.question, { limit: PASSAGES })
      const texts = passages.map(({ note }) => textOf(note, question.language)).join('\n')
      return (
        NAIVE_SYSTEM_TOKENS +
        countTokens(question.question) +
        countTokens(texts) +
        NAIVE_ANSWER_TOKENS
      )
    }),
  )
  return {
    questions: asked.length,
    withoutCall: 1 - calls.length / asked.length,
    tokens: tokens.reduce((sum, n) => sum + n, 0) / answered.length,
    naiveTokens: mean(naive),
  }
}

/** A passage as it would be put into a prompt: the title and what the note claims. */
function textOf({ title, claims }: Note, language: Language): string {
  return [title, ...claims.map((c) => (language === 'ko' ? c.text_ko : c.text_en))].join('\n')
}

/** Tokens of the prompt and of the reply when every sentence comes back as long as it was. */
async function wordingTokens({ answer }: Asked, knowledge: Knowledge): Promise<number> {
  let tokens = 0
  await reword(answer, knowledge, async ({ system, data }) => {
    tokens =
      countTokens([system, ...Object.values(data)].join('\n')) + countTokens(data.sentences ?? '')
    return { ok: false, why: 'declined', uses: [] }
  })
  return tokens
}
