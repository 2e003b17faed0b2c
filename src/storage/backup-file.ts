import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import type { Batch, Contents } from './copy.ts'
import { codeOf, DatabaseError, reasonOf } from './database-error.ts'
import { migrationProvider } from './migrations.ts'

/*
 * A backup is JSON lines packed by gzip: a header, each row of each table in the header's order as an
 * array of its columns' values, and the SHA-256 of all these lines.
 */

const FORMAT = 'rightsize-backup'
const VERSION = 1
/** A longer line is none of ours. */
const LONGEST_LINE = 64 * 1024 * 1024
const BATCH = 500

const Header = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  schema: z.string(),
  takenAt: z.string(),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int().min(0) }),
  ),
})
const Row = z.array(z.union([z.string(), z.number(), z.null()]))
const End = z.object({ sha256: z.string() })

/** A backup that can be restored, and the moment it was taken at (ISO, UTC). */
export type Backup = Contents & Readonly<{ takenAt: string }>

/** The text of a backup, some lines at a time. */
export async function* backupText(
  { schema, tables, batches }: Contents,
  takenAt: string,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const lines = (values: readonly unknown[]): string => {
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join('')
    hash.update(text)
    return text
  }
  const header: z.infer<typeof Header> = {
    ...{ format: FORMAT, version: VERSION, schema, takenAt },
    tables: tables.map((table) => ({ ...table, columns: [...table.columns] })),
  }
  yield lines([header])
  for await (const { rows } of batches()) yield lines(rows)
  yield `${JSON.stringify({ sha256: hash.digest('hex') } satisfies z.infer<typeof End>)}\n`
}

/**
 * Reads a backup's header. Its rows are read from the file again each time they are asked for; a file
 * that is cut off or altered fails at the latest when all have been read.
 * @throws {DatabaseError} when it is no backup, or one that this version cannot read
 */
export async function openBackup(file: string): Promise<Backup> {
  for await (const line of linesOf(file)) {
    const header = Header.safeParse(parsed(line))
    if (!header.success) throw foreign(file)
    const { version, schema, takenAt, tables } = header.data
    const known = await migrationProvider.getMigrations()
    if (version > VERSION || !(schema in known)) throw newer(file)
    return { schema, takenAt, tables, batches: () => batchesOf(file, tables) }
  }
  throw foreign(file)
}

async function* batchesOf(file: string, tables: Contents['tables']): AsyncGenerator<Batch> {
  const hash = createHash('sha256')
  const lines = linesOf(file)
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done) throw damaged(file)
    return value
  }
  const hashed = async (): Promise<string> => {
    const line = await next()
    hash.update(`${line}\n`)
    return line
  }
  await hashed()
  for (const { name, columns, rows } of tables)
    for (let read = 0; read < rows; read += BATCH) {
      const some: z.infer<typeof Row>[] = []
      while (some.length < BATCH && read + some.length < rows) {
        const row = Row.safeParse(parsed(await hashed()))
        if (!row.success || row.data.length !== columns.length) throw damaged(file)
        some.push(row.data)
      }
      yield { table: name, rows: some }
    }
  const end = End.safeParse(parsed(await next()))
  if (!end.success || end.data.sha256 !== hash.digest('hex')) throw damaged(file)
  if (!(await lines.next()).done) throw damaged(file)
}

/** The lines of a packed file, which end at line feeds and nowhere else. */
async function* linesOf(file: string): AsyncGenerator<string, void> {
  const packed = createReadStream(file)
  const text = createGunzip()
  packed.on('error', (error) => text.destroy(error))
  let rest = ''
  try {
    for await (const chunk of packed.pipe(text).setEncoding('utf8')) {
      const [head = '', ...others] = String(chunk).split('\n')
      rest += head
      if (rest.length > LONGEST_LINE) throw foreign(file)
      for (const other of others) {
        yield rest
        rest = other
      }
    }
  } catch (error) {
    throw error instanceof DatabaseError ? error : unreadable(file, error)
  } finally {
    packed.destroy()
  }
  if (rest !== '') throw damaged(file)
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function unreadable(file: string, error: unknown): DatabaseError {
  if (codeOf(error) === 'Z_BUF_ERROR' || codeOf(error) === 'Z_DATA_ERROR') {
    return /incorrect header/.test(reasonOf(error)) ? foreign(file) : damaged(file)
  }
  return new DatabaseError({
    en: `The file ${file} cannot be read: ${reasonOf(error)}.`,
    ko: `${file} 파일을 읽을 수 없습니다: ${reasonOf(error)}.`,
  })
}

function foreign(file: string): DatabaseError {
  return new DatabaseError({
    en: `The file ${file} is no backup of Rightsize. Name one that the command backup has written.`,
    ko: `${file} 파일은 Rightsize의 백업이 아닙니다. backup 명령이 쓴 파일을 지정해 주십시오.`,
  })
}

function newer(file: string): DatabaseError {
  return new DatabaseError({
    en: `The backup ${file} was written by a newer Rightsize. Restore it with that version or a later one.`,
    ko: `백업 ${file}은(는) 더 새로운 Rightsize가 썼습니다. 그 버전이나 이후 버전으로 복원해 주십시오.`,
  })
}

function damaged(file: string): DatabaseError {
  return new DatabaseError({
    en: `The backup ${file} is cut off or was altered: it is not what was written. Nothing was restored; use another copy of it.`,
    ko: `백업 ${file}이(가) 잘렸거나 바뀌어 처음 쓴 내용과 다릅니다. 아무것도 복원하지 않았습니다. 다른 사본을 사용해 주십시오.`,
  })
}
