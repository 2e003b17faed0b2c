import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { COLUMNS, type Mapping } from '../connectors/csv-columns.ts'
import type { ImportRequest } from '../import-files.ts'
import type { Rejected } from '../ingest/ports.ts'
import { isCurrency } from '../language/currency.ts'
import type { Language } from '../language/language.ts'
import { type Flags, type Io, languageFlag, UsageError } from './io.ts'
import { progressBar } from './progress-bar.ts'
import { rejectsCsv } from './rejects.ts'
import { askState } from './state.ts'

/** `import`: spend from files, by the running process or directly; the files are named, not sent. */
export async function importCommand(
  files: readonly string[],
  flags: Flags,
  io: Io,
): Promise<number> {
  if (files.length === 0)
    throw new UsageError({
      en: 'import needs a file: import bill.csv, or several of one bill.',
      ko: 'import에는 파일이 필요합니다. 예: import bill.csv. 한 청구서의 파일은 여러 개도 됩니다.',
    })
  const language = languageFlag(flags) ?? 'en'
  const request = requestOf(files, flags, language)
  const reply = await askState(
    { command: 'import', ...request },
    flags,
    io,
    progressBar(io, language),
  )
  const report = reply.data as { rejected: readonly Rejected[] }
  if (flags.rejects !== undefined) writeRejects(flags.rejects, report.rejected, language)
  const rejected = report.rejected.map(({ text: _, ...row }) => row)
  io.out(flags.json ? JSON.stringify({ ...report, rejected }) : reply.lines.join('\n'))
  return 0
}

function requestOf(files: readonly string[], flags: Flags, language: Language): ImportRequest {
  const { currency, provider, teamTag, dryRun } = flags
  if (currency !== undefined && !isCurrency(currency.toUpperCase()))
    throw new UsageError({
      en: `--currency must be the code of a currency (ISO 4217), such as USD; received "${currency}".`,
      ko: `--currency 값은 USD 같은 통화 코드(ISO 4217)여야 합니다. 받은 값: "${currency}"`,
    })
  return {
    paths: files.map((file) => resolve(file)),
    language,
    dryRun,
    ...(flags.map === undefined ? {} : { mapping: mappingOf(flags.map) }),
    ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
    ...(provider === undefined ? {} : { provider }),
    ...(teamTag === undefined ? {} : { teamTags: teamTag }),
  }
}

/** `cost=Amount,model=Engine` as a mapping from our columns to the file's. */
function mappingOf(text: string): Mapping {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [column = '', name = ''] = pair.split('=').map((part) => part.trim())
      if (name === '' || !(COLUMNS as readonly string[]).includes(column))
        throw new UsageError({
          en: `--map takes pairs such as cost=Amount, with ${COLUMNS.join(', ')} on the left; received "${pair}".`,
          ko: `--map에는 cost=Amount 같은 짝을 적습니다. 왼쪽에는 ${COLUMNS.join(', ')} 가운데 하나가 옵니다. 받은 값: "${pair}"`,
        })
      return [column, name]
    }),
  )
}

function writeRejects(path: string, rejected: readonly Rejected[], language: Language): void {
  try {
    writeFileSync(path, rejectsCsv(rejected, language))
  } catch {
    throw new UsageError({
      en: `The rejected rows cannot be written to ${path}; the rest was imported. Name another file.`,
      ko: `거부된 행을 ${path} 파일에 쓸 수 없습니다. 나머지는 반영했습니다. 다른 파일 이름을 지정해 주십시오.`,
    })
  }
}
