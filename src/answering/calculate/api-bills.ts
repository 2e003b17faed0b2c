import { num } from '../../engine/formulas/arguments.ts'
import { type Calculator, moneyLike, periodOf, type Slot } from './calculator.ts'
import { INPUT, OUTPUT } from './clauses.ts'
import type { What } from './quantities.ts'

export const PRICE: readonly What[] = ['money/1M tokens']
export const TOKENS: readonly What[] = ['tokens', 'tokens/item']
export const VOLUME: readonly What[] = [
  'items/month',
  'items/day',
  'items/week',
  'items/year',
  'items/hour',
  'items/minute',
  'items/second',
]
/** Prices of tokens are quoted per million where nothing else is said. */
const PER_MILLION = { quantity: 'price', unit: 'USD/1M tokens' } as const
export const CALLS: Slot = { of: ['items', ...VOLUME], in: 'asked', optional: true }
const CACHE = /\bcach|\bhit|캐시|적중/i
export const LESS = /\bbatch|\bhalf\b|\boff\b|\bdiscount|\bcheaper\b|할인|반값|절반|배치/i
const TOTAL = { en: 'That comes to {cost}.', ko: '합계 {cost}입니다.' }

/** Bills of APIs priced by the token. */
export const API_BILLS: readonly Calculator[] = [
  {
    id: 'api-bill',
    unless: /co2|carbon|emission|energy|electricity|latency|탄소|배출|전력|에너지|지연/i,
    slots: {
      calls: CALLS,
      out: { of: TOKENS, near: OUTPUT, must: true },
      in: { of: TOKENS, near: INPUT },
      priceOut: { of: PRICE, near: OUTPUT, must: true },
      priceIn: { of: PRICE, near: INPUT },
      discount: { of: ['percent'], near: LESS, must: true, optional: true },
    },
    steps: [
      {
        key: 'cost',
        formula: 'api-price',
        arguments: (v) => ({
          input: num(v, 'in'),
          output: num(v, 'out'),
          input_usd_per_1m: num(v, 'priceIn'),
          output_usd_per_1m: num(v, 'priceOut'),
          batch_multiplier: 1 - (v.discount ?? 0),
          requests: v.calls ?? 1,
        }),
        result: 'usd_per_month',
        quantity: 'cost',
        unit: moneyLike('priceIn', 'calls'),
        working: '[{calls} × ]({in} × {priceIn} + {out} × {priceOut})[ − {discount}]',
      },
    ],
    says: [TOTAL],
  },
  {
    id: 'cached-bill',
    hint: CACHE,
    slots: {
      calls: CALLS,
      tokens: { of: TOKENS },
      cached: { of: ['percent'], near: CACHE },
      cachePrice: { of: [...PRICE, 'money'], near: CACHE, must: true, as: PER_MILLION },
      price: { of: [...PRICE, 'money'], as: PER_MILLION, own: true },
    },
    steps: [
      {
        key: 'cost',
        formula: 'api-price',
        arguments: (v) => ({
          input: num(v, 'tokens'),
          cached: num(v, 'tokens') * num(v, 'cached'),
          input_usd_per_1m: num(v, 'price'),
          cache_usd_per_1m: num(v, 'cachePrice'),
          output: 0,
          output_usd_per_1m: 0,
          requests: v.calls ?? 1,
        }),
        result: 'usd_per_month',
        quantity: 'cost',
        unit: moneyLike('price', 'calls'),
        working:
          '[{calls} × ]({tokens} × {price} − {tokens} × {cached} × ({price} − {cachePrice}))',
      },
    ],
    says: [TOTAL],
    note: 'batch-and-cache',
  },
  {
    id: 'cached-bill-at-discount',
    hint: CACHE,
    slots: {
      calls: CALLS,
      tokens: { of: TOKENS },
      discount: { of: ['percent'], near: LESS, must: true },
      cached: { of: ['percent'], near: CACHE },
      price: { of: PRICE, own: true },
    },
    steps: [
      {
        key: 'cost',
        formula: 'api-price',
        arguments: (v) => ({
          input: num(v, 'tokens'),
          cached: num(v, 'tokens') * num(v, 'cached'),
          input_usd_per_1m: num(v, 'price'),
          cache_usd_per_1m: num(v, 'price') * (1 - num(v, 'discount')),
          output: 0,
          output_usd_per_1m: 0,
          requests: v.calls ?? 1,
        }),
        result: 'usd_per_month',
        quantity: 'cost',
        unit: moneyLike('price', 'calls'),
        working: '[{calls} × ]({tokens} × {price} − {tokens} × {cached} × {price} × {discount})',
      },
    ],
    says: [TOTAL],
    note: 'batch-and-cache',
  },
  {
    id: 'tokens-bill',
    slots: {
      calls: CALLS,
      tokens: {
        of: [...TOKENS, 'tokens/month', 'tokens/day'],
        in: 'asked',
        ask: { en: 'how many tokens', ko: '토큰 수' },
      },
      price: { of: PRICE, own: true },
      discount: { of: ['percent'], near: LESS, must: true, optional: true },
    },
    steps: [
      {
        key: 'cost',
        formula: 'api-price',
        arguments: (v) => ({
          input: num(v, 'tokens'),
          input_usd_per_1m: num(v, 'price'),
          output: 0,
          output_usd_per_1m: 0,
          batch_multiplier: 1 - (v.discount ?? 0),
          requests: v.calls ?? 1,
        }),
        result: 'usd_per_month',
        quantity: 'cost',
        unit: (f) =>
          periodOf(f.tokens) === ''
            ? moneyLike('price', 'calls')(f)
            : moneyLike('price', 'tokens')(f),
        working: '[{calls} × ]{tokens} × {price}[ − {discount}]',
      },
    ],
    says: [TOTAL],
  },
  ...(['page', 'word', 'character'] as const).map(
    (unit): Calculator => ({
      id: `${unit}-tokens`,
      hint: /tokens?|토큰|\$|달러|cost|비용|얼마/i,
      unless: /energy|electric|carbon|co2|emission|전기|전력|에너지|탄소|배출/i,
      slots: {
        docs: { of: ['items'], optional: true },
        text: { of: [`${unit}s`, `${unit}s/item`] },
        each: { of: [`tokens/${unit}`] },
        price: { of: PRICE, optional: true },
      },
      steps: [
        {
          key: 'tokens',
          formula: 'text-tokens',
          arguments: (v) => ({
            units: num(v, 'text') * (v.docs ?? 1),
            tokens_per_unit: num(v, 'each'),
          }),
          result: 'tokens',
          quantity: 'tokens',
          unit: 'tokens',
          working: '[{docs} × ]{text} × {each}',
        },
        {
          key: 'cost',
          needs: ['price'],
          formula: 'api-price',
          arguments: (v) => ({
            input: num(v, 'tokens'),
            input_usd_per_1m: num(v, 'price'),
            output: 0,
            output_usd_per_1m: 0,
          }),
          result: 'usd_per_request',
          quantity: 'cost',
          unit: moneyLike('price'),
          working: '{tokens} × {price}',
        },
      ],
      says: [
        TOTAL,
        {
          en: 'That is about {tokens}; counts differ by tokenizer and kind of text.',
          ko: '약 {tokens}입니다. 토크나이저와 글의 종류에 따라 다릅니다.',
        },
      ],
    }),
  ),
]
