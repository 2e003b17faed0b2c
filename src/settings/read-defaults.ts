import type { Catalog } from '../catalog/types.ts'
import { CURRENCIES } from '../engine/estimate.ts'
import { filled } from '../language/filled.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { nearestWords } from '../sizing/nearest-words.ts'
import { parseMoney, parseNumber, parseShare } from '../sizing/parse-quantity.ts'
import { DATA_RULES } from '../sizing/request.ts'
import { type DatedRate, rateOn } from './dated-rates.ts'
import { DEFAULT_KEYS, type DefaultKey, type WorkspaceDefaults } from './workspace-defaults.ts'

/** What somebody wants of the defaults, or everything that is wrong with the words. */
export type ReadDefaults =
  | Readonly<{ do: 'show' }>
  | Readonly<{ do: 'set-defaults'; defaults: WorkspaceDefaults }>
  | Readonly<{ do: 'drop-defaults'; keys: readonly DefaultKey[] }>
  | Readonly<{ do: 'mend'; problems: readonly string[] }>

/** What values are held against. */
export type DefaultsGround = Readonly<{
  catalog: Pick<Catalog, 'region' | 'regions'>
  rates: readonly DatedRate[]
  /** ISO date. */
  today: string
}>

const KOREAN: Readonly<Record<string, DefaultKey>> = {
  통화: 'currency',
  지역: 'region',
  할인: 'discount',
  언어: 'language',
  인건비: 'staff',
  호스팅: 'hosting',
  데이터: 'data',
}

/** What each key takes, with an example. */
export const DEFAULT_HELP: Readonly<Record<DefaultKey, Bilingual>> = {
  currency: {
    en: `one of ${CURRENCIES.join(', ')}, e.g. currency=EUR`,
    ko: `${CURRENCIES.join(', ')} 중 하나, 예: 통화=KRW`,
  },
  region: { en: 'where it runs, e.g. region=KOR', ko: '실행 지역, 예: 지역=KOR' },
  discount: {
    en: 'the share below list price, above 0% and below 100%, e.g. discount=10%',
    ko: '정가보다 싼 비율(0% 초과 100% 미만), 예: 할인=10%',
  },
  language: { en: 'en or ko, e.g. language=ko', ko: 'en 또는 ko, 예: 언어=ko' },
  staff: {
    en: 'US dollars that an hour of your own people costs, above 0, e.g. staff=120',
    ko: '사람 한 시간의 비용(미국 달러, 0 초과), 예: 인건비=120',
  },
  hosting: {
    en: 'one of api, self-host, either, e.g. hosting=api',
    ko: 'api, self-host, either 중 하나, 예: 호스팅=api',
  },
  data: {
    en: `one of ${DATA_RULES.join(', ')}, e.g. data=no-training`,
    ko: `${DATA_RULES.join(', ')} 중 하나, 예: 데이터=no-training`,
  },
}

const SAY = {
  form: {
    en: '“{word}” is not key=value, such as region=KOR; `defaults off region` takes one back.',
    ko: '‘{word}’ 부분은 지역=KOR 같은 key=value 형식이 아닙니다. 되돌리려면 `기본값 해제 지역`을 입력하십시오.',
  },
  key: {
    en: 'There is no default “{word}”.{nearest} There are: {all}.',
    ko: '‘{word}’ 기본값은 없습니다.{nearest} 정할 수 있는 것: {all}.',
  },
  meant: { en: ' Did you mean {word}?', ko: ' 혹시 {word}입니까?' },
  value: {
    en: '{key}: received “{word}”, needs {help}.',
    ko: '{key}: ‘{word}’ 값을 받았습니다. 필요한 값: {help}.',
  },
  region: {
    en: '{key}: “{word}” is no region of the catalogue.{nearest}',
    ko: '{key}: ‘{word}’ 지역은 카탈로그에 없습니다.{nearest}',
  },
  rate: {
    en: '{word} cannot be the default: I hold no rate of exchange for it that is in force today, and I fetch none. Whoever runs me supplies one with its day as CURRENCY_RATES, such as {word}:{example}@{day}.{have}',
    ko: '{word:은/는} 기본 통화로 정할 수 없습니다. 오늘 쓸 환율이 없고, 환율을 스스로 가져오지도 않습니다. 운영자가 CURRENCY_RATES에 {word}:{example}@{day} 처럼 날짜와 함께 적어야 합니다.{have}',
  },
  have: { en: ' There is one for {all}.', ko: ' 환율이 있는 통화: {all}.' },
  off: {
    en: 'Name what to take back: {all}.',
    ko: '무엇을 해제할지 적어 주십시오: {all}.',
  },
} as const satisfies Record<string, Bilingual>

