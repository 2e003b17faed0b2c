import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { type Calculator, moneyLike, type Slot, type Step } from './calculator.ts'

const FLOPS = /\bflops?\b|\bcompute\b|\b6 ?nd\b|\boperations\b|연산|플롭스/i
const MFU_WORD = /\bmfu\b|\butili[sz]ation|\bof peak|활용률|이용률|효율/i
const SIX: Slot = {
  of: ['bare'],
  near: /(?<![\d.])6(?![\d.])/,
  must: true,
  assumed: range(6, 6, 6),
  as: { quantity: 'compute', unit: 'FLOP/token/parameter' },
}
const MODEL: Slot = {
  of: ['parameters'],
  ask: { en: 'the number of parameters', ko: '파라미터 수' },
}
const CORPUS: Slot = {
  of: ['tokens'],
  ask: { en: 'the number of training tokens', ko: '학습 토큰 수' },
}
const SPEED: Slot = { of: ['flop/s'], as: { quantity: 'computing-speed', unit: 'TFLOP/s' } }
const SUSTAINED =
  /sustain|effective|achiev|actual|real|keeps?\b|\bat [\d.,]+ ?\w*flops?|per gpu|장당|실효|실제|유효|지속|유지/i
const RENT: Slot = { of: ['money/hour'], optional: true }
const CLUSTER: Slot = { of: ['gpus'], optional: true, not: /한 ?장|\beach\b|\bone\b/i }

const flops: Step = {
  key: 'flops',
  formula: 'training-flops',
  arguments: (v) => ({ parameters: num(v, 'parameters'), tokens: num(v, 'tokens') }),
  result: 'flops',
  quantity: 'compute',
  unit: 'FLOP',
  working: '{six} × {parameters} × {tokens}',
}
const hours: Step = {
  key: 'hours',
  formula: 'accelerator-hours',
  arguments: (v) => ({ flops: num(v, 'flops'), peak_tflops: num(v, 'speed'), mfu: v.mfu ?? 1 }),
  result: 'gpu_hours',
  quantity: 'gpu-hours',
  unit: 'GPU-hours',
  working: '{flops} ÷ ({speed}[ × {mfu}])',
}
const cost: Step = {
  key: 'cost',
  needs: ['rent'],
  formula: 'accelerator-rental',
  arguments: (v) => ({ hours: num(v, 'hours'), per_gpu_hour: num(v, 'rent') }),
  result: 'amount',
  quantity: 'cost',
  unit: moneyLike('rent'),
  working: '{hours} × {rent}',
}
const days: Step = {
  key: 'days',
  needs: ['cluster'],
  formula: 'amount-per-unit',
  arguments: (v) => ({ total: num(v, 'hours'), units: num(v, 'cluster') * 24 }),
  result: 'amount',
  quantity: 'time',
  unit: 'days',
  working: '{hours} ÷ {cluster}',
}
const HOURS_SAY = [
  { en: 'That takes {hours}, which cost {cost}.', ko: '{hours}이 들고 비용은 {cost}입니다.' },
  { en: 'That takes {hours}, or {days}.', ko: '{hours}, 즉 {days}이 걸립니다.' },
  { en: 'That takes {hours}.', ko: '{hours}이 걸립니다.' },
]
const MFU: Slot = {
  of: ['percent', 'bare'],
  near: MFU_WORD,
  must: true,
  as: { quantity: 'share', unit: 'share' },
}
/** Shares of peak that published runs above ten billion parameters reached. */
const USUAL_MFU: Slot = { ...MFU, assumed: range(0.35, 0.4, 0.45) }

/** Compute of training, and the hours and money it takes. */
export const TRAINING: readonly Calculator[] = [
  ...[
    {
      id: 'training-hours',
      speed: { ...SPEED, near: SUSTAINED, must: true, not: /\bpeak|\bmax|최대|피크/i },
      mfu: undefined,
    },
    { id: 'training-hours-at-mfu', speed: SPEED, mfu: USUAL_MFU },
  ].flatMap(({ id, speed, mfu }): Calculator[] => {
    const slots = { speed, ...(mfu ? { mfu } : {}), cluster: CLUSTER, rent: RENT }
    const common = { says: HOURS_SAY, note: 'training-cost-estimate' }
    return [
      {
        ...common,
        id,
        slots: { flops: { of: ['flop'] }, ...slots },
        steps: [hours, days, cost],
      },
      {
        ...common,
        id: `${id}-from-size`,
        hint: /hours?|\bcost|\bdays?\b|\bhow (?:long|much)|시간|비용|얼마|며칠|기간/i,
        slots: { parameters: MODEL, tokens: CORPUS, six: SIX, ...slots },
        steps: [flops, hours, days, cost],
      },
    ]
  }),
  {
    id: 'mfu',
    hint: MFU_WORD,
    slots: { flops: { of: ['flop'] }, hours: { of: ['gpu-hours'] }, speed: SPEED },
    steps: [
      {
        key: 'mfu',
        formula: 'mfu',
        arguments: (v) => ({
          flops: num(v, 'flops'),
          gpu_hours: num(v, 'hours'),
          peak_tflops: num(v, 'speed'),
        }),
        result: 'mfu',
        quantity: 'share',
        unit: 'share',
        working: '{flops} ÷ ({hours} × {speed})',
      },
    ],
    says: [{ en: 'That is an MFU of {mfu}.', ko: 'MFU는 {mfu}입니다.' }],
    note: 'training-efficiency',
  },
  {
    id: 'tokens-for-size',
    hint: /\btokens?\b|토큰/i,
    slots: {
      parameters: MODEL,
      each: {
        of: ['tokens/parameter', 'bare/parameter'],
        as: { quantity: 'tokens', unit: 'tokens/parameter' },
      },
    },
    steps: [
      {
        key: 'tokens',
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'parameters'), rate: num(v, 'each') }),
        result: 'amount',
        quantity: 'tokens',
        unit: 'tokens',
        working: '{parameters} × {each}',
      },
    ],
    says: [{ en: 'That is {tokens}.', ko: '{tokens}입니다.' }],
    note: 'hoffmann-2022',
  },
  {
    id: 'tokens-of-size',
    hint: /\btokens? (?:per|for each|a) param|ratio|파라미터당|비율/i,
    slots: { parameters: MODEL, tokens: CORPUS },
    steps: [
      {
        key: 'ratio',
        formula: 'amount-per-unit',
        arguments: (v) => ({ total: num(v, 'tokens'), units: num(v, 'parameters') }),
        result: 'amount',
        quantity: 'tokens',
        unit: 'tokens/parameter',
        working: '{tokens} ÷ {parameters}',
      },
    ],
    says: [{ en: 'That is {ratio}.', ko: '{ratio}입니다.' }],
    note: 'hoffmann-2022',
  },
  {
    id: 'training-flops',
    hint: FLOPS,
    slots: { parameters: MODEL, tokens: CORPUS, six: SIX },
    steps: [flops],
    says: [{ en: 'That takes {flops}.', ko: '연산량은 {flops}입니다.' }],
    note: 'training-cost-estimate',
  },
]
