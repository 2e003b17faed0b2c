import type { ModelUse } from '../answering/language-model.ts'
import type { Language } from '../language/language.ts'
import { showNumber } from '../language/numbers.ts'
import { showNano } from './show-money.ts'

type Used = Pick<ModelUse, 'inputTokens' | 'outputTokens' | 'nano'>

/** Calls of language models with what they took and cost at list price; what is not known is said, never 0. */
export function modelUseText(uses: readonly Used[], language: Language): string {
  const ko = language === 'ko'
  const known = uses.flatMap((u) => (u.nano === undefined ? [] : [u.nano]))
  const counted = uses.filter((u) => u.inputTokens !== undefined)
  const tokens = counted.reduce((sum, u) => sum + (u.inputTokens ?? 0) + (u.outputTokens ?? 0), 0)
  const money = showNano(
    known.reduce((sum, nano) => sum + nano, 0n),
    'USD',
    language,
  )
  const [calls, many] = [showNumber(uses.length, language), showNumber(tokens, language)]
  const left = uses.length - known.length
  return [
    ko ? `호출 ${calls}회` : uses.length === 1 ? '1 call' : `${calls} calls`,
    ...(counted.length === 0 ? [] : [ko ? `토큰 ${many}개` : `${many} tokens`]),
    ...(known.length === 0 ? [] : [ko ? `정가로 ${money}` : `${money} at list prices`]),
    ...(left === 0
      ? []
      : [
          ko
            ? `비용을 모르는 호출 ${showNumber(left, 'ko')}회`
            : `the cost of ${left === uses.length ? 'which' : `${showNumber(left, 'en')} of them`} is unknown`,
        ]),
  ].join(', ')
}
