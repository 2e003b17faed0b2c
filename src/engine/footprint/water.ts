import { requireWithin } from '../domain.ts'

/**
 * Water evaporated for electricity, litres: E_IT x (on site + PUE x off site). The overhead counts
 * once; a formula that multiplies E = PUE x E_IT by the bracket counts it twice, 9 to 20 % too much.
 * Consumption, not withdrawal. Off-site water is high where hydropower is: clean grids look thirsty.
 *
 * @param itKWh electricity of the machines, before data-centre overhead
 * @param wueOnSite litres per kWh of the machines
 * @param offSiteLPerKwh litres per kWh of the grid
 * Source: Li et al., https://arxiv.org/abs/2304.03271. Example: 1 kWh, PUE 1.2, 0.569 and 3.1321 L/kWh -> 4.3275 L.
 */
export function waterLitres(
  itKWh: number,
  pue: number,
  wueOnSite: number,
  offSiteLPerKwh: number,
): number {
  requireWithin('itKWh', itKWh, 0, 1e15, 'kWh')
  requireWithin('pue', pue, 1, 3, 'ratio')
  requireWithin('wueOnSite', wueOnSite, 0, 50, 'L/kWh')
  requireWithin('offSiteLPerKwh', offSiteLPerKwh, 0, 200, 'L/kWh')
  return itKWh * (wueOnSite + pue * offSiteLPerKwh)
}
