import { requireWithin } from '../domain.ts'
import { normalCdf, normalPdf } from './normal.ts'

/** A choice between a cheap and a dear option before anything is measured. Shares from 0 to 1. */
export type Prospect = Readonly<{
  /** V + C. */
  stakesUsd: number
  /** Extra cost of one request of the dear option. */
  extraUsd: number
  upliftMean: number
  upliftSd: number
}>

/** A paired evaluation that could be run first. */
export type Evaluation = Readonly<{
  /** Share of items on which exactly one option is right. */
  discordance: number
  items: number
  usdPerItem: number
  /** Requests the decision holds for. */
  requests: number
}>

/**
 * What knowing the true gain would be worth per request, USD: s phi(|mu|/s) - |mu| Phi(-|mu|/s) for
 * a gain d ~ N(mu, s). No evaluation is worth more; if it costs more than this, decide now.
 * Source: standard decision theory, https://en.wikipedia.org/wiki/Expected_value_of_perfect_information.
 * Example: mean $0.01, sd $0.075 -> $0.02519.
 */
export function expectedValueOfPerfectInformation(meanUsd: number, sdUsd: number): number {
  requireWithin('meanUsd', meanUsd, -1e9, 1e9, 'USD')
  requireWithin('sdUsd', sdUsd, 0, 1e9, 'USD')
  if (sdUsd === 0) return 0
  const z = Math.abs(meanUsd) / sdUsd
  return Math.max(0, sdUsd * normalPdf(z) - Math.abs(meanUsd) * normalCdf(-z))
}

/**
 * What a paired evaluation of n items is expected to be worth: per request, and net of its labels
 * over all requests. As perfect information, with the spread that the evaluation is expected to
 * resolve: s sqrt(s^2 / (s^2 + v/n)), v = (V + C)^2 (psi - delta^2).
 * Source: https://en.wikipedia.org/wiki/Expected_value_of_sample_information; agrees with simulation.
 * Example: V+C $2.50, $0.04 extra, uplift 2 +- 3 points, psi 0.15, 500 items at $1.50, 100,000 requests
 * -> perfect $2,519, sample $2,123, net $1,373.
 */
export function valueOfInformation(
  p: Prospect,
  e: Evaluation,
): { perfectUsd: number; sampleUsd: number; sampleUsdPerRequest: number; netUsd: number } {
  requireWithin('stakesUsd', p.stakesUsd, 0, 1e9, 'USD')
  requireWithin('extraUsd', p.extraUsd, -1e6, 1e6, 'USD')
  requireWithin('upliftMean', p.upliftMean, -1, 1, 'share')
  requireWithin('upliftSd', p.upliftSd, 0, 1, 'share')
  requireWithin('discordance', e.discordance, p.upliftMean ** 2, 1, 'share of items')
  requireWithin('items', e.items, 1, 1e9, 'items')
  requireWithin('usdPerItem', e.usdPerItem, 0, 1e6, 'USD')
  requireWithin('requests', e.requests, 0, 1e15, 'requests')
  const mean = p.stakesUsd * p.upliftMean - p.extraUsd
  const sd = p.stakesUsd * p.upliftSd
  // The stakes cancel out of the share of the spread that n items resolve.
  const noise = Math.sqrt((e.discordance - p.upliftMean ** 2) / e.items)
  const resolved = sd === 0 ? 0 : sd * (p.upliftSd / Math.hypot(p.upliftSd, noise))
  const sampleUsdPerRequest = expectedValueOfPerfectInformation(mean, resolved)
  const sampleUsd = e.requests * sampleUsdPerRequest
  return {
    perfectUsd: e.requests * expectedValueOfPerfectInformation(mean, sd),
    sampleUsd,
    sampleUsdPerRequest,
    netUsd: sampleUsd - e.items * e.usdPerItem,
  }
}
