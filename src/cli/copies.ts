import { resolve } from 'node:path'
import { moveStorage, restore } from '../state-copies.ts'
import { type Flags, type Io, languageFlag, UsageError } from './io.ts'
import { isRunning } from './socket.ts'
import { answerState } from './state.ts'

/** `backup`: by the running process, which writes the file itself, or directly. */
export function backupCommand(files: readonly string[], flags: Flags, io: Io): Promise<number> {
  const file = oneFile('backup', files)
  const language = languageFlag(flags) ?? 'en'
  return answerState({ command: 'backup', file, language }, flags, io)
}

/** `restore`: a backup into an empty database that no process is using, or with `--dry-run` read through only. */
export async function restoreCommand(
  files: readonly string[],
  flags: Flags,
  io: Io,
): Promise<number> {
  const file = oneFile('restore', files)
  const config = io.config()
  if (!flags.dryRun && config.DATABASE_URL === undefined) await refuseWhileRunning(config.DATA_DIR)
  const { lines, data } = await restore(config, file, flags.dryRun, languageFlag(flags) ?? 'en')
  io.out(flags.json ? JSON.stringify(data) : lines.join('\n'))
  return 0
}

/** `migrate-storage`: the embedded database into PostgreSQL. */
export async function moveCommand(flags: Flags, io: Io): Promise<number> {
  if (flags.to === undefined)
    throw new UsageError({
      en: 'migrate-storage needs the address of an empty PostgreSQL database: migrate-storage --to postgres://user:password@host:5432/name',
      ko: 'migrate-storage에는 빈 PostgreSQL 데이터베이스의 주소가 필요합니다: migrate-storage --to postgres://user:password@host:5432/name',
    })
  const config = io.config()
  await refuseWhileRunning(config.DATA_DIR)
  const { lines, data } = await moveStorage(config, flags.to, languageFlag(flags) ?? 'en')
  io.out(flags.json ? JSON.stringify(data) : lines.join('\n'))
  return 0
}

function oneFile(command: string, files: readonly string[]): string {
  const [file, another] = files
  if (file === undefined || another !== undefined)
    throw new UsageError({
      en: `${command} needs one file: ${command} rightsize-2026-11-23.jsonl.gz`,
      ko: `${command}에는 파일 하나가 필요합니다: ${command} rightsize-2026-11-23.jsonl.gz`,
    })
  return resolve(file)
}

async function refuseWhileRunning(dataDir: string): Promise<void> {
  if (await isRunning(dataDir))
    throw new UsageError({
      en: `The bot is running on the data directory ${dataDir}, and what it writes meanwhile would be lost. Stop it, then repeat the command.`,
      ko: `봇이 데이터 폴더 ${dataDir}에서 실행 중이며, 그동안 쓰는 내용이 사라질 수 있습니다. 봇을 멈춘 뒤 명령을 다시 실행해 주십시오.`,
    })
}
