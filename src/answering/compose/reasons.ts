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
const NEEDED: Bilingual = {
  en: 'To pay for itself it must lead by {required}.',
  ko: '제값을 하려면 {required} 앞서야 합니다.',
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

type Names = Readonly<{ benchmark: string; region: Bilingual }>

/** The reasons behind a verdict, in figures: money, quality, what would have to be true, footprint, time, who bears it. */
export function reasonSentences(
  recommendation: Recommendation,
  names: Names,
  citations: Citations,
  language: Language,
): Sentence[] {
  const { options, estimates } = recommendation
  const by = (id: string): Estimate | undefined => estimates.find((e) => e.id === id)
  const saving = by('compare.saving')
  const pair = saving?.subject?.split(' > ') ?? []
  const [big, small] = pair.map((id) => options.find((o) => o.id === id))
  const chosen = options.find((o) => o.id === recommendation.verdict.option)
  const sentences: Sentence[] = []
  const from = (...figures: readonly Estimate[]) => sourceNumbers(figures, citations)
  if (big && small && saving) {
    const [bigCost, smallCost] = [big.figures.usdPerMonth, small.figures.usdPerMonth]
    sentences.push(
      cited(
        say(MONEY, language, {
          big: big.label[language],
          small: small.label[language],
          bigCost: figure(bigCost, language),
          smallCost: figure(smallCost, language),
          saving: figure(saving, language),
        }),
        from(bigCost, smallCost),
      ),
    )
    const [gap, required] = [by('compare.gap'), by('compare.required')]
    const same = big.model !== undefined && big.model === small.model && isHosting(big, small)
    if (same) sentences.push(say(SAME, language))
    else if (gap) {
      const quality = say(QUALITY, language, {
        benchmark: names.benchmark,
        big: big.label[language],
        small: small.label[language],
        gap: figure(gap, language),
      })
      const needed = required
        ? [{ text: ' ' }, ...say(NEEDED, language, { required: figure(required, language) })]
        : []
      sentences.push([...cited(quality, from(gap)), ...needed])
    }
    sentences.push(...footprint(big, small, names, language, from))
  }
  if (chosen && !isUnknown(chosen.figures.latencyMs.value))
    sentences.push(
      say(LATENCY, language, {
        option: chosen.label[language],
        latency: figure(chosen.figures.latencyMs, language),
      }),
    )
  const control = chosen && controlSentence(chosen, language)
  if (control) sentences.push(control)
  const bearer = (chosen ?? big)?.bearers[0]
  if (bearer) sentences.push(say(BEARS, language, { who: bearer[language] }))
  return sentences
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
): Sentence[] {
  const [bigCarbon, smallCarbon] = [big.figures.co2eKgPerMonth, small.figures.co2eKgPerMonth]
  const sentence = say(CARBON, language, {
    big: big.label[language],
    small: small.label[language],
    bigCarbon: figure(bigCarbon, language),
    smallCarbon: figure(smallCarbon, language),
    region: names.region[language],
  })
  return [cited(sentence, from(bigCarbon, smallCarbon))]
}

/** Source numbers of figures, each once, in order; sources that cannot be cited are left to the working. */
export function sourceNumbers(figures: readonly Estimate[], citations: Citations): number[] {
  const numbers = figures.flatMap((f) => f.sources.flatMap((id) => citations.cite(id) ?? []))
  return [...new Set(numbers)].slice(0, 4)
}
