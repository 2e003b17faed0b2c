import type { Defaults } from '../../catalog/defaults.ts'
import type { Catalog, Region } from '../../catalog/types.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { exactly, scale } from '../../engine/range.ts'
import { isUnknown } from '../../engine/unknown.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import type { Sentence } from '../answer.ts'
import type { Citations } from '../evidence.ts'
import { placed } from './placed.ts'
import { sourceNumbers } from './reasons.ts'
import { cited, figure, say } from './say.ts'

const IN_PLACE: Bilingual = {
  en: 'In {region}: {option} emits {carbon}, at {grid} (average grid, location-based).',
  ko: '{region}: {option:은/는} {carbon:을/를} 배출합니다. 전력은 {grid}(평균, 지역 기준)입니다.',
}
const SWITCH: Bilingual = {
  en: 'Going from {big} to {small} avoids {difference}: {bigCarbon} against {smallCarbon} (grid: {region}).',
  ko: '{big}에서 {small:으로/로} 바꾸면 {difference} 줄어듭니다. {region} 전력망 기준 {bigCarbon:과/와} {smallCarbon}의 차이입니다.',
}
/** How far totals of energy can be trusted. */
export const RANGE: Bilingual = {
  en: 'Energy per answer is known only within a factor of two either way, so compare places and sizes rather than trust the totals.',
  ko: '답변당 에너지는 두 배 안팎의 오차가 있으므로 총량보다 지역 간, 크기 간 비교를 보십시오.',
}
const SMALL_SHARE: Bilingual = {
  en: 'Nobody publishes emissions per request by model; sizes of closed models are outside estimates.',
  ko: '모델별 요청당 배출량을 공개하는 공급사는 없으며, 비공개 모델의 크기는 외부 추정치입니다.',
}

type Lead = Readonly<{
  sentences: readonly Sentence[]
  caveats: readonly Sentence[]
  estimates: readonly Estimate[]
}>

/** Carbon first: the same workload in each place named, or what going smaller avoids. */
export function carbonLead(
  recommendation: Recommendation,
  regions: readonly Region[],
  catalog: Catalog,
  defaults: Defaults,
  citations: Citations,
  language: Language,
): Lead {
  const option = priced(recommendation)
  const caveats = [say(RANGE, language), say(SMALL_SHARE, language)]
  if (regions.length >= 2 && option) {
    const figures = regions.map((region) =>
      placed(option, recommendation, region, catalog, defaults),
    )
    return {
      estimates: figures.flatMap((f) => [f.carbon, f.grid]),
      sentences: figures.map(({ region, carbon, grid }) =>
        cited(
          say(IN_PLACE, language, {
            region: region.label[language],
            option: option.label[language],
            carbon: figure(carbon, language),
            grid: figure(grid, language),
          }),
          sourceNumbers([carbon, grid], citations),
        ),
      ),
      caveats,
    }
  }
  return { ...switching(recommendation, catalog, citations, language), caveats }
}

function switching(
  recommendation: Recommendation,
  catalog: Catalog,
  citations: Citations,
  language: Language,
): Omit<Lead, 'caveats'> {
  const difference = recommendation.estimates.find((e) => e.id === 'compare.carbon')
  const [big, small] = (difference?.subject?.split(' > ') ?? []).map((id) =>
    recommendation.options.find((o) => o.id === id),
  )
  if (!difference || !big || !small) return { sentences: [], estimates: [] }
  const [bigCarbon, smallCarbon] = [big.figures.co2eKgPerMonth, small.figures.co2eKgPerMonth]
  const region = catalog.region(recommendation.request.region.value)
  const sentence = say(SWITCH, language, {
    big: big.label[language],
    small: small.label[language],
    difference: figure(difference, language),
    bigCarbon: figure(bigCarbon, language),
    smallCarbon: figure(smallCarbon, language),
    region: region?.label[language] ?? recommendation.request.region.value,
  })
  const sentences = [cited(sentence, sourceNumbers([bigCarbon, smallCarbon], citations))]
  const ratio = timesLess(bigCarbon, smallCarbon)
  if (!ratio) return { sentences, estimates: [] }
  const times: Bilingual = {
    en: 'That is {ratio} less, whatever the volume.',
    ko: '사용량과 관계없이 {ratio} 차이입니다.',
  }
  return {
    sentences: [...sentences, say(times, language, { ratio: figure(ratio, language, 'central') })],
    estimates: [ratio],
  }
}

function timesLess(big: Estimate, small: Estimate): Estimate | undefined {
  if (isUnknown(big.value) || isUnknown(small.value) || small.value.central === 0) return undefined
  return {
    id: 'compare.carbon-ratio',
    quantity: 'carbon-difference',
    unit: 'ratio',
    value: scale(exactly(big.value.central), 1 / small.value.central),
    kind: big.kind,
    formula: 'inference-carbon',
    inputs: { larger_kg: big.value.central, smaller_kg: small.value.central },
    sources: big.sources,
  }
}

/** The option a carbon question is answered for: the one recommended, else the reference. */
function priced({ options, verdict, reference }: Recommendation): Option | undefined {
  return options.find((o) => o.id === verdict.option) ?? options.find((o) => o.id === reference)
}
