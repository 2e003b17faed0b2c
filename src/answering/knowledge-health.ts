import { READ_AGAIN_DAYS, RETIRES_SOON_DAYS, type Stale, staleAt } from '../catalog/stale.ts'
import { filled } from '../language/filled.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { showDate, showNumber } from '../language/numbers.ts'
import { rateOn } from '../settings/dated-rates.ts'
import type { Knowledge } from './knowledge.ts'

/** Letters of the catalogue's version that tell one from another. */
const SHOWN_OF_VERSION = 12
/** Aged entries that are named of each kind. */
const NAMED = 3

const SAY = {
  notes: {
    en: '{notes} notes with {claims} reviewed statements from {sources} sources, the newest of {year}',
    ko: '노트 {notes}개, 검토한 문장 {claims}개, 자료 {sources}건(가장 최근 {year}년)',
  },
  catalog: {
    en: 'Catalogue {version}: {models} models, {prices} prices, last read {day}',
    ko: '카탈로그 {version}: 모델 {models}개, 가격 {prices}개, 마지막 확인 {day}',
  },
  prices: {
    en: 'Prices read more than {limit} days ago: {n}',
    ko: '확인한 지 {limit}일이 넘은 가격: {n}개',
  },
  rents: {
    en: 'Rents read more than {limit} days ago: {n}',
    ko: '확인한 지 {limit}일이 넘은 임대료: {n}개',
  },
  facts: {
    en: 'Facts about providers read more than {limit} days ago: {n}',
    ko: '확인한 지 {limit}일이 넘은 공급사 정보: {n}개',
  },
  retirements: {
    en: 'Models gone or going within {limit} days: {n}',
    ko: '종료되었거나 {limit}일 안에 종료될 모델: {n}개',
  },
  fresh: {
    en: 'Nothing in the catalogue has aged.',
    ko: '카탈로그에 오래된 항목이 없습니다.',
  },
  rates: { en: 'Rates of exchange, yours: {rates}', ko: '직접 적은 환율: {rates}' },
  noRates: { en: 'Rates of exchange: none supplied', ko: '환율: 없음' },
} as const satisfies Record<string, Bilingual>

/** What answers are drawn from and how old it is, one line each, every one with its date. */
export function knowledgeLines(
  { corpus, catalog, rates, at }: Pick<Knowledge, 'corpus' | 'catalog' | 'rates' | 'at'>,
  language: Language,
): readonly string[] {
  const today = at().slice(0, 10)
  const { notes } = corpus
  const sources = new Map(notes.flatMap((note) => note.sources.map((s) => [s.id, s.year] as const)))
  const checked = catalog.prices.map((row) => row.source.checked)
  const count = (n: number) => showNumber(n, language)
  const stale = staleAt(catalog, today)
  const aged = [
    agedLine(SAY.prices, READ_AGAIN_DAYS.prices, stale.prices, language),
    agedLine(SAY.rents, READ_AGAIN_DAYS.rents, stale.rents, language),
    agedLine(SAY.facts, READ_AGAIN_DAYS.facts, stale.facts, language),
    agedLine(SAY.retirements, RETIRES_SOON_DAYS, stale.retirements, language),
  ].flat()
  return [
    filled(SAY.notes, language, {
      notes: count(notes.length),
      claims: count(notes.reduce((sum, note) => sum + note.claims.length, 0)),
      sources: count(sources.size),
      year: String(Math.max(...sources.values())),
    }),
    filled(SAY.catalog, language, {
      version: catalog.version.slice(0, SHOWN_OF_VERSION),
      models: count(catalog.models.length),
      prices: count(catalog.prices.length),
      day: checked.length === 0 ? '–' : showDate(checked.toSorted().at(-1) ?? '', language),
    }),
    ...(aged.length > 0 ? aged : [SAY.fresh[language]]),
    ratesLine(rates, today, language),
  ]
}

/** How many of a kind have aged, and the oldest of them; nothing where none has. */
function agedLine(
  words: Bilingual,
  limit: number,
  stale: readonly Stale[],
  language: Language,
): readonly string[] {
  if (stale.length === 0) return []
  const said = filled(words, language, {
    limit: String(limit),
    n: showNumber(stale.length, language),
  })
  const named = stale.slice(0, NAMED).map(({ what, day }) => `${what} ${showDate(day, language)}`)
  return [`${said} (${named.join(', ')}${stale.length > NAMED ? ', …' : ''})`]
}

function ratesLine(rates: Knowledge['rates'], today: string, language: Language): string {
  const current = [...new Set(rates.map(({ currency }) => currency))].flatMap(
    (currency) => rateOn(rates, currency, today) ?? [],
  )
  if (current.length === 0) return SAY.noRates[language]
  const shown = current.map(
    ({ currency, unitsPerUsd, day }) =>
      `${currency} ${showNumber(unitsPerUsd, language, 6)}/USD (${showDate(day, language)})`,
  )
  return filled(SAY.rates, language, { rates: shown.join(', ') })
}
