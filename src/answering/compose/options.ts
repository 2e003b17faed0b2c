import type { Estimate } from '../../engine/estimate.ts'
import { isUnknown } from '../../engine/unknown.ts'
import { quantityLabel } from '../../language/labels.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import { paysToMeasure } from '../../sizing/pilot.ts'
import type { Option, PassedOver, Recommendation, Refusal } from '../../sizing/recommendation.ts'
import type { Answer, Segment, Sentence } from '../answer.ts'
import { figure, say } from './say.ts'
import { verdictWords } from './verdict.ts'

const REFUSALS: Readonly<Record<Refusal['reason'], Bilingual>> = {
  'over-budget': { en: 'over the budget', ko: '예산 초과' },
  'too-slow': { en: 'too slow for the limit', ko: '응답 시간 한도 초과' },
  'price-unknown': { en: 'no reviewed price', ko: '검토된 가격 없음' },
  'quality-unknown': { en: 'no measured quality', ko: '측정된 품질 없음' },
  'needs-measured-verifier': {
    en: 'needs a checker you have measured first',
    ko: '먼저 측정한 검증기가 필요함',
  },
  'hosting-not-wanted': { en: 'not the hosting you asked for', ko: '원하신 호스팅 방식이 아님' },
  'not-cheaper-nor-better': { en: 'neither cheaper nor better', ko: '더 싸지도 낫지도 않음' },
  'data-leaves': { en: 'the data would leave the company', ko: '데이터가 회사 밖으로 나감' },
  'trains-on-data': {
    en: 'the provider may train on the data',
    ko: '공급사가 데이터를 학습에 쓸 수 있음',
  },
  'not-pinned-there': { en: 'cannot be pinned to that place', ko: '그 지역에 고정할 수 없음' },
  'control-unknown': {
    en: 'nobody checked what happens to the data',
    ko: '데이터가 어떻게 되는지 확인된 바 없음',
  },
  'no-dimensions': { en: 'no published dimensions', ko: '공개된 구조 정보 없음' },
}

/** Why an option is shown but not eligible. */
export function refusalWords(refusal: Refusal, language: Language): string {
  return REFUSALS[refusal.reason][language]
}

/** The figures of an option in the order of the table. */
export function figuresInOrder({ figures }: Option): readonly Estimate[] {
  return [
    figures.usdPerMonth,
    figures.qualityPoints,
    figures.latencyMs,
    figures.energyKwhPerMonth,
    figures.co2eKgPerMonth,
    figures.waterLPerMonth,
  ]
}

/** How many options a person is shown; the rest stay in the working. */
const SHOWN = 6

/**
 * The options worth a reader's time: the one recommended and the reference, then by how likely they
 * are to be worth their price, eligible ones first; doing nothing closes the list.
 */
export function shownOptions({ options, verdict, reference }: Recommendation): readonly Option[] {
  const first = (o: Option) => Number(o.id === verdict.option) * 2 + Number(o.id === reference)
  const candidates = options
    .filter((o) => o.id !== 'no-ai')
    .sort(
      (a, b) =>
        first(b) - first(a) ||
        Number(a.refused !== undefined) - Number(b.refused !== undefined) ||
        (b.probability ?? 0) - (a.probability ?? 0),
    )
  return [...candidates.slice(0, SHOWN - 1), ...options.filter((o) => o.id === 'no-ai')]
}

const ROW: Bilingual = { en: '{label}: {figures}{refused}', ko: '{label}: {figures}{refused}' }
const NOT_CHOSEN: Bilingual = { en: ' – not chosen: {why}', ko: ' – 선택 안 함: {why}' }
const REFUSED: Bilingual = { en: ' – not eligible: {why}', ko: ' – 제외: {why}' }

/** One line an option, every figure marked; the table of the blocks says the same. */
export function optionSentences(recommendation: Recommendation, language: Language): Sentence[] {
  return shownOptions(recommendation).map((option) => {
    const shown = figuresInOrder(option).filter(
      (f) => !isUnknown(f.value) || f.value.unknown !== 'does-not-apply',
    )
    const figures = shown.flatMap((f, i): Segment[] => [
      { text: `${i > 0 ? '; ' : ''}${quantityLabel(f.quantity, language)} ` },
      figure(f, language),
    ])
    const why = option.refused
      ? refusalWords(option.refused, language)
      : option.passedOver && passedOverWords(option.passedOver, language)
    const wording = option.refused ? REFUSED : NOT_CHOSEN
    const refused: readonly Segment[] = why ? say(wording, language, { why: { text: why } }) : []
    return say(ROW, language, { label: option.label[language], figures, refused })
  })
}

const PASSED_OVER: Readonly<Record<PassedOver, Bilingual>> = {
  dominated: {
    en: 'another is no dearer and no worse',
    ko: '같은 값이나 더 싼 값에 못지않은 선택지가 있음',
  },
  'uplift-unlikely': {
    en: 'not likely enough to be worth its price',
    ko: '제값을 할 가능성이 충분하지 않음',
  },
  'less-accurate': {
    en: 'a more accurate one pays too',
    ko: '더 정확하면서 제값을 하는 선택지가 있음',
  },
  'loses-money': { en: 'it loses money at these stakes', ko: '이 조건에서는 손해' },
}

