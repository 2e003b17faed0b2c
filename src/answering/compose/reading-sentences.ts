import type { Estimate } from '../../engine/estimate.ts'
import { isUnknown } from '../../engine/unknown.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import type { Answer, Segment, Sentence } from '../answer.ts'
import { comparedPair, type Reason } from './reasons.ts'
import { figure, say } from './say.ts'
import { shownFigures } from './shown-figures.ts'

/** What a reading is made from. */
export type Material = Readonly<{
  answer: Answer
  recommendation: Recommendation
  /** The option recommended, else the one it is measured against. */
  option: Option | undefined
  benchmark: string
  /** The reasons of the full answer about these, in this order, those there are. */
  reasons: (...about: readonly Reason[]) => Sentence[]
  /** Sentences that the full answer leads with and whose figures have such ids. */
  lead: (prefix: string) => Sentence[]
  cite: (sentence: Sentence, ...figures: readonly Estimate[]) => Sentence
  language: Language
}>

const STAKES: Bilingual = {
  en: 'At stake: a wrong answer costs {error}, a right one is worth {value}.',
  ko: '걸린 것: 틀린 답의 비용은 {error}, 맞은 답의 가치는 {value}입니다.',
}
const MONEY: Bilingual = {
  en: 'Money: {option} costs {cost}.',
  ko: '비용: {option:은/는} {cost}입니다.',
}
const UNTIMED: Bilingual = {
  en: 'Time – {latency}.',
  ko: '속도 – {latency}.',
}
const RIGHT: Bilingual = {
  en: 'On {benchmark}, {option} is expected to get {quality} right.',
  ko: '{benchmark} 기준으로 {option}의 예상 정답률은 {quality}입니다.',
}
const SIZE: Bilingual = {
  en: 'To be served: {volume}, {in} in and {out} out per request.',
  ko: '처리할 양: {volume}, 요청당 입력 {in}, 출력 {out}.',
}
const EACH: Bilingual = {
  en: '{option} costs {cost}, all in at this volume.',
  ko: '{option:은/는} 이 사용량에서 모두 합쳐 {cost}입니다.',
}
const WORKING: Bilingual = {
  en: 'Formulas behind these figures: {formulas}.',
  ko: '이 수치에 쓰인 공식: {formulas}.',
}
const ENERGY: Bilingual = {
  en: '{option}: electricity {energy}; emissions {carbon}; water {water}.',
  ko: '{option}: 전력 {energy}, 탄소 {carbon}, 물 {water}.',
}
const AVOIDED: Bilingual = {
  en: 'Going to the cheaper one avoids {difference}; below zero it emits more.',
  ko: '더 싼 쪽을 쓰면 탄소가 {difference} 줄어듭니다(음수면 늘어납니다).',
}

/** A figure of the full answer by id. */
function known({ answer }: Material, id: string): Estimate | undefined {
  return answer.estimates.find((e) => e.id === id)
}

export function stakes(m: Material): Sentence[] {
  const [error, value] = [known(m, 'error-cost'), known(m, 'value')]
  if (!error || !value) return []
  const slots = { error: figure(error, m.language), value: figure(value, m.language) }
  return [say(STAKES, m.language, slots)]
}

/** What the options compared cost, or the only one. */
export function money(m: Material): Sentence[] {
  const compared = m.reasons('money')
  if (compared.length > 0 || !m.option) return compared
  const cost = m.option.figures.usdPerMonth
  const slots = { option: m.option.label[m.language], cost: figure(cost, m.language) }
  return [m.cite(say(MONEY, m.language, slots), cost)]
}

/** How long an answer takes, or why that is unknown. */
export function time(m: Material): Sentence[] {
  const known = m.reasons('time')
  if (known.length > 0 || !m.option) return known
  const latency = figure(m.option.figures.latencyMs, m.language)
  return [say(UNTIMED, m.language, { latency })]
}

export function rightAnswers(m: Material): Sentence[] {
  const quality = m.option?.figures.qualityPoints
  if (!m.option || !quality || isUnknown(quality.value)) return []
  const sentence = say(RIGHT, m.language, {
    benchmark: m.benchmark,
    option: m.option.label[m.language],
    quality: figure(quality, m.language),
  })
  return [m.cite(sentence, quality)]
}

export function size(m: Material): Sentence[] {
  const [volume, input, output] = [known(m, 'volume'), known(m, 'in'), known(m, 'out')]
  if (!volume || !input || !output) return []
  return [
    say(SIZE, m.language, {
      volume: figure(volume, m.language),
      in: figure(input, m.language),
      out: figure(output, m.language),
    }),
  ]
}

export function each(m: Material): Sentence[] {
  if (!m.option || isUnknown(m.option.usdPerRequest.value)) return []
  const cost = m.option.usdPerRequest
  const slots = { option: m.option.label[m.language], cost: figure(cost, m.language) }
  return [m.cite(say(EACH, m.language, slots), cost)]
}

/** The formulas behind the figures of some sentences, each once. */
export function working(
  { answer, language }: Material,
  sentences: readonly Sentence[],
): Sentence[] {
  const figures = shownFigures({ ...answer, sections: [{ kind: 'reasons', sentences }] })
  const ids = [...new Set(figures.flatMap((e) => (isUnknown(e.value) ? [] : (e.formula ?? []))))]
  const formulas = ids.flatMap((id, i): Segment[] => [{ text: i > 0 ? ', ' : '' }, { name: id }])
  return ids.length > 0 ? [say(WORKING, language, { formulas })] : []
}

/** Electricity, emissions and water of the two options compared, or of the only one. */
export function footprints(m: Material): Sentence[] {
  const pair = comparedPair(m.recommendation)
  const options = pair.length > 0 ? pair : m.option ? [m.option] : []
  return options.map(({ label, figures }) => {
    const [energy, carbon, water] = [
      figures.energyKwhPerMonth,
      figures.co2eKgPerMonth,
      figures.waterLPerMonth,
    ]
    const sentence = say(ENERGY, m.language, {
      option: label[m.language],
      energy: figure(energy, m.language),
      carbon: figure(carbon, m.language),
      water: figure(water, m.language),
    })
    return m.cite(sentence, energy, carbon, water)
  })
}

export function avoided(m: Material): Sentence[] {
  const difference = known(m, 'compare.carbon')
  return difference
    ? [say(AVOIDED, m.language, { difference: figure(difference, m.language) })]
    : []
}
