import type { Bilingual, Language } from '../language/language.ts'
import { showNumber } from '../language/numbers.ts'
import type { Dimension } from '../spend/breakdown.ts'
import { unconvertedTexts } from './converted-text.ts'
import type { CurrencyDigest, Digest, OtherLine } from './digest.ts'
import { anomalyText, budgetText, noteLine, snoozedLines } from './digest-sentences.ts'
import { breakdownText, group, type LineGroup, NOBODY, nameText, percent } from './digest-words.ts'
import { outcomeLines } from './outcome-text.ts'
import { pilotLines, savingLines, unitCostLines } from './saving-text.ts'
import { showChange, showNano, showShare } from './show-money.ts'
import { moverLines, teamDriverLines } from './why-text.ts'

/** What the headline has no room for: of each currency, then of the whole, then what has to be known. */
export function digestDetails(digest: Digest, language: Language): LineGroup[] {
  const ko = language === 'ko'
  const { currencies, followUp, notes } = digest
  const words = (lines: readonly (typeof notes)[number][]) =>
    lines.map((note) => noteLine(note, language))
  const known: Bilingual = { en: 'How complete this is', ko: '데이터 범위' }
  if (currencies.length === 0) return group(known[language], words(notes.slice(1)))
  return [
    ...currencies.flatMap((c) => currencyGroups(c, currencies.length > 1, language)),
    ...group(
      ko ? '알리지 않는 이상 지출' : 'Snoozed',
      snoozedLines(digest.snoozed ?? [], language),
    ),
    ...group(ko ? '에너지와 탄소' : 'Energy and carbon', energyLines(digest, language)),
    ...group(ko ? 'Rightsize 자체 사용' : 'What Rightsize itself used', ownLines(digest, language)),
    ...group(ko ? '예정된 가격 변경' : 'Price changes ahead', aheadLines(digest, language)),
    ...group(
      ko ? '지난 제안의 결과' : 'How past advice turned out',
      outcomeLines(followUp, language),
    ),
    ...group(ko ? '바뀐 값' : 'Figures that changed', changedLines(digest, language)),
    ...group(known[language], [...coverageLines(digest, language), ...words(notes)]),
  ]
}

/** What figures are by. */
export const BY: Readonly<Record<Dimension, Bilingual>> = {
  provider: { en: 'By provider', ko: '제공사별' },
  model: { en: 'By model', ko: '모델별' },
  team: { en: 'By team', ko: '팀별' },
  project: { en: 'By project', ko: '프로젝트별' },
  workload: { en: 'By workload', ko: '작업별' },
}
const OTHER: Readonly<Record<OtherLine['kind'], Bilingual>> = {
  purchase: { en: 'Purchases', ko: '구매' },
  tax: { en: 'Tax', ko: '세금' },
  credit: { en: 'Credits', ko: '크레딧' },
  refund: { en: 'Refunds', ko: '환불' },
  adjustment: { en: 'Adjustments', ko: '조정' },
  correction: { en: 'Corrections', ko: '정정' },
}

/** A currency's own groups, which name it where there are several. */
function currencyGroups(c: CurrencyDigest, several: boolean, language: Language): LineGroup[] {
  const { currency } = c
  const ko = language === 'ko'
  const money = (nano: bigint) => showNano(nano, currency, language)
  const named = (by: Dimension) => c.by[by].lines.length > 0 || by === 'team' || by === 'model'
  const own = (heading: Bilingual, lines: readonly string[]) =>
    group(`${heading[language]}${several ? ` (${currency})` : ''}`, lines)
  const more = 'found' in c.anomalies ? c.anomalies.found.slice(1, 4) : []
  return [
    ...own({ en: 'What moved most', ko: '변화가 큰 모델' }, moverLines(c, 'model', language)),
    ...own({ en: 'Why, by team', ko: '팀별 원인' }, teamDriverLines(c, language)),
    ...own(
      { en: 'Where it went', ko: '지출 내역' },
      (['provider', 'model', 'team', 'project', 'workload'] as const)
        .filter(named)
        .map(
          (by) =>
            `${BY[by][language]}: ${breakdownText(c.by[by], NOBODY[by][language], language, money)}`,
        ),
    ),
    ...own(
      { en: 'Also on the bill, in no trend', ko: '추세에서 제외한 청구 항목' },
      c.other.map(({ kind, billedNano }) =>
        ko
          ? `${OTHER[kind].ko}: 청구 ${money(billedNano)}`
          : `${OTHER[kind].en}: ${money(billedNano)} billed`,
      ),
    ),
    ...own(
      {
        en: 'Used without a price, so its cost is unknown',
        ko: '가격이 없어 비용을 알 수 없는 사용',
      },
      unpricedLines(c, language),
    ),
    ...own(
      { en: 'What else stands out', ko: '그 밖의 이상 지출' },
      more.map((a) => anomalyText(a, currency, language)),
    ),
    ...own(
      { en: 'Budgets', ko: '예산' },
      c.budgets.map((b) => `${b.month} ${budgetText(b, currency, language)}`),
    ),
    ...own({ en: 'Cost of 1,000 requests', ko: '요청 1,000건당 비용' }, unitCostLines(c, language)),
    ...own({ en: 'Savings', ko: '절감' }, savingLines(c, language)),
    ...own({ en: 'Also worth a pilot', ko: '그 밖에 시험해 볼 만한 것' }, pilotLines(c, language)),
  ]
}

