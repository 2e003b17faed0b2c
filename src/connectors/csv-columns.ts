/** What a column holds. */
export type Column =
  | 'date'
  | 'provider'
  | 'model'
  | 'team'
  | 'input'
  | 'output'
  | 'cached'
  | 'cost'
  | 'currency'

/** Headers that are understood; letter case, spaces, hyphens and underscores do not matter. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  date: ['date', 'day', 'usagedate'],
  provider: ['provider', 'vendor'],
  model: ['model'],
  team: ['team', 'project', 'costcenter'],
  input: ['inputtokens', 'tokensin', 'in', 'prompttokens'],
  output: ['outputtokens', 'tokensout', 'out', 'completiontokens'],
  cached: ['cachedtokens', 'tokenscached', 'cached'],
  cost: ['cost', 'amount'],
  currency: ['currency'],
}
const COLUMNS = Object.keys(HEADERS) as readonly Column[]
const REQUIRED: readonly Column[] = ['date', 'provider', 'model', 'cost', 'currency']

/** Where each known column stands in the file. */
export type Positions = Readonly<Partial<Record<Column, number>>>

/** What is wrong with a header line. */
export type HeaderProblem =
  | Readonly<{ kind: 'missing'; columns: readonly Column[] }>
  | Readonly<{ kind: 'twice'; column: Column; headers: readonly string[] }>

/** Finds the known columns of a header line; others are ignored. */
export function columnsOf(header: readonly string[]): Positions | HeaderProblem {
  const at: Partial<Record<Column, number>> = {}
  for (const column of COLUMNS) {
    const found = header.flatMap((name, i) => (HEADERS[column].includes(plain(name)) ? [i] : []))
    if (found.length > 1)
      return { kind: 'twice', column, headers: found.map((i) => header[i] ?? '') }
    if (found[0] !== undefined) at[column] = found[0]
  }
  const missing = REQUIRED.filter((column) => at[column] === undefined)
  return missing.length > 0 ? { kind: 'missing', columns: missing } : at
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}
