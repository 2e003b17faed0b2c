import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { listen, type slackStandIn } from './slack.ts'

const SENDER = 'test/support/exactly-once/sender.mjs'

export type ReplicaOptions = Readonly<{
  slack: ReturnType<typeof slackStandIn>
  /** What a process is started with. */
  given: (owner: string, url: string) => object
}>

export type Replica = Awaited<ReturnType<typeof startReplica>>

/**
 * A process that sends, which is killed and started again. Between two ticks it waits to be told the
 * time; it is idle then.
 */
export async function startReplica(name: string, { slack, given }: ReplicaOptions) {
  const kills: string[] = []
  let starts = 0
  let seen = 0
  let killAt = Number.POSITIVE_INFINITY
  let idle: ServerResponse | undefined
  let child: ChildProcess
  let wake: (failure?: Error) => void = () => undefined
  const nextIdle = () =>
    new Promise<void>((resolve, reject) => {
      wake = (failure) => (failure ? reject(failure) : resolve())
    })
  const see = (what: string): void => {
    seen += 1
    if (seen !== killAt || idle) return
    kills.push(what)
    child.kill('SIGKILL')
  }
  const start = async (): Promise<void> => {
    const work = new Set<Promise<void>>()
    const { url, server } = await listen((request, response) => {
      if (request.url !== '/clock') {
        work.add(slack.answer(request, response, see).catch(() => undefined))
        return
      }
      if (child.killed) return
      idle = response
      wake()
    })
    const started = JSON.stringify(given(`${name}.${++starts}`, url))
    child = spawn(process.execPath, [SENDER, started], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout?.on('data', (text: Buffer) => text.toString().trim().split('\n').forEach(see))
    child.once('exit', async (code, signal) => {
      // What it had asked of Slack before it died is carried out before time goes on.
      const closed = once(server, 'close')
      server.close()
      if (signal !== 'SIGKILL') return wake(new Error(`A sender ended with ${code ?? signal}.`))
      await closed
      await Promise.all(work)
      await start()
    })
  }
  const first = nextIdle()
  await start()
  await first
  return {
    /** What it was doing each time it was killed. */
    kills,
    /**
     * Lets it tick once at a moment (epoch ms), and kills it at the so manieth thing it does, if it does
     * so many; done when it is idle again, if need be as a new process.
     */
    tick: async (now: number, killAfter: number | undefined): Promise<void> => {
      const back = nextIdle()
      seen = 0
      killAt = killAfter ?? Number.POSITIVE_INFINITY
      const waiting = idle
      idle = undefined
      waiting?.end(JSON.stringify({ now }))
      await back
    },
    stop: async (): Promise<void> => {
      const ended = once(child, 'exit')
      wake = () => undefined
      idle?.end(JSON.stringify({ end: true }))
      await ended
    },
  }
}
