import { BM25Retriever } from '@langchain/community/retrievers/bm25'
import { Document } from '@langchain/core/documents'
import { create, insertMultiple, search } from '@orama/orama'
import MiniSearch from 'minisearch'
import { analyse } from '../src/retrieval/analyse.ts'
import { createBm25 } from '../src/retrieval/bm25.ts'
import type { Collection } from './collections.ts'

/** A search engine over one collection: ids, best first. */
export type Search = (query: string) => Promise<readonly string[]>
export type Engine = Readonly<{
  name: string
  /** Questions asked at most; fewer for engines that take a tenth of a second each. */
  most?: number
  build: (documents: Collection['documents']) => Promise<Search>
}>

const DEEP = 100

const ours: Engine = {
  name: 'Rightsize BM25 and analyser',
  build: async (documents) => {
    const bm25 = createBm25(
      documents.map(({ title, text }) => ({
        all: analyse(`${title} ${text}`, 'document'),
        title: analyse(title, 'document'),
      })),
      { all: { k1: 1, b: 0.85, weight: 1 }, title: { k1: 1.2, b: 0.5, weight: 0.4 } },
    )
    return async (query) => {
      const tokens = analyse(query, 'query')
      return bm25
        .top({ all: tokens, title: tokens }, DEEP)
        .map((s) => documents[s.document]?.id ?? '')
    }
  },
}

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
  most: 60,
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
  miniSearch('MiniSearch 7'),
  miniSearch('MiniSearch 7 with our analyser', (text) => analyse(text, 'document')),
  orama('Orama 3'),
  orama('Orama 3 with our analyser', (text) => analyse(text, 'document')),
  langChain,
]
