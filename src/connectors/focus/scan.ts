import { named, quoted } from '../duckdb.ts'
import { AMOUNT_NAMES, AMOUNTS, CELL_NAMES, CELLS, columnFinder } from './columns.ts'

/** A file to be scanned, unpacked, and its columns. */
export type Scanned = Readonly<{
  path: string
  /** What the person calls it. */
  name: string
  columns: readonly string[]
  /** Absent for Parquet. */
  delimiter?: string
  /** Parquet columns with parts (maps, structures), which are read as JSON. */
  nested: ReadonlySet<string>
  bom: boolean
}>

/** A file with more refused rows is refused as a whole. */
export const MOST_REFUSED = 100_000
/** Amounts beyond this are mistakes. */
const LARGEST = '1e15'
const PLAIN = quoted(String.raw`[-+]?\d{1,9}(\.\d{1,9})?`)
const NUMBER = quoted(String.raw`[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,2})?`)
const GROUPED = quoted(String.raw`[-+]?\d{1,3}(,\d{3})+(\.\d*)?`)
const SIGNS = '[$€£¥₩]'

/**
 * Macros that read amounts. `plain` finds those that fit 64 bits, which are ten times faster to add
 * up; `bare` takes off what spreadsheets put on; `exact` reads the rest to 18 decimals.
 */
export const MACROS: readonly string[] = [
  `CREATE TEMP MACRO plain(x) AS regexp_full_match(x, ${PLAIN})`,
  `CREATE TEMP MACRO signless(x) AS regexp_replace(regexp_replace(trim(x), '^\\((.*)\\)$', '-\\1'), '^([+-]?) ?${SIGNS} ?([+-]?)', '\\1\\2')`,
  `CREATE TEMP MACRO bare(x) AS CASE WHEN regexp_full_match(signless(x), ${GROUPED}) THEN replace(signless(x), ',', '') ELSE signless(x) END`,
  `CREATE TEMP MACRO bounded(x) AS CASE WHEN abs(x) < ${LARGEST} THEN x END`,
  `CREATE TEMP MACRO exact(x) AS bounded(TRY_CAST(CASE WHEN regexp_full_match(bare(x), ${NUMBER}) THEN bare(x) END AS DECIMAL(38, 18)))`,
  `CREATE TEMP MACRO nano(x) AS CASE WHEN plain(x) THEN CAST(x AS DECIMAL(18, 9)) END`,
  `CREATE TEMP MACRO atto(x) AS CASE WHEN NOT plain(x) THEN exact(x) END`,
  `CREATE TEMP MACRO dressed(x) AS CASE WHEN plain(x) THEN false ELSE regexp_matches(x, '${SIGNS}|,|\\(') END`,
]

/** What is wrong with a row's amounts, in the order in which they are looked at; 0 is nothing. */
export const FAULTS = [undefined, 'effective', 'billed', 'list', 'quantity'] as const

/** SQL: groups of rows with equal cells, with the sums of their amounts. */
export function groupsSql(files: readonly Scanned[]): string {
  return `SELECT file, ${CELL_NAMES.join(', ')}, fault, negative, count(*) AS n,
    coalesce(sum(effective9), 0) AS effective9, coalesce(sum(effective18), 0) AS effective18,
    coalesce(sum(billed9), 0) AS billed9, coalesce(sum(billed18), 0) AS billed18,
    coalesce(sum(list9), 0) AS list9, coalesce(sum(list18), 0) AS list18, count(list) AS lists,
    coalesce(sum(quantity9), 0) AS quantity9, coalesce(sum(quantity18), 0) AS quantity18,
    count(quantity) AS quantities, count_if(mended) AS mended
  FROM (${rowsSql(files, false)}) GROUP BY ALL`
}

/** SQL: rows, each with its number in its file, for finding those of a group again. */
export function rowsSql(files: readonly Scanned[], numbered: boolean): string {
  const cells = files.map((file, i) => cellsSql(file, i, numbered)).join(' UNION ALL ')
  return `SELECT *, nano(effective) AS effective9, atto(effective) AS effective18,
      nano(billed) AS billed9, atto(billed) AS billed18, nano(list) AS list9, atto(list) AS list18,
      nano(quantity) AS quantity9, atto(quantity) AS quantity18,
      dressed(effective) AS mended, coalesce(quantity9, quantity18) < 0 AS negative,
      CASE WHEN effective9 IS NULL AND effective18 IS NULL THEN 1
        WHEN billed9 IS NULL AND billed18 IS NULL THEN 2
        WHEN list IS NOT NULL AND list9 IS NULL AND list18 IS NULL THEN 3
        WHEN quantity IS NOT NULL AND quantity9 IS NULL AND quantity18 IS NULL THEN 4
        ELSE 0 END::TINYINT AS fault
    FROM (${cells})`
}

function cellsSql(file: Scanned, index: number, numbered: boolean): string {
  const find = columnFinder(file.columns)
  const text = (names: readonly string[]): string => {
    const found = names.flatMap((name) => find(name) ?? [])
    const parts = found.map((column) => cellSql(file, column))
    return parts.length === 0 ? 'NULL::VARCHAR' : `coalesce(${parts.join(', ')})`
  }
  const columns = [
    ...CELL_NAMES.map((cell) => `${text(CELLS[cell])} AS ${cell}`),
    ...AMOUNT_NAMES.map((amount) => `${text(amountColumns(amount, find))} AS ${amount}`),
  ]
  const number = numbered ? 'row_number() OVER () AS number_in_file,' : ''
  return `SELECT ${index} AS file, ${number} ${columns.join(', ')} FROM ${tableSql(file, numbered)}`
}

/** One cost stands in for the other only where the file has no column for it. */
function amountColumns(
  amount: (typeof AMOUNT_NAMES)[number],
  find: (name: string) => string | undefined,
): readonly string[] {
  return AMOUNTS[amount].filter((name) => find(name) !== undefined).slice(0, 1)
}

/** CSV turns empty cells and NULL into nothing by itself. */
function cellSql({ delimiter, nested }: Scanned, column: string): string {
  const name = named(column)
  if (delimiter !== undefined) return name
  const text = nested.has(column) ? `to_json(${name})::VARCHAR` : `${name}::VARCHAR`
  return `CASE WHEN upper(trim(${text})) NOT IN ('', 'NULL') THEN ${text} END`
}

/** Rows that have another number of cells than the header are put aside on the first reading. */
function tableSql({ path, columns, delimiter }: Scanned, again: boolean): string {
  if (delimiter === undefined) return `read_parquet(${quoted(path)})`
  const types = columns.map((name) => `${quoted(name)}: 'VARCHAR'`).join(', ')
  const faulty = again
    ? 'ignore_errors = true'
    : `store_rejects = true, rejects_limit = ${MOST_REFUSED + 1}`
  return `read_csv(${quoted(path)}, auto_detect = false, header = true, delim = ${quoted(delimiter)},
    quote = '"', escape = '"', nullstr = ['', 'NULL', 'null'], columns = {${types}}, ${faulty})`
}
