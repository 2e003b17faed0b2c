import { numberIn } from './columns.ts'
import { decimalsOf } from './inputs.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

/** How near published tonnes must be, unless the row asks for less. */
const NEAR = 0.01

/** Published training runs: electricity and tonnes, and the intensity that the two imply. */
export const TRAINING_ENERGY: Table = {
  name: 'training energy',
  columns: ['gpu_hours', 'power_w', 'energy_mwh', 'intensity_kg_per_kwh', 'co2_t_published'],
  cases: trainingRun,
}

function trainingRun(row: Row): readonly (Case | LeftOut)[] {
  const cases = [...fromHours(row), ...fromEnergy(row), ...impliedByTonnes(row)]
  return cases.length > 0
    ? cases
    : [
        {
          row: nameOf(row),
          leftOut: `prints no two of electricity, tonnes and intensity (${row.method})`,
        },
      ]
}

function nameOf(row: Row): string {
  return `${row.id} ${row.model}`
}

/** A question about the row; `what` tells it from the row's other questions. */
function question(row: Row, what: string, rest: Omit<Case, 'row' | 'source'>): Case {
  return { row: `${nameOf(row)}: ${what}`, source: row.source_url ?? '', ...rest }
}

/** A row whose card contradicts itself has words where the others have a tolerance. */
function isMisprint(row: Row): boolean {
  const printed = row.rel_tol?.trim() ?? ''
  return printed !== '' && numberIn(row, 'rel_tol') === undefined
}

function tolerance(row: Row): { relative: number } {
  return { relative: Math.min(NEAR, numberIn(row, 'rel_tol') ?? NEAR) }
}

function fromHours(row: Row): Case[] {
  const hours = numberIn(row, 'gpu_hours')
  const watts = numberIn(row, 'power_w')
  if (hours === undefined || watts === undefined) return []
  const intensity = numberIn(row, 'intensity_kg_per_kwh')
  const ask = {
    formula: 'training-energy',
    arguments: {
      gpu_hours: hours,
      power_w: watts,
      pue: numberIn(row, 'pue') ?? 1,
      ...(intensity === undefined ? {} : { kg_per_kwh: intensity }),
    },
  }
  const exactly = (what: string, key: string, column: string): Case[] => {
    const value = numberIn(row, column)
    const digits = { decimals: decimalsOf(row[column] ?? '') }
    return value === undefined
      ? []
      : [question(row, what, { ...ask, expected: { [key]: value }, tolerance: digits })]
  }
  const published = numberIn(row, 'co2_t_published')
  const energy = exactly('electricity', 'mwh', 'energy_mwh')
  if (intensity === undefined) return energy
  return [
    ...energy,
    ...exactly('tonnes as computed', 'tonnes', 'co2_t_computed'),
    ...(published === undefined || isMisprint(row)
      ? []
      : [
          question(row, 'tonnes as published', {
            ...ask,
            expected: { tonnes: published },
            tolerance: tolerance(row),
          }),
        ]),
  ]
}

/** Metered runs print electricity of the whole site instead of hours. */
function fromEnergy(row: Row): Case[] {
  const mwh = numberIn(row, 'energy_mwh')
  const intensity = numberIn(row, 'intensity_kg_per_kwh')
  const tonnes = numberIn(row, 'co2_t_published')
  if (numberIn(row, 'gpu_hours') !== undefined || mwh === undefined) return []
  if (intensity === undefined || tonnes === undefined) return []
  return [
    question(row, 'tonnes as published', {
      formula: 'operational-emissions',
      arguments: { it_kwh: mwh * 1000, grid_g_per_kwh: intensity * 1000 },
      expected: { kg_co2e: tonnes * 1000 },
      tolerance: tolerance(row),
    }),
  ]
}

function impliedByTonnes(row: Row): Case[] {
  const mwh = numberIn(row, 'energy_mwh')
  const tonnes = numberIn(row, 'co2_t_published')
  if (mwh === undefined || tonnes === undefined) return []
  const ask = { formula: 'implied-intensity', arguments: { tonnes, mwh } }
  if (isMisprint(row))
    return [
      question(row, 'impossible intensity', {
        ...ask,
        expected: 'refused',
        tolerance: tolerance(row),
      }),
    ]
  const intensity = numberIn(row, 'intensity_kg_per_kwh')
  const noted = row.notes?.match(/implied (\d+\.\d+) kg\/kWh/)?.[1]
  if (intensity === undefined && noted === undefined) return []
  return [
    question(row, 'implied intensity', {
      ...ask,
      expected: { kg_per_kwh: intensity ?? Number(noted) },
      tolerance: intensity === undefined ? { decimals: decimalsOf(noted ?? '') } : tolerance(row),
    }),
  ]
}
