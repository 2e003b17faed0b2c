import type { Config } from './config.ts'
import { decimalOf } from './digest/show-money.ts'
import type { Language } from './language/language.ts'
import type { StateReply } from './state.ts'
import { checkBackup, moveDatabase, restoreBackup, type Written } from './storage/backup.ts'
import type { Copied } from './storage/copy.ts'
import type { DatabasePlace } from './storage/database.ts'

/** A backup to a new file, named by its whole path. */
export type BackupRequest = Readonly<{ command: 'backup'; file: string; language: Language }>
export type BackupState = Readonly<{ backup: (file: string) => Promise<Written> }>

/** What a command has to say, as lines and as JSON. */
type Said = Pick<StateReply, 'lines' | 'data'>

/** Where the data lives. */
export function databasePlace(config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>): DatabasePlace {
  return config.DATABASE_URL === undefined
    ? { dataDir: config.DATA_DIR }
    : { databaseUrl: config.DATABASE_URL }
}

/** Writes a backup from the database that is open. */
export async function handleBackup(
  { file, language }: BackupRequest,
  { backup }: BackupState,
): Promise<StateReply> {
  const { takenAt, bytes, tables } = await backup(file)
  const rows = shown(total(tables))
  const line =
    language === 'ko'
      ? `${file}에 ${takenAt} 시점의 백업을 썼습니다: 표 ${tables.length}개, ${rows}행, ${shown(bytes)}바이트. 질문과 지출이 들어 있으며, 이 파일은 소유자만 읽을 수 있습니다.`
      : `Backup of ${takenAt} written to ${file}: ${rows} rows in ${tables.length} tables, ${shown(bytes)} bytes. It holds questions and spend; only the file's owner may read it.`
  return { ok: true, lines: [line], data: { file, takenAt, bytes, tables: rowsOf(tables) } }
}

/**
 * Puts a backup into an empty database, or only reads it through.
 * @throws {DatabaseError} when that cannot be
 */
export async function restore(
  config: Config,
  file: string,
  dryRun: boolean,
  language: Language,
): Promise<Said> {
  if (dryRun) {
    const { takenAt, tables } = await checkBackup(file)
    const line =
      language === 'ko'
        ? `${takenAt} 시점의 백업이며 온전합니다: 표 ${tables.length}개, ${shown(total(tables))}행. 아무것도 복원하지 않았습니다.`
        : `A backup of ${takenAt}, whole: ${shown(total(tables))} rows in ${tables.length} tables. Nothing was restored.`
    return { lines: [line], data: { file, takenAt, dryRun, tables: rowsOf(tables) } }
  }
  const { takenAt, copied } = await restoreBackup(databasePlace(config), file)
  const line =
    language === 'ko'
      ? `${takenAt} 시점의 백업을 복원했습니다. ${proof(copied, language)}`
      : `Restored the backup of ${takenAt}. ${proof(copied, language)}`
  return {
    lines: [line, ...copiedLines(copied, language)],
    data: { file, takenAt, dryRun, tables: copied },
  }
}

/**
 * Copies the embedded database into an empty PostgreSQL.
 * @throws {DatabaseError} when that cannot be
 */
export async function moveStorage(config: Config, to: string, language: Language): Promise<Said> {
  const copied = await moveDatabase(config.DATA_DIR, { databaseUrl: to })
  const [first, last] =
    language === 'ko'
      ? [
          `PostgreSQL로 복사했습니다. ${proof(copied, language)}`,
          `이제 DATABASE_URL을 같은 주소로 지정해 봇을 시작해 주십시오. ${config.DATA_DIR} 폴더는 그대로 두었습니다.`,
        ]
      : [
          `Copied to PostgreSQL. ${proof(copied, language)}`,
          `Now start the bot with DATABASE_URL set to the same address. ${config.DATA_DIR} was left as it was.`,
        ]
  return { lines: [first, ...copiedLines(copied, language), last], data: { tables: copied } }
}

function proof(copied: readonly Copied[], language: Language): string {
  const rows = shown(total(copied))
  return language === 'ko'
    ? `표 ${copied.length}개의 ${rows}행을 다시 읽어 행 수, 금액 합계, 내용의 해시가 같음을 확인했습니다.`
    : `${rows} rows in ${copied.length} tables were read back: counts, sums of money and hashes of the rows are the same.`
}

/** A line for each table that has rows, with its sums of money by currency. */
function copiedLines(copied: readonly Copied[], language: Language): string[] {
  return copied
    .filter(({ rows }) => rows > 0)
    .map(({ table, rows, amounts }) => {
      const sums = Object.entries(amounts).map(([name, nano]) => {
        const [column = '', currency = 'USD'] = name.split(' ')
        return `${column} ${decimalOf(BigInt(nano))} ${currency}`
      })
      const counted = language === 'ko' ? `${shown(rows)}행` : `${shown(rows)} rows`
      return [`  ${table}: ${counted}`, ...sums].join(' · ')
    })
}

const rowsOf = (tables: Written['tables']) =>
  tables.map(({ name, rows }) => ({ table: name, rows }))
const total = (tables: readonly Readonly<{ rows: number }>[]) =>
  tables.reduce((sum, { rows }) => sum + rows, 0)
const shown = (count: number) => count.toLocaleString('en-US')
