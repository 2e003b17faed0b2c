import type { Anomalies } from '../spend/anomalies.ts'
import type { BudgetStanding } from '../spend/budget-risk.ts'
import type { Finding } from './alerts.ts'

/** What the findings of one currency are taken from, as a digest has it. */
type Watched<Of> = Readonly<{ currency: string }> & Of

/** A day this many times its usual cost is critical. */
const CRITICAL_TIMES = 3n

/**
 * Budgets of a month that are spent (critical) or likely to be passed by its end (warning). Both are one
 * matter, so that the one becomes the other as something worse.
 */
export function budgetFindings(
  currencies: readonly Watched<Readonly<{ budgets: readonly BudgetStanding[] }>>[],
): Finding[] {
  return currencies.flatMap(({ currency, budgets }) =>
    budgets.flatMap(({ team, month, amountNano, spentNano, forecast, over }): Finding[] => {
      const about = {
        key: `budget ${team ?? ''} ${currency} ${month}`,
        kind: 'budget',
        ...(team === undefined ? {} : { name: team }),
        ...{ month, budgetNano: amountNano, currency },
      } as const
      if (over === 'certain')
        return [{ ...about, why: 'crossed', severity: 'critical', percent: 100, spentNano }]
      if ((over !== 'likely' && over !== 'very-likely') || !forecast) return []
      const { lowNano, highNano } = forecast.total
      return [{ ...about, why: 'forecast', severity: 'warning', lowNano, highNano }]
    }),
  )
}

/** Days whose cost stands out, of the total, models and teams; three times the usual and more is critical. */
export function anomalyFindings(
  currencies: readonly Watched<Readonly<{ anomalies: Anomalies }>>[],
): Finding[] {
  return currencies.flatMap(({ currency, anomalies }) =>
    'tooFewDays' in anomalies
      ? []
      : anomalies.found.map(
          ({ key, name, day, nano, usualNano }): Finding => ({
            key,
            kind: 'anomaly',
            severity: nano >= usualNano * CRITICAL_TIMES ? 'critical' : 'warning',
            ...(name === undefined ? {} : { name }),
            ...{ day, spentNano: nano, usualNano, currency },
          }),
        ),
  )
}
