import { CsvError as ParseError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { SourceError } from '../ingest/ports.ts'
import type { Language } from '../language/language.ts'
import type { Charge } from '../spend/charge.ts'
import { columnsOf } from './csv-columns.ts'
import { readRow } from './csv-row.ts'
import { type FileProblem, fileSentence, rowSentence } from './csv-sentences.ts'

/** A row that was not taken, with the line of the file it ends on and why. */
export type Rejected = Readonly<{ line: number; reason: string }>

export type CsvImport = Readonly<{
  /** One a day, provider, model, team and currency. */
  charges: readonly Charge[]
  /** Rows below the header. */
  read: number
  kept: number
  /** Rows kept whose cost had more than nine decimals and was rounded half to even. */
  rounded: number
  rejected: readonly Rejected[]
  /** Days with charges, oldest first. */
  days: readonly string[]
}>

/**
 * Reads plain CSV with a header line into charges, costs exact to the nano-unit. Rows with anything
 * wrong are rejected with line and reason, in the language given.
 * @throws {SourceError} when the text is no CSV or its header does not fit
 */
export function readCharges(text: string, language: Language = 'en'): CsvImport {
  const refuse = (problem: FileProblem) => new SourceError(fileSentence(problem))
  const [header, ...rows] = parsed(text, refuse)
  if (!header) throw refuse({ kind: 'no-header' })
  const at = columnsOf(header.record)
  if ('kind' in at) throw refuse({ ...at, header: header.record })
  const rejected: Rejected[] = []
  const byKey = new Map<string, Charge>()
  let rounded = 0
  for (const { record, line } of rows) {
    const row = readRow(record, at, header.record.length)
    if ('kind' in row) {
      rejected.push({ line, reason: rowSentence(row)[language] })
      continue
    }
    const { day, provider, model, team = '', currency } = row.charge
    const key = JSON.stringify([day, provider, model, team, currency])
    const same = byKey.get(key)
    byKey.set(key, same ? summed(same, row.charge) : row.charge)
    if (row.rounded) rounded++
  }
  const charges = [...byKey.values()]
  return {
    charges,
    read: rows.length,
    kept: rows.length - rejected.length,
    rounded,
    rejected,
    days: [...new Set(charges.map((c) => c.day))].sort(),
  }
}

type Parsed = Readonly<{ record: readonly string[]; line: number }>

function parsed(text: string, refuse: (problem: FileProblem) => SourceError): readonly Parsed[] {
  try {
    const rows = parse(text, {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
      info: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[]
    return rows.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    const line: unknown = error.lines
    throw refuse({ kind: 'not-csv', line: typeof line === 'number' ? line : 1 })
  }
}

/** Two rows of the same group. Tokens that one of them does not say are unknown for both. */
function summed(a: Charge, b: Charge): Charge {
  const tokens: { -readonly [k in keyof Charge['tokens']]: number } = {}
  for (const kind of ['input', 'cacheRead', 'output'] as const) {
    const [x, y] = [a.tokens[kind], b.tokens[kind]]
    if (x !== undefined && y !== undefined) tokens[kind] = x + y
  }
  return {
    ...a,
    tokens,
    effectiveNano: a.effectiveNano + b.effectiveNano,
    billedNano: a.billedNano + b.billedNano,
  }
}
