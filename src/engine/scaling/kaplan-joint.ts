import { requireWithin } from '../domain.ts'
import { KAPLAN_JOINT as K } from './constants.ts'

/**
 * Kaplan's loss in nats from size and data together: ((Nc/N)^(aN/aD) + Dc/D)^aD. Its constants belong
 * together and are not those of the laws of one quantity.
 * Range: up to 1.5e9 non-embedding parameters and 23e9 tokens.
 * Source: constants.ts. Example: 1e9 parameters, 1e10 tokens -> 2.420.
 */
export function kaplanJointLoss(parameters: number, tokens: number): number {
  requireWithin('parameters', parameters, 1e3, 1e13, 'non-embedding parameters')
  requireWithin('tokens', tokens, 1e6, 1e15, 'tokens')
  const size = (K.parameterScale / parameters) ** (K.parameterExponent / K.tokenExponent)
  return (size + K.tokenScale / tokens) ** K.tokenExponent
}
