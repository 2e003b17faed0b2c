import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CsvOptions, csvSource } from '../../src/connectors/csv-source.ts'
import { focusSource } from '../../src/connectors/focus/focus-source.ts'
import type { FocusOptions } from '../../src/connectors/focus/interpret.ts'
import type { Reading } from '../../src/ingest/ports.ts'

/** Days that no file goes beyond. */
export const ALL_DAYS = { from: '0001-01-01', to: '9999-12-31' } as const

/** Writes a file into a new folder and says where it is. */
export function fileWith(content: string | Buffer, name = 'bill.csv'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'rightsize-file-')), name)
  writeFileSync(path, content)
  return path
}

/** Reads text as plain CSV. */
export function readCsv(text: string | Buffer, options: CsvOptions = {}): Promise<Reading> {
  return csvSource([fileWith(text)], options).read(ALL_DAYS)
}

/** Reads text as a FOCUS file. */
export function readFocus(text: string | Buffer, options: FocusOptions = {}): Promise<Reading> {
  return focusSource([fileWith(text)], options).read(ALL_DAYS)
}
