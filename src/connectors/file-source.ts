import { basename } from 'node:path'
import { type ChargeSource, SourceError } from '../ingest/ports.ts'
import { headerOf } from './csv-cells.ts'
import { type CsvOptions, csvSource } from './csv-source.ts'
import { fileSentence } from './file-sentences.ts'
import { isFocus } from './focus/columns.ts'
import { focusSource } from './focus/focus-source.ts'
import type { FocusOptions } from './focus/interpret.ts'
import { withOpened } from './opened.ts'

export type FileOptions = CsvOptions & FocusOptions

/**
 * The source that fits the headers of files: FOCUS or plain CSV. A column mapping makes them plain.
 * @throws {SourceError} when a file cannot be read or the files are of both kinds
 */
export async function fileSource(
  paths: readonly string[],
  options: FileOptions = {},
): Promise<ChargeSource> {
  if (options.mapping !== undefined) return csvSource(paths, options)
  const kinds = await withOpened(paths, undefined, (files) =>
    Promise.all(files.map(async (file) => isFocus(await headerOf(file)))),
  )
  const other = kinds.findIndex((kind) => kind !== kinds[0])
  if (other > 0)
    throw new SourceError(fileSentence({ kind: 'mixed-kinds', name: basename(paths[other] ?? '') }))
  return kinds[0] ? focusSource(paths, options) : csvSource(paths, options)
}
