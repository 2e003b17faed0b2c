import { DISCOUNT_RATES } from '../engine/footprint/social-cost-table.ts'
import { numberIn } from './columns.ts'
import { decimalsOf } from './inputs.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

/** Damages a tonne by year and discount rate, and sums worked out from them. */
export const SOCIAL_COSTS: Table = {
  name: 'social cost of carbon',
  columns: ['kind', 'jurisdiction', 'emission_year', 'assumption', 'value', 'computed_from'],
  cases: socialCost,
}

function socialCost(row: Row): readonly (Case | LeftOut)[] {
  const { id = '', kind = '', jurisdiction = '', assumption = '', value = '' } = row
  const name = `${id} ${jurisdiction} ${row.emission_year}, ${assumption}`
  const rate = DISCOUNT_RATES.find((known) => assumption.startsWith(known))
  if (kind === 'market') return [{ row: name, leftOut: 'a market price, not a value of damages' }]
  if (rate === undefined || !jurisdiction.startsWith('US EPA'))
    return [{ row: name, leftOut: 'a parameter of another study, not computed from anything' }]
  const ask = {
    formula: 'social-cost',
    arguments: { year: Number(row.emission_year), rate },
    source: row.source_url ?? '',
  }
  const perTonne: Case = {
    ...ask,
    row: `${name}: a tonne`,
    arguments: { ...ask.arguments, kg: 1000 },
    expected: { usd_per_tonne: Number(value) },
    tolerance: { decimals: decimalsOf(value) },
  }
  return kind === 'worked' ? [perTonne, ...worked(row, name, ask)] : [perTonne]
}

type Ask = Pick<Case, 'formula' | 'arguments' | 'source'>

function worked(row: Row, name: string, ask: Ask): readonly (Case | LeftOut)[] {
  const relative = numberIn(row, 'rel_tol')
  const amounts = kilograms(row.computed_from ?? '')
  if (amounts.length === 0 || relative === undefined)
    return [{ row: name, leftOut: 'the emissions stand in another row' }]
  if (amounts.some((a) => a.error > relative))
    return [
      { row: name, leftOut: 'another row’s emissions, rounded more coarsely than the tolerance' },
    ]
  return (['expected_low', 'expected_high'] as const).map((column, i) => ({
    ...ask,
    row: `${name}: ${column}`,
    arguments: { ...ask.arguments, kg: (amounts[i] ?? amounts[0])?.kg ?? Number.NaN },
    expected: { usd: numberIn(row, column) ?? Number.NaN },
    tolerance: { relative },
  }))
}

/**
 * The emissions a row starts from, smallest first: `kg CO2e 272.1-419.7`, which another row's result was
 * rounded to, or a published `8930 t` or `0.03 g`, exact as it stands. `error` is relative.
 */
function kilograms(text: string): readonly Readonly<{ kg: number; error: number }>[] {
  const rounded = text.match(/kg CO2e ([\d.]+)(?:-([\d.]+))?/)?.slice(1)
  if (rounded)
    return rounded
      .filter((printed) => printed !== undefined)
      .map((printed) => ({
        kg: Number(printed),
        error: (0.5 * 10 ** -decimalsOf(printed)) / Number(printed),
      }))
  const [, amount, unit] = text.match(/([\d.,]*\d) (t|g)\b/) ?? []
  if (amount === undefined) return []
  const number = Number(amount.replaceAll(',', ''))
  return [{ kg: unit === 't' ? number * 1000 : number / 1000, error: 0 }]
}
