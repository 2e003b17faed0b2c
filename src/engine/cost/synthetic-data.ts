import { requireWithin } from '../domain.ts'

/** Examples written by a model and sieved; only a share is good enough. */
export type SyntheticData = Readonly<{
  examplesKept: number
  keptShare: number
  usdPerExample: number
  usdPerCheck: number
}>

/**
 * Cost of synthetic examples, USD: what is thrown away is paid for too, so kept / share are made and
 * checked. Training on a model's own output alone worsens it; real data must stay in the mix.
 * Source: arithmetic; collapse in https://arxiv.org/abs/2404.01413.
 * Example: 10,000 kept of which 80 % pass, $0.03 an example and $0.002 a check -> 12,500 x 0.032 = $400.
 */
export function syntheticDataUsd(data: SyntheticData): number {
  requireWithin('examplesKept', data.examplesKept, 0, 1e12, 'examples')
  requireWithin('keptShare', data.keptShare, 0.001, 1, 'share of examples')
  requireWithin('usdPerExample', data.usdPerExample, 0, 1e6, 'USD')
  requireWithin('usdPerCheck', data.usdPerCheck, 0, 1e6, 'USD')
  return (data.examplesKept / data.keptShare) * (data.usdPerExample + data.usdPerCheck)
}
