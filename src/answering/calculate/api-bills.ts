import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { type Calculator, currencyOf, moneyLike, type Slot } from './calculator.ts'
import { INPUT, OUTPUT, type What } from './quantities.ts'

const PRICE: readonly What[] = ['money/1M tokens']
const TOKENS: readonly What[] = ['tokens', 'tokens/item']
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
const CALLS: Slot = { of: ['items', ...VOLUME], in: 'month', optional: true }
const CACHE = /\bcach|\bhit|캐시|적중/i
const LESS = /\bbatch|\bhalf\b|\boff\b|\bdiscount|\bcheaper\b|할인|반값|절반|배치/i
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
    id: 'tokens-bill',
    slots: {
      calls: CALLS,
      tokens: {
        of: [...TOKENS, 'tokens/month', 'tokens/day'],
        in: 'month',
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
          f.tokens?.unit.endsWith('/month')
            ? moneyLike('price', 'tokens')(f)
            : moneyLike('price', 'calls')(f),
        working: '[{calls} × ]{tokens} × {price}[ − {discount}]',
      },
    ],
    says: [TOTAL],
  },
  ...(['page', 'word', 'character'] as const).map(
    (unit): Calculator => ({
      id: `${unit}-tokens`,
      hint: /tokens?|토큰|\$|달러|cost|비용|얼마/i,
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
  {
    id: 'million-token-price',
    hint: /per (?:one |1 ?)?(?:million|m) ?tok|per[- ]million|백만 ?토큰|100만 ?토큰/i,
    slots: {
      rent: { of: ['money/hour'] },
      gpus: { of: ['gpus'], assumed: range(1, 1, 1), as: { quantity: 'gpus', unit: 'GPUs' } },
      speed: { of: ['tokens/second', 'tokens/hour', 'tokens/minute'], in: 'second' },
      duty: {
        of: ['percent'],
        assumed: range(1, 1, 1),
        as: { quantity: 'duty', unit: 'share' },
      },
    },
    steps: [
      {
        key: 'price',
        formula: 'self-hosted-token-price',
        arguments: (v) => ({
          gpus: num(v, 'gpus'),
          usd_per_gpu_hour: num(v, 'rent'),
          tokens_per_second: num(v, 'speed'),
          duty: num(v, 'duty'),
        }),
        result: 'usd_per_1m_tokens',
        quantity: 'price',
        unit: (f) => `${currencyOf(f.rent)}/1M tokens`,
        working: '{gpus} × {rent} ÷ ({speed} × {duty})',
      },
    ],
    says: [{ en: 'That makes {price}.', ko: '{price}입니다.' }],
    note: 'duty-cycle',
  },
  {
    id: 'million-token-average',
    hint: /per (?:one |1 ?)?(?:million|m) ?tok|per[- ]million|백만 ?토큰|100만 ?토큰/i,
    slots: { total: { of: ['money', 'money/month'] }, tokens: { of: ['tokens', 'tokens/month'] } },
    steps: [
      {
        key: 'price',
        formula: 'amount-per-unit',
        arguments: (v) => ({ total: num(v, 'total'), units: num(v, 'tokens') / 1e6 }),
        result: 'amount',
        quantity: 'price',
        unit: (f) => `${currencyOf(f.total)}/1M tokens`,
        working: '{total} ÷ {tokens}',
      },
    ],
    says: [{ en: 'That makes {price}.', ko: '{price}입니다.' }],
  },
]
