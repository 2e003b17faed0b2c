import { writeFileSync } from 'node:fs'
import { UsageError } from './io.ts'

/** Writes a file that only its owner reads, and never over another. */
export function writeNew(path: string, data: string | Uint8Array): void {
  try {
    writeFileSync(path, data, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new UsageError({
      en: `${path} could not be written (${reason}); name a file that does not exist yet, in a folder that can be written to.`,
      ko: `${path}에 쓸 수 없습니다(${reason}). 쓸 수 있는 폴더에 아직 없는 파일 이름을 지정해 주십시오.`,
    })
  }
}
