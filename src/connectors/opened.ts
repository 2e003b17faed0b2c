import { type FileKind, fileKind } from './file-kind.ts'
import { unpack } from './unpack.ts'

/** A file ready to be read: packed ones lie unpacked in a temporary place. */
export type Opened = Readonly<{
  path: string
  /** Where the person has it. */
  original: string
  kind: Exclude<FileKind, 'gzip'>
}>

/**
 * Opens files, hands them to the reader and takes temporary ones away again whatever happens.
 * @throws {SourceError} when one of them is nothing that is read here
 */
export async function withOpened<T>(
  paths: readonly string[],
  signal: AbortSignal | undefined,
  read: (files: readonly Opened[]) => Promise<T>,
): Promise<T> {
  const endings: (() => Promise<void>)[] = []
  try {
    const files: Opened[] = []
    for (const original of paths) {
      signal?.throwIfAborted()
      const kind = await fileKind(original)
      if (kind !== 'gzip') {
        files.push({ path: original, original, kind })
        continue
      }
      const { path, remove } = await unpack(original, signal)
      endings.push(remove)
      const inner = await fileKind(path)
      files.push({ path, original, kind: inner === 'gzip' ? 'csv' : inner })
    }
    return await read(files)
  } finally {
    for (const end of endings) await end()
  }
}
