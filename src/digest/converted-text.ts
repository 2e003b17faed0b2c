import { filled } from '../language/filled.ts'
import { kindMark } from '../language/labels.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { showDate, showNumber } from '../language/numbers.ts'
import { type Conversion, inCurrency, type UnitsPerUsd } from '../spend/in-currency.ts'
import type { Digest } from './digest.ts'
import { showChange, showNano } from './show-money.ts'

/** An amount as it was billed, and its change where there is something to compare with. */
export type BilledAmount = Readonly<{ currency: string; nano: bigint; changeNano?: bigint }>

const SAY = {
  amount: { en: '{billed} is {there}', ko: '{billed} → {there}' },
  changed: { en: '{billed} is {there}, change {change}', ko: '{billed} → {there}(변화 {change})' },
  rate: {
    en: '{units} {currency} a dollar{mark} from {day}',
    ko: '1달러당 {units} {currency}{mark}, {day} 기준',
  },
  line: {
    en: 'In {currency} (workspace default): {amounts}. Computed (ƒ) at configured rates: {rates}.',
    ko: '{currency} 환산(기본 통화): {amounts}. 설정된 환율로 계산(ƒ)한 값입니다: {rates}.',
  },
  unknown: {
    en: 'what was billed in {billed} is unknown in {currency} (no rate in force on {day})',
    ko: '{billed} 청구액의 {currency} 환산값은 알 수 없음({day}에 쓸 환율 없음)',
  },
} as const satisfies Record<string, Bilingual>

/** The totals that lead a digest. */
export function billedTotals({ currencies }: Digest): BilledAmount[] {
  return currencies.map(({ currency, totalNano: nano, comparison }) => ({
    ...{ currency, nano },
    ...(comparison === undefined ? {} : { changeNano: comparison.changeNano }),
  }))
}

/**
 * Billed amounts in the workspace's currency too, each for itself, with the rates and their days; nothing
 * where the workspace set none, nothing was billed in another, or no rate is known.
 */
export function convertedLines(
  billed: readonly BilledAmount[],
  { conversion }: Pick<Digest, 'conversion'>,
  language: Language,
): string[] {
  if (!conversion) return []
  const { currency, rates } = conversion
  const amounts = billed.flatMap((amount) => amountText(amount, conversion, language))
  if (amounts.length === 0) return []
  const used = new Set([currency, ...billed.map((amount) => amount.currency)])
  return [
    filled(SAY.line, language, {
      currency,
      amounts: amounts.join('; '),
      rates: rates
        .filter((rate) => used.has(rate.currency))
        .map((rate) => rateText(rate, language))
        .join('; '),
    }),
  ]
}

/** Currencies that have no rate to the workspace's, for the line that says what is covered. */
export function unconvertedTexts(
  { conversion, currencies }: Pick<Digest, 'conversion' | 'currencies'>,
  language: Language,
): string[] {
  if (!conversion) return []
  const { currency, day } = conversion
  const unknown = currencies
    .filter((c) => c.currency !== currency)
    .filter((c) => inCurrency(c.totalNano, c.currency, conversion) === undefined)
    .map((c) => c.currency)
  if (unknown.length === 0) return []
  return [filled(SAY.unknown, language, { billed: unknown.join(', '), currency, day })]
}

function amountText(
  { currency: from, nano, changeNano }: BilledAmount,
  conversion: Conversion,
  language: Language,
): string[] {
  const { currency } = conversion
  const there = inCurrency(nano, from, conversion)
  if (from === currency || there === undefined) return []
  const change = changeNano === undefined ? undefined : inCurrency(changeNano, from, conversion)
  const mark = kindMark('computed', language)
  return [
    filled(change === undefined ? SAY.amount : SAY.changed, language, {
      billed: showNano(nano, from, language),
      there: `${showNano(there, currency, language)}${mark}`,
      ...(change === undefined
        ? {}
        : { change: `${showChange(change, currency, language)}${mark}` }),
    }),
  ]
}

/** A rate as it was configured, with every digit. */
function rateText({ currency, unitsPerUsd, day }: UnitsPerUsd, language: Language): string {
  return filled(SAY.rate, language, {
    currency,
    units: showNumber(unitsPerUsd, language, 15),
    mark: kindMark('yours', language),
    day: showDate(day, language),
  })
}
