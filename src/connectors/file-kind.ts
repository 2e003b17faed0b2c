import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { SourceError } from '../ingest/ports.ts'
import { fileSentence } from './file-sentences.ts'

/** What a file is by its first bytes. */
export type FileKind = 'csv' | 'gzip' | 'parquet'

const HEAD = 4096

/**
 * What kind of file lies at a path.
 * @throws {SourceError} when it cannot be opened, is empty or is nothing that is read here
 */
export async function fileKind(path: string): Promise<FileKind> {
  const name = basename(path)
  const head = await headOf(path)
  if (head.length === 0) throw new SourceError(fileSentence({ kind: 'empty', name }))
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte)
  if (starts(0x50, 0x41, 0x52, 0x31)) return 'parquet'
  if (starts(0x1f, 0x8b)) return 'gzip'
  if (starts(0x50, 0x4b)) throw new SourceError(fileSentence({ kind: 'zip', name }))
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff))
    throw new SourceError(fileSentence({ kind: 'encoding', name, received: 'UTF-16' }))
  if (head.includes(0)) throw new SourceError(fileSentence({ kind: 'binary', name }))
  return 'csv'
}

/** Size in bytes; 0 for what is no file. */
export async function sizeOf(path: string): Promise<number> {
  return (await stat(path)).size
}

async function headOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    throw new SourceError(fileSentence({ kind: 'unreadable', name: path }))
  }
}
