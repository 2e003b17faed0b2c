import { requireWithin } from '../domain.ts'
import { ECO } from './constants.ts'

export type Generation = Readonly<{
  outputTokens: number
  /** Billions. */
  activeB: number
  /** Sequences served at once. */
  batch: number
  /** Published speed, if any; otherwise speed follows from the size. */
  tokensPerSecond?: number | undefined
  timeToFirstTokenS?: number | undefined
  /** A measured time caps the estimated one. */
  measuredLatencyS?: number | undefined
}>

/**
 * Seconds that one answer takes: tokens / speed + time to the first token, never more than measured.
 * Without a published speed, seconds per token = 6.785e-4 x active billions + 3.119e-4 x batch + 0.01947.
 * A mean over providers without queueing; under load times differ by half either way.
 * Source: EcoLogits (constants.ts; its documentation prints tokens x speed, its code divides).
 * Example: 400 tokens at 37.8 tokens/s, first after 0.52 s -> 11.10 s; 1,000 tokens of 70 billion, 64 at once -> 86.9 s.
 */
export function generationLatency(g: Generation): number {
  const { tokensPerSecond, timeToFirstTokenS = 0, measuredLatencyS } = g
  requireWithin('timeToFirstTokenS', timeToFirstTokenS, 0, 1e6, 's')
  const estimated = g.outputTokens * secondsPerToken(g.activeB, g.batch, tokensPerSecond)
  const seconds = estimated + timeToFirstTokenS
  if (measuredLatencyS === undefined) return seconds
  requireWithin('measuredLatencyS', measuredLatencyS, 0, 1e9, 's')
  return Math.min(seconds, measuredLatencyS)
}

function secondsPerToken(activeB: number, batch: number, tokensPerSecond?: number): number {
  if (tokensPerSecond !== undefined) {
    requireWithin('tokensPerSecond', tokensPerSecond, 1e-3, 1e6, 'tokens/s')
    return 1 / tokensPerSecond
  }
  requireWithin('activeB', activeB, Number.MIN_VALUE, 1e5, 'billion parameters')
  requireWithin('batch', batch, 1, 1e5, 'requests at once')
  return (
    ECO.latencyPerParameter.value * activeB +
    ECO.latencyPerBatch.value * batch +
    ECO.latencyFloor.value
  )
}
