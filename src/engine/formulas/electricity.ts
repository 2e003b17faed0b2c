import { operationalKg } from '../footprint/operational-emissions.ts'
import { powerUsageEffectiveness } from '../footprint/power-usage-effectiveness.ts'
import { softwareCarbonIntensity } from '../footprint/software-carbon-intensity.ts'
import { impliedIntensity } from '../footprint/training-energy.ts'
import type { Formula } from '../formula.ts'
import { arg, NOT_NEGATIVE, num } from './arguments.ts'

/** From electricity to emissions and back. */
export const ELECTRICITY: readonly Formula[] = [
  {
    id: 'operational-emissions',
    title: 'Emissions of using electricity',
    equation: 'E_IT x PUE x intensity of the grid',
    parameters: [
      arg('it_kwh', 'kWh', 'electricity of the machines', NOT_NEGATIVE),
      arg('pue', 'ratio', 'overhead, 1 where the electricity is of the whole site', {
        min: 1,
        max: 3,
        default: 1,
      }),
      arg('grid_g_per_kwh', 'gCO2e/kWh', 'intensity: location-based, market-based or marginal', {
        min: 0,
        max: 3000,
      }),
    ],
    results: [{ key: 'kg_co2e', unit: 'kgCO2e' }],
    source: 'https://github.com/Green-Software-Foundation/sci',
    validity: 'one kind of intensity at a time; annual means hide the hour',
    example: {
      arguments: { it_kwh: 1287000, grid_g_per_kwh: 429 },
      results: { kg_co2e: 552123 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      kg_co2e: operationalKg(num(g, 'it_kwh'), num(g, 'pue'), num(g, 'grid_g_per_kwh')),
    }),
  },
  {
    id: 'implied-intensity',
    title: 'Grid intensity that a published pair of tonnes and MWh implies',
    equation: 'tonnes / MWh',
    parameters: [
      arg('tonnes', 'tCO2e', 'published emissions', NOT_NEGATIVE),
      arg('mwh', 'MWh', 'published electricity', { min: 1e-9 }),
    ],
    results: [{ key: 'kg_per_kwh', unit: 'kgCO2e/kWh' }],
    source: 'https://github.com/meta-llama/llama-models model cards',
    validity: 'refuses what no grid has, below 0.005 and above 1.5, and with it misprints',
    example: {
      arguments: { tonnes: 8930, mwh: 21588 },
      results: { kg_per_kwh: 0.41365573 },
      tolerance: 1e-6,
    },
    compute: (g) => ({ kg_per_kwh: impliedIntensity(num(g, 'tonnes'), num(g, 'mwh')) }),
  },
  {
    id: 'power-usage-effectiveness',
    title: 'Overhead of a data centre (PUE)',
    equation: 'electricity of the site / electricity of the machines',
    parameters: [
      arg('site_kwh', 'kWh', 'electricity of the whole site', NOT_NEGATIVE),
      arg('it_kwh', 'kWh', 'electricity of the machines', { min: 1e-9 }),
    ],
    results: [{ key: 'pue', unit: 'ratio' }],
    source: 'ISO/IEC 30134-2',
    validity:
      'energy of a year; below 1 is refused; surveyed sites average 1.54, large ones 1.1 to 1.2',
    example: {
      arguments: { site_kwh: 1200, it_kwh: 1000 },
      results: { pue: 1.2 },
      tolerance: 1e-12,
    },
    compute: (g) => ({ pue: powerUsageEffectiveness(num(g, 'site_kwh'), num(g, 'it_kwh')) }),
  },
  {
    id: 'software-carbon-intensity',
    title: 'Software carbon intensity (SCI)',
    equation: '(E x I + M) / R',
    parameters: [
      arg('site_kwh', 'kWh', 'electricity, overhead included', NOT_NEGATIVE),
      arg('grid_g_per_kwh', 'gCO2e/kWh', 'location-based intensity', { min: 0, max: 3000 }),
      arg('embodied_kg', 'kgCO2e', 'share of the making of the hardware', NOT_NEGATIVE),
      arg('units', 'units', 'requests, tokens or other units', { min: 1e-9 }),
    ],
    results: [{ key: 'g_co2e_per_unit', unit: 'gCO2e a unit' }],
    source: 'https://github.com/Green-Software-Foundation/sci',
    validity: 'one unit and one boundary; offsets and purchases of clean electricity do not count',
    example: {
      arguments: { site_kwh: 657.5, grid_g_per_kwh: 383.55, embodied_kg: 50.3, units: 1e6 },
      results: { g_co2e_per_unit: 0.302484125 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      g_co2e_per_unit: softwareCarbonIntensity(
        num(g, 'site_kwh'),
        num(g, 'grid_g_per_kwh'),
        num(g, 'embodied_kg'),
        num(g, 'units'),
      ),
    }),
  },
]
