import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

/** Where a record of a CSV stands: its line, counted from 1, and its text. */
export type Place = Readonly<{ line: number; text: string }>

const [QUOTE, RETURN, NEWLINE] = [0x22, 0x0d, 0x0a]
/** Bytes of a record at most: no row of a bill is longer. */
export const LONGEST_RECORD = 2 * 1024 * 1024
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

/** What a file looks like by its lines alone. */
export type LinesSeen = Readonly<{
  /** The last one counted with or without its line feed. */
  lines: number
  /** Bytes of the longest line. */
  longest: number
  /** A stretch as long as the longest record held no line that is a whole row; the reading ended there. */
  astray: boolean
}>

/** Lines of a chunk that are tried as rows. */
const TRIED = 5
/** Chunks without a whole row after which a file is astray. */
const ASTRAY_CHUNKS = 3

/** Counts the lines of a CSV whose rows have so many columns; ten times as fast as telling its records apart. */
export async function lineLengths(
  path: string,
  { delimiter, columns }: Readonly<{ delimiter: string; columns: number }>,
): Promise<LinesSeen> {
  let [lines, longest, begun, rowless] = [0, 0, 0, 0]
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes = chunk as Buffer
    let [from, tried, whole] = [-begun, 0, false]
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      if (!whole && tried < TRIED && from >= 0) {
        whole = columnsOf(bytes.subarray(from, end), delimiter.charCodeAt(0)) === columns
        tried += 1
      }
      lines += 1
      longest = Math.max(longest, end - from)
      from = end + 1
    }
    begun = bytes.length - from
    rowless = whole || bytes.length < 1024 * 1024 ? 0 : rowless + 1
    if (rowless >= ASTRAY_CHUNKS) return { lines, longest: Math.max(longest, begun), astray: true }
  }
  return {
    lines: begun > 0 ? lines + 1 : lines,
    longest: Math.max(longest, begun),
    astray: false,
  }
}

/** Columns of a line that begins outside a cell; undefined when it ends inside one. */
function columnsOf(line: Buffer, parting: number): number | undefined {
  let [columns, quoted] = [1, false]
  for (const byte of line)
    if (byte === QUOTE) quoted = !quoted
    else if (byte === parting && !quoted) columns += 1
  return quoted ? undefined : columns
}

/**
 * Line of the first record that is too long, undefined where there is none; the rest of the file is not
 * read then. DuckDB says nothing of a record that does not fit its buffer, and drops it.
 */
export async function lineOfLongRecord(
  path: string,
  delimiter: string,
): Promise<number | undefined> {
  let standing = BEGINNING
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    standing = measured(chunk as Buffer, standing, delimiter.charCodeAt(0))
    if (standing.tooLong) return standing.startLine
  }
  return undefined
}

/** Where a reading stands at a chunk; places are as seen from its first byte. */
type Standing = Readonly<{
  /** First byte of the record, and its line. */
  start: number
  startLine: number
  line: number
  quoted: boolean
  /** Where a quote was closed last. */
  closed: number
  /** The byte before the chunk. */
  before: number
  tooLong: boolean
}>
const BEGINNING: Standing = {
  ...{ start: 0, startLine: 1, line: 1, quoted: false, closed: -2, before: NEWLINE },
  tooLong: false,
}

/** One plain loop that passes most bytes by with one comparison. */
function measured(chunk: Buffer, standing: Standing, parting: number): Standing {
  let { start, startLine, line, quoted, closed, before } = standing
  let tooLong = false
  for (let i = 0; i < chunk.length; i++) {
    const byte = chunk[i] as number
    if (byte > QUOTE) continue
    if (byte === QUOTE) {
      const last = i === 0 ? before : chunk[i - 1]
      if (quoted) {
        quoted = false
        closed = i
      } else quoted = closed === i - 1 || last === NEWLINE || last === parting
    } else if (byte === NEWLINE) {
      line += 1
      if (quoted) continue
      tooLong = i - start > LONGEST_RECORD
      if (tooLong) break
      start = i + 1
      startLine = line
    }
  }
  before = chunk.at(-1) ?? before
  start -= chunk.length
  closed -= chunk.length
  tooLong ||= -start > LONGEST_RECORD
  return { start, startLine, line, quoted, closed, before, tooLong }
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
