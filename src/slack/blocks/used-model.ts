import type { Answer } from '../../answering/answer.ts'
import { showNano } from '../../digest/show-money.ts'
import { showNumber } from '../../language/numbers.ts'
import { type Block, context } from './kit.ts'
import { WORDS } from './words.ts'

/** What a language model was called for, and what it cost at list price; nothing where none was. */
export function usedBlocks({ uses = [], language }: Answer): Block[] {
  if (uses.length === 0) return []
  const known = uses.flatMap((u) => (u.nano === undefined ? [] : [u.nano]))
  const tokens = uses.reduce((sum, u) => sum + (u.inputTokens ?? 0) + (u.outputTokens ?? 0), 0)
  const names = [...new Set(uses.map((u) => `${u.provider}:${u.model}`))].join(', ')
  const money = showNano(
    known.reduce((sum, nano) => sum + nano, 0n),
    'USD',
    language,
  )
  const unknown = uses.length - known.length
  const [calls, many, left] = [uses.length, tokens, unknown].map((n) => showNumber(n, language))
  const line =
    language === 'ko'
      ? `호출 ${calls}회, 토큰 ${many}개, 정가로 ${money}${unknown > 0 ? ` (비용을 모르는 호출 ${left}회 제외)` : ''}`
      : `${calls} calls, ${many} tokens, ${money} at list prices${unknown > 0 ? `; the cost of ${left} of them is unknown` : ''}`
  return [context(`${WORDS.modelUsed[language]} ${names}: ${line}`)]
}
