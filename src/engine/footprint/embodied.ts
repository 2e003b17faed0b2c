import { requireWithin } from '../domain.ts'
import { ECO } from './constants.ts'

/**
 * Making of the hardware that falls on one request, kgCO2e: the share of a three-year life that it
 * holds servers and accelerators, split among the requests served at once.
 * Source: EcoLogits (constants.ts). Example: 10 s on 8 GPUs, 64 at once -> 1.158e-5 kg.
 */
export function embodiedKg(seconds: number, gpus: number, batch: number): number {
  requireWithin('seconds', seconds, 0, 1e9, 's')
  requireWithin('gpus', gpus, 0, 1e6, 'GPUs')
  requireWithin('batch', batch, 1, 1e5, 'requests at once')
  const servers = gpus / ECO.gpusPerServer.value
  const making = servers * ECO.serverEmbodiedKg.value + gpus * ECO.gpuEmbodiedKg.value
  return (seconds / (batch * ECO.lifetimeS.value)) * making
}
