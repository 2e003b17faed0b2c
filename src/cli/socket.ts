import { chmodSync, existsSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import type { Progress } from '../ingest/ports.ts'
import type { Language } from '../language/language.ts'
import type { StateReply, StateRequest } from '../state.ts'
import { DatabaseError } from '../storage/database-error.ts'
import { UsageError } from './io.ts'

function socketPath(dataDir: string): string {
  return join(dataDir, 'rightsize.sock')
}

/** The system keeps so many bytes for a socket's path, and would cut a longer one. */
const LONGEST_PATH = 100

/** One request of at most this many bytes; a larger one is cut off. */
const LARGEST = 1024 * 1024

/** What comes back, one JSON a line: any number of steps, then the reply. */
type Line = Readonly<{ step: Parameters<Progress> }> | Readonly<{ reply: StateReply }>

/**
 * Serves state commands to the CLI over a local socket that only this user can open; undefined where the
 * data folder's path is too long for one.
 */
export function serveSocket(
  dataDir: string,
  handle: (request: StateRequest, progress: Progress) => Promise<StateReply>,
): Promise<Server | undefined> {
  const path = socketPath(dataDir)
  if (Buffer.byteLength(path) > LONGEST_PATH) return Promise.resolve(undefined)
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
      const write = (line: Line) => connection.write(`${JSON.stringify(line)}\n`)
      const progress: Progress = (...step) => connection.writable && write({ step })
      // Nothing is what somebody sends who only wants to know whether a process is there.
      if (text === '') connection.end()
      else
        answerOf(text, (request) => handle(request, progress))
          .then((reply) => {
            write({ reply })
            connection.end()
          })
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

/** What becomes of a request; a failure is a reply too. */
async function answerOf(
  text: string,
  handle: (request: StateRequest) => Promise<StateReply>,
): Promise<StateReply> {
  let language: Language = 'en'
  try {
    const request = JSON.parse(text) as StateRequest
    language = request.language
    return await handle(request)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const said = error instanceof DatabaseError ? error.sentence[language] : reason
    return { ok: false, lines: [said], data: null }
  }
}

/** Whether a process serves this data folder. */
export function isRunning(dataDir: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(socketPath(dataDir))
    connection.on('connect', () => resolve(connection.end() !== undefined))
    connection.on('error', () => resolve(false))
  })
}

/** Asks the running process; undefined when none is listening. */
export function callRunning(
  dataDir: string,
  request: StateRequest,
  progress: Progress,
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
      const lines = text.split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) {
        const said = JSON.parse(line) as Line
        if ('reply' in said) resolve(said.reply)
        else progress(...said.step)
      }
    })
    connection.on('end', () =>
      reject(
        new UsageError({
          en: 'The running bot ended before it answered. Start it again, then repeat the command.',
          ko: '실행 중이던 봇이 답하기 전에 끝났습니다. 봇을 다시 시작한 뒤 명령을 다시 실행해 주십시오.',
        }),
      ),
    )
    connection.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' ? resolve(undefined) : reject(error),
    )
  })
}
