import type { Choice } from '../../engine/decision/choice.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { confidenceWords } from '../../language/labels.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import { paysToMeasure } from '../../sizing/pilot.ts'
import type { Recommendation } from '../../sizing/recommendation.ts'
import type { Segment, Sentence } from '../answer.ts'
import { figure, say } from './say.ts'

const VERDICTS: Readonly<Record<Choice, Bilingual>> = {
  smaller: {
    en: 'Smaller is enough: use {option}.',
    ko: '작은 모델로 충분합니다: {option:을/를} 쓰십시오.',
  },
  bigger: {
    en: 'Bigger is worth it: use {option}.',
    ko: '큰 모델이 그 값을 합니다: {option:을/를} 쓰십시오.',
  },
  cascade: { en: 'Use a cascade: {option}.', ko: '캐스케이드를 쓰십시오: {option}.' },
  router: {
    en: 'Route: send only the hard requests to the large model ({option}).',
    ko: '라우터를 쓰십시오: 어려운 요청만 큰 모델로 보냅니다({option}).',
  },
  'fine-tune': {
    en: 'Fine-tune a small model: {option}.',
    ko: '작은 모델을 미세조정하십시오: {option}.',
  },
  distil: { en: 'Distil: {option}.', ko: '증류하십시오: {option}.' },
  'self-host': { en: 'Self-host: {option}.', ko: '직접 호스팅하십시오: {option}.' },
  'reasoning-effort': {
    en: 'Raise reasoning effort instead of model size: {option}.',
    ko: '모델 크기 대신 추론 강도를 높이십시오: {option}.',
  },
  'no-ai': {
    en: 'No AI: at these stakes none of the options earns its keep.',
    ko: 'AI를 쓰지 마십시오: 이 조건에서는 어느 선택지도 제값을 하지 못합니다.',
  },
  'cannot-tell': {
    en: 'Cannot tell yet: the evidence does not decide it; measure first.',
    ko: '아직 판단할 수 없습니다: 근거만으로 결정되지 않으니 먼저 측정하십시오.',
  },
}

/** The same verdict where not the evidence but the asker's own limits leave nothing to choose from. */
const NOTHING_FITS: Bilingual = {
  en: 'Nothing fits: every option breaks a limit you set. The options say which; loosen one, or go without AI.',
  ko: '맞는 선택지가 없습니다: 모든 선택지가 정하신 한도를 벗어납니다. 무엇에 걸리는지는 선택지에 있으니, 한도를 늘리거나 AI 없이 하십시오.',
}

/** And where measuring would cost more than the difference is worth. */
const TOO_CLOSE: Bilingual = {
  en: 'Too close to call, and measuring would cost more than it is worth: keep what you have, or take the cheapest.',
  ko: '우열을 가릴 수 없고, 측정 비용이 그 가치보다 큽니다. 지금 쓰는 것을 유지하거나 가장 싼 것을 쓰십시오.',
}

const CONFIDENCE: Bilingual = {
  en: 'Confidence: {words}, {probability} that {one} earns more than {other}.',
  ko: '확신도: {words}, {one:이/가} {other}보다 이득이 클 확률 {probability}.',
}
const SHORT: Bilingual = {
  en: 'Closest: {words}, {probability} that {one} earns more than {other}; that is short of what a verdict takes.',
  ko: '가장 가까운 비교: {words}, {one:이/가} {other}보다 이득이 클 확률 {probability}. 결론을 내릴 기준에는 못 미칩니다.',
}
const UNRIVALLED: Bilingual = {
  en: 'Confidence: {words}, {probability}; there is no other kind of option to hold against it.',
  ko: '확신도: {words}, {probability}. 견줄 다른 종류의 선택지가 없습니다.',
}

/** The verdict line, with confidence in words and as a number. */
export function verdictSentences(
  recommendation: Recommendation,
  confidence: Estimate,
  language: Language,
): Sentence[] {
  const { verdict, options, pilot } = recommendation
  if (options.every((o) => o.id === 'no-ai' || o.refused !== undefined))
    return [say(NOTHING_FITS, language)]
  const chosen = options.find((o) => o.id === verdict.option)
  const tooClose = verdict.choice === 'cannot-tell' && pilot && !paysToMeasure(pilot)
  const line = say(tooClose ? TOO_CLOSE : VERDICTS[verdict.choice], language, {
    option: chosen?.label[language] ?? '',
  })
  return [[...line, { text: ' ' }, ...certaintySentence(recommendation, confidence, language)]]
}

/** How sure the verdict is, and of which two options that is said. */
export function certaintySentence(
  { verdict, options }: Recommendation,
  confidence: Estimate,
  language: Language,
): Sentence {
  const [one, other] = (verdict.between ?? []).map((id) => options.find((o) => o.id === id))
  const undecided = verdict.choice === 'cannot-tell' && verdict.confidence >= 0.5
  return say(one && other ? (undecided ? SHORT : CONFIDENCE) : UNRIVALLED, language, {
    words: { text: confidenceWords(verdict.confidence, language) },
    probability: figure(confidence, language),
    one: one?.label[language] ?? '',
    other: other?.label[language] ?? '',
  })
}

const RESTATED: Bilingual = {
  en: 'For {task}: {volume}, {in} in and {out} out per request; a right answer is worth {value}, a wrong one costs {error}; {region}.',
  ko: '조건: {task}, {volume}, 요청당 입력 {in}, 출력 {out}, 맞은 답의 가치 {value}, 틀린 답의 비용 {error}, 지역 {region}.',
}

/** The workload as it was taken: what is the asker's, what is assumed. */
export function restated(
  recommendation: Recommendation,
  names: { task: Bilingual; region: Bilingual },
  language: Language,
): Sentence[] {
  const { request, estimates } = recommendation
  const at = (id: string): Segment => {
    const estimate = estimates.find((e) => e.id === id)
    if (!estimate) throw new Error(`The request has no figure ${id}.`)
    return figure(estimate, language)
  }
  const assumed = { text: language === 'ko' ? '(가정)' : ' (assumed)' }
  const named = (label: Bilingual, kind: 'yours' | 'assumed'): Segment[] => [
    { name: label[language] },
    ...(kind === 'assumed' ? [assumed] : []),
  ]
  return [
    say(RESTATED, language, {
      task: named(names.task, request.task.kind),
      volume: at('volume'),
      in: at('in'),
      out: at('out'),
      value: at('value'),
      error: at('error-cost'),
      region: named(names.region, request.region.kind),
    }),
  ]
}

const VERDICT_WORDS: Readonly<Record<Choice, Bilingual>> = {
  smaller: { en: 'smaller', ko: '작은 모델' },
  bigger: { en: 'bigger', ko: '큰 모델' },
  cascade: { en: 'cascade', ko: '캐스케이드' },
  router: { en: 'router', ko: '라우터' },
  'fine-tune': { en: 'fine-tune', ko: '미세조정' },
  distil: { en: 'distil', ko: '증류' },
  'self-host': { en: 'self-host', ko: '자체 호스팅' },
  'reasoning-effort': { en: 'reasoning effort', ko: '추론 강도' },
  'no-ai': { en: 'no AI', ko: 'AI 사용 안 함' },
  'cannot-tell': { en: 'cannot tell yet', ko: '아직 판단 불가' },
}

/** A verdict in two or three words, for summaries and flip lines. */
export function verdictWords(choice: Choice, language: Language): string {
  return VERDICT_WORDS[choice][language]
}
