import { readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Web } from '../../src/connectors/http.ts'

/** What the server answers; `cut` ends the connection in the middle of the body. */
export type Reply = Readonly<{
  status?: number
  headers?: Readonly<Record<string, string>>
  body?: string
  cut?: boolean
  /** Never answers. */
  silent?: boolean
}>
export type Asked = Readonly<{ url: URL; headers: IncomingHttpHeaders }>
export type Answers = (asked: Asked, nth: number) => Reply

export type PageServer = Readonly<{
  address: string
  asked: Asked[]
  close: () => Promise<void>
}>

/** A page of `test/connectors/pages` as it is. */
export function pageText(name: string): string {
  return readFileSync(join('test/connectors/pages', `${name}.json`), 'utf8')
}

/** Serves pages on the loopback; the clock it tells is the one given with a reply, or none. */
export async function servePages(answers: Answers): Promise<PageServer> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const one = {
      url: new URL(request.url ?? '', 'http://127.0.0.1'),
      headers: request.headers,
    }
    const reply = answers(one, asked.length)
    asked.push(one)
    if (reply.silent) return
    const body = reply.body ?? ''
    response.sendDate = false
    response.writeHead(reply.status ?? 200, reply.headers)
    if (!reply.cut) return void response.end(body)
    response.write(body.slice(0, body.length / 2), () => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The network with a clock of its own; waits are noted and pass at once. */
export function fakeWeb(now: () => number): Web & Readonly<{ waits: number[] }> {
  const waits: number[] = []
  return {
    fetch,
    now,
    random: () => 0.5,
    timeoutMs: 2000,
    waits,
    sleep: async (ms, signal) => {
      waits.push(ms)
      await setTimeout(0, undefined, { ...(signal ? { signal } : {}) })
    },
  }
}
