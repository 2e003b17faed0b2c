import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Chunk, chunkText } from './chunks.ts'
import type { VectorSource } from './dense-search.ts'
import { vectorTokens } from './documents.ts'
import { embed, type LatentSpace, trainLatentSpace } from './lsa.ts'
import type { Vectors } from './vector-index.ts'

/** Chunks as vectors; `keys` name the chunks so that unchanged ones need no new vector. */
export type Embedded = Readonly<{
  /** Id of the source that made them. */
  source: string
  vectors: Vectors
  keys: readonly string[]
  /** Only where they come from a space learned from the chunks. */
  space?: LatentSpace
}>

/** How many dimensions the latent space has, corpus permitting. */
const DIMENSIONS = 64
/** How many texts a provider is sent at once. */
const BATCH = 64

/** Learns a space from the chunks and places them in it. */
export function trainOnChunks(chunks: readonly Chunk[]): Embedded {
  const texts = chunks.map((chunk) => vectorTokens(chunk.fields))
  const space = trainLatentSpace(texts, DIMENSIONS)
  const values = new Float32Array(texts.length * space.dimensions)
  texts.forEach((tokens, i) => {
    values.set(embed(space, tokens), i * space.dimensions)
  })
  const vectors = { dimensions: space.dimensions, values }
  return { source: 'lsa', vectors, keys: chunks.map(keyOf), space }
}

/**
 * Asks a provider for the vectors of the chunks, as unit vectors; those of `before` are used again.
 * `told` hears which share of those that are missing is there, from 0 to 1.
 * Throws what the provider throws, or a sentence when its vectors have no one length.
 */
export async function embedChunks(
  chunks: readonly Chunk[],
  { id, embeddings }: VectorSource,
  before?: Embedded,
  told: (share: number) => void = () => undefined,
): Promise<Embedded> {
  const known = before?.source === id ? rowsByKey(before) : new Map<string, readonly number[]>()
  const missing = chunks.filter((chunk) => !known.has(keyOf(chunk)))
  for (let i = 0; i < missing.length; i += BATCH) {
    const batch = missing.slice(i, i + BATCH)
    const made = await embeddings.embedDocuments(batch.map(chunkText))
    batch.forEach((chunk, j) => {
      known.set(keyOf(chunk), unit(made[j] ?? []))
    })
    told((i + batch.length) / missing.length)
  }
  const keys = chunks.map(keyOf)
  const rows = keys.map((key) => known.get(key) ?? [])
  const dimensions = rows[0]?.length ?? 0
  if (dimensions === 0 || rows.some((row) => row.length !== dimensions))
    throw new Error(`The embeddings of ${id} do not all have the same length.`)
  return { source: id, vectors: { dimensions, values: Float32Array.from(rows.flat()) }, keys }
}

function rowsByKey({ keys, vectors }: Embedded): Map<string, readonly number[]> {
  const { dimensions, values } = vectors
  return new Map(
    keys.map((key, i) => [key, [...values.subarray(i * dimensions, (i + 1) * dimensions)]]),
  )
}

function keyOf(chunk: Chunk): string {
  return createHash('sha256').update(chunkText(chunk)).digest('hex').slice(0, 32)
}

function unit(vector: readonly number[]): number[] {
  const norm = Math.hypot(...vector) || 1
  return vector.map((x) => x / norm)
}

const HEADER = 'vectors.json'
const VALUES = 'vectors.f32'
const BASIS = 'basis.f32'
type Header = Readonly<{
  source: string
  dimensions: number
  keys: readonly string[]
  /** Terms of the space, in the order of its rows. */
  terms?: readonly string[]
}>

export async function writeEmbedded(directory: string, embedded: Embedded): Promise<void> {
  const { source, vectors, keys, space } = embedded
  const { dimensions } = vectors
  const header: Header = {
    source,
    dimensions,
    keys,
    ...(space && { terms: [...space.terms.keys()] }),
  }
  await writeFile(join(directory, HEADER), JSON.stringify(header))
  await writeFile(join(directory, VALUES), bytesOf(vectors.values))
  if (space) await writeFile(join(directory, BASIS), bytesOf(space.basis))
}

/** Reads what `writeEmbedded` wrote; undefined where a file is missing or unreadable. */
export async function readEmbedded(directory: string): Promise<Embedded | undefined> {
  try {
    const header = JSON.parse(await readFile(join(directory, HEADER), 'utf8')) as Header
    const { source, dimensions, keys, terms } = header
    const vectors = { dimensions, values: floatsOf(await readFile(join(directory, VALUES))) }
    if (!terms) return { source, vectors, keys }
    const basis = floatsOf(await readFile(join(directory, BASIS)))
    const rows = new Map(terms.map((term, row) => [term, row]))
    return { source, vectors, keys, space: { dimensions, terms: rows, basis } }
  } catch {
    return undefined
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function floatsOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.slice().buffer)
}
