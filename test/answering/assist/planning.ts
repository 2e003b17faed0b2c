import { answerQuestion } from '../../../src/answering/answer-question.ts'
import type { ExplainSpend } from '../../../src/answering/assist/part.ts'
import { planned } from '../../../src/answering/assist/plan.ts'
import type { LanguageModel } from '../../../src/answering/language-model.ts'
import { answerText } from '../../../src/answering/plain-text.ts'
import { shippedKnowledge } from '../../support/knowledge.ts'
import { type Scripted, SERVED, scripted } from '../../support/scripted-model.ts'

/** Tools that a model uses one after the other, with what it hands to them. */
export type Uses = readonly (readonly [string, unknown])[]

export const ENGLISH =
  'Compare the models for tagging 200k support tickets a month, a wrong tag costs $2; then the carbon in Korea and France, and what the law says about energy reporting.'
export const KOREAN =
  '티켓 분류 월 200만 건에 모델을 비교하고, 그다음 한국과 프랑스의 탄소도, 에너지 보고에 관한 법도 알려 줘.'
export const THREE_ENGLISH: Uses = [
  ['size_workload', { task: 'classification', volume: '200k support tickets a month' }],
  ['compare_regions', { task: 'classification', regions: ['KOR', 'France'] }],
  ['search_evidence', { query: 'EU AI Act energy reporting obligations' }],
]
export const THREE_KOREAN: Uses = [
  ['size_workload', { task: 'classification', volume: '월 200만 건' }],
  ['compare_regions', { regions: ['한국', '프랑스'] }],
  ['search_evidence', { query: '인공지능법의 에너지 보고 의무' }],
]
export const CURVE =
  'Fit our learning curve (500: 70%, 1000: 78%, 2000: 83%, 4,000: 86%), then tell me the price of GPT-6 Luna.'
export const POINTS = [
  { n: 500, score: 70 },
  { n: 1000, score: 78 },
  { n: 2000, score: 83 },
  { n: 4000, score: 86 },
]

/** A model that uses these tools. */
export function using(uses: Uses): Scripted {
  return scripted({ uses: uses.map(([tool, args]) => ({ tool, args })) })
}

/** A question as it is answered by rules, and then with a plan. */
export async function asked(
  question: string,
  model: LanguageModel,
  spend?: ExplainSpend,
  within = 5000,
) {
  const knowledge = await shippedKnowledge()
  const rules = await answerQuestion(question, knowledge)
  const asking = { question, rules, who: SERVED, within }
  const result = await planned(asking, knowledge, model, spend)
  return { rules, ...result, text: answerText(result.answered.answer) }
}
