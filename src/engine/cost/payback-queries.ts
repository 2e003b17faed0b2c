import { requireWithin } from '../domain.ts'
import { type Unknown, unknown } from '../unknown.ts'

/** A one-off cost that replaces a dear option by a cheap one, perhaps at another quality. */
export type Replacement = Readonly<{
  fixedUsd: number
  /** Cost of one request before and after. */
  bigUsd: number
  smallUsd: number
  /** V + C: what a right answer is worth plus what a wrong one costs. */
  stakesUsd: number
  /** Share right after minus before; negative when quality falls. */
  qualityChange: number
}>

/**
 * Requests until a one-off cost is earned back: F / ((c_big - c_small) + (V + C) (q_small - q_big)).
 * Unknown ("does not apply") when each request loses more by quality than it saves in price.
 * Source: expected-value decision theory (docs/method.md).
 * Example: $5,000, $0.03 against $0.002, equal quality -> 178,571; 1 point worse at $2.50 -> 1,666,667.
 */
export function paybackQueries(r: Replacement): number | Unknown {
  requireWithin('fixedUsd', r.fixedUsd, 0, 1e12, 'USD')
  requireWithin('bigUsd', r.bigUsd, 0, 1e6, 'USD')
  requireWithin('smallUsd', r.smallUsd, 0, 1e6, 'USD')
  requireWithin('stakesUsd', r.stakesUsd, 0, 1e9, 'USD')
  requireWithin('qualityChange', r.qualityChange, -1, 1, 'share right')
  const gained = r.bigUsd - r.smallUsd + r.stakesUsd * r.qualityChange
  return gained > 0 ? r.fixedUsd / gained : unknown('does-not-apply', 'payback')
}
