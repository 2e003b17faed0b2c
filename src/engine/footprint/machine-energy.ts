import { requireWithin } from '../domain.ts'
import { ECO } from './constants.ts'

export type Occupation = Readonly<{
  outputTokens: number
  /** Billions. */
  activeB: number
  /** Sequences served at once. */
  batch: number
  gpus: number
  seconds: number
}>

/**
 * Electricity of the machines for one answer, kWh, before data-centre overhead (E_IT): the GPUs by
 * the token, Wh per token and GPU = 1.167e-6 x exp(-0.0112 x batch) x active billions + 4.053e-5,
 * and the rest of the servers, 1.2 kW for eight GPUs, by the time, shared by the requests served at once.
 * Against 11 published measurements the fit is unbiased with a one-sigma factor of 1.8.
 * Source: EcoLogits (constants.ts); validity: dense to about 200 billion active, batch to about 256, H100, 16 bits.
 * Example: 1,000 tokens of 70 billion on 4 GPUs in 86.9 s, 64 at once -> 5.479e-4 kWh.
 */
export function machineKwh({ outputTokens, activeB, batch, gpus, seconds }: Occupation): number {
  requireWithin('outputTokens', outputTokens, 0, 1e7, 'tokens')
  requireWithin('activeB', activeB, Number.MIN_VALUE, 1e5, 'billion parameters')
  requireWithin('batch', batch, 1, 1e5, 'requests at once')
  requireWithin('gpus', gpus, 1, 1e6, 'GPUs')
  requireWithin('seconds', seconds, 0, 1e9, 's')
  const whPerTokenAndGpu =
    ECO.energySlope.value * Math.exp(ECO.energyBatchDecay.value * batch) * activeB +
    ECO.energyFloor.value
  const serversKw = (ECO.serverPowerKw.value * gpus) / ECO.gpusPerServer.value
  return ((seconds / 3600) * serversKw) / batch + (gpus * outputTokens * whPerTokenAndGpu) / 1000
}