/** Reads `region=KOR discount=10%`, `off region`, or nothing, with keys in either language. */
export function readDefaults(
  text: string,
  ground: DefaultsGround,
  language: Language,
): ReadDefaults {
  const words = text.trim().split(/\s+/).filter(Boolean)
  const [first = '', ...rest] = words
  if (first === '') return { do: 'show' }
  const problems: string[] = []
  if (/^(?:off|해제)$/i.test(first)) {
    const keys = rest.flatMap((word) => keyOf(word) ?? [])
    problems.push(
      ...rest.filter((w) => keyOf(w) === undefined).map((word) => unknownKey(word, language)),
    )
    if (rest.length === 0)
      problems.push(filled(SAY.off, language, { all: DEFAULT_KEYS.join(', ') }))
    return problems.length > 0 ? { do: 'mend', problems } : { do: 'drop-defaults', keys }
  }
  const defaults: Record<string, unknown> = {}
  for (const word of words) {
    const [, named, typed = ''] = /^([^=]+)=(.+)$/.exec(word) ?? []
    const key = named === undefined ? undefined : keyOf(named)
    if (named === undefined) problems.push(filled(SAY.form, language, { word: short(word) }))
    else if (key === undefined) problems.push(unknownKey(named, language))
    else {
      const read = readValue(key, typed.replace(/^["“'](.*)["”']$/, '$1'), ground, language)
      if ('problem' in read) problems.push(read.problem)
      else defaults[key] = read.value
    }
  }
  return problems.length > 0 ? { do: 'mend', problems } : { do: 'set-defaults', defaults }
}

type Read = Readonly<{ value: unknown }> | Readonly<{ problem: string }>

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

/** Dollars an hour beyond which something else must be meant. */
const MOST_STAFF = 10_000

function readValue(
  key: DefaultKey,
  typed: string,
  ground: DefaultsGround,
  language: Language,
): Read {
  const wrong = { key, word: short(typed), help: DEFAULT_HELP[key][language] }
  if (key === 'region') {
    const region = ground.catalog.region(typed)
    if (region) return { value: region.id }
    const near = nearestWords(
      typed,
      ground.catalog.regions.map(({ id }) => id),
    )
    const nearest = near.length > 0 ? filled(SAY.meant, language, { word: near.join(', ') }) : ''
    return { problem: filled(SAY.region, language, { ...wrong, nearest }) }
  }
  if (key === 'currency') return currencyOf(typed, ground, wrong, language)
  const value = READ[key](typed)
  return value === undefined ? { problem: filled(SAY.value, language, wrong) } : { value }
}

function currencyOf(
  typed: string,
  { rates, today }: DefaultsGround,
  wrong: Readonly<Record<string, string>>,
  language: Language,
): Read {
  const currency = CURRENCIES.find((one) => one === typed.toUpperCase())
  if (currency === undefined) return { problem: filled(SAY.value, language, wrong) }
  if (currency === 'USD' || rateOn(rates, currency, today)) return { value: currency }
  const all = CURRENCIES.filter((one) => rateOn(rates, one, today)).join(', ')
  const have = all === '' ? '' : filled(SAY.have, language, { all })
  return {
    problem: filled(SAY.rate, language, { word: currency, example: 'RATE', day: today, have }),
  }
}

function keyOf(word: string): DefaultKey | undefined {
  return DEFAULT_KEYS.find((key) => key === word.toLowerCase()) ?? KOREAN[word]
}

function unknownKey(word: string, language: Language): string {
  const [near] = nearestWords(word, [...DEFAULT_KEYS, ...Object.keys(KOREAN)], 1)
  const nearest = near === undefined ? '' : filled(SAY.meant, language, { word: near })
  const all = language === 'ko' ? Object.keys(KOREAN) : DEFAULT_KEYS
  return filled(SAY.key, language, { word: short(word), nearest, all: all.join(', ') })
}

function short(word: string): string {
  return word.slice(0, 40)
}
