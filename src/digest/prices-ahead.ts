import type { Charge } from '../spend/charge.ts'
import type { PriceFactor } from '../spend/forecast.ts'
import { costAt, type NanoRates } from '../spend/rates.ts'
import { groupBy, scaleNano, totalNano } from '../spend/sums.ts'
import { billsTokens } from '../spend/tokens.ts'
import type { PriceAhead } from './digest.ts'
import type { Lookups } from './lookups.ts'

/** A price change of a model and what share of all cost it moves. */
type Shift = PriceAhead & Readonly<{ ofTotal: number }>

const MONTH_DAYS = 30

/**
 * Listed prices that change after a day for models in use, and what the tokens of the given days would
 * cost more or less by them: the ratio of the same tokens at the list price after and before, on what
 * they did cost. Lines whose tokens are unknown are taken to move as the rest of the model does.
 */
export function priceShifts(
  usage: readonly Charge[],
  days: number,
  currency: string,
  { priceSteps }: Lookups,
  after: string,
  to: string,
): readonly Shift[] {
  const total = totalNano(usage)
  if (days === 0 || total <= 0n) return []
  const models = groupBy(usage.filter(billsTokens), (c) => `${c.provider}\n${c.model ?? ''}`)
  return [...models.values()].flatMap((lines) => {
    const { provider = '', model = '' } = lines[0] ?? {}
    const cost = totalNano(lines)
    return priceSteps({ provider, model, currency }, after, to).flatMap((step): Shift[] => {
      const before = atRates(lines, step.before)
      if (before <= 0n) return []
      const share = Number(atRates(lines, step.after)) / Number(before) - 1
      if (share === 0) return []
      const monthNano = scaleNano(cost, (share * MONTH_DAYS) / days)
      const ofTotal = (Number(cost) / Number(total)) * share
      return [{ provider, model, from: step.from, currency, monthNano, share, ofTotal }]
    })
  })
}

/** By what factor cost of the days ahead moves with the changes that are in force by then. */
export function factorOf(shifts: readonly Shift[]): PriceFactor {
  return (day) =>
    Math.max(
      0,
      shifts.reduce((f, s) => (s.from <= day ? f + s.ofTotal : f), 1),
    )
}

function atRates(
  lines: readonly Charge[],
  { input, output, cacheRead = input, cacheWrite = input }: NanoRates,
): bigint {
  return lines.reduce(
    (sum, { tokens }) =>
      sum +
      costAt(tokens.input ?? 0, input) +
      costAt(tokens.cacheRead ?? 0, cacheRead) +
      costAt(tokens.cacheWrite ?? 0, cacheWrite) +
      costAt(tokens.output ?? 0, output),
    0n,
  )
}
