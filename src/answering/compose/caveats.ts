import type { Catalog } from '../../catalog/types.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import { showDate } from '../../language/numbers.ts'
import type { Recommendation } from '../../sizing/recommendation.ts'
import type { Sentence } from '../answer.ts'
import { READ_AT_MOST, type Understanding } from '../understand.ts'
import { figure, say } from './say.ts'

const CONVERTED: Bilingual = {
  en: '“{words}” was taken as {tokens}.',
  ko: '“{words}” 분량은 {tokens:으로/로} 환산했습니다.',
}
const STALE: Bilingual = {
  en: 'The price of {model} was last read on {date}; check it before you sign.',
  ko: '{model} 가격을 마지막으로 확인한 날은 {date}입니다. 계약 전에 다시 확인하십시오.',
}
const CHANGES: Bilingual = {
  en: 'The price of {model} changes on {date}; this answer uses the one in force today.',
  ko: '{model} 가격은 {date}에 바뀝니다. 이 답은 오늘 유효한 가격을 씁니다.',
}
const LONG: Bilingual = {
  en: 'Your message was long; only its beginning was read.',
  ko: '메시지가 길어 앞부분만 읽었습니다.',
}

/** Days after which a price is called old. */
const OLD_AFTER_DAYS = 60
const DAY_MS = 86_400_000

/** What a careful reader should know: conversions, old prices, prices about to change, text left out. */
export function caveatSentences(
  recommendation: Recommendation,
  understood: Understanding,
  catalog: Catalog,
  at: string,
  language: Language,
): Sentence[] {
  const now = Date.parse(at)
  const sentences: Sentence[] = []
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
    const next = catalog.prices.find(
      (p) => p.provider === option.provider && p.model === model.id && Date.parse(p.from) > now,
    )
    if (next)
      sentences.push(
        say(CHANGES, language, {
          model: model.label,
          date: { name: showDate(next.from, language) },
        }),
      )
  }
  if (understood.text.length >= READ_AT_MOST) sentences.push(say(LONG, language))
  return sentences
}
