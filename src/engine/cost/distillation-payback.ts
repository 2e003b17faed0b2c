import { type Range, range } from '../range.ts'
import { type Unknown, unknown } from '../unknown.ts'

/** What is spent once, and what it saves every month, US dollars. */
export type Saving = Readonly<{ fixedUsd: Range; savingUsdPerMonth: Range }>

/**
 * Months until a one-off cost is earned back: fixed / saving a month. Where even the central saving
 * is not positive there is no payback (unknown, "does not apply"); a low end that is not positive
 * is replaced by a tenth of the central saving, so that the range stays finite and says "long"; a
 * saving too small to divide by counts as none.
 * Example: $5,000 once, $500 a month -> 10 months.
 */
export function paybackMonths({ fixedUsd, savingUsdPerMonth }: Saving): Range | Unknown {
  const { low, central, high } = savingUsdPerMonth
  if (central <= 0) return unknown('does-not-apply')
  const worst = low > 0 ? low : central / 10
  if (!Number.isFinite(fixedUsd.high / worst)) return unknown('does-not-apply')
  return range(
    fixedUsd.low / high,
    fixedUsd.central / central,
    Math.max(fixedUsd.high / worst, fixedUsd.central / central),
  )
}
