import { Embeddings } from '@langchain/core/embeddings'

type Extractor = (
  texts: string[],
  options: { pooling: 'mean'; normalize: true },
) => Promise<{ tolist: () => number[][] }>

/** The part of `@huggingface/transformers` that is used; the package is the user's to install. */
type Transformers = Readonly<{
  env: { allowRemoteModels: boolean; localModelPath: string }
  pipeline: (task: 'feature-extraction', model: string) => Promise<Extractor>
}>

export type LocalModel = Readonly<{
  /** Folder that holds the model's folder; nothing is ever downloaded. */
  modelPath: string
  model: string
  queryPrefix?: string | undefined
  documentPrefix?: string | undefined
}>

const PACKAGE = '@huggingface/transformers'

/** Embeddings of a model in a local folder, computed in this process. */
export class TransformersEmbeddings extends Embeddings {
  private readonly extractor: Extractor
  private readonly options: LocalModel

  private constructor(extractor: Extractor, options: LocalModel) {
    super({})
    this.extractor = extractor
    this.options = options
  }

  /** Throws a sentence when the package or the model is missing. */
  static async load(options: LocalModel): Promise<TransformersEmbeddings> {
    const library = (await import(PACKAGE).catch(() => undefined)) as Transformers | undefined
    if (!library)
      throw new Error(
        `EMBEDDINGS=transformers needs the package ${PACKAGE}: npm install ${PACKAGE}, or choose another EMBEDDINGS.`,
      )
    library.env.allowRemoteModels = false
    library.env.localModelPath = options.modelPath
    try {
      const extractor = await library.pipeline('feature-extraction', options.model)
      return new TransformersEmbeddings(extractor, options)
    } catch (error) {
      throw new Error(
        `The model ${options.model} cannot be loaded from ${options.modelPath} (${error instanceof Error ? error.message : error}).`,
      )
    }
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector = []] = await this.extract([`${this.options.queryPrefix ?? ''}${text}`])
    return vector
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    const prefix = this.options.documentPrefix ?? ''
    return this.extract(texts.map((text) => `${prefix}${text}`))
  }

  private async extract(texts: string[]): Promise<number[][]> {
    return (await this.extractor(texts, { pooling: 'mean', normalize: true })).tolist()
  }
}
