import { Embeddings } from '@langchain/core/embeddings'
import type { Concepts } from './concepts.ts'
import { queryFields, vectorTokens } from './documents.ts'
import { embed, type LatentSpace } from './lsa.ts'

/** The latent space in LangChain's shape, so that any other `Embeddings` can take its place. */
export class LsaEmbeddings extends Embeddings {
  private readonly space: LatentSpace
  private readonly concepts: Concepts

  constructor(space: LatentSpace, concepts: Concepts) {
    super({})
    this.space = space
    this.concepts = concepts
  }

  override async embedQuery(text: string): Promise<number[]> {
    return [...embed(this.space, vectorTokens(queryFields(text, this.concepts)))]
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)))
  }
}
