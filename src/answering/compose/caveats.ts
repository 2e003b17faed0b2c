import type { Catalog } from '../../catalog/types.ts'
import type { Estimate } from '../../engine/estimate.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import { showDate } from '../../language/numbers.ts'
import type { Recommendation } from '../../sizing/recommendation.ts'
import type { Sentence } from '../answer.ts'
import type { Understanding } from '../understand.ts'
import { priceChange } from './price-changes.ts'
import { figure, say } from './say.ts'

const CONVERTED: Bilingual = {
  en: '“{words}” was taken as {tokens}.',
  ko: '“{words}” 분량은 {tokens:으로/로} 환산했습니다.',
}
const STALE: Bilingual = {
  en: 'The price of {model} was last read on {date}; check it before you sign.',
  ko: '{model} 가격을 마지막으로 확인한 날은 {date}입니다. 계약 전에 다시 확인하십시오.',
}
const RETIRES: Bilingual = {
  en: '{model} is no longer served from {date} on; plan the move.',
  ko: '{model:은/는} {date}부터 제공되지 않습니다. 이전 계획을 세우십시오.',
}

/** Days after which a price is called old. */
const OLD_AFTER_DAYS = 60
const DAY_MS = 86_400_000

/** Days ahead within which a model's end is worth a word. */
const RETIRES_WITHIN_DAYS = 365

/** What a careful reader should know, and the figures in it. */
type Caveats = Readonly<{ sentences: readonly Sentence[]; estimates: readonly Estimate[] }>

/** Conversions, old prices, prices about to change, models about to go. */
export function caveatSentences(
  recommendation: Recommendation,
  understood: Understanding,
  catalog: Catalog,
  at: string,
  language: Language,
): Caveats {
  const now = Date.parse(at)
  const sentences: Sentence[] = []
  const estimates: Estimate[] = []
  for (const { key, words } of understood.conversions) {
    const tokens = recommendation.estimates.find((e) => e.id === key)
    if (tokens)
      sentences.push(say(CONVERTED, language, { words, tokens: figure(tokens, language) }))
  }
  const compared = [recommendation.verdict.option, recommendation.reference]
  for (const option of recommendation.options.filter(
    (o) => compared.includes(o.id) && o.provider !== undefined,
  )) {
    const { asOf } = option.usdPerRequest
    const model = catalog.model(option.model ?? '')
    if (!model) continue
    if (asOf !== undefined && now - Date.parse(asOf) > OLD_AFTER_DAYS * DAY_MS)
      sentences.push(
        say(STALE, language, { model: model.label, date: { name: showDate(asOf, language) } }),
      )
    const change = priceChange(option, recommendation, catalog, at, language)
    if (change) {
      sentences.push(change.sentence)
      estimates.push(...change.estimates)
    }
    const retires = option.control?.retires?.value
    if (retires !== undefined && Date.parse(retires) - now < RETIRES_WITHIN_DAYS * DAY_MS)
      sentences.push(
        say(RETIRES, language, {
          model: model.label,
          date: { name: showDate(retires, language) },
        }),
      )
  }
  return { sentences, estimates }
}
