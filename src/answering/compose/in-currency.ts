import type { Catalog } from '../../catalog/types.ts'
import { convertCurrency } from '../../engine/arithmetic/currency.ts'
import type { Currency, Estimate, Unit } from '../../engine/estimate.ts'
import { mapMonotone } from '../../engine/range.ts'
import { isUnknown } from '../../engine/unknown.ts'
import { quantityLabel } from '../../language/labels.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import { showDate } from '../../language/numbers.ts'
import { type DatedRate, rateOn } from '../../settings/dated-rates.ts'
import type { Answer, Segment, Sentence } from '../answer.ts'
import { figure, say, sentenceCase } from './say.ts'
import { shownFigures } from './shown-figures.ts'

const RESTATED: Bilingual = {
  en: 'The money of the last answer at {rate}{dated}; nothing else changes.',
  ko: '앞 답변의 금액을 {rate}{dated} 환율로 환산했습니다. 나머지는 그대로입니다.',
}
const BESIDE: Bilingual = {
  en: 'In {currency}, the default of your workspace, at {rate}{dated}:',
  ko: '워크스페이스 기본 통화인 {currency:으로/로}, {rate}{dated} 환율 적용:',
}
const DATED: Bilingual = { en: ', the rate of {day}', ko: '({day} 기준)' }
const AMOUNT: Bilingual = { en: '{what}: {there} ({here})', ko: '{what}: {there}, 달러로는 {here}' }
const OF: Bilingual = { en: '{quantity} of {whose}', ko: '{whose} {quantity}' }
const NAMES: Readonly<Record<Currency, Bilingual>> = {
  USD: { en: 'dollars', ko: '달러' },
  KRW: { en: 'Korean won', ko: '원화' },
  EUR: { en: 'euros', ko: '유로' },
  GBP: { en: 'pounds', ko: '파운드' },
  JPY: { en: 'yen', ko: '엔화' },
  CNY: { en: 'yuan', ko: '위안화' },
}
const NEEDS_RATE: Bilingual = {
  en: 'I hold no rate of exchange for {currency}, and rates move every day. How many to the dollar shall I use?',
  ko: '환율은 매일 바뀌므로 {currency} 환율을 따로 두지 않습니다. 달러당 얼마로 환산할까요?',
}
const NO_MONEY: Bilingual = {
  en: 'The last answer holds no amounts of money to restate.',
  ko: '앞 답변에는 환산할 금액이 없습니다.',
}

/** How many amounts are restated; the first that the answer shows. */
const MOST = { alone: 8, beside: 5 } as const

type Restated = Readonly<{
  lead: Sentence
  amounts: readonly Sentence[]
  estimates: readonly Estimate[]
}>

/**
 * The amounts that an answer shows in another currency, each beside its dollars; undefined when it shows none.
 * @param beside they stand in that answer itself, and not in one after it
 */
export function inCurrency(
  answer: Answer,
  rate: Estimate,
  currency: Currency,
  catalog: Catalog,
  language: Language,
  beside = false,
): Restated | undefined {
  if (isUnknown(rate.value)) return undefined
  const unitsPerUsd = rate.value.central
  const dollars = shownFigures(answer)
    .filter((e) => e.unit.startsWith('USD') && !isUnknown(e.value) && e.quantity !== 'flip-value')
    .slice(0, beside ? MOST.beside : MOST.alone)
  if (dollars.length === 0) return undefined
  const pairs = dollars.map((here) => ({ here, there: convert(here, unitsPerUsd, currency) }))
  return {
    lead: say(beside ? BESIDE : RESTATED, language, {
      currency: { text: NAMES[currency][language] },
      rate: figure(rate, language),
      dated: rate.asOf ? say(DATED, language, { day: showDate(rate.asOf, language) }) : [],
    }),
    amounts: pairs.map(({ here, there }) =>
      say(AMOUNT, language, {
        what: nameOf(here, answer, catalog, language),
        there: figure(there, language),
        here: figure(here, language),
      }),
    ),
    estimates: [rate, ...pairs.map((p) => p.there)],
  }
}

/** Asks for the one thing that is missing. */
export function askRate(currency: Currency, language: Language): Sentence {
  return say(NEEDS_RATE, language, { currency: { text: NAMES[currency][language] } })
}

export function noMoney(language: Language): Sentence {
  return say(NO_MONEY, language)
}

/** So many units of a currency for a dollar: the asker's own, or the one set by whoever runs the product. */
export function rateEstimate(
  currency: Currency,
  unitsPerUsd: number,
  kind: 'yours' | 'assumed',
): Estimate {
  return {
    id: `rate.${currency}`,
    quantity: 'exchange-rate',
    subject: currency,
    unit: `${currency}/USD`,
    value: { low: unitsPerUsd, central: unitsPerUsd, high: unitsPerUsd },
    kind,
    inputs: {},
    sources: kind === 'assumed' ? ['defaults'] : [],
  }
}

/** The rate that whoever runs the product supplied, newest at a moment (ISO), with its day. */
export function datedRate(
  rates: readonly DatedRate[],
  currency: Currency,
  at: string,
): Estimate | undefined {
  const rate = rateOn(rates, currency, at.slice(0, 10))
  return rate && { ...rateEstimate(currency, rate.unitsPerUsd, 'yours'), asOf: rate.day }
}

function convert(usd: Estimate, unitsPerUsd: number, currency: Currency): Estimate {
  const { value, asOf: _read, digits: _digits, ...rest } = usd
  return {
    ...rest,
    id: `${usd.id}@${currency}`,
    unit: usd.unit.replace('USD', currency) as Unit,
    value: isUnknown(value)
      ? value
      : mapMonotone(value, (usd) => convertCurrency(usd, unitsPerUsd, 'from-base')),
    kind: usd.kind === 'assumed' ? 'assumed' : 'computed',
    formula: 'currency-conversion',
    inputs: isUnknown(value) ? {} : { amount: value.central, rate: unitsPerUsd },
  }
}

/** "cost of GPT-6 Astra", "맞은 답의 가치". */
function nameOf(
  { quantity, subject = '' }: Estimate,
  { recommendation }: Answer,
  catalog: Catalog,
  language: Language,
): readonly Segment[] {
  const words: Segment = { text: sentenceCase(quantityLabel(quantity, language)) }
  const whose =
    recommendation?.options.find((o) => o.id === subject)?.label[language] ??
    catalog.model(subject)?.label
  return whose === undefined ? [words] : say(OF, language, { quantity: words, whose })
}
