import { requireWithin } from '../domain.ts'

/**
 * Power usage effectiveness (PUE): electricity of the whole site over that of the machines. 1 is no
 * overhead at all, so less is refused as a misreading. Large operators report 1.1 to 1.2; the survey of
 * operators' largest sites averages 1.54. A ratio of energy, not of power at one moment, and blind to
 * fans and power supplies inside the machines.
 * Source: ISO/IEC 30134-2; survey: Uptime Institute 2025,
 * https://thefreesheet.com/2026/01/19/data-centre-efficiency-flatlines-for-sixth-year-as-ai-power-demands-soar.
 * Example: 1,200 kWh for 1,000 kWh -> 1.2.
 */
export function powerUsageEffectiveness(siteKwh: number, itKwh: number): number {
  requireWithin('itKwh', itKwh, Number.MIN_VALUE, 1e15, 'kWh')
  requireWithin('siteKwh', siteKwh, itKwh, 1e16, 'kWh')
  return siteKwh / itKwh
}