/** Why an eligible option is not the verdict. */
export function passedOverWords(why: PassedOver, language: Language): string {
  return PASSED_OVER[why][language]
}

const FLIP: Bilingual = {
  en: 'If {what} changed from {current} to {flipsAt}, the verdict would be “{to}”.',
  ko: '{what:이/가} {current}에서 {flipsAt:으로/로} 바뀌면 결론은 ‘{to}’입니다.',
}
const NO_FLIP: Bilingual = {
  en: 'No single number, turned ten-thousandfold either way, reverses this verdict.',
  ko: '어느 한 수치를 만 배까지 바꾸어도 이 결론은 뒤집히지 않습니다.',
}

/** The one or two assumptions that reverse the verdict. */
export function flipSentences(
  recommendation: Recommendation,
  flips: readonly FlipFigures[],
  language: Language,
): Sentence[] {
  if (flips.length === 0) return [say(NO_FLIP, language)]
  return flips.map(({ flip, current, flipsAt }) =>
    say(FLIP, language, {
      what: { text: quantityLabel(current.quantity, language) },
      current: figure(current, language, 'central'),
      flipsAt: figure(flipsAt, language),
      to: { text: verdictWords(recommendation.flips[flip]?.toChoice ?? 'cannot-tell', language) },
    }),
  )
}

/** A flip with its two figures; `flip` is its place in the recommendation. */
export type FlipFigures = Readonly<{ flip: number; current: Estimate; flipsAt: Estimate }>

/** The flips whose figures an answer holds, nearest first. */
export function shownFlips(
  { estimates }: Pick<Answer, 'estimates'>,
  { flips }: Recommendation,
): FlipFigures[] {
  return flips.flatMap(({ assumption }, flip) => {
    const flipsAt = estimates.find((e) => e.id === `flip.${assumption}`)
    const current = estimates.find((e) => e.id === assumption)
    return flipsAt && current ? [{ flip, current, flipsAt }] : []
  })
}

const PILOT: Bilingual = {
  en: 'Pilot: label {items} and run both {one} and {other} on them, about {usd}; that many show the difference that matters four times out of five.',
  ko: '파일럿: {items}에 정답을 달고 {one:과/와} {other:을/를} 모두 돌려 보십시오. 비용은 약 {usd}이며, 이 정도면 의미 있는 차이를 다섯 번 중 네 번은 찾아냅니다.',
}
const PILOT_MADE: Bilingual = {
  en: 'Pilot: make {made} first, label {items} and run both {one} and {other} on them, about {usd} in all; that many show the difference that matters four times out of five.',
  ko: '파일럿: 먼저 {made:을/를} 준비하고 {items}에 정답을 달아 {one:과/와} {other:을/를} 모두 돌려 보십시오. 비용은 모두 약 {usd}이며, 이 정도면 의미 있는 차이를 다섯 번 중 네 번은 찾아냅니다.',
}
const WORTH: Bilingual = {
  en: 'Over {horizon} it is expected to be worth {worth}, and knowing for sure {most}.',
  ko: '{horizon} 동안 파일럿의 기대 가치는 {worth}, 확실히 아는 것의 가치는 {most}입니다.',
}
const REPORT: Bilingual = {
  en: 'Then say how many each got right, and how many both did: evaluation="{first}=… {second}=… both=… items=…". The verdict will rest on your own result.',
  ko: '그런 다음 각각 맞힌 수와 둘 다 맞힌 수를 evaluation="{first}=… {second}=… both=… items=…" 형식으로 알려 주십시오. 결론을 직접 얻은 결과에 맞추어 다시 내립니다.',
}
const TOO_DEAR: Bilingual = {
  en: 'Decide now: a pilot of {items} would cost {usd}, and over {horizon} it is expected to be worth {worth}.',
  ko: '지금 결정하십시오: {items} 규모의 파일럿에는 {usd}이 들지만 {horizon} 동안의 기대 가치는 {worth}입니다.',
}
const KEEP: Bilingual = {
  en: 'Write down the verdict’s assumptions and look again when a price changes.',
  ko: '결론의 가정을 기록해 두고 가격이 바뀌면 다시 확인하십시오.',
}

/** What to do next: usually a pilot of a size that can tell. */
export function nextStep({ pilot, options }: Recommendation, language: Language): Sentence[] {
  if (!pilot) return [say(KEEP, language)]
  const { items, usd, worth, horizon } = {
    items: figure(pilot.items, language),
    usd: figure(pilot.usd, language),
    worth: figure(pilot.worth, language),
    horizon: figure(pilot.horizon, language),
  }
  if (!paysToMeasure(pilot)) return [say(TOO_DEAR, language, { items, usd, worth, horizon })]
  const [first, second] = pilot.between
  const label = (id: string) => options.find((o) => o.id === id)?.label[language] ?? id
  const made = pilot.made.flatMap((id, i): Segment[] => [
    ...(i > 0 ? [{ text: ', ' }] : []),
    { name: label(id) },
  ])
  const slots = { items, usd, one: label(first), other: label(second) }
  return [
    made.length > 0 ? say(PILOT_MADE, language, { ...slots, made }) : say(PILOT, language, slots),
    say(WORTH, language, { worth, horizon, most: figure(pilot.worthAtMost, language) }),
    say(REPORT, language, { first, second }),
  ]
}
