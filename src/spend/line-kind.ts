import type { Charge } from './charge.ts'

/** What a line is in a report: usage makes the trend, every other kind stands on its own line. */
export type LineKind =
  | 'usage'
  | 'purchase'
  | 'tax'
  | 'credit'
  | 'refund'
  | 'adjustment'
  | 'correction'

/**
 * Kind of a line. A correction is one whatever its category; usage below zero is a refund, as some
 * providers bill it. Source: FOCUS 1.2, ChargeCategory and ChargeClass.
 * Example: usage of -2.50 is a refund; with class Correction it is a correction.
 */
export function lineKindOf({ category, correction, effectiveNano }: Charge): LineKind {
  if (correction) return 'correction'
  if (category === 'usage' && effectiveNano < 0n) return 'refund'
  return category
}

/** Usage, what trends are made of. */
export function isUsage(charge: Charge): boolean {
  return lineKindOf(charge) === 'usage'
}
