import type { Bilingual, Language } from '../language/language.ts'
import type { CurrencyDigest, Digest } from './digest.ts'
import {
  anomalyText,
  type DriverKey,
  driverTexts,
  noteLine,
  REST,
  restNano,
  shownDrivers,
} from './digest-sentences.ts'
import { group, type LineGroup, NOBODY, nameText } from './digest-words.ts'
import { showChange, showNano } from './show-money.ts'

/** Movers told one by one. */
const MOVERS = 3

/** What each part of a change means. */
const MEANING: Readonly<Record<DriverKey, Bilingual>> = {
  newNano: {
    en: 'new models: not in use in the period before',
    ko: '새 모델: 이전 기간에는 쓰지 않던 모델',
  },
  requestsNano: { en: 'more or fewer requests', ko: '요청 수가 늘거나 줄어든 몫' },
  lengthNano: {
    en: 'longer or shorter requests and answers',
    ko: '요청과 답변의 길이가 달라진 몫',
  },
  volumeNano: { en: 'more or fewer tokens', ko: '사용량이 늘거나 줄어든 몫' },
  priceNano: { en: 'dearer or cheaper tokens', ko: '토큰 단가가 달라진 몫' },
  mixNano: {
    en: 'another mix of models and kinds of tokens',
    ko: '모델과 토큰 종류의 구성이 달라진 몫',
  },
  otherNano: { en: 'lines that give no quantity', ko: '수량이 없는 항목' },
}
/** Why a period cost more or less than the one before: the parts of the change, by team, and what moved. */
export function whyGroups(digest: Digest, language: Language): LineGroup[] {
  const ko = language === 'ko'
  const { currencies, notes } = digest
  const unknown = notes.filter((n) => n.kind === 'no-data' || n.kind === 'before-unknown')
  return [
    ...currencies.flatMap((c) => {
      const own = (heading: Bilingual, lines: readonly string[]) =>
        group(`${heading[language]}${currencies.length > 1 ? ` (${c.currency})` : ''}`, lines)
      return [
        ...own(changeHeading(c, language), partLines(c, language)),
        ...own({ en: 'By team', ko: '팀별' }, teamDriverLines(c, language)),
        ...own(
          { en: 'Work that moved most', ko: '변화가 큰 작업' },
          moverLines(c, 'workload', language),
        ),
        ...own(
          { en: 'Models that moved most', ko: '변화가 큰 모델' },
          moverLines(c, 'model', language),
        ),
        ...own(
          { en: 'What stands out', ko: '이상 지출' },
          'found' in c.anomalies
            ? c.anomalies.found.slice(0, 4).map((a) => anomalyText(a, c.currency, language))
            : [],
        ),
      ]
    }),
    ...group(
      ko ? '알 수 없는 것' : 'What is not known',
      unknown.map((note) => noteLine(note, language)),
    ),
  ]
}

function changeHeading({ comparison, currency }: CurrencyDigest, language: Language): Bilingual {
  const change = comparison ? showChange(comparison.changeNano, currency, language) : ''
  return { en: `The change of ${change} is made of`, ko: `변화 ${change}의 구성` }
}

/** The parts of the change, each with what it means. */
function partLines({ drivers, currency }: CurrencyDigest, language: Language): string[] {
  if (!drivers) return []
  const parts = shownDrivers(drivers.all, currency)
  if (parts.length === 0)
    return [language === 'ko' ? '눈에 띄는 요인이 없습니다.' : 'No single part is worth a line.']
  const rest = restNano(drivers.all, parts)
  return [
    ...parts.map(([key, nano]) => [MEANING[key], nano] as const),
    ...(rest === 0n ? [] : [[REST, rest] as const]),
  ].map(([meaning, nano]) => `${showChange(nano, currency, language)} ${meaning[language]}`)
}

/** Each team's own parts of the change. */
export function teamDriverLines(
  { drivers, currency }: CurrencyDigest,
  language: Language,
): string[] {
  return (drivers?.teams ?? []).flatMap(({ team, drivers: own }) => {
    const parts = driverTexts(own, currency, language)
    const name = team === undefined ? NOBODY.team[language] : nameText(team)
    return parts.length === 0 ? [] : [`${name}: ${parts.join(', ')}`]
  })
}

/** What changed most, from what to what. */
export function moverLines(
  { movers, currency }: CurrencyDigest,
  by: 'model' | 'workload',
  language: Language,
): string[] {
  const money = (nano: bigint) => showNano(nano, currency, language)
  return movers[by]
    .slice(0, MOVERS)
    .map(
      ({ name, beforeNano = 0n, changeNano = 0n }) =>
        `${nameText(name)}: ${money(beforeNano)} → ${money(beforeNano + changeNano)} (${showChange(changeNano, currency, language)})`,
    )
}
