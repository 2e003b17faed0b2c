import type { Defaults } from '../../catalog/defaults.ts'
import { paybackMonths } from '../../engine/cost/distillation-payback.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { exactly, scale, subtract } from '../../engine/range.ts'
import { isUnknown } from '../../engine/unknown.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import { readOptionId } from '../../sizing/option-id.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import type { Sentence } from '../answer.ts'
import { figure, say } from './say.ts'

const PAYS: Bilingual = {
  en: 'At {volume}, distilling {big} into {student} costs {fixed} once and saves {saving}: it pays back in {months}.',
  ko: '{volume} 기준으로 {big:을/를} {student:으로/로} 증류하면 한 번 {fixed}이 들고 {saving} 절약되어 {months} 만에 회수합니다.',
}
const NEVER: Bilingual = {
  en: 'At {volume} it does not pay back: {student} costs {studentCost} to host and staff, {big} costs {bigCost}.',
  ko: '{volume}에서는 회수되지 않습니다: {student:은/는} 호스팅과 인력에 {studentCost}, {big:은/는} {bigCost}이 듭니다.',
}
const FROM: Bilingual = {
  en: 'Hosting is the hurdle: against {big} the student’s rent and staff are covered from {volume} on.',
  ko: '관건은 호스팅입니다. {big:과/와} 비교하면 학생 모델의 임대료와 인건비는 {volume}부터 충당됩니다.',
}
const ALREADY: Bilingual = {
  en: 'Check the small API model first: {small} costs {smallCost} without any of this.',
  ko: '먼저 작은 API 모델을 확인하십시오: {small:은/는} 이런 준비 없이 {smallCost}입니다.',
}

type Lead = Readonly<{ sentences: readonly Sentence[]; estimates: readonly Estimate[] }>

/** Payback first: what distilling costs once, what it saves a month, when that is even, and from what volume on. */
export function paybackLead(
  recommendation: Recommendation,
  defaults: Defaults,
  language: Language,
): Lead {
  const { options, estimates: known, request } = recommendation
  const distil = options.find((o) => o.choice === 'distil')
  const [teacher] = distil ? readOptionId(distil.id).models : []
  const big = options.find((o) => o.id === teacher)
  const volume = known.find((e) => e.id === 'volume')
  if (!distil || !big || !volume) return { sentences: [], estimates: [] }
  const [student, large] = [distil.figures.usdPerMonth, big.figures.usdPerMonth]
  if (isUnknown(student.value) || isUnknown(large.value) || isUnknown(big.usdPerRequest.value))
    return { sentences: [], estimates: [] }
  const fixed: Estimate = {
    id: 'distil.fixed',
    quantity: 'fixed-cost',
    subject: distil.id,
    unit: 'USD',
    value: scale(big.usdPerRequest.value, defaults.distillation_examples),
    kind: 'assumed',
    formula: 'distillation-data-cost',
    inputs: {
      examples: defaults.distillation_examples,
      usd_per_teacher_answer: big.usdPerRequest.value.central,
    },
    sources: big.usdPerRequest.sources,
  }
  const running = isUnknown(fixed.value)
    ? student.value
    : subtract(student.value, scale(fixed.value, 1 / defaults.horizon_months))
  const saving: Estimate = {
    id: 'distil.saving',
    quantity: 'saving',
    subject: distil.id,
    unit: 'USD/month',
    value: subtract(large.value, running),
    kind: 'assumed',
    formula: 'self-hosting',
    inputs: { large_usd_per_month: large.value.central, student_usd_per_month: running.central },
    sources: [...student.sources, ...large.sources],
  }
  const payback: Estimate = {
    id: 'distil.payback',
    quantity: 'payback',
    subject: distil.id,
    unit: 'months',
    value:
      isUnknown(fixed.value) || isUnknown(saving.value)
        ? large.value
        : paybackMonths({ fixedUsd: fixed.value, savingUsdPerMonth: saving.value }),
    kind: 'assumed',
    formula: 'distillation-payback',
    inputs: {
      fixed_usd: isUnknown(fixed.value) ? 'unknown' : fixed.value.central,
      saving_usd_per_month: isUnknown(saving.value) ? 'unknown' : saving.value.central,
    },
    sources: [],
  }
  const from: Estimate = {
    id: 'distil.from',
    quantity: 'break-even-volume',
    subject: distil.id,
    unit: 'requests/month',
    value: exactly(running.central / big.usdPerRequest.value.central),
    kind: 'assumed',
    formula: 'break-even-volume',
    inputs: {
      student_usd_per_month: running.central,
      large_usd_per_request: big.usdPerRequest.value.central,
      volume: request.volume.value,
    },
    sources: student.sources,
  }
  const names = {
    big: big.label[language],
    student: studentName(distil, language),
    volume: figure(volume, language),
  }
  const first = isUnknown(payback.value)
    ? say(NEVER, language, {
        ...names,
        studentCost: figure(student, language),
        bigCost: figure(large, language),
      })
    : say(PAYS, language, {
        ...names,
        fixed: figure(fixed, language),
        saving: figure(saving, language),
        months: figure(payback, language),
      })
  const small =
    options.find((o) => o.id === recommendation.verdict.option && o.choice === 'smaller') ??
    options.find((o) => o.choice === 'smaller' && !o.refused)
  return {
    sentences: [
      first,
      say(FROM, language, { big: names.big, volume: figure(from, language) }),
      ...(small
        ? [
            say(ALREADY, language, {
              small: small.label[language],
              smallCost: figure(small.figures.usdPerMonth, language),
            }),
          ]
        : []),
    ],
    estimates: [fixed, saving, payback, from],
  }
}

function studentName(distil: Option, language: Language): string {
  return distil.label[language]
}
