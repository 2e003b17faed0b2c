import type { Flags, Io } from './io.ts'
import type { stateCommand } from './state.ts'

/** Runs a command with the words behind its name; resolves with the exit code. */
type Run = (rest: readonly string[], flags: Flags, io: Io) => Promise<number>

const ofFlags =
  (run: (flags: Flags, io: Io) => Promise<number>): Run =>
  (_, flags, io) =>
    run(flags, io)

const state =
  (command: Parameters<typeof stateCommand>[0]): (() => Promise<Run>) =>
  async () => {
    const { stateCommand: run } = await import('./state.ts')
    return (_, flags, io) => run(command, flags, io)
  }

/** Every command by its name; only the one that runs is loaded. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Run>> = new Map([
  ['ask', async () => (await import('./ask.ts')).askCommand],
  ['size', async () => (await import('./size.ts')).sizeCommand],
  ['sources', async () => ofFlags((await import('./lists.ts')).listSources)],
  ['models', async () => ofFlags((await import('./lists.ts')).listModels)],
  ['formula', async () => (await import('./formula.ts')).formulaCommand],
  ['tokens', async () => (await import('./tokens.ts')).tokensCommand],
  ['check-cases', async () => (await import('./check-cases.ts')).checkCasesCommand],
  ['import', importing],
  ['spend-sources', async () => ofFlags((await import('./spend.ts')).sourcesCommand)],
  ['digest', state('digest')],
  ['decisions', state('decisions')],
  ['access-log', state('access-log')],
  ['person', async () => (await import('./person.ts')).personCommand],
  ['feedback', async () => ofFlags((await import('./feedback.ts')).feedbackCommand)],
  ['backup', async () => (await import('./copies.ts')).backupCommand],
  ['restore', async () => (await import('./copies.ts')).restoreCommand],
  ['migrate-storage', async () => ofFlags((await import('./copies.ts')).moveCommand)],
  ['connect', async () => (await import('./connections.ts')).connectCommand],
  ['disconnect', async () => (await import('./connections.ts')).disconnectCommand],
  ['connections', state('connections')],
  ['rotate-key', state('rotate-key')],
  ['doctor', async () => ofFlags((await import('./doctor.ts')).doctorCommand)],
])

/** Files, or what a service bills now. */
async function importing(): Promise<Run> {
  return async (files, flags, io) =>
    flags.source === undefined
      ? (await import('./import.ts')).importCommand(files, flags, io)
      : (await import('./spend.ts')).pullCommand(flags.source, flags, io)
}
