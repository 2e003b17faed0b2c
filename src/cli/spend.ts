import { languageFlag } from './ask.ts'
import type { Flags, Io } from './io.ts'
import { progressBar } from './progress-bar.ts'
import { answerState } from './state.ts'

/** `import --source`: reads a service that bills now, all that is due or certain days. */
export function pullCommand(source: string, flags: Flags, io: Io): Promise<number> {
  const { from, to, dryRun } = flags
  const language = languageFlag(flags) ?? 'en'
  const request = {
    command: 'pull',
    source,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    dryRun,
    language,
  } as const
  return answerState(request, flags, io, progressBar(io, language))
}

/** `spend-sources`: how the services that bills are read from stand. */
export function sourcesCommand(flags: Flags, io: Io): Promise<number> {
  const language = languageFlag(flags) ?? 'en'
  return answerState({ command: 'spend-sources', language }, flags, io)
}
