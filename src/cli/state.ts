import type { Config } from '../config.ts'
import type { Progress } from '../ingest/ports.ts'
import { handleState, openState, type StateReply, type StateRequest } from '../state.ts'
import { type Flags, type Io, languageFlag, UsageError } from './io.ts'
import { callRunning } from './socket.ts'

/** Commands that need the stored data. */
export function stateCommand(
  command: 'digest' | 'decisions' | 'access-log' | 'connections' | 'rotate-key',
  flags: Flags,
  io: Io,
): Promise<number> {
  const language = languageFlag(flags) ?? 'en'
  const period = flags.period ?? flags.week
  const request =
    command === 'digest'
      ? { command, ...(period === undefined ? {} : { period }), language }
      : { command, language }
  return answerState(request, flags, io)
}

/** Has a command carried out and prints the reply. */
export async function answerState(
  request: StateRequest,
  flags: Flags,
  io: Io,
  progress?: Progress,
): Promise<number> {
  const { lines, data } = await askState(request, flags, io, progress)
  io.out(flags.json ? JSON.stringify(data) : lines.join('\n'))
  return 0
}

/**
 * Has a command carried out by the running process when there is one, else directly.
 * @throws {UsageError} with its sentences when it cannot be
 */
export async function askState(
  asked: StateRequest,
  { tenant }: Pick<Flags, 'tenant'>,
  io: Io,
  progress: Progress = () => undefined,
): Promise<StateReply> {
  const config = io.config()
  const request = { ...asked, ...(tenant === undefined ? {} : { tenant }) }
  // A process that serves the socket has the embedded database, which is not asked for then.
  const running =
    config.DATABASE_URL === undefined
      ? await callRunning(config.DATA_DIR, request, progress)
      : undefined
  const reply = running ?? (await alone(config, request, io, progress))
  io.draw?.('')
  if (!reply.ok) throw new UsageError(reply.lines.join('\n'))
  return reply
}

/** No process is running: opens the data for this one command. */
async function alone(
  config: Config,
  request: StateRequest,
  io: Io,
  progress: Progress,
): Promise<StateReply> {
  const state = await openState(config, io.now)
  try {
    return await handleState(request, state, progress)
  } finally {
    await state.close()
  }
}
