import type { Bilingual, Language } from '../language/language.ts'
import { showNumber } from '../language/numbers.ts'
import type { Dimension } from '../spend/breakdown.ts'
import type { CurrencyDigest, Digest, OtherLine } from './digest.ts'
import { anomalyText, budgetText, driverTexts, noteLine } from './digest-sentences.ts'
import { breakdownText, nameText, percent } from './digest-words.ts'
import { outcomeLines } from './outcome-text.ts'
import { savingLines } from './saving-text.ts'
import { showChange, showNano, showShare } from './show-money.ts'

/** What the headline has no room for: of each currency, then of the whole, then what has to be known. */
export function digestDetails(digest: Digest, language: Language): string[] {
  if (digest.currencies.length === 0)
    return digest.notes.slice(1).map((note) => noteLine(note, language))
  return [
    ...digest.currencies.flatMap((c) => currencyLines(c, language)),
    ...energyLines(digest, language),
    ...aheadLines(digest, language),
    ...outcomeLines(digest.followUp, language),
    ...changedLines(digest, language),
    ...coverageLines(digest, language),
    ...digest.notes.map((note) => noteLine(note, language)),
  ]
}

const BY: Readonly<Record<Dimension, Bilingual>> = {
  provider: { en: 'By provider', ko: '제공사별' },
  model: { en: 'By model', ko: '모델별' },
  team: { en: 'By team', ko: '팀별' },
  project: { en: 'By project', ko: '프로젝트별' },
  workload: { en: 'By workload', ko: '작업별' },
}
const NOBODY: Readonly<Record<Dimension, Bilingual>> = {
  provider: { en: 'no provider named', ko: '제공사 미지정' },
  model: { en: 'no model named', ko: '모델 미지정' },
  team: { en: 'no team named', ko: '팀 미지정' },
  project: { en: 'no project named', ko: '프로젝트 미지정' },
  workload: { en: 'no workload named', ko: '작업 미지정' },
}
const OTHER: Readonly<Record<OtherLine['kind'], Bilingual>> = {
  purchase: { en: 'Purchases', ko: '구매' },
  tax: { en: 'Tax', ko: '세금' },
  credit: { en: 'Credits', ko: '크레딧' },
  refund: { en: 'Refunds', ko: '환불' },
  adjustment: { en: 'Adjustments', ko: '조정' },
  correction: { en: 'Corrections', ko: '정정' },
}

function currencyLines(c: CurrencyDigest, language: Language): string[] {
  const { currency } = c
  const ko = language === 'ko'
  const money = (nano: bigint) => showNano(nano, currency, language)
  const named = (by: Dimension) => c.by[by].lines.length > 0 || by === 'team' || by === 'model'
  const teams = c.drivers?.teams.flatMap(({ team, drivers }) => {
    const parts = driverTexts(drivers, currency, language)
    const name = team === undefined ? NOBODY.team[language] : nameText(team)
    return parts.length === 0
      ? []
      : [`${ko ? '팀별 원인' : 'Why, by team'} – ${name}: ${parts.join(', ')}`]
  })
  return [
    ...c.movers.model.slice(0, 3).map(({ name, beforeNano = 0n, changeNano = 0n }) => {
      const text = `${nameText(name)}: ${money(beforeNano)} → ${money(beforeNano + changeNano)} (${showChange(changeNano, currency, language)})`
      return ko ? `변화가 큰 모델 – ${text}` : `Top mover – ${text}`
    }),
    ...(teams ?? []),
    ...(['provider', 'model', 'team', 'project', 'workload'] as const)
      .filter(named)
      .map(
        (by) =>
          `${BY[by][language]}: ${breakdownText(c.by[by], NOBODY[by][language], language, money)}`,
      ),
    ...c.other.map((line) =>
      ko
        ? `${OTHER[line.kind].ko}(추세에서 제외): 청구 ${money(line.billedNano)}`
        : `${OTHER[line.kind].en} (in no trend): ${money(line.billedNano)} billed`,
    ),
    ...c.unpriced.map(({ provider, model, tokens, listNano }) => {
      const what = nameText(model ?? provider)
      const count = showNumber(tokens, language)
      const list =
        listNano === undefined
          ? ''
          : ko
            ? `, 정가로 ${money(listNano)}`
            : `; ${money(listNano)} at list prices`
      return ko
        ? `가격 없는 사용 – ${what}: 토큰 ${count}개${list}`
        : `Without a price – ${what}: ${count} tokens${list}`
    }),
    ...('found' in c.anomalies
      ? c.anomalies.found
          .slice(1, 4)
          .map((a) => `${ko ? '이상 지출' : 'Stands out'} – ${anomalyText(a, currency, language)}`)
      : []),
    ...c.budgets.map((b) => `${b.month} ${budgetText(b, currency, language)}`),
    ...savingLines(c, language),
  ]
}

