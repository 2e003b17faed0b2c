/** What a column holds. */
export type Column =
  | 'date'
  | 'provider'
  | 'model'
  | 'team'
  | 'workload'
  | 'input'
  | 'output'
  | 'cached'
  | 'requests'
  | 'cost'
  | 'currency'

/** Headers that are understood; letter case, spaces, hyphens and underscores do not matter. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  date: ['date', 'day', 'usagedate'],
  provider: ['provider', 'vendor'],
  model: ['model'],
  team: ['team', 'project', 'costcenter'],
  workload: ['workload', 'application', 'job'],
  input: ['inputtokens', 'tokensin', 'in', 'prompttokens'],
  output: ['outputtokens', 'tokensout', 'out', 'completiontokens'],
  cached: ['cachedtokens', 'tokenscached', 'cached'],
  requests: ['requests', 'calls'],
  cost: ['cost', 'amount'],
  currency: ['currency'],
}
export const COLUMNS = Object.keys(HEADERS) as readonly Column[]
const REQUIRED: readonly Column[] = ['date', 'provider', 'model', 'cost', 'currency']

/** The person's own names for columns, e.g. `{ cost: 'Amount due' }`; they go before the known ones. */
export type Mapping = Readonly<Partial<Record<Column, string>>>

/** Where each known column stands in the file. */
export type Positions = Readonly<Partial<Record<Column, number>>>

/** What is wrong with a header line. */
export type HeaderProblem =
  | Readonly<{ kind: 'missing'; columns: readonly Column[] }>
  | Readonly<{ kind: 'twice'; column: Column; headers: readonly string[] }>
  | Readonly<{ kind: 'unmapped'; column: Column; mapped: string }>

/**
 * Finds the known columns of a header line; others are ignored.
 * @param given columns that need not be there because the person says what would stand in them
 */
export function columnsOf(
  header: readonly string[],
  mapping: Mapping = {},
  given: readonly Column[] = [],
): Positions | HeaderProblem {
  const at: Partial<Record<Column, number>> = {}
  for (const column of COLUMNS) {
    const mapped = mapping[column]
    const names = mapped === undefined ? HEADERS[column] : [plain(mapped)]
    const found = header.flatMap((name, i) => (names.includes(plain(name)) ? [i] : []))
    if (found.length > 1)
      return { kind: 'twice', column, headers: found.map((i) => header[i] ?? '') }
    if (found[0] !== undefined) at[column] = found[0]
    else if (mapped !== undefined) return { kind: 'unmapped', column, mapped }
  }
  const missing = REQUIRED.filter((name) => at[name] === undefined && !given.includes(name))
  return missing.length > 0 ? { kind: 'missing', columns: missing } : at
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}
