import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog } from '../catalog/types.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { showDate, showMoney, showNumber, showUsd } from '../language/numbers.ts'
import { type DatedRate, rateOn } from './dated-rates.ts'
import {
  DEFAULT_KEYS,
  type DefaultKey,
  PAID_HOURS,
  type WorkspaceDefaults,
} from './workspace-defaults.ts'

/** What the defaults are told by. */
export type DefaultsKnown = Readonly<{
  catalog: Pick<Catalog, 'region' | 'version'>
  defaults: Defaults
  rates: readonly DatedRate[]
  /** ISO date. */
  today: string
}>

export const DEFAULT_LABELS: Readonly<Record<DefaultKey, Bilingual>> = {
  currency: { en: 'Currency', ko: '통화' },
  region: { en: 'Region', ko: '지역' },
  discount: { en: 'Discount on token prices', ko: '토큰 가격 할인' },
  language: { en: 'Language', ko: '언어' },
  staff: { en: 'Cost of time', ko: '인건비' },
  hosting: { en: 'Hosting', ko: '호스팅' },
  data: { en: 'What may happen to the data', ko: '데이터 처리 조건' },
}

const SAY = {
  yours: { en: 'yours', ko: '직접 정함' },
  assumed: { en: 'assumed', ko: '가정' },
  hour: { en: ' an hour', ko: '/시간' },
  month: { en: ' requests a month', ko: '건/월' },
  months: { en: ' months', ko: '개월' },
  list: { en: 'none, list price', ko: '없음, 정가' },
  home: { en: 'where the provider of the first model is at home', ko: '첫 모델 공급사의 본거지' },
  own: { en: 'your own in Slack', ko: 'Slack에 설정한 본인 언어' },
  either: { en: 'either', ko: '무엇이든' },
  anywhere: { en: 'no limit', ko: '제한 없음' },
  volume: { en: 'Volume', ko: '요청량' },
  bar: { en: 'Certainty a dearer option needs', ko: '더 비싼 선택지에 필요한 확률' },
  horizon: { en: 'One-off work is written off over', ko: '일회성 작업의 상각 기간' },
  label: { en: 'One label', ko: '정답 하나' },
  rate: { en: 'a dollar, the rate of', ko: '/달러, 기준일' },
  gone: {
    en: 'no rate in force today, so money is in dollars alone',
    ko: '오늘 쓸 환율이 없어 달러로만 보여 드립니다',
  },
} as const satisfies Record<string, Bilingual>

/** Every default on one line: what the workspace set, else what is assumed. */
export function defaultsLines(
  set: WorkspaceDefaults,
  known: DefaultsKnown,
  language: Language,
): readonly string[] {
  return DEFAULT_KEYS.map((key) => {
    const own = set[key] !== undefined
    const value = own ? shown(key, set, known, language) : assumed(key, known, language)
    return `${DEFAULT_LABELS[key][language]}: ${value} (${SAY[own ? 'yours' : 'assumed'][language]})`
  })
}

/** What else is taken for granted and cannot be set here, each with its mark. */
export function otherAssumptions(
  { defaults }: DefaultsKnown,
  language: Language,
): readonly string[] {
  const { volume_per_month, decision_bar, horizon_months, usd_per_label } = defaults
  const line = (label: Bilingual, value: string) =>
    `${label[language]}: ${value} (${SAY.assumed[language]})`
  return [
    line(SAY.volume, `${showNumber(volume_per_month, language)}${SAY.month[language]}`),
    line(SAY.bar, `${showNumber(decision_bar * 100, language)}%`),
    line(SAY.horizon, `${showNumber(horizon_months, language)}${SAY.months[language]}`),
    line(SAY.label, showUsd(usd_per_label, language)),
  ]
}

function shown(
  key: DefaultKey,
  set: WorkspaceDefaults,
  { catalog, rates, today }: DefaultsKnown,
  language: Language,
): string {
  switch (key) {
    case 'currency': {
      const { currency = 'USD' } = set
      if (currency === 'USD') return currency
      const rate = rateOn(rates, currency, today)
      if (!rate) return `${currency}, ${SAY.gone[language]}`
      const amount = showMoney(rate.unitsPerUsd, currency, language, 4)
      return `${currency}, ${amount} ${SAY.rate[language]} ${showDate(rate.day, language)}`
    }
    case 'region':
      return catalog.region(set.region ?? '')?.label[language] ?? (set.region as string)
    case 'discount':
      return `${showNumber((set.discount ?? 0) * 100, language)}%`
    case 'staff':
      return `${showUsd(set.staff ?? 0, language)}${SAY.hour[language]}`
    default:
      return String(set[key])
  }
}

/** What is taken where the workspace set nothing. */
export function assumed(
  key: DefaultKey,
  { defaults }: Pick<DefaultsKnown, 'defaults'>,
  language: Language,
): string {
  switch (key) {
    case 'currency':
      return 'USD'
    case 'region':
      return SAY.home[language]
    case 'discount':
      return SAY.list[language]
    case 'language':
      return SAY.own[language]
    case 'staff':
      return `${showUsd(defaults.staff_usd_per_year / PAID_HOURS, language)}${SAY.hour[language]}`
    case 'hosting':
      return SAY.either[language]
    case 'data':
      return SAY.anywhere[language]
    default:
      return key satisfies never
  }
}
