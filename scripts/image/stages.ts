import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, delimiter, dirname, join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Stage, Step } from './dockerfile.ts'
import { filesLetThrough, ignoring } from './ignored.ts'

/** A step that did not do what it should; one sentence. */
export class StepError extends Error {
  override name = 'StepError'
}

/** A stage as it lies on disk; `root` stands for `/`. */
export type Built = Readonly<{
  root: string
  workdir: string
  environment: Readonly<Record<string, string>>
}>
type Work = Readonly<{
  project: string
  /** Text of `.dockerignore`. */
  dockerignore: string
  /** An empty folder; every stage gets one below it. */
  directory: string
  say: (sentence: string) => void
}>

/**
 * Carries out the stages of a Dockerfile below a folder, with this machine's Node in place of the base
 * images; the last one.
 * @throws {StepError} when a step fails
 */
export function buildStages(stages: readonly Stage[], work: Work): Built {
  const roots = new Map<string, string>()
  const built = stages.map((stage, index) => {
    const name = stage.name ?? String(index)
    if (roots.has(stage.image))
      throw new StepError(`FROM ${stage.image} builds on a stage, which is not known here.`)
    const root = join(work.directory, name)
    mkdirSync(root)
    let state: Built = { root, workdir: '/', environment: {} }
    for (const step of stage.steps) state = carryOut(step, state, roots, work)
    roots.set(name, root)
    return state
  })
  const last = built.at(-1)
  if (!last) throw new StepError('The Dockerfile has no stage.')
  return last
}

/** Where a path of the image lies on this machine. */
export function placeOf({ root, workdir }: Pick<Built, 'root' | 'workdir'>, path: string): string {
  return join(root, resolve(workdir, path))
}

/** The image's variables, paths among them as they lie on this machine. */
export function environmentOf(built: Built): Record<string, string> {
  return Object.fromEntries(
    Object.entries(built.environment).map(([name, value]) => [
      name,
      value.startsWith('/') ? placeOf(built, value) : value,
    ]),
  )
}

/** The user and group of `1000:1000`; undefined for names, which only the base image knows. */
export function idsOf(owner: string): { user: number; group: number } | undefined {
  const [, user, group] = /^(\d+)(?::(\d+))?$/.exec(owner) ?? []
  return user === undefined ? undefined : { user: Number(user), group: Number(group ?? user) }
}

function carryOut(step: Step, state: Built, roots: Map<string, string>, work: Work): Built {
  switch (step.kind) {
    case 'copy':
      copy(step, state, roots, work)
      return state
    case 'run':
      run(step.command, state, work)
      return state
    case 'env':
      return { ...state, environment: { ...state.environment, ...step.values } }
    case 'workdir':
      mkdirSync(placeOf(state, step.path), { recursive: true })
      return { ...state, workdir: resolve(state.workdir, step.path) }
    default:
      return state
  }
}

type Copy = Extract<Step, { kind: 'copy' }>

function copy(step: Copy, state: Built, roots: Map<string, string>, work: Work): void {
  const shown = `COPY ${step.sources.join(' ')} ${step.target}`
  const from = step.from === undefined ? work.project : roots.get(step.from)
  if (from === undefined)
    throw new StepError(`${shown}: there is no stage "${step.from}" before it.`)
  const target = placeOf(state, step.target)
  const intoFolder = step.target.endsWith('/') || step.sources.length > 1
  for (const source of step.sources) {
    const place = join(from, source)
    if (!existsSync(place)) throw new StepError(`${shown}: there is no ${source}.`)
    const to =
      intoFolder && !statSync(place).isDirectory() ? join(target, basename(source)) : target
    if (step.from !== undefined) cpSync(place, to, { recursive: true, verbatimSymlinks: true })
    else {
      const files = filesLetThrough(from, source, ignoring(work.dockerignore))
      if (files.length === 0)
        throw new StepError(`${shown}: .dockerignore keeps all of ${source} out.`)
      for (const file of files) {
        const end = join(to, join(from, file).slice(place.length))
        mkdirSync(dirname(end), { recursive: true })
        cpSync(join(from, file), end, { verbatimSymlinks: true })
      }
    }
  }
  if (step.owner !== undefined && process.getuid?.() === 0) give(target, step.owner, shown)
}

function give(target: string, owner: string, shown: string): void {
  const ids = idsOf(owner)
  if (!ids) throw new StepError(`${shown}: the owner "${owner}" must be a number to be known here.`)
  chownSync(target, ids.user, ids.group)
  if (!statSync(target).isDirectory()) return
  for (const entry of readdirSync(target, { withFileTypes: true, recursive: true }))
    chownSync(join(entry.parentPath, entry.name), ids.user, ids.group)
}

/** What a command gets from this machine: the way to Node and to the package registry. */
const FROM_MACHINE =
  /^(HOME|npm_config_(registry|nodedir|cafile|cache|userconfig|globalconfig)|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)$/i

/** The way to the Node that runs this, before all others. */
export const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter)

function run(command: string, state: Built, { say }: Work): void {
  const outside = /(?:^|[\s='"(<>|;&])(\/(?!dev\/null\b)[^\s'"]*)/.exec(command)?.[1]
  if (outside !== undefined)
    throw new StepError(
      `RUN ${command}: names ${outside}, which would be a place of this machine; use a path relative to WORKDIR.`,
    )
  const machine = Object.entries(process.env).filter(([name]) => FROM_MACHINE.test(name))
  const start = performance.now()
  const { status } = spawnSync('/bin/sh', ['-c', command], {
    cwd: placeOf(state, '.'),
    env: { ...Object.fromEntries(machine), PATH, ...environmentOf(state) },
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new StepError(`RUN ${command}: ended with ${status ?? 'a signal'}.`)
  say(`RUN ${command} (${Math.round((performance.now() - start) / 1000)} s)`)
}
