import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { VOLUME } from './api-bills.ts'
import type { Calculator } from './calculator.ts'
import { BYTES, MODEL } from './memory.ts'
import { OUTPUT } from './quantities.ts'

const FIRST = /\bfirst token|\bttft|\btime to first|\bprefill|첫 ?토큰|시작까지|첫 응답/i
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
]
