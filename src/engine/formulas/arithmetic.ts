import { amountAtRate } from '../arithmetic/amount-at-rate.ts'
import { amountPerUnit } from '../arithmetic/amount-per-unit.ts'
import { compoundGrowth } from '../arithmetic/compound-growth.ts'
import { convertCurrency, DIRECTIONS } from '../arithmetic/currency.ts'
import { difference } from '../arithmetic/difference.ts'
import { discountedBill } from '../arithmetic/discounted.ts'
import { percentChange } from '../arithmetic/percent-change.ts'
import { productOfFigures, ROUNDINGS } from '../arithmetic/product-of-figures.ts'
import type { Formula } from '../formula.ts'
import { arg, NOT_NEGATIVE, named, num, SHARE } from './arguments.ts'

const ABOVE_ZERO = { min: 1e-30 } as const
const common = { source: 'arithmetic', validity: 'all figures in units that fit each other' }

/** What people work out with figures of their own. */
export const ARITHMETIC: readonly Formula[] = [
  {
    ...common,
    id: 'amount-at-rate',
    title: 'Amount of so many units at a rate each',
    equation: 'units x rate',
    parameters: [
      arg('units', 'units', 'how many', NOT_NEGATIVE),
      arg('rate', 'amount a unit', 'what one comes to', NOT_NEGATIVE),
    ],
    results: [{ key: 'amount', unit: "the rate's unit of amount" }],
    example: { arguments: { units: 350, rate: 215 }, results: { amount: 75250 }, tolerance: 1e-12 },
    compute: (g) => ({ amount: amountAtRate(num(g, 'units'), num(g, 'rate')) }),
  },
  {
    ...common,
    id: 'amount-per-unit',
    title: 'What falls on one unit of a total',
    equation: 'total / units',
    parameters: [
      arg('total', 'any unit', 'what is divided', NOT_NEGATIVE),
      arg('units', 'units', 'by how many, or by what each costs', ABOVE_ZERO),
    ],
    results: [{ key: 'amount', unit: "the total's unit for one unit" }],
    example: {
      arguments: { total: 6000, units: 40000 },
      results: { amount: 0.15 },
      tolerance: 1e-12,
    },
    compute: (g) => ({ amount: amountPerUnit(num(g, 'total'), num(g, 'units')) }),
  },
  {
    ...common,
    id: 'percent-change',
    title: 'Change in percent of what was',
    equation: '(after - before) / before x 100',
    parameters: [
      arg('before', 'any unit', 'what it was', ABOVE_ZERO),
      arg('after', 'the same unit', 'what it is then', NOT_NEGATIVE),
    ],
    results: [{ key: 'percent', unit: 'percent, a saving negative' }],
    example: {
      arguments: { before: 9000, after: 6300 },
      results: { percent: -30 },
      tolerance: 1e-9,
    },
    compute: (g) => ({ percent: percentChange(num(g, 'before'), num(g, 'after')) }),
  },
  {
    ...common,
    id: 'difference',
    title: 'Difference of two amounts',
    equation: '|one - other|',
    parameters: [
      arg('one', 'any unit', 'what is compared', NOT_NEGATIVE),
      arg('other', 'the same unit', 'with what', NOT_NEGATIVE),
    ],
    results: [{ key: 'amount', unit: 'the same unit' }],
    example: {
      arguments: { one: 12000, other: 9500 },
      results: { amount: 2500 },
      tolerance: 1e-12,
    },
    compute: (g) => ({ amount: difference(num(g, 'one'), num(g, 'other')) }),
  },
  {
    ...common,
    id: 'compound-growth',
    title: 'Amount that changes by the same share in every period',
    equation: 'start x (1 + rate)^periods',
    parameters: [
      arg('start', 'any unit', 'what it is now', NOT_NEGATIVE),
      arg('rate', 'share a period', 'negative where it falls', { min: -1, max: 100 }),
      arg('periods', 'periods', 'that pass', { min: 0, max: 1e4 }),
    ],
    results: [{ key: 'amount', unit: "the start's unit" }],
    validity: 'the same share in every period',
    example: {
      arguments: { start: 20000, rate: 0.08, periods: 12 },
      results: { amount: 50363.4 },
      tolerance: 1e-6,
    },
    compute: (g) => ({
      amount: compoundGrowth(num(g, 'start'), num(g, 'rate'), num(g, 'periods')),
    }),
  },
  {
    ...common,
    id: 'currency-conversion',
    title: 'Amount in another currency at a stated rate',
    equation: 'amount x rate, or amount / rate towards the base',
    parameters: [
      arg('amount', 'money', 'what is converted', NOT_NEGATIVE),
      arg('rate', 'quoted for one of the base', 'as stated; there is no rate of our own', {
        min: 1e-9,
      }),
      arg('direction', 'name', 'which currency the amount is in', { choices: DIRECTIONS }),
    ],
    results: [{ key: 'amount', unit: 'the other currency' }],
    example: {
      arguments: { amount: 500, rate: 1350 },
      results: { amount: 675000 },
      tolerance: 1e-12,
    },
    compute: (g) => ({
      amount: convertCurrency(num(g, 'amount'), num(g, 'rate'), named(g, 'direction', DIRECTIONS)),
    }),
  },
  {
    ...common,
    id: 'discounted-bill',
    title: 'Bill of which a share is paid at a discount',
    equation: 'bill x (1 - share x discount)',
    parameters: [
      arg('bill', 'money', 'without the discount', NOT_NEGATIVE),
      arg('share', 'share', 'of the bill that it touches', { ...SHARE, default: 1 }),
      arg('discount', 'share', 'taken off that part', SHARE),
    ],
    results: [{ key: 'amount', unit: "the bill's currency" }],
    validity: 'the discount touches the whole price of that part',
    example: {
      arguments: { bill: 9600, share: 0.7, discount: 0.5 },
      results: { amount: 6240 },
      tolerance: 1e-12,
    },
    compute: (g) => ({
      amount: discountedBill(num(g, 'bill'), num(g, 'share'), num(g, 'discount')),
    }),
  },
  {
    ...common,
    id: 'product-of-figures',
    title: 'Figures multiplied and divided until their units are those asked for',
    equation: 'product of the multiplied / product of the divided x unit factor',
    parameters: [
      { ...arg('multiplied', 'text', 'numbers with spaces between'), text: true },
      { ...arg('divided', 'text', 'numbers with spaces between'), text: true },
      arg('unit_factor', 'ratio', 'into the unit of the result', { min: 1e-30, default: 1 }),
      arg('rounding', 'name', 'of things that come whole', { choices: ROUNDINGS }),
    ],
    results: [{ key: 'amount', unit: 'what is left when units cancel' }],
    example: {
      arguments: { multiplied: '8 2 730', divided: '4', unit_factor: 0.5, rounding: 'exact' },
      results: { amount: 1460 },
      tolerance: 1e-12,
    },
    compute: (g) => ({
      amount: productOfFigures(
        numbers(g.multiplied),
        numbers(g.divided),
        num(g, 'unit_factor'),
        named(g, 'rounding', ROUNDINGS),
      ),
    }),
  },
]

function numbers(text: number | string | undefined): number[] {
  return String(text ?? '')
    .split(' ')
    .filter(Boolean)
    .map(Number)
}
