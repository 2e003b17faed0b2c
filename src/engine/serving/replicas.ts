import { requireWithin } from '../domain.ts'

/** Seconds of an average month of 730 hours. */
const SECONDS_PER_MONTH = 730 * 3600

/** Work of a month. */
export type Load = Readonly<{ requestsPerMonth: number; answerTokens: number }>

/** Work of a month and what one replica gives. */
export type Demand = Load &
  Readonly<{
    tokensPerSecondPerReplica: number
    /** Share of the time a replica works; the rest is idle between peaks. */
    duty: number
  }>

/** Average answer tokens a second of a month's work. */
export function tokensPerSecondOf({ requestsPerMonth, answerTokens }: Load): number {
  requireWithin('requestsPerMonth', requestsPerMonth, 0, 1e15, 'requests a month')
  requireWithin('answerTokens', answerTokens, 0, 1e7, 'tokens')
  return (requestsPerMonth * answerTokens) / SECONDS_PER_MONTH
}

/**
 * Whole replicas that carry the average rate at the stated duty, at least one.
 * Source: arithmetic. Example: 2,000,000 requests of 200 tokens at 1,500 tokens/s and 30 % duty -> 1.
 */
export function replicasNeeded(d: Demand): number {
  requireWithin('tokensPerSecondPerReplica', d.tokensPerSecondPerReplica, 1e-6, 1e9, 'tokens/s')
  requireWithin('duty', d.duty, 1e-6, 1, 'share of the time')
  return Math.max(1, Math.ceil(tokensPerSecondOf(d) / (d.tokensPerSecondPerReplica * d.duty)))
}
