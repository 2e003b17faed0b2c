import { parse } from 'csv-parse/sync'
import { dayNumber } from '../spend/calendar.ts'
import type { Charge } from '../spend/charge.ts'

/** A row that was not taken, with its line in the file and why. */
export type Rejected = Readonly<{ line: number; reason: string }>

export type CsvImport = Readonly<{
  charges: readonly Charge[]
  read: number
  kept: number
  rejected: readonly Rejected[]
  days: readonly string[]
}>

/** A file that cannot be read at all. */
export class CsvError extends Error {
  override name = 'CsvError'
}

type Column =
  | 'date'
  | 'provider'
  | 'model'
  | 'team'
  | 'input'
  | 'output'
  | 'cached'
  | 'cost'
  | 'currency'

/** Headers that are understood; letter case, spaces and underscores do not matter. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  date: ['date', 'day', 'usagedate'],
  provider: ['provider', 'vendor'],
  model: ['model'],
  team: ['team', 'project', 'costcenter'],
  input: ['inputtokens', 'tokensin', 'in', 'prompttokens'],
  output: ['outputtokens', 'tokensout', 'out', 'completiontokens'],
  cached: ['cachedtokens', 'tokenscached', 'cached'],
  cost: ['cost', 'amount', 'costusd'],
  currency: ['currency'],
}
const REQUIRED: readonly Column[] = ['date', 'provider', 'model', 'cost', 'currency']

/**
 * Reads plain CSV with a header line into charges, one a day, provider, model, team and currency.
 * Rows with anything wrong are rejected with line and reason; a wrong header refuses the file.
 */
export function readCharges(text: string): CsvImport {
  const rows = parsed(text)
  const [header, ...data] = rows
  if (!header)
    throw new CsvError(
      'The file is empty; it needs a header line such as date,provider,model,team,input_tokens,output_tokens,cached_tokens,cost,currency.',
    )
  const at = columnsOf(header.record)
  const rejected: Rejected[] = []
  const byKey = new Map<string, Charge>()
  for (const { record, line } of data) {
    const result = toCharge(record, at)
    if (typeof result === 'string') rejected.push({ line, reason: result })
    else {
      const key = [
        result.day,
        result.provider,
        result.model,
        result.team ?? '',
        result.currency,
      ].join('\u0000')
      const same = byKey.get(key)
      byKey.set(key, same ? summed(same, result) : result)
    }
  }
  const charges = [...byKey.values()]
  return {
    charges,
    read: data.length,
    kept: data.length - rejected.length,
    rejected,
    days: [...new Set(charges.map((c) => c.day))].sort(),
  }
}

function parsed(text: string): { record: string[]; line: number }[] {
  try {
    const rows = parse(text, {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
      info: true,
    }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    return rows.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    throw new CsvError(
      `The file is not readable CSV: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

function columnsOf(header: readonly string[]): Partial<Record<Column, number>> {
  const names = header.map((h) => h.toLowerCase().replace(/[\s_-]+/g, ''))
  const at: Partial<Record<Column, number>> = {}
  for (const column of Object.keys(HEADERS) as Column[]) {
    const index = names.findIndex((n) => HEADERS[column].includes(n))
    if (index >= 0) at[column] = index
  }
  const missing = REQUIRED.filter((column) => at[column] === undefined)
  if (missing.length > 0)
    throw new CsvError(
      `The header has no column for ${missing.join(', ')}; received "${header.join(',').slice(0, 200)}". Needed: date, provider, model, cost, currency; known besides: team, input_tokens, output_tokens, cached_tokens.`,
    )
  return at
}

/** A charge, or the sentence that says why there is none. */
function toCharge(row: readonly string[], at: Partial<Record<Column, number>>): Charge | string {
  const cell = (column: Column): string => {
    const index = at[column]
    const text = index === undefined ? '' : (row[index] ?? '')
    return text === 'NULL' ? '' : text
  }
  const [day, currency, model, provider] = [
    cell('date').slice(0, 10),
    cell('currency').toUpperCase(),
    cell('model'),
    cell('provider'),
  ]
  if (!isDay(day)) return `date: "${cell('date')}" is not a date such as 2026-11-24.`
  if (!provider || !model) return 'provider and model must not be empty.'
  if (!/^[A-Z]{3}$/.test(currency))
    return `currency: "${cell('currency')}" is not a code such as USD.`
  const costNano = toNano(cell('cost'))
  if (costNano === undefined)
    return `cost: "${cell('cost')}" is not a plain number such as 12.34 (no thousands separators).`
  const tokens = (['input', 'output', 'cached'] as const).map((column) => ({
    column,
    value: cell(column) === '' ? 0 : Number(cell(column)),
  }))
  const wrong = tokens.find(({ value }) => !Number.isSafeInteger(value) || value < 0)
  if (wrong)
    return `${wrong.column} tokens: "${cell(wrong.column)}" is not a whole number of at least 0.`
  const [input = 0, output = 0, cached = 0] = tokens.map((t) => t.value)
  const team = cell('team')
  return {
    day,
    provider,
    model,
    ...(team ? { team } : {}),
    inputTokens: input,
    outputTokens: output,
    cachedTokens: cached,
    costNano,
    currency,
  }
}

/** Decimal text to nano-units without passing through floats; digits beyond the ninth round half to even. */
export function toNano(text: string): bigint | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim())
  if (!match?.[2]) return undefined
  const fraction = (match[3] ?? '').padEnd(9, '0')
  const whole = BigInt(match[2]) * 1_000_000_000n + BigInt(fraction.slice(0, 9))
  const rest = fraction.slice(9)
  const half =
    rest.length > 0
      ? rest.padEnd(rest.length, '0').localeCompare(`5${'0'.repeat(rest.length - 1)}`)
      : -1
  const rounded = half > 0 || (half === 0 && whole % 2n === 1n) ? whole + 1n : whole
  return match[1] === '-' ? -rounded : rounded
}

function isDay(text: string): boolean {
  try {
    dayNumber(text)
    return true
  } catch {
    return false
  }
}

function summed(a: Charge, b: Charge): Charge {
  return {
    ...a,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cachedTokens: a.cachedTokens + b.cachedTokens,
    costNano: a.costNano + b.costNano,
  }
}
