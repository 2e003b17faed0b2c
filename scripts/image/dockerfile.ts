/** Something that a Dockerfile says and that is not known here, or not allowed; one sentence. */
export class DockerfileError extends Error {
  override name = 'DockerfileError'
}

/** One step of a stage, with its variables put in. */
export type Step =
  | Readonly<{ kind: 'copy'; from?: string; owner?: string; sources: string[]; target: string }>
  | Readonly<{ kind: 'run'; command: string }>
  | Readonly<{ kind: 'env'; values: Readonly<Record<string, string>> }>
  | Readonly<{ kind: 'workdir'; path: string }>
  | Readonly<{ kind: 'user'; user: string }>
  | Readonly<{ kind: 'volume'; names: string[] }>
  | Readonly<{ kind: 'expose'; ports: string[] }>
  | Readonly<{ kind: 'label'; values: Readonly<Record<string, string>> }>
  | Readonly<{ kind: 'healthcheck'; command: string[] }>
  | Readonly<{ kind: 'cmd'; command: string[] }>
export type Kind = Step['kind']

/** A stage: its base image, its name if it has one, and its steps in order. */
export type Stage = Readonly<{ image: string; name?: string; steps: readonly Step[] }>

type Variables = Readonly<Record<string, string>>

/**
 * The stages of a Dockerfile. Only the instructions that this project uses are known.
 * @throws {DockerfileError} for anything else, with its line
 */
export function readDockerfile(text: string): Stage[] {
  const stages: { image: string; name?: string; steps: Step[] }[] = []
  const global: Record<string, string> = {}
  let variables: Record<string, string> = {}
  for (const { line, word, rest } of instructions(text)) {
    const complain = (problem: string) =>
      new DockerfileError(`Dockerfile, line ${line}: ${problem}`)
    const stage = stages.at(-1)
    if (word === 'FROM') {
      const [, image, name] =
        /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(filled(rest, global, complain)) ?? []
      if (image === undefined || image.startsWith('--'))
        throw complain(`FROM must be "FROM image" or "FROM image AS name"; received "${rest}".`)
      stages.push({ image, ...(name === undefined ? {} : { name }), steps: [] })
      variables = {}
    } else if (word === 'ARG') {
      const [, name, usual] = /^(\w+)(?:=(\S+))?$/.exec(rest) ?? []
      const value = usual ?? (name === undefined ? undefined : global[name])
      if (name === undefined || value === undefined)
        throw complain(
          `ARG must be "ARG NAME=value", or name one from before FROM; received "${rest}".`,
        )
      ;(stage ? variables : global)[name] = value
    } else if (stage) {
      const step = stepOf(word, rest, variables, complain)
      if (step.kind === 'env') variables = { ...variables, ...step.values }
      stage.steps.push(step)
    } else throw complain(`${word} stands before the first FROM.`)
  }
  if (stages.length === 0) throw new DockerfileError('The Dockerfile has no FROM.')
  return stages
}

/** The last step of a kind, which is the one that counts for `user`, `cmd` and `healthcheck`. */
export function lastOf<K extends Kind>(
  stage: Stage,
  kind: K,
): Extract<Step, { kind: K }> | undefined {
  return stepsOf(stage, kind).at(-1)
}

/** All steps of a kind. */
export function stepsOf<K extends Kind>(stage: Stage, kind: K): Extract<Step, { kind: K }>[] {
  return stage.steps.filter((step): step is Extract<Step, { kind: K }> => step.kind === kind)
}

type Complain = (problem: string) => DockerfileError

