import { mkdtemp } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chooseEmbeddings } from '../../src/embeddings/choose.ts'
import { prepareNotes } from '../../src/knowledge.ts'
import { createDenseSearch, type VectorSource } from '../../src/retrieval/dense-search.ts'
import { buildIndex, openIndex } from '../../src/retrieval/index-store.ts'
import { prepare } from '../../src/retrieval/prepare.ts'
import { createRetriever } from '../../src/retrieval/retriever.ts'

type Asked = { model: string; input: string[]; dimensions?: number }
let asked: (Asked & { key: string | undefined })[] = []
let status = 200
let answering = true

/** A server of embeddings that counts a text's letters a to h. */
const server = createServer(async (request, response) => {
  if (!answering) return
  const body = JSON.parse(await textOf(request)) as Asked
  asked.push({ ...body, key: request.headers.authorization })
  const data = body.input.map((text, index) => ({ index, embedding: letters(text) }))
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ data: data.reverse() }))
})
const letters = (text: string) =>
  [...'abcdefgh'].map((c) => text.toLowerCase().split(c).length - 0.5)
const textOf = async (request: IncomingMessage) => {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

const weight = { bias: 0, top: 0, carried: 0, known: 0, concepts: 0, foreign: 0, words: 0 }
const weights = { en: weight, ko: weight }
const prepared = prepareNotes({ KNOWLEDGE_DIR: undefined })
let provider: VectorSource

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const chosen = await chooseEmbeddings({
    EMBEDDINGS: 'openai-compatible',
    EMBEDDINGS_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    EMBEDDINGS_MODEL: 'letters',
    EMBEDDINGS_API_KEY: 'key-1',
    EMBEDDINGS_DOC_PREFIX: 'passage: ',
    EMBEDDINGS_QUERY_PREFIX: 'query: ',
  })
  if (!chosen) throw new Error('no provider was chosen')
  provider = chosen
})
const fail = (how: 'silent' | 'broken') => {
  answering = how !== 'silent'
  status = 500
}
beforeEach(() => {
  asked = []
  status = 200
  answering = true
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('vectors of an OpenAI-compatible server', () => {
  it('are asked for once, with model, key and prefix, and again only for what changed', async () => {
    const directory = join(await mkdtemp(join(tmpdir(), 'rightsize-vectors-')), 'index')
    const shares: number[] = []
    await buildIndex(directory, prepared, provider, (share) => shares.push(share))
    expect(shares).toHaveLength(asked.length)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    const texts = asked.flatMap((a) => a.input)
    expect(texts).toHaveLength(prepared.chunks.length)
    expect(texts.every((text) => text.startsWith('passage: '))).toBe(true)
    expect(asked[0]).toMatchObject({ model: 'letters', key: 'Bearer key-1' })
    asked = []
    const [first, ...others] = prepared.corpus.notes
    const edited = {
      ...prepared.corpus,
      version: 'edited',
      notes: first ? [{ ...first, body: 'New.' }, ...others] : [],
    }
    await buildIndex(directory, prepare(edited, prepared, weights), provider)
    expect(asked.flatMap((a) => a.input)).toHaveLength(1)
  })
  it('serve questions, and their share follows the weight', async () => {
    const opened = await openIndex('nowhere', prepared, provider)
    const dense = createDenseSearch(opened.source, opened.vectors, 0.5)
    const { mode, passages } = await createRetriever(prepared, opened.thresholds, dense).search(
      'Did Chinchilla overturn Kaplan?',
    )
    expect(mode).toBe('hybrid')
    expect(passages.length).toBeGreaterThan(0)
    expect(asked.at(-1)?.input).toEqual(['query: Did Chinchilla overturn Kaplan?'])
  })
  it.each([
    ['does not answer in time', () => fail('silent')],
    ['answers with an error', () => fail('broken')],
  ])('leave the keyword search to answer when the server %s', async (_, breakServer) => {
    const opened = await openIndex('nowhere', prepared, provider)
    const dense = createDenseSearch(opened.source, opened.vectors, 0.5, 50)
    breakServer()
    const { mode, passages } = await createRetriever(prepared, opened.thresholds, dense).search(
      'Did Chinchilla overturn Kaplan?',
    )
    expect(mode).toBe('keyword-for-now')
    expect(passages.map((p) => p.note.id)).toContain('hoffmann-2022')
  })
})

describe('a local model', () => {
  it('asks for its package by name where it is not installed', async () =>
    expect(
      chooseEmbeddings({
        EMBEDDINGS: 'transformers',
        EMBEDDINGS_MODEL: 'multilingual-e5-small',
        EMBEDDINGS_MODEL_PATH: 'models',
      }),
    ).rejects.toThrow('npm install @huggingface/transformers'))
})
