import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { VOLUME } from './api-bills.ts'
import type { Calculator, Slot, Step } from './calculator.ts'
import { OUTPUT } from './quantities.ts'

const COUNT =
  /\bhow many\b[^?]*(?:gpus?|cards?|accelerators?|\b[abhlv]\d{2,3}s?)\b|\bgpu count\b|\b(?:number of|fit)\b[^?]*(?:gpus?|cards?)|몇 ?장|몇 ?대|장수|GPU[^?]{0,8}몇/i
const KV = /\bkv\b|cache|캐시/i
const FIRST = /\bfirst token|\bttft|\btime to first|\bprefill|첫 ?토큰|시작까지|첫 응답/i
const MODEL: Slot = {
  of: ['parameters'],
  ask: { en: 'the number of parameters', ko: '파라미터 수' },
}
const BYTES: Slot = {
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
const PRECISION_OF: Readonly<Record<number, string>> = { 2: 'bf16', 1: 'fp8', 0.5195: 'int4' }

const weights: Step = {
  key: 'weights',
  formula: 'weights',
  arguments: (v) => ({
    parameters: num(v, 'parameters'),
    precision: PRECISION_OF[num(v, 'bytes')] ?? 'bf16',
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

/** Time, memory and accelerators of serving. */
export const SERVING: readonly Calculator[] = [
  {
    id: 'answer-time',
    unless: /cost|\$|비용|요금/i,
    slots: {
      first: {
        of: ['time'],
        near: FIRST,
        assumed: range(0, 0, 0),
        as: { quantity: 'latency', unit: 's' },
        mayBeZero: true,
      },
      tokens: {
        of: ['tokens', 'tokens/item'],
        near: OUTPUT,
        ask: { en: 'how long the answer is in tokens', ko: '답변 토큰 수' },
      },
      speed: { of: ['tokens/second'], ask: { en: 'the tokens per second', ko: '초당 토큰 수' } },
    },
    steps: [
      {
        key: 'seconds',
        formula: 'answer-time',
        arguments: (v) => ({
          first_token_s: num(v, 'first'),
          tokens: num(v, 'tokens'),
          tokens_per_s: num(v, 'speed'),
        }),
        result: 'seconds',
        quantity: 'latency',
        unit: 's',
        working: '{first} + {tokens} ÷ {speed}',
      },
    ],
    says: [
      { en: 'The answer is complete after {seconds}.', ko: '답변 완료까지 {seconds} 걸립니다.' },
    ],
  },
  {
    id: 'answer-time-per-token',
    unless: /cost|\$|비용|요금/i,
    slots: {
      first: {
        of: ['time'],
        near: FIRST,
        assumed: range(0, 0, 0),
        as: { quantity: 'latency', unit: 's' },
        mayBeZero: true,
      },
      tokens: { of: ['tokens', 'tokens/item'], near: OUTPUT },
      each: { of: ['time/token'], as: { quantity: 'latency', unit: 's' } },
    },
    steps: [
      {
        key: 'seconds',
        formula: 'answer-time',
        arguments: (v) => ({
          first_token_s: num(v, 'first'),
          tokens: num(v, 'tokens'),
          tokens_per_s: 1 / num(v, 'each'),
        }),
        result: 'seconds',
        quantity: 'latency',
        unit: 's',
        working: '{first} + {tokens} × {each}',
      },
    ],
    says: [
      { en: 'The answer is complete after {seconds}.', ko: '답변 완료까지 {seconds} 걸립니다.' },
    ],
  },
  {
    id: 'tokens-needed-per-second',
    hint: /per second|a second|초당/i,
    unless: /cost|model|self|비용|모델|호스팅/i,
    slots: { volume: { of: VOLUME.filter((v) => v !== 'items/second'), in: 'second' } },
    steps: [
      {
        key: 'rate',
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'volume'), rate: 1 }),
        result: 'amount',
        quantity: 'volume',
        unit: 'requests/s',
        working: '{volume}',
      },
    ],
    says: [{ en: 'That is {rate} on average.', ko: '평균 {rate}입니다.' }],
  },
  {
    id: 'speculative',
    hint: /speculat|draft|추측|초안|드래프트/i,
    slots: {
      acceptance: {
        of: ['bare', 'percent'],
        near: /accept|수락|채택|승인/i,
        must: true,
        as: { quantity: 'share', unit: 'share' },
      },
      drafted: { of: ['tokens', 'bare'], near: /draft|초안|드래프트/i },
      cost: {
        of: ['bare', 'percent'],
        near: /cost|ratio|time|비용|비율|비$/i,
        as: { quantity: 'share', unit: 'ratio' },
      },
    },
    steps: [
      {
        key: 'speedup',
        formula: 'speculative-decoding',
        arguments: (v) => ({
          acceptance: num(v, 'acceptance'),
          drafted: num(v, 'drafted'),
          draft_share: num(v, 'cost'),
        }),
        result: 'speedup',
        quantity: 'speed-up',
        unit: 'ratio',
        working: '{acceptance}, {drafted}, {cost}',
      },
    ],
    says: [{ en: 'The speed-up is {speedup}.', ko: '가속비는 {speedup}입니다.' }],
    note: 'speculative-decoding-2023',
  },
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
      kvBytes: KV_BYTES,
      context: CONTEXT,
      sequences: SEQUENCES,
    },
    steps: [cache],
    says: [{ en: 'The KV cache takes {cache}.', ko: 'KV 캐시는 {cache:을/를} 차지합니다.' }],
    note: 'kv-cache',
  },
  {
    id: 'fastest-token',
    hint: /token|토큰/i,
    slots: {
      parameters: MODEL,
      bytes: BYTES,
      bandwidth: { of: ['bandwidth'] },
      cards: { of: ['gpus'], assumed: range(1, 1, 1), as: { quantity: 'gpus', unit: 'GPUs' } },
    },
    steps: [
      {
        key: 'ms',
        formula: 'decode-lower-bound',
        arguments: (v) => ({
          parameters: num(v, 'parameters'),
          bytes_per_parameter: num(v, 'bytes'),
          gpus: num(v, 'cards'),
          bandwidth_gb_per_s: num(v, 'bandwidth'),
        }),
        result: 'ms',
        quantity: 'latency',
        unit: 'ms',
        working: '{parameters} × {bytes} ÷ ({cards} × {bandwidth})',
      },
    ],
    says: [
      { en: 'No token can come faster than every {ms}.', ko: '토큰 하나에 최소 {ms} 걸립니다.' },
    ],
    note: 'decode-speed',
  },
  {
    id: 'weights',
    hint: /\bgb\b|\bgigabytes?|memory|vram|\bweights?\b|메모리|용량|가중치|기가/i,
    unless: COUNT,
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
