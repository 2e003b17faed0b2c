import { CURRENCIES, type Currency } from '../../engine/estimate.ts'
import { parseNumber } from '../../sizing/parse-quantity.ts'
import { pattern } from '../pattern.ts'

/** A currency an answer is to be restated in, and units of it for a dollar where a rate is given. */
export type CurrencyFound = Readonly<{ currency: Currency; unitsPerUsd?: number }>

const NAMES: Readonly<Record<Exclude<Currency, 'USD'>, string>> = {
  KRW: 'krw|(?:korean |south korean )?won|₩|원화|한화|한국 ?돈|원',
  EUR: 'eur|euros?|€|유로화?',
  GBP: 'gbp|pounds?(?: sterling)?|sterling|£|파운드화?',
  JPY: 'jpy|(?:japanese )?yen|엔화|엔|일본 ?돈',
  CNY: 'cny|rmb|yuan|renminbi|위안화?|중국 ?돈',
}
const USD = String.raw`(?:\$|usd|(?:us )?dollars?|달러)`
const AMOUNT = String.raw`(\d[\d,]*(?:\.\d+)?\s*(?:천|만)?)`

/** Reads "in Korean won?", "원화로는?", "in euros at 0.92", "1달러에 1,400원"; undefined when no other currency is asked for. */
export function findCurrency(text: string): CurrencyFound | undefined {
  const plain = text.toLowerCase()
  const currency = CURRENCIES.find((one) => one !== 'USD' && asksIn(plain, NAMES[one]))
  if (currency === undefined || currency === 'USD') return undefined
  const unitsPerUsd = rateIn(plain, NAMES[currency])
  return unitsPerUsd === undefined ? { currency } : { currency, unitsPerUsd }
}

/** The rate in a reply to our question for it: "1,400", "1400원", "it is 0.92". */
export function findRate(text: string, currency: Currency): number | undefined {
  if (currency === 'USD') return undefined
  const plain = text.toLowerCase()
  const alone = pattern(`^[^\\d]{0,20}${AMOUNT}[^\\d]{0,20}$`).exec(plain.trim())
  return rateIn(plain, NAMES[currency]) ?? positive(alone?.[1])
}

/** A currency is asked for by "in won", "원화로", or by a rate; an amount in it is no such thing. */
function asksIn(plain: string, names: string): boolean {
  const english = pattern(
    String.raw`\b(?:in|to|into|as)\s+(?:the )?(?:${names})(?![a-z])|^(?:and |the )?(?:${names})\s*\?*$`,
  )
  const korean = pattern(
    String.raw`(?:^|[\s(])(?:${names})\s*(?:으로|로)(?:는|도)?(?![가-힣]*\s*(?:입금|송금))`,
  )
  const named = pattern(String.raw`(?<![a-z가-힣])(?:${names})(?![a-z가-힣])|\d\s*(?:${names})`)
  return (
    english.test(plain) ||
    korean.test(plain) ||
    (named.test(plain) && rateIn(plain, names) !== undefined)
  )
}

function rateIn(plain: string, names: string): number | undefined {
  const own = `(?:${names})`
  const one = `(?:(?:1|one|a|an|per|to the|for a|for each|=|/|일) *)`
  const first = (...patterns: readonly string[]): number | undefined =>
    patterns.map((p) => positive(pattern(p).exec(plain)?.[1])).find((n) => n !== undefined)
  const inverse = first(
    String.raw`(?:\b1|one|an?)\s*${own}\s*(?:=|is|buys|costs|에|는|당)?\s*\$?\s*${AMOUNT}\s*${USD}?`,
    String.raw`${AMOUNT}\s*${USD}\s*(?:per|a|an|to the|/)\s*${own}`,
    String.raw`${own}당\s*${AMOUNT}\s*${USD}`,
  )
  if (inverse !== undefined) return 1 / inverse
  return first(
    String.raw`(?:\$\s*1|(?:\b1|one|an?)\s*${USD})\s*(?:=|is|buys|에|는|당)?\s*[₩€£]?\s*${AMOUNT}\s*${own}?`,
    String.raw`[₩€£]?${AMOUNT}\s*${own}?\s*${one}+${USD}`,
    String.raw`${USD}당\s*${AMOUNT}`,
    String.raw`(?:\bat|\brate(?: of| is)?|환율(?:은|이)?)\s*(?:about |약 )?[₩€£]?\s*${AMOUNT}`,
  )
}

function positive(text: string | undefined): number | undefined {
  const number = text === undefined ? undefined : parseNumber(text.replace(/\s+/g, ''))
  return number !== undefined && number > 0 ? number : undefined
}
