import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process of the built product that receives events over HTTP, and can be killed and started again. */
export function createReplica(environment: Readonly<Record<string, string>>) {
  let child: ChildProcess | undefined
  let url: string | undefined
  let log = ''
  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, ['dist/main.js'], {
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'warn',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    started.stderr.on('data', (text: Buffer) => {
      log += text.toString()
    })
    url = await new Promise<string>((resolve, reject) => {
      let said = ''
      started.stdout.on('data', (text: Buffer) => {
        said += text.toString()
        const [found] = /http:\S+/.exec(said) ?? []
        if (found) resolve(found)
      })
      started.once('exit', (code) => reject(new Error(`The replica ended with ${code}: ${log}`)))
    })
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const ending = child
    child = undefined
    url = undefined
    if (ending?.exitCode !== null || ending.signalCode !== null) return
    ending.kill(signal)
    while (ending.exitCode === null && ending.signalCode === null) await sleep(10)
  }
  return {
    start,
    /** Where events are sent; undefined while the process does not run. */
    url: () => url,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    /** All that it has logged, over all of its lives. */
    log: () => log,
  }
}

export type Replica = ReturnType<typeof createReplica>
