import { parseMoney } from '../../sizing/parse-quantity.ts'

const USD = String.raw`(\$\s*\d[\d,.]*\s*(?:k|m)?|\d[\d,.]*\s*(?:k|m|만|천)?\s*(?:usd|dollars?|cents?|달러|불|센트))`

const WRONG =
  /wrong|mistake|mistag|error|misclass|incorrect|miss(?:ed)?\b|fail|틀리|틀린|오류|오답|실수|잘못/i
const RIGHT = /worth|value|right|correct|saves? us|earns?|맞으면|맞는|맞은|정답|가치|절약/i
const BUDGET = /budget|spend (?:at most|up to|no more)|예산|한도/i

/** US dollar amounts of a sentence by what the words around them say they are. */
export function findMoney(text: string): {
  value?: number
  'error-cost'?: number
  budget?: number
} {
  const found: { value?: number; 'error-cost'?: number; budget?: number } = {}
  for (const match of text.matchAll(new RegExp(USD, 'gi'))) {
    const amount = parseMoney((match[1] ?? '').replace(/[.,]$/, ''))
    if (amount === undefined) continue
    const clause = clauseAround(text, match.index, match[0].length)
    if (BUDGET.test(clause)) found.budget ??= amount
    else if (WRONG.test(clause)) found['error-cost'] ??= amount
    else if (RIGHT.test(clause)) found.value ??= amount
  }
  return found
}

/** The stretch of text between the punctuation or conjunctions on either side. */
function clauseAround(text: string, index: number, length: number): string {
  const breaks = /[,;!?]|\.(?!\d)|\band\b|\bbut\b|\bwhile\b|(?<=고)\s|(?<=며)\s|그리고|하지만/gi
  const cuts = [...text.matchAll(breaks)]
    .map((m) => m.index)
    .filter((i) => i < index || i >= index + length)
  const before = Math.max(0, ...cuts.filter((i) => i < index))
  const after = Math.min(text.length, ...cuts.filter((i) => i >= index + length))
  return text.slice(before, after)
}
