import type { Catalog } from '../catalog/types.ts'
import { CURRENCIES } from '../engine/estimate.ts'
import { filled } from '../language/filled.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { nearestWords } from '../sizing/nearest-words.ts'
import { parseMoney, parseNumber, parseShare } from '../sizing/parse-quantity.ts'
import { DATA_RULES } from '../sizing/request.ts'
import { type DatedRate, rateOn } from './dated-rates.ts'
import type { DefaultKey, WorkspaceDefaults } from './workspace-defaults.ts'

/** What values are held against. */
export type DefaultsGround = Readonly<{
  catalog: Pick<Catalog, 'region' | 'regions'>
  rates: readonly DatedRate[]
  /** ISO date. */
  today: string
}>

/** A value as it was typed, what it is called there, and an example as it would be typed there. */
export type TypedDefault = Readonly<{
  key: DefaultKey
  typed: string
  name: string
  example: string
}>

/** What each default takes, and an example. */
export const DEFAULT_HELP: Readonly<
  Record<DefaultKey, Readonly<{ needs: Bilingual; example: Bilingual }>>
> = {
  currency: {
    needs: { en: `one of ${CURRENCIES.join(', ')}`, ko: `${CURRENCIES.join(', ')} 중 하나` },
    example: { en: 'EUR', ko: 'KRW' },
  },
  region: { needs: { en: 'where it runs', ko: '실행 지역' }, example: { en: 'KOR', ko: 'KOR' } },
  discount: {
    needs: {
      en: 'the share below list price, above 0% and below 100%',
      ko: '정가보다 싼 비율(0% 초과 100% 미만)',
    },
    example: { en: '10%', ko: '10%' },
  },
  language: { needs: { en: 'en or ko', ko: 'en 또는 ko' }, example: { en: 'ko', ko: 'ko' } },
  staff: {
    needs: {
      en: 'US dollars that an hour of your own people costs, above 0 and at most 10,000',
      ko: '사람 한 시간의 비용(미국 달러, 0 초과 10,000 이하)',
    },
    example: { en: '120', ko: '120' },
  },
  hosting: {
    needs: { en: 'one of api, self-host, either', ko: 'api, self-host, either 중 하나' },
    example: { en: 'api', ko: 'api' },
  },
  data: {
    needs: { en: `one of ${DATA_RULES.join(', ')}`, ko: `${DATA_RULES.join(', ')} 중 하나` },
    example: { en: 'no-training', ko: 'no-training' },
  },
}

const SAY = {
  value: {
    en: '{name}: received “{word}”, needs {needs}, e.g. {example}.',
    ko: '{name}: ‘{word}’ 값을 받았습니다. 필요한 값: {needs}, 예: {example}.',
  },
  region: {
    en: '{name}: “{word}” is no region of the catalogue.{nearest}',
    ko: '{name}: ‘{word}’ 지역은 카탈로그에 없습니다.{nearest}',
  },
  meant: { en: ' Did you mean {word}?', ko: ' 혹시 {word}입니까?' },
  rate: {
    en: '{word} cannot be the default: I hold no rate of exchange for it that is in force today, and I fetch none. Whoever runs me supplies one with its day as CURRENCY_RATES, such as {word}:{example}@{day}.{have}',
    ko: '{word:은/는} 기본 통화로 정할 수 없습니다. 오늘 쓸 환율이 없고, 환율을 스스로 가져오지도 않습니다. 운영자가 CURRENCY_RATES에 {word}:{example}@{day} 처럼 날짜와 함께 적어야 합니다.{have}',
  },
  have: { en: ' There is one for {all}.', ko: ' 환율이 있는 통화: {all}.' },
} as const satisfies Record<string, Bilingual>

/** Dollars an hour beyond which something else must be meant. */
const MOST_STAFF = 10_000

const READ: {
  readonly [K in Exclude<DefaultKey, 'currency' | 'region'>]: (
    text: string,
  ) => WorkspaceDefaults[K] | undefined
} = {
  discount: (text) => {
    const share = parseShare(text)
    return share !== undefined && share > 0 && share < 1 ? share : undefined
  },
  language: (text) => (['en', 'ko'] as const).find((one) => one === text.toLowerCase()),
  staff: (text) => {
    const usd = parseMoney(text) ?? parseNumber(text)
    return usd !== undefined && usd > 0 && usd <= MOST_STAFF ? usd : undefined
  },
  hosting: (text) => (['api', 'self-host', 'either'] as const).find((one) => one === text),
  data: (text) => DATA_RULES.find((one) => one === text),
}

type Read = Readonly<{ value: unknown }> | Readonly<{ problem: string }>

/** The value of one default, or a sentence that says what is wrong with it and how to mend it. */
export function readValue(
  { key, typed, name, example }: TypedDefault,
  ground: DefaultsGround,
  language: Language,
): Read {
  const needs = DEFAULT_HELP[key].needs[language]
  const wrong = filled(SAY.value, language, { name, word: short(typed), needs, example })
  if (key === 'region') return regionOf(typed, name, ground, language)
  if (key === 'currency') return currencyOf(typed, wrong, ground, language)
  const value = READ[key](typed)
  return value === undefined ? { problem: wrong } : { value }
}

function regionOf(
  typed: string,
  name: string,
  { catalog }: DefaultsGround,
  language: Language,
): Read {
  const region = catalog.region(typed)
  if (region) return { value: region.id }
  const ids = catalog.regions.map(({ id }) => id)
  const nearest = meant(nearestWords(typed, ids), language)
  return { problem: filled(SAY.region, language, { name, word: short(typed), nearest }) }
}

function currencyOf(
  typed: string,
  wrong: string,
  { rates, today }: DefaultsGround,
  language: Language,
): Read {
  const currency = CURRENCIES.find((one) => one === typed.toUpperCase())
  if (currency === undefined) return { problem: wrong }
  if (currency === 'USD' || rateOn(rates, currency, today)) return { value: currency }
  const all = CURRENCIES.filter((one) => rateOn(rates, one, today)).join(', ')
  const have = all === '' ? '' : filled(SAY.have, language, { all })
  return {
    problem: filled(SAY.rate, language, { word: currency, example: 'RATE', day: today, have }),
  }
}

/** Asks whether one of the nearest words was meant, if there are any. */
export function meant(near: readonly string[], language: Language): string {
  return near.length > 0 ? filled(SAY.meant, language, { word: near.join(', ') }) : ''
}

/** What was received, as far as it is repeated. */
export function short(word: string): string {
  return word.slice(0, 40)
}
