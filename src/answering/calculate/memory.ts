import { num, PRECISIONS } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { BYTES_PER_PARAMETER } from '../../engine/serving/weights.ts'
import type { Calculator, Slot, Step } from './calculator.ts'

const COUNT =
  /\bhow many\b[^?]*(?:gpus?|cards?|accelerators?|\b[abhlv]\d{2,3}s?)\b|\bgpu count\b|\b(?:number of|fit)\b[^?]*(?:gpus?|cards?)|\b(?:gpus?|cards?)\b[^?]*\bhow many\b|대수|몇 ?장|몇 ?대|장수|GPU[^?]{0,8}몇/i
/** Training needs more than the weights. */
const TRAINED = /\badapter|\bfine[- ]?tun|\blora\b|\btrain|조정|튜닝|학습|어댑터/i
const KV = /\bkv\b|cache|캐시/i
export const MODEL: Slot = {
  of: ['parameters'],
  ask: { en: 'the number of parameters', ko: '파라미터 수' },
}
/** Bytes of a parameter; 16 bits where no format is named. */
export const BYTES: Slot = {
  of: ['precision'],
  assumed: range(2, 2, 2),
  as: { quantity: 'memory', unit: 'bytes' },
}
const CARD: Slot = {
  of: ['memory/GPU', 'memory'],
  near: /gpu|card|장|짜리/i,
  assumed: range(80, 80, 80),
  as: { quantity: 'memory', unit: 'GB' },
}
const LAYERS: Slot = { of: ['layers'] }
const HEADS: Slot = { of: ['heads'] }
const WIDTH: Slot = { of: ['width'] }
const CONTEXT: Slot = { of: ['tokens', 'tokens/item'] }
const SEQUENCES: Slot = {
  of: ['people', 'items'],
  assumed: range(1, 1, 1),
  as: { quantity: 'count', unit: 'count' },
}
const KV_BYTES: Slot = {
  of: ['precision'],
  near: KV,
  must: true,
  assumed: range(2, 2, 2),
  as: { quantity: 'kv-cache', unit: 'bytes' },
}
/** The number format of so many bytes a parameter. */
function formatOf(bytes: number): string {
  return PRECISIONS.find((p) => BYTES_PER_PARAMETER[p] === bytes) ?? 'bf16'
}

const weights: Step = {
  key: 'weights',
  formula: 'weights',
  arguments: (v) => ({
    parameters: num(v, 'parameters'),
    precision: formatOf(num(v, 'bytes')),
  }),
  result: 'gb',
  quantity: 'memory',
  unit: 'GB',
  working: '{parameters} × {bytes}',
}
const cache: Step = {
  key: 'cache',
  formula: 'kv-cache',
  arguments: (v) => ({
    layers: num(v, 'layers'),
    kv_heads: num(v, 'heads'),
    head_size: num(v, 'width'),
    bytes_per_value: num(v, 'kvBytes'),
    context_tokens: num(v, 'context'),
    sequences: num(v, 'sequences'),
  }),
  result: 'gb',
  quantity: 'kv-cache',
  unit: 'GB',
  working: '({heads} + {heads}) × {layers} × {width} × {kvBytes} × {context} × {sequences}',
}
const gpus: Step = {
  key: 'gpus',
  formula: 'gpus-needed',
  arguments: (v) => ({
    weights_gb: num(v, 'weights'),
    kv_cache_gb: v.cache ?? 0,
    gpu_memory_gb: num(v, 'card'),
  }),
  result: 'gpus',
  quantity: 'gpus',
  unit: 'GPUs',
  working: '({weights}[ + {cache}]) ÷ {card}',
}
const RULE = {
  en: 'You need {gpus}: groups come in powers of two, and a tenth of each memory and a little for the runtime stay free.',
  ko: '{gpus}이 필요합니다. 장수는 두 배씩 늘고, 메모리의 십분의 일과 실행 환경 몫은 비워 둡니다.',
}

/** Memory of weights and caches, and the accelerators that hold them. */
export const MEMORY: readonly Calculator[] = [
  {
    id: 'gpus-with-cache',
    hint: COUNT,
    slots: {
      layers: LAYERS,
      heads: HEADS,
      width: WIDTH,
      kvBytes: KV_BYTES,
      context: CONTEXT,
      sequences: SEQUENCES,
      parameters: MODEL,
      bytes: BYTES,
      card: CARD,
    },
    steps: [weights, cache, gpus],
    says: [RULE],
  },
  {
    id: 'gpus-for-memory',
    hint: COUNT,
    slots: { card: { ...CARD, must: true }, weights: { of: ['memory'] } },
    steps: [gpus],
    says: [RULE],
  },
  {
    id: 'gpus-for-size',
    hint: COUNT,
    unless: TRAINED,
    slots: { parameters: MODEL, bytes: BYTES, card: CARD },
    steps: [weights, gpus],
    says: [RULE],
  },
  {
    id: 'kv-cache',
    hint: KV,
    slots: {
      layers: LAYERS,
      heads: HEADS,
      width: WIDTH,
      kvBytes: { ...KV_BYTES, must: false },
      context: CONTEXT,
      sequences: SEQUENCES,
    },
    steps: [cache],
    says: [{ en: 'The KV cache takes {cache}.', ko: 'KV 캐시는 {cache:을/를} 차지합니다.' }],
    note: 'kv-cache',
  },
  {
    id: 'weights',
    hint: /\bgb\b|\bgigabytes?|memory|vram|\bweights?\b|메모리|용량|가중치|기가/i,
    unless: new RegExp(`${COUNT.source}|${TRAINED.source}`, 'i'),
    slots: { parameters: MODEL, bytes: BYTES },
    steps: [weights],
    says: [
      {
        en: 'The weights take {weights}, before cache and runtime.',
        ko: '가중치는 {weights:을/를} 차지합니다(캐시와 실행 환경 제외).',
      },
    ],
  },
]
