import { logitGap } from '../engine/quality/size-gap.ts'
import { decimalsOf, inputsOf, picked } from './inputs.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

/** Levels at which the slopes of size are also printed as points, percent. */
const LEVELS = [30, 50, 70, 85] as const

const SIZE_SLOPES: Table = {
  name: 'gain of a doubling in size',
  columns: ['benchmark', 'chance', 'slope_logit_per_doubling', 'gain_pts_per_doubling_at_50'],
  cases: (row) => LEVELS.flatMap((level) => gainAt(row, level)),
}

function gainAt(row: Row, level: number): readonly (Case | LeftOut)[] {
  const { source_group, benchmark, chance = '', slope_logit_per_doubling: slope = '' } = row
  const printed = row[`gain_pts_per_doubling_at_${level}`]
  if (!printed) return []
  const name = `${source_group}, ${benchmark}: a doubling at ${level} %`
  const guessing = 100 * Number(chance)
  if (guessing >= level) return [{ row: name, leftOut: 'the level is not above guessing' }]
  const decimals = decimalsOf(printed)
  // A printed slope stands for all that round to it; these must agree on the gain to its printed digits.
  const half = 0.5 * 10 ** -decimalsOf(slope)
  const [least, most] = [Number(slope) - half, Number(slope) + half].map((slopePerDoubling) =>
    logitGap({ score: level, chance: guessing, slopePerDoubling, doublings: 1 }).toFixed(decimals),
  )
  if (least !== most)
    return [{ row: name, leftOut: `the printed slope leaves ${least} or ${most} percent open` }]
  return [
    {
      row: name,
      formula: 'size-gap',
      arguments: { score: level, chance: guessing, slope: Number(slope), doublings: 1 },
      expected: { percent: level + Number(printed) },
      tolerance: { decimals },
      source: row.source_url ?? '',
    },
  ]
}

const TEST_TIME: Table = {
  name: 'compute at test time',
  columns: ['study', 'setup', 'baseline', 'with_ttc', 'compute_multiplier'],
  cases: (row) => [testTime(row)],
}

function testTime(row: Row): Case | LeftOut {
  const { study = '', task = '', setup = '', metric = '', compute_multiplier: printed = '' } = row
  const name = `${study}, ${task}: ${setup}`
  const inputs = inputsOf(setup.replace(/R=\S*=/, 'R='))
  if (!metric.includes('M+3(M-1)/R') || printed === '')
    return { row: name, leftOut: 'scores that were measured, computed from nothing' }
  return {
    row: name,
    formula: 'test-time-budget',
    arguments: picked(inputs, { size_ratio: 'M', tokens_ratio: 'R' }),
    expected: { inference_multiple: Number(printed) },
    tolerance: { decimals: decimalsOf(printed) },
    source: row.source_url ?? '',
  }
}

export const QUALITY_TABLES: readonly Table[] = [SIZE_SLOPES, TEST_TIME]
