import { blockProblems } from '../block-kit/validate.ts'
import type { Json, Store } from './store.ts'

/** The fields of a Web API call. */
export type Body = Json
export type Reply = Readonly<{ ok: boolean; [key: string]: unknown }>
/** One Web API method over the store. */
export type Method = (body: Body, store: Store) => Reply

/** The blocks of a call; those without an id get one, as Slack gives them. Throws SyntaxError on bad JSON. */
export function blocksOf(b: Body): Json[] {
  const value: unknown = typeof b.blocks === 'string' ? JSON.parse(b.blocks) : b.blocks
  return Array.isArray(value) ? value.map(identified) : []
}

/** A view as given, its blocks with ids. Throws SyntaxError on bad JSON. */
export function viewOf(b: Body): Json {
  const view = (typeof b.view === 'string' ? JSON.parse(b.view) : b.view) as Json | undefined
  return { ...view, blocks: Array.isArray(view?.blocks) ? view.blocks.map(identified) : [] }
}

function identified(block: unknown, i: number): Json {
  return typeof block === 'object' && block !== null
    ? { block_id: `b${i}`, ...block }
    : (block as Json)
}

/** Slack's refusal of blocks it would not take, or undefined when they are fine. */
export function refused(blocks: readonly Json[]): Reply | undefined {
  const problems = blockProblems(blocks)
  return problems.length === 0
    ? undefined
    : { ...fail('invalid_blocks'), ...problemsAt('', problems) }
}

/** What is wrong with the blocks of a message, or with a view, and where, as Slack tells it. */
export function problemsAt(pointer: '' | '/view', problems: readonly string[]) {
  const where = (problem: string) => {
    const block = /^block (\d+)/.exec(problem)?.[1]
    return block === undefined ? pointer || '/blocks' : `${pointer}/blocks/${block}`
  }
  const messages = problems.map((p) => `[ERROR] ${p} [json-pointer:${where(p)}]`)
  return { errors: problems, response_metadata: { messages } }
}

/** A field as text; absent is empty. */
export function text(b: Body, key: string): string {
  const value = b[key]
  return value === undefined || value === null ? '' : String(value)
}

/** A field that is a list, as a value or as JSON. Throws SyntaxError on bad JSON. */
export function listOf(b: Body, key: string): readonly unknown[] {
  const value: unknown = typeof b[key] === 'string' ? JSON.parse(String(b[key]) || '[]') : b[key]
  return Array.isArray(value) ? value : []
}

export function fail(error: string): Reply {
  return { ok: false, error }
}

/** The client sends forms, respond() sends JSON; both become plain fields. */
export async function readBody(body: unknown): Promise<Body> {
  if (body === undefined || body === null) return {}
  const raw =
    typeof body === 'string'
      ? body
      : await new Response(body as NonNullable<RequestInit['body']>).text()
  if (raw.startsWith('{')) return JSON.parse(raw) as Body
  return Object.fromEntries(
    [...new URLSearchParams(raw)].map(([key, value]) => [
      key,
      key === 'metadata' ? JSON.parse(value) : value,
    ]),
  )
}

/** The bytes of an upload, sent bare or as the one file of a form. */
export async function readBytes(body: RequestInit['body'] | undefined): Promise<Buffer> {
  const files = body instanceof FormData ? [...body.values()] : []
  const file = files.find((value) => value instanceof Blob)
  return Buffer.from(await new Response(file ?? body ?? null).arrayBuffer())
}
