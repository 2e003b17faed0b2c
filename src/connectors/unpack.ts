import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { SourceError } from '../ingest/ports.ts'
import { sizeOf } from './file-kind.ts'
import { fileSentence } from './file-sentences.ts'

/** How far a packed file may swell; real bills pack to a tenth or a fortieth. */
export type Limits = Readonly<{ ratio: number; bytes: number }>
export const LIMITS: Limits = { ratio: 200, bytes: 64 * 2 ** 30 }

/** Swelling is not judged before this many bytes, since small files of equal rows pack very well. */
const JUDGED_FROM = 16 * 2 ** 20

/** A plain file with the content of a packed one, and how to take it away again. */
export type Unpacked = Readonly<{ path: string; remove: () => Promise<void> }>

/**
 * Unpacks gzip into a temporary file, and stops early at a file that swells beyond reason.
 * @throws {SourceError} when it does, or is broken
 */
export async function unpack(
  path: string,
  signal?: AbortSignal,
  limits: Limits = LIMITS,
): Promise<Unpacked> {
  const name = basename(path)
  const folder = await mkdtemp(join(tmpdir(), 'rightsize-import-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const most = Math.min(limits.bytes, Math.max(JUDGED_FROM, (await sizeOf(path)) * limits.ratio))
  let seen = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.length
      if (seen > most) done(new SourceError(fileSentence({ kind: 'bomb', name })))
      else done(null, chunk)
    },
  })
  const plain = join(folder, 'unpacked')
  try {
    await pipeline(
      createReadStream(path),
      createGunzip(),
      counted,
      createWriteStream(plain),
      ...(signal ? [{ signal }] : []),
    )
    return { path: plain, remove }
  } catch (error) {
    await remove()
    if (error instanceof SourceError || signal?.aborted) throw error
    throw new SourceError(fileSentence({ kind: 'broken-gzip', name }))
  }
}
