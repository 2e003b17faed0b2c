import { createRequire } from 'node:module'
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory'
import { BM25Retriever } from '@langchain/community/retrievers/bm25'
import { Document } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import { create, insertMultiple, search } from '@orama/orama'
import MiniSearch from 'minisearch'
import createWink from 'wink-bm25-text-search'
import { analyse } from '../src/retrieval/analyse.ts'
import { createBm25 } from '../src/retrieval/bm25.ts'
import { USUAL_SHARE } from '../src/retrieval/calibration.ts'
import { fuse } from '../src/retrieval/fuse.ts'
import { embed, type LatentSpace, trainLatentSpace } from '../src/retrieval/lsa.ts'
import { exactIndex } from '../src/retrieval/vector-index.ts'
import type { Collection } from './collections.ts'

/** A search engine over one collection: ids, best first. */
export type Search = (query: string) => Promise<readonly string[]>
export type Engine = Readonly<{
  name: string
  build: (documents: Collection['documents']) => Promise<Search>
}>

const DEEP = 100

type Documents = Collection['documents']

const keywords = (documents: Documents) => {
  const bm25 = createBm25(
    documents.map(({ title, text }) => ({
      all: analyse(`${title} ${text}`, 'document'),
      title: analyse(title, 'document'),
    })),
    { all: { k1: 1, b: 0.85, weight: 1 }, title: { k1: 1.2, b: 0.5, weight: 0.4 } },
  )
  return (query: string) => {
    const tokens = analyse(query, 'query')
    return bm25.top({ all: tokens, title: tokens }, DEEP)
  }
}

const ours: Engine = {
  name: 'Rightsize BM25 and analyser',
  build: async (documents) => {
    const search = keywords(documents)
    return async (query) => search(query).map((s) => documents[s.document]?.id ?? '')
  },
}

/** The latent space of a collection, learned as the shipped one is learned from the notes. */
class CollectionEmbeddings extends Embeddings {
  readonly space: LatentSpace
  constructor(documents: Documents) {
    super({})
    this.space = trainLatentSpace(
      documents.map((d) => analyse(textOf(d), 'document')),
      DIMENSIONS,
    )
  }
  override async embedQuery(text: string): Promise<number[]> {
    return [...embed(this.space, analyse(text, 'query'))]
  }
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => [...embed(this.space, analyse(text, 'document'))])
  }
}

/** Dimensions of the latent space, and the vectors' share where both legs are fused, as in the product. */
const DIMENSIONS = 64
const SHARE = USUAL_SHARE
const textOf = ({ title, text }: Documents[number]) => `${title} ${text}`

const both: Engine = {
  name: 'Rightsize BM25 and latent space, fused',
  build: async (documents) => {
    const search = keywords(documents)
    const embeddings = new CollectionEmbeddings(documents)
    const rows = await embeddings.embedDocuments(documents.map(textOf))
    const { dimensions } = embeddings.space
    const index = exactIndex({ dimensions, values: Float32Array.from(rows.flat()) })
    return async (query) => {
      const near = await index.search(await embeddings.embedQuery(query), DEEP)
      return fuse(search(query), near, SHARE)
        .slice(0, DEEP)
        .map((s) => documents[s.document]?.id ?? '')
    }
  },
}

const vectorStore: Engine = {
  name: 'LangChain MemoryVectorStore, same latent space',
  build: async (documents) => {
    const store = await MemoryVectorStore.fromDocuments(
      documents.map((d) => new Document({ pageContent: textOf(d), metadata: { id: d.id } })),
      new CollectionEmbeddings(documents),
    )
    return async (query) =>
      (await store.similaritySearch(query, DEEP)).map((d) => String(d.metadata.id))
  },
}

type WinkToken = { out: (what: unknown) => unknown }

/** What wink's own page prepares text with: words without stop words, stemmed, negation marked. */
function winkWords(): (text: string) => string[] {
  // What prepares the words comes with wink-bm25 and is found from there.
  const load = createRequire(createRequire(import.meta.url).resolve('wink-bm25-text-search'))
  const nlp = load('wink-nlp')(load('wink-eng-lite-web-model'))
  const { its } = nlp
  return (text) => {
    const words: string[] = []
    nlp
      .readDoc(text)
      .tokens()
      .filter((t: WinkToken) => t.out(its.type) === 'word' && !t.out(its.stopWordFlag))
      .each((t: WinkToken) => {
        words.push(`${t.out(its.negationFlag) ? '!' : ''}${t.out(its.stem)}`)
      })
    return words
  }
}

const wink = (name: string, prepare: () => (text: string) => string[]): Engine => ({
  name,
  build: async (documents) => {
    const engine = createWink()
    engine.defineConfig({ fldWeights: { title: 1, text: 2 } })
    engine.definePrepTasks([prepare()])
    documents.forEach(({ title, text }, i) => {
      engine.addDoc({ title, text }, i)
    })
    engine.consolidate()
    return async (query) =>
      engine.search(query, DEEP).map(([at]) => documents[Number(at)]?.id ?? '')
  },
})

const miniSearch = (name: string, tokenize?: (text: string) => string[]): Engine => ({
  name,
  build: async (documents) => {
    const index = new MiniSearch({
      fields: ['title', 'text'],
      ...(tokenize ? { tokenize, processTerm: (term: string) => term } : {}),
    })
    index.addAll(documents)
    return async (query) =>
      index
        .search(query)
        .slice(0, DEEP)
        .map((r) => String(r.id))
  },
})

const orama = (name: string, tokenize?: (text: string) => string[]): Engine => ({
  name,
  build: async (documents) => {
    const db = create({
      schema: { id: 'string', title: 'string', text: 'string' } as const,
      ...(tokenize
        ? {
            components: {
              tokenizer: { language: 'english', normalizationCache: new Map(), tokenize },
            },
          }
        : {}),
    })
    await insertMultiple(db, [...documents])
    return async (query) =>
      (await search(db, { term: query, properties: ['title', 'text'], limit: DEEP })).hits.map(
        (hit) => hit.document.id,
      )
  },
})

const langChain: Engine = {
  name: 'LangChain BM25Retriever',

  build: async (documents) => {
    const retriever = BM25Retriever.fromDocuments(
      documents.map(
        ({ id, title, text }) =>
          new Document({ pageContent: `${title} ${text}`, metadata: { id } }),
      ),
      { k: DEEP },
    )
    return async (query) => (await retriever.invoke(query)).map((d) => String(d.metadata.id))
  },
}

export const ENGINES: readonly Engine[] = [
  ours,
  both,
  miniSearch('MiniSearch 7'),
  miniSearch('MiniSearch 7 with our analyser', (text) => analyse(text, 'document')),
  orama('Orama 3'),
  orama('Orama 3 with our analyser', (text) => analyse(text, 'document')),
  wink('wink-bm25', winkWords),
  wink('wink-bm25 with our analyser', () => (text) => analyse(text, 'document')),
  langChain,
  vectorStore,
]
