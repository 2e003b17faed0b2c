import { requireWithin } from '../domain.ts'
import { PLAUSIBLE_KG_PER_KWH } from './constants.ts'

/** A finished or planned run, metered by accelerator hours. */
export type TrainingHours = Readonly<{
  gpuHours: number
  /** Draw of one accelerator; some cards state it with data-centre overhead included, then PUE is 1. */
  powerW: number
  pue: number
  kgPerKwh: number
}>

/**
 * Electricity and use-phase carbon of training: hours x W x PUE, times the grid's intensity.
 * The final run only; development added half as much again (OLMo) to 4.6 times as much (Olmo 3).
 * Nearly all published figures are this product, not a meter.
 * Source: https://github.com/meta-llama/llama-models model cards; intensity 0.387 to 0.425 where none is stated.
 * Example: 1,460,000 h at 700 W, PUE 1, 0.414 kg/kWh -> 1,022 MWh, 423 t.
 */
export function trainingEnergy({ gpuHours, powerW, pue, kgPerKwh }: TrainingHours): {
  mwh: number
  tonnes: number
} {
  requireWithin('gpuHours', gpuHours, 0, 1e12, 'hours')
  requireWithin('powerW', powerW, 1, 1e5, 'W')
  requireWithin('pue', pue, 1, 3, 'ratio')
  requireWithin('kgPerKwh', kgPerKwh, 0, 3, 'kgCO2e/kWh')
  const mwh = (gpuHours * powerW * pue) / 1e6
  return { mwh, tonnes: mwh * kgPerKwh }
}

/**
 * Intensity that a published pair of tonnes and MWh implies, kg/kWh. Refuses what no grid has, and so
 * rejects misprints: 12.9 t for 4,900 MWh would be 0.0026.
 * Example: 8,930 t for 21,588 MWh -> 0.414.
 */
export function impliedIntensity(tonnes: number, mwh: number): number {
  requireWithin('tonnes', tonnes, 0, 1e12, 'tCO2e')
  requireWithin('mwh', mwh, Number.MIN_VALUE, 1e12, 'MWh')
  const implied = tonnes / mwh
  const { low, high } = PLAUSIBLE_KG_PER_KWH
  requireWithin('tonnes / mwh', implied, low.value, high.value, 'kgCO2e/kWh')
  return implied
}

/**
 * Training carbon that falls on one request, g: tonnes x 1e6 / requests over the model's life.
 * Example: 8,930 t over 100 billion requests -> 0.0893 g; over 1 billion -> 8.93 g.
 */
export function trainingGramsPerRequest(tonnes: number, lifetimeRequests: number): number {
  requireWithin('tonnes', tonnes, 0, 1e12, 'tCO2e')
  requireWithin('lifetimeRequests', lifetimeRequests, 1, 1e18, 'requests')
  return (tonnes * 1e6) / lifetimeRequests
}
