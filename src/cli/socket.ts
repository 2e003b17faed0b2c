import { chmodSync, existsSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import type { StateReply, StateRequest } from '../state.ts'

function socketPath(dataDir: string): string {
  return join(dataDir, 'rightsize.sock')
}

/** One request of at most this many bytes; a larger one is cut off. */
const LARGEST = 256 * 1024 * 1024

/** Serves state commands to the CLI over a local socket that only this user can open. */
export function serveSocket(
  dataDir: string,
  handle: (request: StateRequest) => Promise<StateReply>,
): Promise<Server> {
  const path = socketPath(dataDir)
  rmSync(path, { force: true })
  const server = createServer({ allowHalfOpen: true }, (connection) => {
    let text = ''
    connection.setEncoding('utf8')
    connection.on('data', (chunk: string) => {
      text += chunk
      if (text.length > LARGEST) connection.destroy()
    })
    connection.on('error', () => connection.destroy())
    connection.on('end', () => {
      handle(JSON.parse(text) as StateRequest)
        .catch(
          (error: unknown): StateReply => ({
            ok: false,
            lines: [error instanceof Error ? error.message : String(error)],
            data: null,
          }),
        )
        .then((reply) => connection.end(JSON.stringify(reply)))
        .catch(() => connection.destroy())
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    const before = process.umask(0o177)
    server.listen(path, () => {
      process.umask(before)
      chmodSync(path, 0o600)
      resolve(server)
    })
  })
}

/** Asks the running process; undefined when none is listening. */
export function callRunning(
  dataDir: string,
  request: StateRequest,
): Promise<StateReply | undefined> {
  const path = socketPath(dataDir)
  if (!existsSync(path)) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    const connection = createConnection(path)
    let text = ''
    connection.setEncoding('utf8')
    connection.on('connect', () => connection.end(JSON.stringify(request)))
    connection.on('data', (chunk: string) => {
      text += chunk
    })
    connection.on('end', () => resolve(JSON.parse(text) as StateReply))
    connection.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' ? resolve(undefined) : reject(error),
    )
  })
}
