import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '../../src/cli/run.ts'
import { serveSocket } from '../../src/cli/socket.ts'
import { readConfig } from '../../src/config.ts'
import { handleState, openState } from '../../src/state.ts'

/** Noon of a Friday in week 2026-W47. */
export const FRIDAY = Date.parse('2026-11-20T12:00:00Z')

/** The command line beside a running process with a data folder of its own; `state` is what that has stored. */
export async function commandLine() {
  const dataDir = mkdtempSync(join(tmpdir(), 'rightsize-command-'))
  const config = () => readConfig({ DATA_DIR: dataDir })
  const state = await openState(config(), () => FRIDAY)
  const socket = await serveSocket(dataDir, (request) => handleState(request, state))
  return {
    state,
    dataDir,
    run: async (...args: string[]) => {
      const [out, err]: [string[], string[]] = [[], []]
      const code = await runCli(args, {
        config,
        out: (text) => out.push(text),
        err: (text) => err.push(text),
        now: () => FRIDAY,
      })
      return { code, out: out.join('\n'), err: err.join('\n') }
    },
    close: async () => {
      socket?.close()
      await state.close()
    },
  }
}
