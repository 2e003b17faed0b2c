import { parse } from 'csv-parse/sync'
import { checkRows, layoutOf, type Outcome } from '../checking/check.ts'
import type { Expected, Row } from '../checking/table.ts'
import { TABLES } from '../checking/tables.ts'
import { openCatalog } from '../knowledge.ts'
import { readText } from './ask.ts'
import { type Flags, type Io, UsageError } from './io.ts'

/**
 * `check-cases`: asks the engine what each row of a table of published figures says, and prints row,
 * expected, got and whether it agrees. Rows that cannot be computed are listed with the reason.
 */
export async function checkCasesCommand(
  [file]: readonly string[],
  { json }: Flags,
  io: Io,
): Promise<number> {
  if (file === undefined)
    throw new UsageError({
      en: 'check-cases needs a file: check-cases FILE.csv.',
      ko: 'check-cases에는 파일이 필요합니다. 예: check-cases FILE.csv',
    })
  const rows = readRows(file)
  const table = layoutOf(Object.keys(rows[0] ?? {}), TABLES)
  if (!table) {
    const known = TABLES.map((t) => `- ${t.name}: ${t.columns.join(', ')}`).join('\n')
    throw new UsageError({
      en: `${file}: no layout has these columns. Known are:\n${known}`,
      ko: `${file}: 이런 열을 가진 표는 알지 못합니다. 아는 표:\n${known}`,
    })
  }
  const outcomes = checkRows(table, rows, openCatalog(io.config()))
  if (json) io.out(JSON.stringify(outcomes.map(shown)))
  else for (const outcome of outcomes) io.out(line(outcome))
  const checked = outcomes.filter((o) => 'pass' in o)
  const passed = checked.filter((o) => o.pass).length
  io.err(
    `${table.name}: ${checked.length} cases, ${passed} agree, ${checked.length - passed} do not; ${outcomes.length - checked.length} rows left out.`,
  )
  return 0
}

function readRows(file: string): readonly Row[] {
  try {
    return parse(readText(file), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as Row[]
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError({
      en: `${file}: is not readable as CSV with a header line.`,
      ko: `${file}: 머리글 줄이 있는 CSV로 읽을 수 없습니다.`,
    })
  }
}

function shown(outcome: Outcome): object {
  if ('leftOut' in outcome) return { row: outcome.row, leftOut: outcome.leftOut }
  const { row, formula, arguments: inputs, expected, got, pass, tolerance } = outcome
  return { row, formula, inputs, expected, got, pass, tolerance }
}

function line(outcome: Outcome): string {
  if ('leftOut' in outcome) return `left out\t${outcome.row}\t${outcome.leftOut}`
  const text = (value: Readonly<Record<string, Expected>> | string) =>
    typeof value === 'string'
      ? value
      : Object.entries(value)
          .map(([key, v]) => `${key}${bound(v)}`)
          .join(' ')
  return `${outcome.pass ? 'agrees' : 'DIFFERS'}\t${outcome.row}\t${outcome.formula}\texpected ${text(outcome.expected)}\tgot ${text(outcome.got)}`
}

function bound(expected: Expected): string {
  if (typeof expected === 'number') return `=${expected}`
  return 'atMost' in expected ? `<=${expected.atMost}` : `>=${expected.atLeast}`
}
