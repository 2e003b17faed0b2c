import { requireWithin } from '../domain.ts'
import { DomainError } from '../formula.ts'
import { tokensPerSecondOf } from './replicas.ts'

/**
 * Share of the time that a fleet works: the average rate over what it could give. A token costs
 * 1 / duty as much as on a fleet that never rests.
 * Throws a DomainError when the fleet cannot carry the average rate.
 * Source: arithmetic. Example: 20 million requests of 200 tokens on 4 replicas of 1,500 tokens/s -> 0.254.
 */
export function dutyCycle(d: {
  requestsPerMonth: number
  answerTokens: number
  tokensPerSecondPerReplica: number
  replicas: number
}): number {
  requireWithin('replicas', d.replicas, 1, 1e6, 'replicas')
  requireWithin('tokensPerSecondPerReplica', d.tokensPerSecondPerReplica, 1e-6, 1e9, 'tokens/s')
  const duty = tokensPerSecondOf(d) / (d.replicas * d.tokensPerSecondPerReplica)
  if (duty > 1)
    throw new DomainError(
      `replicas must be enough for the average rate; received ${d.replicas}, which would have to work ${duty} of the time.`,
    )
  return duty
}
