import { requireWithin } from '../domain.ts'
import { KAPLAN } from './constants.ts'

/**
 * Loss in nats from one quantity alone, the others not limiting: (scale / x)^exponent.
 * Range: up to 1.5e9 non-embedding parameters and 23e9 tokens; not for splitting a budget (see Chinchilla).
 * Source: constants.ts. Example: 1e9 parameters -> 2.376; 1e10 tokens -> 2.262.
 */
export function kaplanLoss(of: keyof typeof KAPLAN, amount: number): number {
  requireWithin('amount', amount, Number.MIN_VALUE, Number.POSITIVE_INFINITY, KAPLAN[of].unit)
  return (KAPLAN[of].scale / amount) ** KAPLAN[of].exponent
}
