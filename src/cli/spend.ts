import { languageFlag } from './ask.ts'
import type { Flags, Io } from './io.ts'
import { askState } from './state.ts'

/** `import --source`: reads a service that bills now, all that is due or certain days. */
export function pullCommand(source: string, flags: Flags, io: Io): Promise<number> {
  const { from, to, dryRun } = flags
  const language = languageFlag(flags) ?? 'en'
  return askState(
    {
      command: 'pull',
      source,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      dryRun,
      language,
    },
    flags,
    io,
  )
}

/** `spend-sources`: how the services that bills are read from stand. */
export function sourcesCommand(flags: Flags, io: Io): Promise<number> {
  return askState({ command: 'spend-sources', language: languageFlag(flags) ?? 'en' }, flags, io)
}
