import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

/** Where a record of a CSV stands: its line, counted from 1, and its text. */
export type Place = Readonly<{ line: number; text: string }>

const [QUOTE, RETURN, NEWLINE] = [0x22, 0x0d, 0x0a]
/** Text of a record that is kept at most, in bytes. */
const MOST_TEXT = 10_000

/** Records to look for: by their number below the header, counted from 1, or by their first byte. */
export type Wanted = Readonly<{ numbers: ReadonlySet<number>; offsets: ReadonlySet<number> }>
export type Found = Readonly<{
  byNumber: ReadonlyMap<number, Place>
  byOffset: ReadonlyMap<number, Place>
}>

/**
 * Finds records of a CSV, which a reader of columns does not number. Blank lines and the records that
 * are wanted by their offset (a reader has skipped them) are not counted.
 */
export async function findRecords(
  path: string,
  delimiter: string,
  { numbers, offsets }: Wanted,
): Promise<Found> {
  const byNumber = new Map<number, Place>()
  const byOffset = new Map<number, Place>()
  const file = await open(path)
  const textAt = async (from: number, length: number): Promise<string> => {
    const { buffer } = await file.read(
      Buffer.alloc(Math.min(length, MOST_TEXT)),
      0,
      undefined,
      from,
    )
    return buffer.toString('utf8').trimEnd()
  }
  let number = -1
  let skipped: number | undefined
  try {
    for await (const record of records(path, delimiter)) {
      // A reader may say of a skipped record that it begins with the blank line before it.
      if (offsets.has(record.from)) skipped = record.from
      if (record.blank) continue
      if (skipped === undefined) number += 1
      if (skipped === undefined && !numbers.has(number)) continue
      const place = { line: record.line, text: await textAt(record.from, record.length) }
      if (skipped === undefined) byNumber.set(number, place)
      else byOffset.set(skipped, place)
      skipped = undefined
    }
    return { byNumber, byOffset }
  } finally {
    await file.close()
  }
}

/** Line of a byte, counted from 1. */
export async function lineOf(path: string, offset: number): Promise<number> {
  let line = 1
  if (offset === 0) return line
  for await (const chunk of createReadStream(path, { end: offset - 1 }))
    for (const byte of chunk as Buffer) if (byte === NEWLINE) line += 1
  return line
}

type Record = Readonly<{ from: number; length: number; line: number; blank: boolean }>

/** The records of a file, each with its first byte; a quote counts only where a cell begins. */
async function* records(path: string, delimiter: string): AsyncGenerator<Record> {
  const parting = delimiter.charCodeAt(0)
  let [position, from, line, startLine, before] = [0, 0, 1, 1, NEWLINE]
  let [quoted, closed, blank] = [false, false, true]
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    for (const byte of chunk as Buffer) {
      if (byte === QUOTE) {
        const opens = before === NEWLINE || before === parting || closed
        closed = quoted
        quoted = quoted ? false : opens
      } else closed = false
      if (byte === NEWLINE) line += 1
      if (byte === NEWLINE && !quoted) {
        yield { from, length: position - from, line: startLine, blank }
        ;[from, startLine, blank] = [position + 1, line, true]
      } else if (byte !== RETURN) blank = false
      before = byte === RETURN ? before : byte
      position += 1
    }
  if (position > from) yield { from, length: position - from, line: startLine, blank }
}
