import { requireWithin } from '../domain.ts'

/**
 * Emissions of using electricity, kgCO2e: machines' kWh x PUE x intensity of the grid. The intensity
 * says what the figure means: location-based averages report what happened, market-based ones what
 * was bought, marginal ones what one more kWh causes. Never add or average the three.
 *
 * @param itKwh electricity of the machines; with PUE 1, electricity of the whole site
 * @param gPerKwh gCO2e/kWh
 * Source: ISO/IEC 21031:2024, O = E x I, https://github.com/Green-Software-Foundation/sci.
 * Errors: annual means hide the hour, which moves intensity two- to threefold on mixed grids.
 * Example: 1,287,000 kWh, PUE 1, 429 g/kWh -> 552,123 kg.
 */
export function operationalKg(itKwh: number, pue: number, gPerKwh: number): number {
  requireWithin('itKwh', itKwh, 0, 1e15, 'kWh')
  requireWithin('pue', pue, 1, 3, 'ratio')
  requireWithin('gPerKwh', gPerKwh, 0, 3000, 'gCO2e/kWh')
  return (itKwh * pue * gPerKwh) / 1000
}
