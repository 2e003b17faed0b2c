import { basename } from 'node:path'
import { type ChargeSource, type Reading, type Rejected, SourceError } from '../ingest/ports.ts'
import { dayWindows, settledDays } from '../ingest/windows.ts'
import { cellRows, headerOf } from './csv-cells.ts'
import { columnsOf, type Mapping } from './csv-columns.ts'
import { CsvGroups } from './csv-groups.ts'
import { cellText, type RowRules, readRow } from './csv-row.ts'
import { headerSentence, rowSentence } from './csv-sentences.ts'
import { agreedOrder } from './dates.ts'
import { fileSentence } from './file-sentences.ts'
import { remarksOf } from './focus/remarks.ts'
import { type Opened, withOpened } from './opened.ts'

/** What the person says about a plain CSV beside what stands in it. */
export type CsvOptions = Readonly<{
  mapping?: Mapping
  /** ISO 4217, where the file does not say. */
  currency?: string
  /** Where the file does not say. */
  provider?: string
}>

const READING = { en: 'reading rows', ko: '행을 읽는 중' }
const MOST_REFUSED = 100_000

/**
 * One or several plain files with a line a day, provider, model and team (CSV, gzip-packed CSV,
 * Parquet) as one source. Plain CSV needs no DuckDB.
 */
export function csvSource(paths: readonly string[], options: CsvOptions = {}): ChargeSource {
  return {
    id: 'csv',
    name: 'CSV',
    basis: 'billed',
    settleDays: 0,
    read: (_, { progress, signal } = {}) =>
      withOpened(paths, signal, (files) =>
        readFiles(files, options, () => {
          signal?.throwIfAborted()
          progress?.(undefined, READING)
        }),
      ),
  }
}

async function readFiles(
  files: readonly Opened[],
  options: CsvOptions,
  step: () => void,
): Promise<Reading> {
  step()
  const layouts = await Promise.all(files.map((file) => layoutOf(file, options)))
  const order = agreedOrder(await slashedDates(files, layouts, step))
  const groups = new CsvGroups()
  const rejected: Rejected[] = []
  let [read, mended, given] = [0, 0, false]
  for (const [i, file] of files.entries()) {
    const rules = { ...(layouts[i] as RowRules), ...(order ? { order } : {}) }
    given ||= rules.at.currency === undefined
    for await (const { cells, line, text } of cellRows(file)) {
      if (read++ % 10_000 === 0) step()
      const row = readRow(cells, rules)
      if ('kind' in row) {
        const name = basename(file.original)
        rejected.push({ line, reason: rowSentence(row), text, file: name })
        if (rejected.length > MOST_REFUSED) throw tooMany(name, rejected)
        continue
      }
      groups.add(row.charge, row.cost)
      if (row.mended) mended++
    }
  }
  const { charges, remainders } = groups.finish()
  return {
    charges,
    windows: dayWindows(charges),
    days: settledDays(charges),
    read,
    kept: read - rejected.length,
    rejected,
    remainders,
    remarks: remarksOf({
      ...(order ? { order } : {}),
      mended,
      long: 0,
      ...(given && options.currency ? { givenCurrency: options.currency } : {}),
      unknownProvider: false,
      bom: false,
    }),
  }
}

async function layoutOf(
  file: Opened,
  { mapping, currency, provider }: CsvOptions,
): Promise<RowRules> {
  const header = await headerOf(file)
  const given = [
    ...(currency === undefined ? [] : (['currency'] as const)),
    ...(provider === undefined ? [] : (['provider'] as const)),
  ]
  const at = columnsOf(header, mapping, given)
  if (!('kind' in at))
    return {
      at,
      width: header.length,
      ...(currency === undefined ? {} : { currency }),
      ...(provider === undefined ? {} : { provider }),
    }
  if (at.kind === 'missing' && at.columns.join() === 'currency')
    throw new SourceError(fileSentence({ kind: 'no-currency', name: basename(file.original) }))
  throw new SourceError(headerSentence(at, header))
}

/** Dates with slashes; a file whose first date has none is taken to have none. */
async function slashedDates(
  files: readonly Opened[],
  layouts: readonly RowRules[],
  step: () => void,
): Promise<ReadonlySet<string>> {
  const slashed = new Set<string>()
  for (const [i, file] of files.entries()) {
    const column = layouts[i]?.at.date ?? 0
    let rows = 0
    for await (const { cells } of cellRows(file)) {
      if (rows++ % 10_000 === 0) step()
      const date = cellText(cells[column])
      if (date.includes('/')) slashed.add(date)
      else if (rows === 1) break
    }
  }
  return slashed
}

function tooMany(name: string, rejected: readonly Rejected[]): SourceError {
  return new SourceError(
    fileSentence({
      kind: 'many-refused',
      name,
      refused: rejected.length,
      most: MOST_REFUSED,
      first: rejected[0]?.reason ?? { en: '', ko: '' },
    }),
  )
}