function energyLines({ energy }: Digest, language: Language): string[] {
  const { kWh, kgCO2e, energyCoverage, carbonCoverage, regions } = energy
  if (!kWh) return []
  const ko = language === 'ko'
  const span = (r: { low: number; high: number }) =>
    `${showNumber(r.low, language, 2)}${ko ? '~' : ' to '}${showNumber(r.high, language, 2)}`
  const carbon = kgCO2e ? `, CO2e ${span(kgCO2e)} kg` : ''
  const places = regions
    .slice(0, 3)
    .map((r) => `${nameText(r.region)}${r.assumed ? (ko ? '(가정)' : ' (assumed)') : ''}`)
    .join(', ')
  return [
    ko
      ? `전력(규모만) ${span(kWh)} kWh${carbon}. 출력 토큰의 ${percent(energyCoverage, ko ? 'ko' : 'en')}, 탄소는 ${percent(carbonCoverage, 'ko')} 기준. 지역: ${places}`
      : `Energy, an order of magnitude: ${span(kWh)} kWh${carbon}; of ${percent(energyCoverage, 'en')} of the output tokens, carbon of ${percent(carbonCoverage, 'en')}. Regions: ${places}`,
  ]
}

function aheadLines({ pricesAhead }: Digest, language: Language): string[] {
  return pricesAhead.map(({ model, from, share, monthNano, currency }) => {
    const change = `${showShare(share, language)}, ${showChange(monthNano, currency, language)}`
    return language === 'ko'
      ? `예정된 가격 변경 – ${nameText(model)}, ${from}부터: 월 ${change}`
      : `Price change ahead – ${nameText(model)} from ${from}: ${change} a month at this use`
  })
}

function changedLines({ restated, gatewayGaps }: Digest, language: Language): string[] {
  const ko = language === 'ko'
  return [
    ...restated.map(({ period, currency, postedNano, nowNano, share }) => {
      const [was, is] = [postedNano, nowNano].map((n) => showNano(n, currency, language))
      const by = share === undefined ? '' : ` (${showShare(share, language)})`
      return ko
        ? `수정됨 – ${period}: 올린 값 ${was}, 지금 ${is}${by}`
        : `Restated – ${period}: posted as ${was}, now ${is}${by}`
    }),
    ...gatewayGaps.map(({ provider, currency, meteredNano, billedNano }) => {
      const [metered, billed] = [meteredNano, billedNano].map((n) =>
        showNano(n, currency, language),
      )
      const name = nameText(provider)
      return ko
        ? `${name}: 게이트웨이 추정 ${metered} 대신 청구 ${billed}를 셌습니다(더하지 않음).`
        : `${name}: the bill of ${billed} is counted and the gateway's ${metered} for the same use is not.`
    }),
  ]
}

function coverageLines({ coverage, dataThrough }: Digest, language: Language): string[] {
  const ko = language === 'ko'
  const { teamShare, requestShare } = coverage
  const parts = [
    ...(dataThrough === undefined
      ? []
      : [ko ? `데이터 ${dataThrough}까지` : `data through ${dataThrough}`]),
    ...(teamShare === undefined
      ? []
      : [`${ko ? '팀이 있는 비용' : 'cost with a team'} ${percent(teamShare, language)}`]),
    ...(requestShare === undefined
      ? []
      : [
          `${ko ? '요청 수를 아는 비용' : 'with known requests'} ${percent(requestShare, language)}`,
        ]),
  ]
  return parts.length === 0 ? [] : [`${ko ? '범위' : 'Coverage'}: ${parts.join(', ')}`]
}
