import { exchanged } from '../cost/exchange.ts'
import type { Formula } from '../formula.ts'
import { exactly } from '../range.ts'
import { num } from './arguments.ts'

export const EXCHANGE: readonly Formula[] = [
  {
    id: 'currency-conversion',
    title: 'Dollars in another currency',
    equation: 'dollars x units of the currency per dollar',
    parameters: [
      { key: 'usd', unit: 'USD', description: 'the amount' },
      {
        key: 'units_per_usd',
        unit: 'units of the currency per USD',
        min: 1e-9,
        max: 1e9,
        description: 'the rate of exchange',
      },
    ],
    results: [{ key: 'amount', unit: 'units of the currency' }],
    source: 'arithmetic; the rate is the asker’s own or the one in knowledge/catalog/defaults.yml',
    validity: 'one rate for the whole amount, without fees',
    example: {
      arguments: { usd: 1800, units_per_usd: 1400 },
      results: { amount: 2520000 },
      tolerance: 1e-12,
    },
    compute: (g) => ({
      amount: exchanged(exactly(num(g, 'usd')), num(g, 'units_per_usd')).central,
    }),
  },
]
