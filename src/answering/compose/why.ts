import type { Defaults } from '../../catalog/defaults.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { exactly } from '../../engine/range.ts'
import { confidenceWords, quantityLabel } from '../../language/labels.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Recommendation } from '../../sizing/recommendation.ts'
import type { Answer, Sentence } from '../answer.ts'
import { flipSentences, passedOverWords, refusalWords, shownFlips } from './options.ts'
import { comparedPair } from './reasons.ts'
import { figure, say } from './say.ts'
import { certaintySentence, verdictWords } from './verdict.ts'

const RULE: Bilingual = {
  en: 'The rule: a dearer option must be worth its extra price against every cheaper one with a probability of at least {bar}; the uplift it needs is its extra cost divided by what a right and a wrong answer are worth together.',
  ko: '규칙은 이렇습니다. 더 비싼 선택지는 모든 더 싼 선택지와 비교해 {bar} 이상의 확률로 값을 해야 합니다. 필요한 품질 향상은 추가 비용을 맞은 답의 가치와 틀린 답의 비용을 더한 값으로 나눈 것입니다.',
}
const NEEDED: Bilingual = {
  en: 'Here {big} needs an uplift of {required} over {small} to pay for itself, and {gap} is expected.',
  ko: '여기서는 {big:이/가} {small}보다 {required} 나아야 본전인데, 예상되는 차이는 {gap}입니다.',
}
const PRICE_DECIDES: Bilingual = {
  en: 'Here no uplift has to be paid for, so the price decides: {big} costs {bigCost}, {small} {smallCost}.',
  ko: '여기서는 값을 치를 품질 차이가 없어 가격이 결정합니다. {big:은/는} {bigCost}, {small:은/는} {smallCost}입니다.',
}
const LEADS_TO: Bilingual = {
  en: 'Over all draws of the uncertain numbers that makes “{verdict}” the verdict: {words}, {confidence}.',
  ko: '불확실한 수치를 모두 고려해 계산하면 결론은 ‘{verdict}’이고 확신도는 {confidence}({words})입니다.',
}
const NOT_CHOSEN: Bilingual = {
  en: '{option} is not the verdict: {why}.',
  ko: '{option:이/가} 결론이 아닌 이유: {why}.',
}
const MATTERS: Bilingual = {
  en: 'The assumption that matters most is the {what}.',
  ko: '가장 중요한 가정은 {what}입니다.',
}
const ASSUMED: Bilingual = {
  en: 'It is assumed, so put your own number there first.',
  ko: '이 값은 가정이므로 먼저 실제 값으로 바꿔 보십시오.',
}

/** Sentences that explain, and the figures they bring along. */
export type Explained = Readonly<{ sentences: readonly Sentence[]; estimates: readonly Estimate[] }>

/** Why a verdict is what it is: the rule, the uplift needed and expected, and the assumption it hangs on. */
export function whyVerdict(
  answer: Answer,
  recommendation: Recommendation,
  defaults: Defaults,
  language: Language,
): Explained {
  const confidence = answer.estimates.find((e) => e.id === 'confidence')
  const bar: Estimate = {
    id: 'bar',
    quantity: 'probability',
    unit: 'share',
    value: exactly(defaults.decision_bar),
    kind: 'assumed',
    inputs: {},
    sources: ['defaults'],
  }
  return {
    estimates: [bar],
    sentences: [
      say(RULE, language, { bar: figure(bar, language) }),
      ...compared(recommendation, language),
      ...(confidence ? [leadsTo(recommendation, confidence, language)] : []),
      ...hinges(answer, recommendation, language),
    ],
  }
}

/** How sure that makes the verdict; what stays undecided is told by the two options it lies between. */
function leadsTo(
  recommendation: Recommendation,
  confidence: Estimate,
  language: Language,
): Sentence {
  const { choice, confidence: share } = recommendation.verdict
  return choice === 'cannot-tell'
    ? certaintySentence(recommendation, confidence, language)
    : say(LEADS_TO, language, {
        verdict: { text: verdictWords(choice, language) },
        words: { text: confidenceWords(share, language) },
        confidence: figure(confidence, language),
      })
}

/** The two options compared, in the figures of the answer; else why the reference is not the verdict. */
function compared(recommendation: Recommendation, language: Language): Sentence[] {
  const { options, estimates, reference } = recommendation
  const by = (id: string) => estimates.find((e) => e.id === id)
  const [gap, required] = [by('compare.gap'), by('compare.required')]
  const [big, small] = comparedPair(recommendation)
  if (big && small && gap && required && big.model !== small.model)
    return [
      say(NEEDED, language, {
        big: big.label[language],
        small: small.label[language],
        required: figure(required, language),
        gap: figure(gap, language),
      }),
    ]
  if (big && small)
    return [
      say(PRICE_DECIDES, language, {
        big: big.label[language],
        small: small.label[language],
        bigCost: figure(big.figures.usdPerMonth, language),
        smallCost: figure(small.figures.usdPerMonth, language),
      }),
    ]
  const option = options.find((o) => o.id === reference)
  const why =
    option?.refused !== undefined
      ? refusalWords(option.refused, language)
      : option?.passedOver && passedOverWords(option.passedOver, language)
  return option && why
    ? [say(NOT_CHOSEN, language, { option: option.label[language], why: { text: why } })]
    : []
}

/** The nearest flip that the answer shows, and whether its number is only assumed. */
function hinges(answer: Answer, recommendation: Recommendation, language: Language): Sentence[] {
  const [nearest] = shownFlips(answer, recommendation)
  if (!nearest) return flipSentences(recommendation, [], language)
  return [
    say(MATTERS, language, { what: { text: quantityLabel(nearest.current.quantity, language) } }),
    ...(nearest.current.kind === 'assumed' ? [say(ASSUMED, language)] : []),
    ...flipSentences(recommendation, [nearest], language),
  ]
}
