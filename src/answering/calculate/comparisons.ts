import { num } from '../../engine/formulas/arguments.ts'
import { VOLUME } from './api-bills.ts'
import { type Calculator, moneyLike } from './calculator.ts'
import type { What } from './quantities.ts'

export const AMOUNT: readonly What[] = [
  'money',
  'money/month',
  'money/year',
  'money/day',
  'money/week',
  'money/hour',
  'money/item',
  'money/1M tokens',
  'money/kWh',
]
const TOKENS: readonly What[] = [
  'tokens',
  'tokens/month',
  'tokens/day',
  'tokens/week',
  'tokens/year',
]
/** What can be compared with its like. */
export const COMPARED: readonly What[] = [
  ...AMOUNT,
  ...TOKENS,
  ...VOLUME,
  'items',
  'time',
  'energy',
  'energy/month',
  'energy/year',
  'energy/item',
  'mass',
  'mass/kWh',
  'power',
  'memory',
  'litres',
  'tokens/second',
  'people',
  'gpus',
  'gpu-hours',
  'bare',
  'bare/item',
  'bare/month',
  'bare/week',
  'bare/day',
  'bare/year',
]
const VERSUS = /\bthan\s+[$€£₩]?\d|보다|\bfrom\b|\bto\b|에서|\bnow\b|\bwas\b|지금/i
const PERCENT = /\bpercent|\bpercentage|%|퍼센트|몇 ?프로|절감률|비율|비중/i
/** One amount lies within the other: "$18k of the $150k", "예산에서", "1,000건 중". */
const PART_OF =
  /\d\S*(?:\s[a-z]+){0,3} (?:out )?of (?:\w+ ){0,2}[$€£₩]?\d|(?:예산|총\S*|전체\S*|합계|매출|지출|비용)\s?(?:에서|중|의|가운데|대비)\s|\d\S*\s?(?:중|가운데)(?:에서?)?\s|차지/i

/** A bare number that another one is compared with. */
const STARTS = /\b(?:from|than) [\d.,]+|[\d만천억] ?(?:에서|보다)/i
const DIFFERS =
  /\bhow (?:much|many) (?:\w+ )?(?:less|more|fewer|lower|higher|cheaper|dearer)\b|\bdifference\b|\bby how (?:much|many)\b|(?:얼마나?|몇 ?\S{1,3})\s?(?:\S+\s)?(?:줄|늘|적|많|감소|증가|차이)|차이/i

/** Two amounts side by side: their difference, their ratio, and what the cheaper one saves. */
export const COMPARISONS: readonly Calculator[] = [
  {
    id: 'percent-change',
    alike: ['before', 'after'],
    hint: PERCENT,
    unless: PART_OF,
    slots: { before: { of: COMPARED, near: VERSUS }, after: { of: COMPARED } },
    steps: [
      {
        key: 'change',
        formula: 'percent-change',
        arguments: (v) => ({ before: num(v, 'before'), after: num(v, 'after') }),
        result: 'percent',
        quantity: 'change',
        unit: 'percent',
        working: '({after} − {before}) ÷ {before}',
      },
    ],
    says: [{ en: 'That is a change of {change}.', ko: '변화율은 {change}입니다.' }],
  },
  {
    id: 'share-of',
    alike: ['part', 'whole'],
    ascending: ['part', 'whole'],
    hint: new RegExp(`^(?=[^]*(?:${PERCENT.source}))[^]*(?:${PART_OF.source})`, 'i'),
    slots: { part: { of: COMPARED }, whole: { of: COMPARED } },
    steps: [
      {
        key: 'share',
        formula: 'amount-per-unit',
        arguments: (v) => ({ total: num(v, 'part'), units: num(v, 'whole') }),
        result: 'amount',
        times: 100,
        quantity: 'share',
        unit: 'percent',
        working: '{part} ÷ {whole}',
      },
    ],
    says: [{ en: 'That is {share} of the whole.', ko: '전체의 {share}입니다.' }],
  },
  savingOf('saving', ['items', ...VOLUME], AMOUNT),
  savingOf('token-saving', TOKENS, ['money/1M tokens'], 1e-6),
  differenceOf(
    'difference',
    COMPARED.filter((what) => what !== 'bare'),
    false,
  ),
  differenceOf('difference-of-numbers', ['bare'], true),
]

/** What the cheaper of two amounts saves; `units` are counted in what the amounts are per, as `scale` makes them. */
function savingOf(
  id: string,
  units: readonly What[],
  amounts: readonly What[],
  scale = 1,
): Calculator {
  return {
    id,
    alike: ['before', 'after'],
    hint: /\bsav(?:e|es|ing|ings)\b|\bcheaper\b|\bdifference\b|절감|절약|아끼|아껴|차이|줄어/i,
    unless: /pay ?back|break[- ]?even|pays? for itself|본전|회수|손익분기/i,
    slots: {
      units: { of: units, in: 'asked', optional: true },
      before: { of: amounts, near: VERSUS },
      after: { of: amounts },
    },
    steps: [
      {
        key: 'saving',
        formula: 'monthly-saving',
        arguments: (v) => ({
          dearer_usd: Math.max(num(v, 'before'), num(v, 'after')),
          cheaper_usd: Math.min(num(v, 'before'), num(v, 'after')),
          requests: v.units === undefined ? 1 : v.units * scale,
        }),
        result: 'usd_per_month',
        quantity: 'saving',
        unit: (f) => (f.units ? moneyLike('before', 'units')(f) : (f.before?.unit ?? 'USD')),
        working: '[{units} × ]({before} − {after})',
      },
    ],
    says: [{ en: 'That saves {saving}.', ko: '{saving} 절감됩니다.' }],
  }
}

/** By how much two amounts of one unit differ; numbers without a unit only where words compare them. */
function differenceOf(id: string, of: readonly What[], must: boolean): Calculator {
  return {
    id,
    alike: ['one', 'other'],
    hint: DIFFERS,
    slots: { one: { of, near: must ? STARTS : VERSUS, must }, other: { of } },
    steps: [
      {
        key: 'difference',
        formula: 'difference',
        arguments: (v) => ({ one: num(v, 'one'), other: num(v, 'other') }),
        result: 'amount',
        quantity: 'change',
        unit: (f) => f.one?.unit ?? 'number',
        working: '|{one} − {other}|',
      },
    ],
    says: [{ en: 'The difference is {difference}.', ko: '차이는 {difference}입니다.' }],
  }
}
