import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readQuestions } from '../eval/questions.ts'
import { prepareNotes } from '../src/knowledge.ts'

/** A third-party retrieval collection: documents, questions, and per question its relevant documents with grades. */
export type Collection = Readonly<{
  name: string
  documents: readonly Readonly<{ id: string; title: string; text: string }>[]
  queries: readonly Readonly<{ id: string; text: string }>[]
  relevant: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Whether any one of the relevant documents is all that is wanted. */
  anyOne?: true
}>

const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, string>)

/** Collections in the layout of BEIR: `corpus.jsonl`, `queries.jsonl`, `qrels.tsv`. */
function beir(folder: string, name: string): Collection {
  const relevant = new Map<string, Map<string, number>>()
  for (const line of readFileSync(join(folder, name, 'qrels.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)) {
    const [query = '', document = '', grade] = line.split('\t')
    if (Number(grade) <= 0) continue
    relevant.set(query, (relevant.get(query) ?? new Map()).set(document, Number(grade)))
  }
  return {
    name,
    documents: lines(join(folder, name, 'corpus.jsonl')).map((d) => ({
      id: d._id ?? '',
      title: d.title ?? '',
      text: d.text ?? '',
    })),
    queries: lines(join(folder, name, 'queries.jsonl'))
      .map((q) => ({ id: q._id ?? '', text: q.text ?? '' }))
      .filter((q) => relevant.has(q.id)),
    relevant,
  }
}

type KorQuad = {
  data: {
    title: string
    paragraphs: { context: string; qas: { id: string; question: string }[] }[]
  }[]
}
const KORQUAD_QUERIES = 1000

/** KorQuAD as paragraph search: each question's paragraph is its one relevant document; a fixed thousand of questions. */
function korquad(folder: string): Collection {
  const { data } = JSON.parse(
    readFileSync(join(folder, 'korquad', 'KorQuAD_v1.0_dev.json'), 'utf8'),
  ) as KorQuad
  const paragraphs = data.flatMap(({ title, paragraphs }, a) =>
    paragraphs.map(({ context, qas }, p) => ({ id: `${a}-${p}`, title, text: context, qas })),
  )
  const asked = paragraphs
    .flatMap(({ id, qas }) => qas.map((q) => ({ id: q.id, text: q.question, document: id })))
    .sort((a, b) => fnv(a.id) - fnv(b.id))
  return {
    name: 'korquad',
    documents: paragraphs,
    queries: asked.slice(0, KORQUAD_QUERIES),
    relevant: new Map(asked.map(({ id, document }) => [id, new Map([[document, 1]])])),
  }
}

/** 32-bit FNV-1a, for an order that is the same everywhere. */
function fnv(text: string): number {
  let hash = 2166136261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  return hash >>> 0
}

/** Our own notes and evaluation questions: everything a note says, against the notes any of which answers. */
function evaluation(): Collection {
  const { notes } = prepareNotes({ KNOWLEDGE_DIR: undefined }).corpus
  const ids = new Set(notes.map((n) => n.id))
  const asked = readQuestions().filter((q) => q.sources.some((id) => ids.has(id)))
  return {
    name: 'evaluation',
    documents: notes.map((n) => ({
      id: n.id,
      title: `${n.title} ${n.title_ko}`,
      text: [
        ...[n.gist_en, n.gist_ko, n.body, ...n.questions_en, ...n.questions_ko],
        ...n.claims.flatMap((c) => [c.text_en, c.text_ko]),
      ].join('\n'),
    })),
    queries: asked.map((q) => ({ id: q.id, text: q.question })),
    relevant: new Map(asked.map((q) => [q.id, new Map(q.sources.map((id) => [id, 1]))])),
    anyOne: true,
  }
}

/** Our own, then those that lie in the folder named by `BENCH_DATA`; each is read when it is asked for. */
export function collections(
  folder: string | undefined,
): readonly Readonly<{ name: string; load: () => Collection }>[] {
  const own = { name: 'evaluation', load: evaluation }
  if (folder === undefined) return [own]
  const ir = existsSync(join(folder, 'ir')) ? join(folder, 'ir') : folder
  return [
    own,
    ...['scifact', 'cranfield'].map((name) => ({ name, load: () => beir(ir, name) })),
    { name: 'korquad', load: () => korquad(ir) },
  ].filter(({ name }) => name === own.name || existsSync(join(ir, name)))
}
