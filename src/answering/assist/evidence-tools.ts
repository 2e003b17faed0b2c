import { z } from 'zod'
import type { Estimate } from '../../engine/estimate.ts'
import { exactly } from '../../engine/range.ts'
import { isUnknown, unknown } from '../../engine/unknown.ts'
import { coverageOf } from '../../sizing/coverage.ts'
import { priceSource } from '../../sizing/draft-api.ts'
import { answerFromNotes } from '../answer-from-notes.ts'
import { sourceNumbers } from '../compose/reasons.ts'
import { cited, figure, say } from '../compose/say.ts'
import { createCitations } from '../evidence.ts'
import { plain } from '../plain-answer.ts'
import { asNames, showable } from './model-words.ts'
import { ownWords } from './own-words.ts'
import { planTool } from './part.ts'
import { Words } from './size-tools.ts'

const FROM_SOURCES = { en: 'From the sources: {query}', ko: '자료에서: {query}' }
const LIST_PRICE = { en: 'List price: {model}', ko: '정가: {model}' }
const PRICE = {
  en: '{model} costs {input} for prompts and {output} for answers, list price at {provider}.',
  ko: '{model:은/는} {provider} 정가로 프롬프트 {input}, 답변 {output}입니다.',
}
const OWN_SPEND = { en: 'Your own spend', ko: '실제 지출' }
const SHOWN_APART = {
  en: 'This part is about your own spend: it is answered in a message of its own, to those who may see it.',
  ko: '실제 지출에 관한 부분은 볼 수 있는 분에게만 별도 메시지로 답했습니다.',
}

export const searchEvidence = planTool(
  'search_evidence',
  'Finds what research, law and practice say about one thing. The query is in the language of the question and holds no number that the question has not.',
  z.strictObject({ query: Words }),
  async ({ query }, { understood, knowledge, beside }) => {
    const text = showable(query, beside)
    if (text === undefined)
      return {
        told: 'Nothing was done: the query must be plain words in the language of the question, without numbers of its own.',
      }
    const answer = await answerFromNotes({ ...understood, text }, knowledge)
    if (answer.kind !== 'answer') return { told: 'The sources do not answer that.' }
    return {
      told: `Found and shown to the asker: ${answer.citations.map((c) => c.short).join('; ')}.`,
      part: {
        tool: 'search_evidence',
        title: say(FROM_SOURCES, answer.language, { query: asNames(text) }),
        answer: { ...answer, question: understood.text },
        same: JSON.stringify(answer.sections),
      },
    }
  },
)

export const lookUpPrice = planTool(
  'look_up_price',
  'Looks up the list price of one model of the catalogue, by its id or name.',
  z.strictObject({ model: Words }),
  ({ model: name }, { understood, knowledge }) => {
    const { catalog, corpus, at } = knowledge
    const { language } = understood
    const model = catalog.model(name)
    if (!model) return { told: 'Nothing was done: the catalogue has no model of that name.' }
    const row =
      model.provider === undefined
        ? unknown('no-price', model.id)
        : catalog.priceAt(model.provider, model.id, at())
    if (isUnknown(row)) return { told: 'Nobody publishes a price for that model.' }
    const price = (side: 'input' | 'output'): Estimate => ({
      id: `price.${model.id}.${side}`,
      quantity: `price-${side}`,
      subject: model.id,
      unit: 'USD/1M tokens',
      value: exactly(row.price[side]),
      kind: 'cited',
      inputs: {},
      sources: [priceSource(row)],
      asOf: row.source.checked,
    })
    const estimates = [price('input'), price('output')] as const
    const citations = createCitations(corpus, catalog)
    const [input, output] = estimates
    const sentence = say(PRICE, language, {
      model: model.label,
      provider: catalog.provider(row.provider)?.label ?? row.provider,
      input: figure(input, language),
      output: figure(output, language),
    })
    const sentences = [cited(sentence, sourceNumbers(estimates, citations))]
    return {
      told: `The list price of ${model.id} is shown to the asker.`,
      part: {
        tool: 'look_up_price',
        title: say(LIST_PRICE, language, { model: model.label }),
        answer: {
          ...plain('answer', understood, knowledge, [{ kind: 'explanation', sentences }]),
          estimates,
          citations: citations.list(),
          coverage: coverageOf(estimates),
        },
        same: model.id,
      },
    }
  },
)

export const explainSpend = planTool(
  'explain_spend',
  'Answers what the asker asks about their own spend, in the very words of the question. The figures are shown to the asker, not to you.',
  z.strictObject({ question: Words }),
  async ({ question }, { understood, knowledge, spend }) => {
    const words = ownWords(question, understood.text)
    if (words === undefined)
      return { told: 'Nothing was done: the asker did not ask that. Use their very words.' }
    if (!(await spend?.(words))) return { told: 'There is nothing to show of that.' }
    const { language } = understood
    const sentences = [say(SHOWN_APART, language)]
    return {
      told: 'Shown to the asker.',
      part: {
        tool: 'explain_spend',
        title: say(OWN_SPEND, language),
        answer: plain('answer', understood, knowledge, [{ kind: 'explanation', sentences }]),
        same: words,
      },
    }
  },
)
