import { requireWithin } from '../domain.ts'
import { type Range, range } from '../range.ts'

const EPOCH = {
  source:
    'https://epoch.ai/blog/will-we-run-out-of-data-limits-of-llm-scaling-based-on-human-generated-data',
  asOf: '2024-06-06',
} as const

/** Public human text, adjusted for quality and repetition: tokens, 90 % interval. */
const TEXT_STOCK = { low: 1e14, central: 3e14, high: 1e15, unit: 'tokens', ...EPOCH } as const

/** Year in which the stock is fully used on the trend of 2024: median and 80 % interval. */
const STOCK_USED_UP = { low: 2026, central: 2028, high: 2032, unit: 'year', ...EPOCH } as const

/**
 * When training sets reach the stock of public human text if the largest keeps growing at one pace:
 * year + ln(stock / tokens) / ln(fold). The share is that of the stock the largest set takes today; its ends
 * and the years belong to the largest and the smallest stock.
 * The published outlook rests on a model of compute and investment as well (STOCK_USED_UP: 2026 to 2032,
 * median 2028, replacing "before 2026" of 2022); five times the compute-optimal data brings 2027, a hundred
 * times 2025. Private, synthetic and non-text data are not counted.
 *
 * @param tokens of the largest training set, at `year`
 * @param foldPerYear growth of the largest training set, times a year
 * Range: 1e9 to 1e18 tokens, growth above 1. Source: TEXT_STOCK.
 * Example: 15e12 tokens in 2024, 2.3 times a year -> 2026.3 to 2029.0, central 2027.6; 5 % of the stock.
 */
export function textStockOutlook(
  tokens: number,
  year: number,
  foldPerYear: number,
): { share: Range; year: Range; publishedYear: Range } {
  requireWithin('tokens', tokens, 1e9, 1e18, 'tokens')
  requireWithin('year', year, 2000, 2100, 'as a year')
  requireWithin('foldPerYear', foldPerYear, 1.01, 100, 'times a year')
  const usedUp = (stock: number) => year + Math.log(stock / tokens) / Math.log(foldPerYear)
  const { low, central, high } = TEXT_STOCK
  const published = STOCK_USED_UP
  return {
    share: range(tokens / high, tokens / central, tokens / low),
    year: range(usedUp(low), usedUp(central), usedUp(high)),
    publishedYear: range(published.low, published.central, published.high),
  }
}
