import { forecastUsdPerRequest, priceForecast } from '../../catalog/price-forecast.ts'
import { scaledPrices } from '../../catalog/scaled-prices.ts'
import type { Catalog, PriceRow } from '../../catalog/types.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { exactly } from '../../engine/range.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import { showDate } from '../../language/numbers.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import type { Sentence } from '../answer.ts'
import { figure, say } from './say.ts'

/** Months that a bill is looked ahead where a price is known to change. */
const MONTHS = 6

const CHANGES: Bilingual = {
  en: 'The price of {model} changes on {date}; this answer uses the one in force today. With the change {months} of it cost {bill}.',
  ko: '{model} 가격은 {date}에 바뀝니다. 이 답은 오늘 유효한 가격을 씁니다. 변경을 반영하면 {months} 비용은 {bill}입니다.',
}

type Warning = Readonly<{ sentence: Sentence; estimates: readonly Estimate[] }>

/** What a dated price change ahead does to the bill of an option: each month priced as it will be, split where the price changes. */
export function priceChange(
  option: Option,
  recommendation: Recommendation,
  catalog: Catalog,
  at: string,
  language: Language,
): Warning | undefined {
  const { inputTokens, outputTokens, cacheShare, batch, volume, priceFactor } =
    recommendation.request
  const supposed = scaledPrices(catalog, priceFactor?.value ?? 1)
  const next = nextPrice(option, supposed, at)
  const { provider, model, label } = option
  if (!next || provider === undefined || model === undefined) return undefined
  const tokens = {
    input: inputTokens.value,
    cachedInput: inputTokens.value * cacheShare.value,
    output: outputTokens.value,
  }
  const forecast = priceForecast(supposed, { provider, model, from: at, months: MONTHS })
  const usd = forecastUsdPerRequest(forecast, tokens, batch.value)
  const known = usd.filter((month) => typeof month === 'number')
  if (known.length < usd.length) return undefined
  const base = { subject: option.id, sources: option.usdPerRequest.sources, inputs: {} } as const
  const bill: Estimate = {
    ...base,
    id: `${option.id}.forecast`,
    quantity: 'forecast',
    unit: 'USD',
    value: exactly(known.reduce((sum, month) => sum + month * volume.value, 0)),
    kind: 'computed',
    formula: 'forecast-price',
    inputs: { ...tokens, requests_per_month: volume.value, changes_on: next.from },
  }
  const months: Estimate = {
    ...base,
    id: `${option.id}.forecast-months`,
    quantity: 'horizon',
    unit: 'months',
    value: exactly(MONTHS),
    kind: 'assumed',
    sources: [],
  }
  return {
    sentence: say(CHANGES, language, {
      model: label[language],
      date: { name: showDate(next.from, language) },
      months: figure(months, language),
      bill: figure(bill, language),
    }),
    estimates: [bill, months],
  }
}

/** The next dated price of an option's model within the months looked ahead. */
function nextPrice(
  { provider, model }: Option,
  catalog: Catalog,
  at: string,
): PriceRow | undefined {
  const now = Date.parse(at)
  const until = new Date(at)
  until.setUTCMonth(until.getUTCMonth() + MONTHS)
  return catalog.prices.find(
    (p) =>
      p.provider === provider &&
      p.model === model &&
      Date.parse(p.from) > now &&
      Date.parse(p.from) < until.getTime(),
  )
}