function unpricedLines({ unpriced, currency }: CurrencyDigest, language: Language): string[] {
  const ko = language === 'ko'
  return unpriced.map(({ provider, model, tokens, listNano }) => {
    const what = nameText(model ?? provider)
    const count = showNumber(tokens, language)
    const amount = listNano === undefined ? '' : showNano(listNano, currency, language)
    const list = amount === '' ? '' : ko ? `, 정가로 ${amount}` : `; ${amount} at list prices`
    return ko ? `${what}: 토큰 ${count}개${list}` : `${what}: ${count} tokens${list}`
  })
}

/** Energy and CO2e; nothing where nothing about them is known. */
export function energyLines({ energy }: Digest, language: Language): string[] {
  const { kWh, kgCO2e, energyCoverage, carbonCoverage, regions } = energy
  if (!kWh) return []
  const ko = language === 'ko'
  const span = (r: { low: number; high: number }) =>
    `${showNumber(r.low, language, 2)}${ko ? '~' : ' to '}${showNumber(r.high, language, 2)}`
  const places = regions
    .slice(0, 3)
    .map((r) => `${nameText(r.region)}${r.assumed ? (ko ? '(가정)' : ' (assumed)') : ''}`)
    .join(', ')
  const [power, carbon] = [percent(energyCoverage, language), percent(carbonCoverage, language)]
  return ko
    ? [
        `전력 ${span(kWh)} kWh(자릿수 수준의 추정, 출력 토큰의 ${power} 기준)`,
        ...(kgCO2e
          ? [
              `CO2e ${span(kgCO2e)} kg(자릿수 수준의 추정, 출력 토큰의 ${carbon} 기준, 지역: ${places})`,
            ]
          : []),
      ]
    : [
        `${span(kWh)} kWh, an order of magnitude, for ${power} of the output tokens`,
        ...(kgCO2e
          ? [
              `${span(kgCO2e)} kg CO2e, an order of magnitude, for ${carbon} of the output tokens; regions: ${places}`,
            ]
          : []),
      ]
}

/** The calls of language models that the product made for its own answers. */
function ownLines({ ownUse }: Digest, language: Language): string[] {
  if (!ownUse) return []
  const { nano, currency, calls, tokens, kWh } = ownUse
  const money = showNano(nano, currency, language)
  const [times, many] = [showNumber(calls, language), showNumber(tokens, language)]
  const power = kWh
    ? `${showNumber(kWh.low, language, 2)}~${showNumber(kWh.high, language, 2)} kWh`
    : ''
  if (language === 'ko')
    return [
      `토큰을 아는 언어 모델 호출 ${times}회, 토큰 ${many}개, 정가로 ${money}${power && `, 전력 ${power}(자릿수 수준의 추정)`}`,
    ]
  const energy = power && `, ${power.replace('~', ' to ')}, an order of magnitude`
  return [
    `${money} at list prices for ${times} calls of a language model whose tokens are known, ${many} tokens${energy}`,
  ]
}

function aheadLines({ pricesAhead }: Digest, language: Language): string[] {
  return pricesAhead.map(({ model, from, share, monthNano, currency }) => {
    const change = `${showChange(monthNano, currency, language)} (${showShare(share, language)})`
    return language === 'ko'
      ? `${nameText(model)}: ${from}부터, 지금처럼 쓰면 월 ${change}`
      : `${nameText(model)} from ${from}: ${change} a month at this use`
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

/** Up to which day the figures go and what they cover, in one line; none where nothing is known. */
export function coverageLines(digest: Digest, language: Language): string[] {
  const ko = language === 'ko'
  const { coverage, dataThrough } = digest
  const { teamShare, requestShare } = coverage
  const parts = [
    ...(dataThrough === undefined
      ? []
      : [ko ? `데이터 ${dataThrough}까지` : `data through ${dataThrough}`]),
    ...(teamShare === undefined
      ? []
      : [
          ko
            ? `팀을 아는 비용 ${percent(teamShare, 'ko')}`
            : `${percent(teamShare, 'en')} of the cost names a team`,
        ]),
    ...(requestShare === undefined
      ? []
      : [
          ko
            ? `요청 수를 아는 비용 ${percent(requestShare, 'ko')}`
            : `${percent(requestShare, 'en')} has a count of requests`,
        ]),
    ...unconvertedTexts(digest, language),
  ]
  return parts.length === 0 ? [] : [`${ko ? '범위' : 'Coverage'}: ${parts.join(', ')}`]
}
