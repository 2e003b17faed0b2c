import { randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Backup, backupText, openBackup } from './backup-file.ts'
import { type Contents, type Copied, contentsOf, fill } from './copy.ts'
import { connect, type DatabasePlace, type Db, openDatabase } from './database.ts'
import { DatabaseError, reasonOf } from './database-error.ts'
import { embeddedFile } from './embedded.ts'
import { atOneMoment } from './snapshot.ts'

/** A backup that was written: how large the file is in bytes, and how many rows of each table it holds. */
export type Written = Readonly<{
  takenAt: string
  schema: string
  bytes: number
  tables: Contents['tables']
}>

/**
 * Writes everything in the database, as it is at one moment, to a new file that only its user may read.
 * The file has its name once it is whole.
 * @throws {DatabaseError} when there is a file of this name, or it cannot be written; nothing is left then
 */
export async function writeBackup(db: Db, file: string, at: number): Promise<Written> {
  if (existsSync(file)) throw exists(file)
  const part = `${file}.${randomUUID()}.part`
  const takenAt = new Date(at).toISOString()
  try {
    const { schema, tables } = await atOneMoment(db, async (frozen) => {
      const contents = await contentsOf(frozen)
      await pipeline(
        backupText(contents, takenAt),
        createGzip(),
        createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
      )
      return contents
    })
    const { size } = statSync(part)
    renameSync(part, file)
    return { takenAt, schema, bytes: size, tables }
  } catch (error) {
    rmSync(part, { force: true })
    throw error instanceof DatabaseError ? error : notWritten(file, error)
  }
}

/**
 * Reads a backup through and says what it holds.
 * @throws {DatabaseError} when it is no backup, is cut off or altered, or written by a newer version
 */
export async function checkBackup(file: string): Promise<Backup> {
  const backup = await openBackup(file)
  for await (const _ of backup.batches());
  return backup
}

/**
 * Puts a backup, once it has been read through, into an empty database: all of it or nothing.
 * @throws {DatabaseError} when the backup cannot be used, or the database holds rows
 */
export async function restoreBackup(
  place: DatabasePlace,
  file: string,
): Promise<Readonly<{ takenAt: string; copied: readonly Copied[] }>> {
  const backup = await checkBackup(file)
  const db = await connect(place)
  try {
    return { takenAt: backup.takenAt, copied: await fill(db, backup) }
  } finally {
    await db.destroy()
  }
}

/**
 * Copies all data of an embedded database into another that is empty, and leaves the first as it was.
 * @throws {DatabaseError} when the first is missing or in use, or the second holds rows
 */
export async function moveDatabase(dataDir: string, to: DatabasePlace): Promise<readonly Copied[]> {
  if (!existsSync(embeddedFile(dataDir))) throw noDatabase(dataDir)
  const target = await connect(to)
  try {
    const source = await openDatabase({ dataDir })
    try {
      return await fill(target, await contentsOf(source))
    } finally {
      await source.destroy()
    }
  } finally {
    await target.destroy()
  }
}

function noDatabase(dataDir: string): DatabaseError {
  return new DatabaseError({
    en: `There is no database in the data directory ${dataDir}. Set DATA_DIR to the folder that the bot has used.`,
    ko: `데이터 폴더 ${dataDir}에 데이터베이스가 없습니다. 봇이 사용한 폴더를 DATA_DIR로 지정해 주십시오.`,
  })
}

function exists(file: string): DatabaseError {
  return new DatabaseError({
    en: `There is a file ${file} already, and a backup never writes over one. Name another, for example with the day in it.`,
    ko: `${file} 파일이 이미 있으며, 백업은 파일을 덮어쓰지 않습니다. 날짜를 넣는 등 다른 이름을 지정해 주십시오.`,
  })
}

function notWritten(file: string, error: unknown): DatabaseError {
  return new DatabaseError({
    en: `The backup ${file} could not be written: ${reasonOf(error)}. Nothing of it is left; see that the folder is there, may be written to and has room.`,
    ko: `백업 ${file}을(를) 쓰지 못했습니다: ${reasonOf(error)}. 남은 조각은 없습니다. 폴더가 있고 쓸 수 있으며 공간이 충분한지 확인해 주십시오.`,
  })
}
