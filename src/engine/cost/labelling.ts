import { requireWithin } from '../domain.ts'

/** A labelling job; a second pair of eyes looks at a share of the items. */
export type Labelling = Readonly<{
  items: number
  labelsPerItem: number
  usdPerLabel: number
  reviewedShare: number
  usdPerReview: number
}>

/**
 * Cost of labelling, USD: items x (labels x price of a label + reviewed share x price of a review).
 * Source: arithmetic; $0.003 a label by a model, about $0.08 by crowd and $1 by experts are published.
 * Example: 10,000 items, 3 labels at $0.08, a tenth reviewed at $1 -> 10,000 x (0.24 + 0.1) = $3,400.
 */
export function labellingUsd(job: Labelling): number {
  requireWithin('items', job.items, 0, 1e12, 'items')
  requireWithin('labelsPerItem', job.labelsPerItem, 0, 100, 'labels')
  requireWithin('usdPerLabel', job.usdPerLabel, 0, 1e6, 'USD')
  requireWithin('reviewedShare', job.reviewedShare, 0, 1, 'share of items')
  requireWithin('usdPerReview', job.usdPerReview, 0, 1e6, 'USD')
  return job.items * (job.labelsPerItem * job.usdPerLabel + job.reviewedShare * job.usdPerReview)
}
