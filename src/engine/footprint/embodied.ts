import type { Constant } from '../constant.ts'
import { requireWithin } from '../domain.ts'
import { ECO } from './constants.ts'

/** What making hardware costs: carbon, depletion of minerals and metals (ADPe), primary energy. */
export type EmbodiedImpact = Readonly<{ kgCO2e: number; kgSb: number; mj: number }>

/**
 * Making of the hardware that falls on one request: the share of a three-year life that it holds
 * servers and accelerators, split among the requests served at once. Good to a factor of about two:
 * makers publish few assessments, idle hours are left out, and two of the three rest on an older GPU.
 * Source: EcoLogits (constants.ts).
 * Example: 10 s on 8 GPUs, 64 at once -> 1.158e-5 kgCO2e, 6.785e-10 kgSbeq, 1.398e-4 MJ.
 */
export function embodiedImpact(seconds: number, gpus: number, batch: number): EmbodiedImpact {
  requireWithin('seconds', seconds, 0, 1e9, 's')
  requireWithin('gpus', gpus, 0, 1e6, 'GPUs')
  requireWithin('batch', batch, 1, 1e5, 'requests at once')
  const lives = seconds / (batch * ECO.lifetimeS.value)
  const making = (server: Constant, gpu: Constant) =>
    lives * ((gpus / ECO.gpusPerServer.value) * server.value + gpus * gpu.value)
  return {
    kgCO2e: making(ECO.serverEmbodiedKg, ECO.gpuEmbodiedKg),
    kgSb: making(ECO.serverEmbodiedKgSb, ECO.gpuEmbodiedKgSb),
    mj: making(ECO.serverEmbodiedMj, ECO.gpuEmbodiedMj),
  }
}
