import { requireWithin } from '../domain.ts'

/** A small model whose doubtful answers go again to a large one. Shares from 0 to 1, money per request in USD. */
export type Cascade = Readonly<{
  qualitySmall: number
  /** Share of the small model's wrong answers that the checker stops. */
  sensitivity: number
  /** Share of its right answers that the checker lets pass. */
  specificity: number
  qualityLargeWhenSmallWrong: number
  qualityLargeWhenSmallRight: number
  smallUsd: number
  verifierUsd: number
  largeUsd: number
}>

/**
 * Share escalated, quality and cost of a cascade. What counts is how the large model does on the
 * items the small one misses, for large models fail on the same items; a checker whose sensitivity
 * and specificity add up to 1 is worth no more than a coin.
 * Source: docs/method.md "cascade". Range: all shares 0 to 1.
 * Example: 0.80, sensitivity 0.70, specificity 0.85, 0.55, 0.95, $0.001, $0.0005, $0.03
 * -> 26 % escalated, quality 0.871, $0.0093.
 */
export function cascade(c: Cascade): {
  escalatedShare: number
  quality: number
  usdPerRequest: number
} {
  const shares = {
    qualitySmall: c.qualitySmall,
    sensitivity: c.sensitivity,
    specificity: c.specificity,
    qualityLargeWhenSmallWrong: c.qualityLargeWhenSmallWrong,
    qualityLargeWhenSmallRight: c.qualityLargeWhenSmallRight,
  }
  for (const [name, share] of Object.entries(shares)) requireWithin(name, share, 0, 1, 'share')
  const falseAlarms = c.qualitySmall * (1 - c.specificity)
  const caught = (1 - c.qualitySmall) * c.sensitivity
  return {
    escalatedShare: falseAlarms + caught,
    quality:
      c.qualitySmall * c.specificity +
      falseAlarms * c.qualityLargeWhenSmallRight +
      caught * c.qualityLargeWhenSmallWrong,
    usdPerRequest: c.smallUsd + c.verifierUsd + (falseAlarms + caught) * c.largeUsd,
  }
}
