import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseYaml } from '../yaml.ts'
import { type Claim, type Note, NoteSchema, type Source } from './note.ts'

/** The reviewed notes. Look-ups are by id. */
export type Corpus = Readonly<{
  /** Hash of all files; an index built from other files does not fit. */
  version: string
  notes: readonly Note[]
  note: (id: string) => Note | undefined
  claim: (id: string) => { claim: Claim; note: Note } | undefined
  /** A note as a source, or a further source that a note's claims cite. */
  source: (id: string) => Source | undefined
}>

/** Everything wrong with the notes at once, each line with its file. */
export class CorpusError extends Error {
  override name = 'CorpusError'
}

/** Reads every `*.md` of the folders; later folders add to earlier ones and never replace. */
export function loadCorpus(directories: readonly string[], parse = parseYaml): Corpus {
  const problems: string[] = []
  const hash = createHash('sha256')
  const notes: Note[] = []
  for (const directory of directories.filter((d) => existsSync(d)))
    for (const file of readdirSync(directory)
      .filter((f) => f.endsWith('.md'))
      .sort()) {
      const text = readFileSync(join(directory, file), 'utf8')
      hash.update(`${file}\n${text}\n`)
      const note = readNote(file, text, parse, problems)
      if (note) notes.push(note)
    }
  const byId = unique(notes, (n) => n.id, 'note', problems)
  const claims = unique(
    notes.flatMap((note) => note.claims.map((claim) => ({ claim, note }))),
    (c) => c.claim.id,
    'claim',
    problems,
  )
  const sources = sourcesOf(notes)
  for (const note of notes) problems.push(...deadLinks(note, byId, sources))
  if (problems.length > 0)
    throw new CorpusError(`The notes cannot be used:\n${problems.map((p) => `- ${p}`).join('\n')}`)
  return {
    version: hash.digest('hex'),
    notes,
    note: (id) => byId.get(id),
    claim: (id) => claims.get(id),
    source: (id) => sources.get(id),
  }
}

function readNote(
  file: string,
  text: string,
  parse: (text: string) => unknown,
  problems: string[],
): Note | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text)
  if (!match?.[1]) {
    problems.push(`${file}: does not start with front matter between two lines of ---.`)
    return undefined
  }
  let front: unknown
  try {
    front = parse(match[1])
  } catch (error) {
    problems.push(
      `${file}: the front matter is not valid YAML (${error instanceof Error ? error.message.split('\n')[0] : error}).`,
    )
    return undefined
  }
  const result = NoteSchema.safeParse(front)
  if (!result.success) {
    for (const issue of result.error.issues)
      problems.push(`${file}: ${issue.path.join('.') || 'front matter'} ${issue.message}.`)
    return undefined
  }
  if (`${result.data.id}.md` !== basename(file))
    problems.push(`${file}: the id is ${result.data.id}; file name and id must agree.`)
  return { ...result.data, body: (match[2] ?? '').trim() }
}

function unique<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  kind: string,
  problems: string[],
): Map<string, T> {
  const byId = new Map<string, T>()
  for (const item of items) {
    if (byId.has(idOf(item))) problems.push(`the ${kind} id ${idOf(item)} is used twice.`)
    byId.set(idOf(item), item)
  }
  return byId
}

function sourcesOf(notes: readonly Note[]): Map<string, Source> {
  const sources = new Map<string, Source>()
  const plain = ({ title, authors, year, url }: Source): Source => ({
    title,
    authors,
    year,
    ...(url === undefined ? {} : { url }),
  })
  for (const note of notes) {
    for (const { id, title, authors, year, url } of note.sources)
      sources.set(id, plain({ title, authors, year, ...(url === undefined ? {} : { url }) }))
  }
  for (const { id, title, authors, year, url } of notes)
    sources.set(id, plain({ title, authors, year, ...(url === undefined ? {} : { url }) }))
  return sources
}

function deadLinks(
  note: Note,
  notes: ReadonlyMap<string, Note>,
  sources: ReadonlyMap<string, Source>,
): string[] {
  const linked = [...note.supersedes, ...note.disagrees_with]
    .filter((id) => !notes.has(id))
    .map((id) => `${note.id}.md: there is no note ${id}.`)
  const cited = note.claims.flatMap((c) =>
    c.source === undefined || sources.has(c.source)
      ? []
      : [`${note.id}.md: claim ${c.id} cites ${c.source}, which is no source.`],
  )
  return [...linked, ...cited]
}
