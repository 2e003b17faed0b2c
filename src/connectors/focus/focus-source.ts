import type { ChargeSource, Progress, Reading, Rejected } from '../../ingest/ports.ts'
import { SourceError } from '../../ingest/ports.ts'
import { agreedOrder, type DateOrder, firstOfMonthOrder } from '../dates.ts'
import { type Duck, openDuck } from '../duckdb.ts'
import { fileSentence } from '../file-sentences.ts'
import { withOpened } from '../opened.ts'
import { addUp } from './add-up.ts'
import { columnFinder } from './columns.ts'
import { Groups } from './groups.ts'
import { type FocusOptions, interpreter, UNKNOWN_PROVIDER } from './interpret.ts'
import { type RawGroup, rawGroups } from './raw-groups.ts'
import { type Refused, rejectedRows, type Torn } from './rejects.ts'
import { remarksOf } from './remarks.ts'
import { MOST_REFUSED, type Scanned } from './scan.ts'
import { lookAt } from './scanned.ts'
import { type FocusProblem, focusSentence } from './sentences.ts'
import { focusDays, focusWindows } from './windows.ts'

/**
 * One or several FOCUS files (1.0 to 1.3; CSV, gzip-packed CSV, Parquet) as one source. DuckDB adds
 * up the rows with equal cells; what the cells mean is worked out once for each such group.
 */
export function focusSource(paths: readonly string[], options: FocusOptions = {}): ChargeSource {
  return {
    id: 'focus',
    name: 'FOCUS',
    basis: 'billed',
    settleDays: 0,
    read: (_, { progress, signal } = {}) =>
      withOpened(paths, signal, async (files) => {
        const duck = await openDuck(files.map((file) => file.path))
        const stop = () => duck.connection.interrupt()
        signal?.addEventListener('abort', stop)
        try {
          const scanned = await lookAt(duck, files)
          askForCurrency(scanned, options)
          return await readScanned(duck, scanned, options, progress, signal)
        } finally {
          signal?.removeEventListener('abort', stop)
          await duck.close()
        }
      }),
  }
}

async function readScanned(
  duck: Duck,
  files: readonly Scanned[],
  options: FocusOptions,
  progress: Progress | undefined,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const torn = await addUp(duck, files, progress, signal)
  const order = await dateOrder(duck)
  const interpret = interpreter(options, order)
  const groups = new Groups()
  const refused: Refused[] = []
  const ends = new Set<string>()
  let [kept, refusedRows, mended, long, unknownProvider, givenCurrency] = [0, 0, 0, 0, false, false]
  for await (const group of rawGroups(duck)) {
    const described = interpret(group.cells)
    const problem = 'kind' in described ? described : faultOf(group, described)
    if (problem) {
      refused.push({ id: group.id, problem })
      refusedRows += group.rows
      continue
    }
    if ('kind' in described) continue
    groups.add(described, group)
    kept += group.rows
    mended += group.mended
    if ((described.spanDays ?? 1) > 1) long += group.rows
    if (described.reachesMidnight) ends.add(described.charge.day)
    unknownProvider ||= described.charge.provider === UNKNOWN_PROVIDER
    givenCurrency ||= group.cells.currency === undefined
  }
  const rejected = await refusals(duck, files, refused, refusedRows, torn)
  const { charges, remainders } = groups.finish()
  const oneCost = files.map(onlyCost).find((cost) => cost !== undefined)
  return {
    charges,
    windows: focusWindows(charges),
    days: focusDays(charges, (day) => ends.has(day)),
    read: kept + rejected.length,
    kept,
    rejected,
    remainders,
    remarks: remarksOf({
      ...(order ? { order } : {}),
      mended,
      long,
      ...(givenCurrency && options.currency ? { givenCurrency: options.currency } : {}),
      unknownProvider,
      ...(oneCost ? { oneCost } : {}),
      bom: files.some((file) => file.bom),
    }),
  }
}

/** The order of slashed dates: by the days that tell, or by billing periods, which begin on a first. */
async function dateOrder({ connection }: Duck): Promise<DateOrder | undefined> {
  const slashed = async (column: string) => {
    const sql = `SELECT DISTINCT ${column} FROM grouped WHERE ${column} LIKE '%/%'`
    return (await connection.runAndReadAll(sql)).getRows().map(([text]) => String(text).trim())
  }
  const periods = await slashed('period')
  const all = [...periods, ...(await slashed('starts')), ...(await slashed('ends'))]
  return agreedOrder(all) ?? firstOfMonthOrder(periods)
}

/** Whether the amounts of a group cannot be taken. */
function faultOf(
  group: RawGroup,
  described: { tokensPerUnit?: number; charge: { correction?: true } },
): FocusProblem | undefined {
  if (group.fault) return { kind: 'amount', column: group.fault, received: '' }
  const isTaken = group.negative && described.tokensPerUnit !== undefined
  return isTaken && !described.charge.correction
    ? { kind: 'negative-tokens', received: '' }
    : undefined
}

async function refusals(
  duck: Duck,
  files: readonly Scanned[],
  refused: readonly Refused[],
  rows: number,
  torn: readonly Torn[],
): Promise<readonly Rejected[]> {
  const problem = refused[0]?.problem ?? torn[0]?.problem
  if (rows + torn.length > MOST_REFUSED && problem)
    throw new SourceError(
      fileSentence({
        kind: 'many-refused',
        name: files.map((file) => file.name).join(', '),
        refused: rows + torn.length,
        most: MOST_REFUSED,
        first: focusSentence(problem),
      }),
    )
  return rejectedRows(duck, files, refused, torn)
}

function askForCurrency(files: readonly Scanned[], { currency }: FocusOptions): void {
  const silent = files.find((file) => !columnFinder(file.columns)('BillingCurrency'))
  if (silent && currency === undefined)
    throw new SourceError(fileSentence({ kind: 'no-currency', name: silent.name }))
}

function onlyCost({ columns }: Scanned): 'EffectiveCost' | 'BilledCost' | undefined {
  const has = columnFinder(columns)
  if (!has('BilledCost')) return 'EffectiveCost'
  return has('EffectiveCost') ? undefined : 'BilledCost'
}
