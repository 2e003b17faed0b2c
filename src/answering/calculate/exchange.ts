import type { Currency } from '../../engine/estimate.ts'
import { clauseOf } from './clauses.ts'
import type { QuantityRead } from './quantities.ts'

const NAMES: readonly (readonly [Currency, RegExp])[] = [
  ['USD', /\$|\bdollars?\b|\busd\b|달러/i],
  ['KRW', /₩|\bwon\b|\bkrw\b|원화|원(?=[^가-힣]|으로|이|은|을|\/|$)/i],
  ['EUR', /€|\beuros?\b|\beur\b|유로/i],
  ['GBP', /£|\bpounds?\b|\bgbp\b|파운드/i],
  ['JPY', /¥|\byen\b|\bjpy\b|엔화|엔(?=[^가-힣]|으로|이|은|을|\/|$)/i],
  ['CNY', /\byuan\b|\brmb\b|\bcny\b|위안/i],
]
const RATE =
  /환율|\bexchange|\brates?\b|\bfx\b|(?:달러|유로|엔|파운드|위안)(?:당|에|가| ?=)|\bthe (?:dollar|euro|pound|yuan|yen) (?:at|is|stands|costs)|\bper (?:dollar|euro|pound|usd|eur)|\bto (?:the|a|one) (?:dollar|euro|pound)|\b(?:dollar|euro|pound) (?:at|=)|\bbuys\b|\bat\s+[\d,.]+/i

/** "in dollars", "달러로": what it is converted to says nothing of which currency the rate prices. */
const TARGET =
  /\b(?:in|into|to) (?:us )?(?:dollars?|usd|won|krw|euros?|eur|pounds?|gbp|yen|yuan)\b|(?:달러|원화?|유로|파운드|엔화?|위안)(?:으로|로)(?![가-힣])/gi

/** Currencies that a text names, the dollar first. */
export function currenciesIn(text: string): Currency[] {
  return NAMES.filter(([, words]) => words.test(text)).map(([currency]) => currency)
}

/**
 * Marks the exchange rate that a question states: which figure it is and which currency it prices.
 * Nothing is marked where the question names no second currency.
 */
export function withExchangeRate(
  text: string,
  quantities: readonly QuantityRead[],
): QuantityRead[] {
  const named = currenciesIn(text)
  const rate = [...quantities]
    .reverse()
    .find((q) => (q.what === 'bare' || q.what === 'money') && RATE.test(clauseOf(q)))
  const amount = quantities.find((q) => q !== rate && q.what.startsWith('money'))
  if (!rate || !amount?.currency || named.length < 2) return [...quantities]
  const beside = currenciesIn(clauseOf(rate).replace(TARGET, ' '))
  const quote =
    rate.currency ?? named.find((c) => c !== baseOf(beside, named, undefined)) ?? amount.currency
  const base = baseOf(beside, named, quote) ?? amount.currency
  return quantities
    .filter((q) => q.value !== 1 || q.currency !== base)
    .map((q) => (q === rate ? { ...q, what: 'rate', currency: quote, base } : q))
}

/** The currency that one unit of is priced: the one named beside the rate, the dollar before others. */
function baseOf(
  beside: readonly Currency[],
  named: readonly Currency[],
  quote: Currency | undefined,
): Currency | undefined {
  const free = (list: readonly Currency[]) => list.filter((c) => c !== quote)
  const strong = (list: readonly Currency[]) =>
    (['EUR', 'GBP', 'USD', 'CNY', 'JPY'] as const).find((c) => list.includes(c))
  return strong(free(beside)) ?? strong(free(named))
}
