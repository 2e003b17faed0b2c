import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { SourceError } from '../ingest/ports.ts'
import { fileSentence } from './file-sentences.ts'

/** How a CSV is written and what its columns are called. */
export type Header = Readonly<{ names: readonly string[]; delimiter: string; bom: boolean }>

const DELIMITERS = [',', ';', '\t', '|'] as const
/** No header is longer. */
const LONGEST = 1024 * 1024

/**
 * Reads the header of a CSV; the delimiter is the one that parts it most often.
 * @throws {SourceError} when the file does not begin with a line of UTF-8 text
 */
export async function readHeader(path: string, name = basename(path)): Promise<Header> {
  const bytes = await firstLines(path)
  if (!isUtf8(bytes.subarray(0, bytes.lastIndexOf(10) + 1 || bytes.length)))
    throw new SourceError(
      fileSentence({ kind: 'encoding', name, received: 'Latin-1 or other non-UTF-8', line: 1 }),
    )
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const first = text.replace(/^\s+/, '').split(/\r?\n/, 1)[0] ?? ''
  if (first === '') throw new SourceError(fileSentence({ kind: 'empty', name }))
  const count = (delimiter: string) => first.split(delimiter).length
  const delimiter = DELIMITERS.reduce((a, b) => (count(b) > count(a) ? b : a))
  try {
    const [names = []] = parse(text, {
      delimiter,
      to: 1,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    })
    return { names, delimiter, bom: bytes[0] === 0xef && bytes[1] === 0xbb }
  } catch {
    throw new SourceError(fileSentence({ kind: 'not-csv', name, line: 1 }))
  }
}

async function firstLines(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST), 0, LONGEST, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
