import type { Estimate } from '../engine/estimate.ts'
import { isUnknown } from '../engine/unknown.ts'
import type { Coverage } from './recommendation.ts'

/** Counts figures by where they come from and lists the ids of those that are unknown. */
export function coverageOf(estimates: readonly Estimate[]): Coverage {
  const known = estimates.filter((e) => !isUnknown(e.value))
  const count = (kind: Estimate['kind']) => known.filter((e) => e.kind === kind).length
  return {
    cited: count('cited'),
    computed: count('computed'),
    yours: count('yours'),
    assumed: count('assumed'),
    unknown: estimates
      .filter((e) => isUnknown(e.value) && e.value.unknown !== 'does-not-apply')
      .map((e) => e.id),
  }
}
