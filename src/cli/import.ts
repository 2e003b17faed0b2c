import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { COLUMNS, type Mapping } from '../connectors/csv-columns.ts'
import type { ImportRequest } from '../import-files.ts'
import type { Rejected } from '../ingest/ports.ts'
import type { Language } from '../language/language.ts'
import { languageFlag } from './ask.ts'
import { type Flags, type Io, UsageError } from './io.ts'
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
    throw new UsageError('import needs a file: import bill.csv, or several of one bill.')
  const language = languageFlag(flags) ?? 'en'
  const request = requestOf(files, flags, language)
  const reply = await askState({ command: 'import', ...request }, io, progressBar(io, language))
  const report = reply.data as { rejected: readonly Rejected[] }
  if (flags.rejects !== undefined) writeRejects(flags.rejects, report.rejected, language)
  const rejected = report.rejected.map(({ text: _, ...row }) => row)
  io.out(flags.json ? JSON.stringify({ ...report, rejected }) : reply.lines.join('\n'))
  return 0
}

function requestOf(files: readonly string[], flags: Flags, language: Language): ImportRequest {
  const { currency, provider, teamTag, dryRun } = flags
  if (currency !== undefined && !/^[A-Za-z]{3}$/.test(currency))
    throw new UsageError(`--currency must be a code such as USD; received "${currency}".`)
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
        throw new UsageError(
          `--map takes pairs such as cost=Amount, with ${COLUMNS.join(', ')} on the left; received "${pair}".`,
        )
      return [column, name]
    }),
  )
}

function writeRejects(path: string, rejected: readonly Rejected[], language: Language): void {
  try {
    writeFileSync(path, rejectsCsv(rejected, language))
  } catch {
    throw new UsageError(`The rejected rows cannot be written to ${path}.`)
  }
}
