import { loadDefaults } from '../catalog/defaults.ts'
import type { Config } from '../config.ts'
import { catalogLookups } from '../digest/catalog-lookups.ts'
import { openCatalog } from '../knowledge.ts'
import { knowledgePaths } from '../knowledge-paths.ts'
import { handleState, openState, type StateReply, type StateRequest } from '../state.ts'
import { languageFlag, readText } from './ask.ts'
import { type Flags, type Io, UsageError } from './io.ts'
import { callRunning } from './socket.ts'

/** Commands that need the stored data: through the running process when there is one, else directly. */
export async function stateCommand(
  command: StateRequest['command'],
  words: readonly string[],
  flags: Flags,
  io: Io,
): Promise<number> {
  const config = io.config()
  const [file] = words
  if (command === 'import' && file === undefined)
    throw new UsageError('import needs a file: import spend.csv.')
  const request = requestOf(command, file ?? '', flags)
  const reply = (await callRunning(config.DATA_DIR, request)) ?? (await alone(config, request, io))
  if (!reply.ok) throw new UsageError(reply.lines.join('\n'))
  io.out(flags.json ? JSON.stringify(reply.data) : reply.lines.join('\n'))
  return 0
}

function requestOf(command: StateRequest['command'], file: string, flags: Flags): StateRequest {
  const language = languageFlag(flags) ?? 'en'
  switch (command) {
    case 'import':
      return { command, text: readText(file), language }
    case 'digest': {
      const period = flags.period ?? flags.week
      return { command, ...(period === undefined ? {} : { period }), language }
    }
    case 'decisions':
      return { command, language }
    default:
      return command satisfies never
  }
}

/** No process is running: opens the data for this one command. */
async function alone(config: Config, request: StateRequest, io: Io): Promise<StateReply> {
  const state = await openState(config, io.now)
  try {
    return await handleState(request, {
      ...state,
      lookups: () =>
        catalogLookups(openCatalog(config), loadDefaults(knowledgePaths(undefined).defaults)),
    })
  } finally {
    await state.close()
  }
}
