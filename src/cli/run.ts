import { parseArgs } from 'node:util'
import type { Bilingual } from '../language/language.ts'
import { ToldError } from '../language/told-error.ts'
import { DatabaseFaultError } from '../storage/database-error.ts'
import { COMMANDS } from './commands.ts'
import { type Flags, type Io, UsageError } from './io.ts'
import { languageOf, optionSentence, USAGE } from './usage.ts'

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
  'to-eval': { type: 'string' },
  tenant: { type: 'string' },
  url: { type: 'string' },
  out: { type: 'string' },
  chart: { type: 'string' },
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
      io.out(USAGE[languageOf(args, io.language)])
      return 0
    }
    if (command === undefined) throw new UsageError(USAGE)
    const lang = values.lang ?? (command === 'ask' ? undefined : io.language)
    const flags: Flags = {
      json: values.json ?? false,
      list: values.list ?? false,
      sheet: values.sheet ?? false,
      ...(values.file === undefined ? {} : { file: values.file }),
      ...(lang === undefined ? {} : { lang }),
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
      ...(values['to-eval'] === undefined ? {} : { toEval: values['to-eval'] }),
      ...(values.tenant === undefined ? {} : { tenant: values.tenant }),
      ...(values.url === undefined ? {} : { url: values.url }),
      ...(values.out === undefined ? {} : { out: values.out }),
      ...(values.chart === undefined ? {} : { chart: values.chart }),
    }
    const load = COMMANDS.get(command)
    if (!load)
      throw new UsageError({
        en: `There is no command "${command}".\n${USAGE.en}`,
        ko: `"${command}" 명령은 없습니다.\n${USAGE.ko}`,
      })
    const run = await load()
    return await run(rest, flags, io)
  } catch (error) {
    const said = sentenceOf(error)
    io.err((said ?? faultOf(error))[languageOf(args, io.language)])
    return said === undefined ? 1 : 2
  }
}

/** What to say of a fault that nobody's input brought about, e.g. a full disk. */
function faultOf(error: unknown): Bilingual {
  if (error instanceof DatabaseFaultError) return error.sentence
  const reason = error instanceof Error ? error.message : String(error)
  return {
    en: `This failed for a reason that is not in your input: ${reason}. What is stored is stored as a whole or not at all; run it again once the cause is mended.`,
    ko: `입력과 관계없는 이유로 실패했습니다: ${reason}. 저장은 전부 되거나 전혀 되지 않으므로, 원인을 고친 뒤 다시 실행해 주십시오.`,
  }
}

/** What to say of an error that input or surroundings brought about; undefined for a fault of the program. */
function sentenceOf(error: unknown): Bilingual | undefined {
  if (error instanceof DatabaseFaultError) return undefined
  if (error instanceof ToldError) return error.sentence
  if (!(error instanceof Error)) return undefined
  if ('code' in error) return optionSentence(String(error.code), error.message)
  const expected = ['CorpusError', 'CatalogError', 'DomainError', 'SealError']
  return expected.includes(error.name) ? { en: error.message, ko: error.message } : undefined
}
