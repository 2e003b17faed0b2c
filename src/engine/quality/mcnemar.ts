import { requireWithin } from '../domain.ts'

/**
 * Two-sided probability of a split at least this uneven among the items on which exactly one of two
 * models is right, if neither were better (exact McNemar test): 2 P(X <= min(b, c)), X binomial(b + c, 1/2).
 * Range: whole counts up to a million each. No such items give 1.
 * Source: McNemar 1947, https://doi.org/10.1007/BF02295996. Example: 5 against 0 -> 0.0625.
 */
export function mcNemarP(onlyOne: number, onlyOther: number): number {
  requireWithin('onlyOne', onlyOne, 0, 1e6, 'items')
  requireWithin('onlyOther', onlyOther, 0, 1e6, 'items')
  const all = onlyOne + onlyOther
  const fewer = Math.min(onlyOne, onlyOther)
  let logTerm = -all * Math.LN2
  for (let k = 1; k <= fewer; k++) logTerm += Math.log((all - k + 1) / k)
  let term = Math.exp(logTerm)
  let tail = 0
  for (let k = fewer; k >= 0 && term > 0; k--) {
    tail += term
    term *= k / (all - k + 1)
  }
  return Math.min(1, 2 * tail)
}