function stepOf(word: string, rest: string, variables: Variables, complain: Complain): Step {
  const fill = (text: string) => filled(text, variables, complain)
  switch (word) {
    case 'COPY':
      return copyOf(fill(rest), complain)
    case 'RUN':
      if (/^(--|\[|<<)/.test(rest))
        throw complain(`RUN is known here only with a plain command; received "${rest}".`)
      return { kind: 'run', command: rest }
    case 'ENV':
      return { kind: 'env', values: pairsOf(fill(rest), complain) }
    case 'LABEL':
      return { kind: 'label', values: pairsOf(fill(rest), complain) }
    case 'WORKDIR':
      return { kind: 'workdir', path: fill(rest) }
    case 'USER':
      return { kind: 'user', user: fill(rest) }
    case 'VOLUME':
      return { kind: 'volume', names: fill(rest).split(/\s+/) }
    case 'EXPOSE':
      return { kind: 'expose', ports: fill(rest).split(/\s+/) }
    case 'CMD':
      return { kind: 'cmd', command: listOf(rest, complain) }
    case 'HEALTHCHECK': {
      const [, command] = /^(?:--[a-z-]+=\S+\s+)*CMD\s+(.*)$/s.exec(rest) ?? []
      if (command === undefined) throw complain(`HEALTHCHECK must have a CMD; received "${rest}".`)
      return { kind: 'healthcheck', command: listOf(command, complain) }
    }
    default:
      throw complain(`the instruction ${word} is not known here, so its effect cannot be checked.`)
  }
}

function copyOf(text: string, complain: Complain): Step {
  const words = text.split(/\s+/)
  const flags = words.filter((word) => word.startsWith('--'))
  const paths = words.filter((word) => !word.startsWith('--'))
  const target = paths.pop()
  if (target === undefined || paths.length === 0)
    throw complain(`COPY needs a source and a target; received "${text}".`)
  const given: { from?: string; owner?: string } = {}
  for (const flag of flags) {
    const [, name, value] = /^--(from|chown)=(\S+)$/.exec(flag) ?? []
    if (value === undefined) throw complain(`COPY is not known here with ${flag}.`)
    if (name === 'from') given.from = value
    else given.owner = value
  }
  const strange = paths.find((path) => /[*?[\\]/.test(path))
  if (strange !== undefined)
    throw complain(`COPY is not known here with patterns; received "${strange}".`)
  return { kind: 'copy', ...given, sources: paths, target }
}

/** `A=b C="d e"` as a record. */
function pairsOf(text: string, complain: Complain): Record<string, string> {
  const pair = /([\w.]+)=(?:"([^"]*)"|([^\s"]*))(?:\s+|$)/y
  const values: Record<string, string> = {}
  while (pair.lastIndex < text.length) {
    const at = pair.lastIndex
    const [, name, quoted, plain] = pair.exec(text) ?? []
    if (name === undefined) throw complain(`expected NAME=value; received "${text.slice(at)}".`)
    values[name] = quoted ?? plain ?? ''
  }
  return values
}

/** A command as a list. A shell in between would be process 1 and keep SIGTERM from the product. */
function listOf(text: string, complain: Complain): string[] {
  const list: unknown = (() => {
    try {
      return JSON.parse(text)
    } catch {
      return undefined
    }
  })()
  if (!Array.isArray(list) || list.length === 0 || !list.every((word) => typeof word === 'string'))
    throw complain(`the command must be a list such as ["node", "main.js"]; received "${text}".`)
  return list
}

function filled(text: string, variables: Variables, complain: Complain): string {
  return text.replaceAll(/\$(?:\{([^}]*)\}|(\w+))/g, (_, braced?: string, bare?: string) => {
    const name = braced ?? bare ?? ''
    const value = variables[name]
    if (value === undefined) throw complain(`the variable ${name} is not set.`)
    return value
  })
}

/** Lines joined over a trailing backslash; comments and blank lines left out. */
function instructions(text: string): { line: number; word: string; rest: string }[] {
  const found: { line: number; word: string; rest: string }[] = []
  let open: { line: number; text: string } | undefined
  for (const [index, raw] of text.split('\n').entries()) {
    const row = raw.trim()
    if (row === '' || row.startsWith('#')) continue
    open = { line: open?.line ?? index + 1, text: `${open?.text ?? ''}${row.replace(/\\$/, '')}` }
    if (row.endsWith('\\')) continue
    const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(open.text) ?? []
    found.push({ line: open.line, word: word.toUpperCase(), rest: rest.trim() })
    open = undefined
  }
  if (open)
    throw new DockerfileError(`Dockerfile, line ${open.line}: the last line is not finished.`)
  return found
}
