import type { Catalog } from '../../catalog/types.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { isUnknown } from '../../engine/unknown.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import type { Sentence } from '../answer.ts'
import type { Citations } from '../evidence.ts'
import { controlSentence } from './control.ts'
import { cited, figure, say } from './say.ts'

const MONEY: Bilingual = {
  en: 'Money: {big} costs {bigCost}, {small} {smallCost}; the difference is {saving}.',
  ko: '비용: {big:은/는} {bigCost}, {small:은/는} {smallCost}이며 차이는 {saving}입니다.',
}
const QUALITY: Bilingual = {
  en: 'Quality ({benchmark}): the expected lead of {big} over {small} is {gap}; below zero it is behind.',
  ko: '품질({benchmark}): {big:이/가} {small}보다 앞설 폭은 {gap:으로/로} 예상합니다(음수면 뒤처집니다).',
}
const REQUIRED: Bilingual = {
  en: 'To pay for itself the dearer one must lead by {required}.',
  ko: '더 비싼 쪽이 제값을 하려면 {required} 앞서야 합니다.',
}
const SAME: Bilingual = {
  en: 'Quality: it is the same model either way; only where it runs differs.',
  ko: '품질: 같은 모델이며 실행되는 곳만 다릅니다.',
}
const CARBON: Bilingual = {
  en: 'Footprint (grid: {region}): {big} emits {bigCarbon}, {small} {smallCarbon}.',
  ko: '환경(전력망: {region}): {big:은/는} {bigCarbon}, {small:은/는} {smallCarbon:을/를} 배출합니다.',
}
const LATENCY: Bilingual = {
  en: 'Time: {option} answers in {latency}.',
  ko: '속도: {option:은/는} {latency} 안에 답합니다.',
}
const BEARS: Bilingual = { en: 'Who bears the rest: {who}', ko: '그 밖의 부담: {who}' }

/** What the sentences call things: the benchmark behind the quality, and the place. */
export type Names = Readonly<{ task: Bilingual; benchmark: string; region: Bilingual }>

/** What the quality figures rest on when the asker brought an evaluation. */
const OWN: Bilingual = { en: 'your own evaluation', ko: '직접 하신 평가' }
const PARTLY_OWN: Bilingual = {
  en: 'your own evaluation and published scores',
  ko: '직접 하신 평가와 공개 점수',
}

/** The names of a recommendation's task, benchmark and place. */
export function namesOf(
  recommendation: Recommendation,
  catalog: Catalog,
  language: Language,
): Names {
  const { request } = recommendation
  const measured = comparedPair(recommendation).every(
    ({ figures }) => figures.qualityPoints.kind === 'yours',
  )
  const own = measured ? OWN : PARTLY_OWN
  const [task, region] = [catalog.task(request.task.value), request.region.value]
  return {
    task: task?.label ?? { en: request.task.value, ko: request.task.value },
    benchmark: request.evaluation ? own[language] : (task?.quality.benchmark ?? ''),
    region: catalog.region(region)?.label ?? { en: region, ko: region },
  }
}

/** What a reason is about; readings of a verdict pick from these. */
export type Reason = 'money' | 'quality' | 'required' | 'footprint' | 'time' | 'control' | 'bears'

/** The dearer and the cheaper option that a verdict compares, where there are two. */
export function comparedPair({ options, estimates }: Recommendation): readonly Option[] {
  const pair = estimates.find((e) => e.id === 'compare.saving')?.subject?.split(' > ') ?? []
  return pair.flatMap((id) => options.find((o) => o.id === id) ?? [])
}

/** The reasons behind a verdict, in figures: money, quality, what would have to be true, footprint, time, who bears it. */
export function reasonSentences(
  recommendation: Recommendation,
  names: Names,
  citations: Citations,
  language: Language,
): ReadonlyMap<Reason, Sentence> {
  const { options, estimates } = recommendation
  const by = (id: string): Estimate | undefined => estimates.find((e) => e.id === id)
  const saving = by('compare.saving')
  const [big, small] = comparedPair(recommendation)
  const chosen = options.find((o) => o.id === recommendation.verdict.option)
  const reasons = new Map<Reason, Sentence>()
  const from = (...figures: readonly Estimate[]) => sourceNumbers(figures, citations)
  if (big && small && saving) {
    const [bigCost, smallCost] = [big.figures.usdPerMonth, small.figures.usdPerMonth]
    const money = say(MONEY, language, {
      big: big.label[language],
      small: small.label[language],
      bigCost: figure(bigCost, language),
      smallCost: figure(smallCost, language),
      saving: figure(saving, language),
    })
    reasons.set('money', cited(money, from(bigCost, smallCost)))
    const [gap, required] = [by('compare.gap'), by('compare.required')]
    const same = big.model !== undefined && big.model === small.model && isHosting(big, small)
    if (same) reasons.set('quality', say(SAME, language))
    else if (gap) {
      const quality = say(QUALITY, language, {
        benchmark: names.benchmark,
        big: big.label[language],
        small: small.label[language],
        gap: figure(gap, language),
      })
      reasons.set('quality', cited(quality, from(gap)))
    }
    if (required && !same)
      reasons.set('required', say(REQUIRED, language, { required: figure(required, language) }))
    reasons.set('footprint', footprint(big, small, names, language, from))
  }
  if (chosen && !isUnknown(chosen.figures.latencyMs.value))
    reasons.set(
      'time',
      say(LATENCY, language, {
        option: chosen.label[language],
        latency: figure(chosen.figures.latencyMs, language),
      }),
    )
  const control = chosen && controlSentence(chosen, language)
  if (control) reasons.set('control', control)
  const bearer = (chosen ?? big)?.bearers[0]
  if (bearer) reasons.set('bears', say(BEARS, language, { who: bearer[language] }))
  return reasons
}

/** Whether two options differ in who runs the model and in nothing else. */
function isHosting(a: Option, b: Option): boolean {
  return [a, b].filter((o) => o.choice === 'self-host').length === 1
}

function footprint(
  big: Option,
  small: Option,
  names: Names,
  language: Language,
  from: (...f: readonly Estimate[]) => number[],
): Sentence {
  const [bigCarbon, smallCarbon] = [big.figures.co2eKgPerMonth, small.figures.co2eKgPerMonth]
  const sentence = say(CARBON, language, {
    big: big.label[language],
    small: small.label[language],
    bigCarbon: figure(bigCarbon, language),
    smallCarbon: figure(smallCarbon, language),
    region: names.region[language],
  })
  return cited(sentence, from(bigCarbon, smallCarbon))
}

/** Source numbers of figures, each once, in order; sources that cannot be cited are left to the working. */
export function sourceNumbers(figures: readonly Estimate[], citations: Citations): number[] {
  const numbers = figures.flatMap((f) => f.sources.flatMap((id) => citations.cite(id) ?? []))
  return [...new Set(numbers)].slice(0, 4)
}
