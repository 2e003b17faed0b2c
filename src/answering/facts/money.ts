import { parseMoney } from '../../sizing/parse-quantity.ts'
import { CAUGHT, MISSED } from './stakes.ts'

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`
const USD = String.raw`\$\s*${NUMBER}(?:\s*[km]\b)?|${NUMBER}\s*(?:[km]|만|천)?\s*(?:usd\b|dollars?\b|cents?\b|달러|불|센트)`
/** Money that is not converted: rates move, and nobody has reviewed one. */
const OTHER = String.raw`[€£¥₩]\s*${NUMBER}|${NUMBER}\s*(?:[km]|만|천|억)?\s*(?:eur(?:os?)?\b|gbp\b|pounds?\b|jpy\b|yen\b|krw\b|won\b|원|유로|파운드|엔)`

const WRONG =
  /wrong|mistake|mistag|error|misclass|incorrect|miss(?:ed)?\b|fail|틀리|틀린|오류|오답|실수|잘못/i
const RIGHT = /worth|value|right|correct|saves? us|earns?|맞으면|맞는|맞은|정답|가치|절약/i
const BUDGET = /budget|spend (?:at most|up to|no more)|예산|한도/i

type Key = 'value' | 'error-cost' | 'budget'

export type MoneyFound = Readonly<{
  amounts: Readonly<Partial<Record<Key, number>>>
  /** Amounts in other currencies, as they were written. */
  unconverted: readonly Readonly<{ key: Key; words: string }>[]
}>

const ANY_AMOUNT = new RegExp(`(${USD})|${OTHER}`, 'gi')

/** Amounts of a sentence by what the words around them say they are; in US dollars or not converted. */
export function findMoney(text: string): MoneyFound {
  const amounts: Partial<Record<Key, number>> = {}
  const unconverted: { key: Key; words: string }[] = []
  for (const match of text.matchAll(ANY_AMOUNT)) {
    const [words, usd] = match
    const key = keyOf(clauseAround(text, match.index, words.length))
    if (key === undefined) continue
    const amount = usd === undefined ? undefined : parseMoney(usd)
    if (amount === undefined) unconverted.push({ key, words })
    else amounts[key] ??= amount
  }
  return { amounts, unconverted }
}

function keyOf(clause: string): Key | undefined {
  if (BUDGET.test(clause)) return 'budget'
  if (WRONG.test(clause) || MISSED.test(clause)) return 'error-cost'
  return RIGHT.test(clause) || CAUGHT.test(clause) ? 'value' : undefined
}

/** The stretch of text between the punctuation, conjunctions or Korean conditions on either side. */
function clauseAround(text: string, index: number, length: number): string {
  const breaks =
    /[,;!?]|\.(?!\d)|\band\b|\bbut\b|\bwhile\b|(?<=고)\s|(?<=며)\s|그리고|하지만|(?<!못|안|제대로)\s(?=[가-힣]+면\s)/gi
  const cuts = [...text.matchAll(breaks)]
    .map((m) => m.index)
    .filter((i) => i < index || i >= index + length)
  const before = Math.max(0, ...cuts.filter((i) => i < index))
  const after = Math.min(text.length, ...cuts.filter((i) => i >= index + length))
  return text.slice(before, after)
}
