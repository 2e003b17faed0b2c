import { parseArgs } from 'node:util'
import { CatalogError } from '../catalog/load.ts'
import { ConfigError } from '../config.ts'
import { CorpusError } from '../retrieval/corpus.ts'
import { askCommand } from './ask.ts'
import { checkCasesCommand } from './check-cases.ts'
import { formulaCommand } from './formula.ts'
import { importCommand } from './import.ts'
import { type Flags, type Io, UsageError } from './io.ts'
import { listModels, listSources } from './lists.ts'
import { sizeCommand } from './size.ts'
import { pullCommand, sourcesCommand } from './spend.ts'
import { stateCommand } from './state.ts'
import { tokensCommand } from './tokens.ts'

export const USAGE = `Usage:
  ask "question" [--json] [--as finance|product|engineering|sustainability]
                                      an answer with its sources, or a reading of its verdict
  ask --file questions.jsonl --json   one {"id","question"} a line in, one answer a line out
  size "task=… volume=… …" [--json]   a sized recommendation
  size --file request.json [--json]
  size … --sheet [--lang ko]          the sheet of the pilot it advises, as CSV
  sources | models                    what is known
  formula --list [--json]             every formula with its arguments
  formula <id> key=value … [--json]   one formula computed
  tokens MODEL "text" [--file FILE]   how many tokens a text is for a model
  check-cases FILE.csv [--json]       published figures, asked again of the engine
  import FILE… [--map cost=Amount,model=Engine] [--currency USD] [--provider NAME]
         [--team-tag NAME] [--dry-run] [--rejects FILE] [--json] [--lang ko]
                                      spend from FOCUS files or plain CSV (also .gz and Parquet)
  import --source openai [--from 2026-11-01] [--to 2026-11-20] [--dry-run] [--json]
                                      spend read from a service now: openai, anthropic, litellm, openrouter
  spend-sources [--lang ko] [--json]  how the services that bills are read from stand
  digest [--period weekly|daily|monthly|2026-W47] [--dry-run] [--lang ko] [--json]   a digest as it would be posted
  decisions [--lang ko] [--json]      recorded decisions, newest first
  access-log [--lang ko] [--json]     who wanted to see or set spend, newest first
Exit code 0 on an answer, 2 on bad input.`

const OPTIONS = {
  json: { type: 'boolean' },
  file: { type: 'string' },
  list: { type: 'boolean' },
  sheet: { type: 'boolean' },
  lang: { type: 'string' },
  as: { type: 'string' },
  week: { type: 'string' },
  map: { type: 'string' },
  currency: { type: 'string' },
  provider: { type: 'string' },
  'team-tag': { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  rejects: { type: 'string' },
  source: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  period: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Runs one command line; returns the exit code. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
    })
    const [command, ...rest] = positionals
    if (values.help) {
      io.out(USAGE)
      return 0
    }
    if (command === undefined) throw new UsageError(USAGE)
    const flags: Flags = {
      json: values.json ?? false,
      list: values.list ?? false,
      sheet: values.sheet ?? false,
      ...(values.file === undefined ? {} : { file: values.file }),
      ...(values.lang === undefined ? {} : { lang: values.lang }),
      ...(values.as === undefined ? {} : { as: values.as }),
      ...(values.week === undefined ? {} : { week: values.week }),
      ...(values.map === undefined ? {} : { map: values.map }),
      ...(values.currency === undefined ? {} : { currency: values.currency }),
      ...(values.provider === undefined ? {} : { provider: values.provider }),
      ...(values['team-tag'] === undefined ? {} : { teamTag: values['team-tag'] }),
      ...(values.rejects === undefined ? {} : { rejects: values.rejects }),
      ...(values.source === undefined ? {} : { source: values.source }),
      ...(values.from === undefined ? {} : { from: values.from }),
      ...(values.to === undefined ? {} : { to: values.to }),
      dryRun: values['dry-run'] ?? false,
      ...(values.period === undefined ? {} : { period: values.period }),
    }
    return await run(command, rest, flags, io)
  } catch (error) {
    if (!isExpected(error)) throw error
    io.err(error.message)
    return 2
  }
}

async function run(
  command: string,
  rest: readonly string[],
  flags: Flags,
  io: Io,
): Promise<number> {
  switch (command) {
    case 'ask':
      return askCommand(rest, flags, io)
    case 'size':
      return sizeCommand(rest, flags, io)
    case 'sources':
      return listSources(flags, io)
    case 'models':
      return listModels(flags, io)
    case 'formula':
      return formulaCommand(rest, flags, io)
    case 'tokens':
      return tokensCommand(rest, flags, io)
    case 'check-cases':
      return checkCasesCommand(rest, flags, io)
    case 'spend-sources':
      return sourcesCommand(flags, io)
    case 'import':
      return flags.source === undefined
        ? importCommand(rest, flags, io)
        : pullCommand(flags.source, flags, io)
    case 'digest':
    case 'decisions':
    case 'access-log':
      return stateCommand(command, flags, io)
    default:
      throw new UsageError(`There is no command "${command}".\n${USAGE}`)
  }
}

function isExpected(error: unknown): error is Error {
  if (
    error instanceof UsageError ||
    error instanceof ConfigError ||
    error instanceof CorpusError ||
    error instanceof CatalogError
  )
    return true
  return (
    error instanceof Error &&
    ('code' in error
      ? /^ERR_PARSE_ARGS/.test(String(error.code))
      : ['DomainError', 'DatabaseError', 'SourceError'].includes(error.name))
  )
}
