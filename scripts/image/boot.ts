import { type ChildProcess, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { type Confined, confine } from './confined.ts'
import { lastOf, type Stage } from './dockerfile.ts'
import { type Built, environmentOf, idsOf, PATH, placeOf, StepError } from './stages.ts'

const STARTS_WITHIN_MS = 60_000
const STOPS_WITHIN_MS = 20_000

/** What the page of the product shows, and what it logs when all was built. */
export type Expected = Readonly<{ page: RegExp; log: RegExp }>

/**
 * Starts the command of a built image with its own environment and nothing else, asks its page and
 * its health check, stops it, and looks at what was written.
 * @throws {StepError} when something is not as it should be
 */
export async function boot(
  stage: Stage,
  built: Built,
  expected: Expected,
  say: (sentence: string) => void,
): Promise<void> {
  const command = needed(lastOf(stage, 'cmd')?.command, 'CMD')
  const health = needed(lastOf(stage, 'healthcheck')?.command, 'HEALTHCHECK')
  const user = needed(lastOf(stage, 'user')?.user, 'USER')
  const [volumePath = ''] = needed(lastOf(stage, 'volume')?.names, 'VOLUME')
  const ids = idsOf(user)
  if (!ids || ids.user === 0)
    throw new StepError(`USER must be a number other than 0; received "${user}".`)
  const volume = placeOf(built, volumePath)
  mkdirSync(volume, { recursive: true })
  const env = {
    ...environmentOf(built),
    ...{ PATH, HOST: '127.0.0.1', PORT: '0', METRICS_PORT: String(await freePort()) },
  }
  const where = { cwd: placeOf(built, '.'), env, ids, volume }
  const confined = confine(where)
  say(`CMD ${command.join(' ')}, ${confined.sentence}`)
  const before = written(built.root, volume)
  const started = confined.start(command)
  const said = listen(started)
  try {
    const address = await addressOf(started, said)
    await showsPage(address, expected.page)
    say(`It answers at ${address}`)
    await isHealthy(health, where)
    say('The health check is content')
    if (!expected.log.test(said.all()))
      throw new StepError(`It did not log ${expected.log}: ${said.all()}`)
    say(`It stopped ${await stopped(confined, started, said)} s after SIGTERM, with status 0`)
  } finally {
    if (started.exitCode === null) confined.signal(started, 'SIGKILL')
  }
  const after = written(built.root, volume)
  const changed = [...new Set([...before, ...after])].filter(
    (e) => !(before.has(e) && after.has(e)),
  )
  if (changed.length > 0)
    throw new StepError(`It wrote outside ${volumePath}: ${changed.slice(0, 5).join(', ')}.`)
  if (readdirSync(volume).length === 0) throw new StepError(`It wrote nothing to ${volumePath}.`)
  say(`It wrote to ${volumePath} alone`)
}

function needed<T>(found: T | undefined, instruction: string): T {
  if (found === undefined) throw new StepError(`The last stage has no ${instruction}.`)
  return found
}

type Said = Readonly<{ all: () => string }>

function listen(started: ChildProcess): Said {
  let text = ''
  for (const stream of [started.stdout, started.stderr])
    stream?.on('data', (part: Buffer) => {
      text += part.toString()
    })
  return { all: () => text.trim() }
}

async function addressOf(started: ChildProcess, said: Said): Promise<string> {
  const end = performance.now() + STARTS_WITHIN_MS
  while (performance.now() < end) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said.all()) ?? []
    if (address !== undefined) return address
    if (started.exitCode !== null)
      throw new StepError(`It ended with ${started.exitCode} at the start: ${said.all()}`)
    await setTimeout(100)
  }
  throw new StepError(`It named no address within ${STARTS_WITHIN_MS / 1000} s: ${said.all()}`)
}

async function showsPage(address: string, expected: RegExp): Promise<void> {
  const answer = await fetch(address)
  const page = await answer.text()
  if (!answer.ok || !expected.test(page))
    throw new StepError(`Its page answered ${answer.status}: ${page.slice(0, 200)}`)
}

async function isHealthy(
  [program = '', ...rest]: readonly string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<void> {
  const { status, stderr } = spawnSync(program, rest, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new StepError(`The health check ended with ${status}. ${stderr}`.trim())
}

async function stopped(confined: Confined, started: ChildProcess, said: Said): Promise<string> {
  const start = performance.now()
  const ended = once(started, 'exit')
  confined.signal(started, 'SIGTERM')
  const inTime = await Promise.race([
    ended.then(() => true),
    setTimeout(STOPS_WITHIN_MS, false, { ref: false }),
  ])
  if (!inTime) throw new StepError(`It did not stop within ${STOPS_WITHIN_MS / 1000} s of SIGTERM.`)
  if (started.exitCode !== 0)
    throw new StepError(
      `It ended with ${started.exitCode ?? started.signalCode} after SIGTERM: ${said.all()}`,
    )
  return ((performance.now() - start) / 1000).toFixed(1)
}

/** Every file and folder outside the volume, with the time of its last change. */
function written(root: string, volume: string): Set<string> {
  const entries = readdirSync(root, { withFileTypes: true, recursive: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== volume && !path.startsWith(`${volume}/`))
  return new Set(
    entries.map((path) => `${path.slice(root.length)} (${lstatSync(path).mtime.toISOString()})`),
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
