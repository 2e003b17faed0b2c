import { requireWithin } from '../domain.ts'
import { operationalKg } from './operational-emissions.ts'

/**
 * Software carbon intensity (SCI), gCO2e per unit: (E x I + M) / R. The intensity is location-based;
 * what was bought or offset does not count. Compare only figures of one unit and one boundary.
 *
 * @param siteKwh electricity, data-centre overhead included
 * @param gPerKwh location-based intensity, gCO2e/kWh
 * @param embodiedKg share of the making of the hardware
 * @param units requests, tokens or whatever the figure is for
 * Source: ISO/IEC 21031:2024, https://github.com/Green-Software-Foundation/sci.
 * Errors: those of its inputs; the standard gives none. Example: 657.5 kWh, 383.55 g/kWh, 50.3 kg, 1e6 requests -> 0.3025 g.
 */
export function softwareCarbonIntensity(
  siteKwh: number,
  gPerKwh: number,
  embodiedKg: number,
  units: number,
): number {
  requireWithin('embodiedKg', embodiedKg, 0, 1e15, 'kgCO2e')
  requireWithin('units', units, Number.MIN_VALUE, 1e18, 'units')
  return (1000 * (operationalKg(siteKwh, 1, gPerKwh) + embodiedKg)) / units
}
