import { Embeddings } from '@langchain/core/embeddings'
import { z } from 'zod'

export type OpenAiCompatible = Readonly<{
  /** Address up to and with `/v1`. */
  baseUrl: string
  model: string
  apiKey?: string | undefined
  dimensions?: number | undefined
  /** Put before questions and before documents; e5 models need "query: " and "passage: ". */
  queryPrefix?: string | undefined
  documentPrefix?: string | undefined
}>

const Reply = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })),
})

/** Longest wait for one batch; questions have a shorter limit of their own. */
const TIME_OUT_MS = 30_000

/** Embeddings over the `/embeddings` endpoint that OpenAI, Ollama, vLLM, LM Studio and TEI share. */
export class OpenAiCompatibleEmbeddings extends Embeddings {
  private readonly options: OpenAiCompatible

  constructor(options: OpenAiCompatible) {
    super({ maxRetries: 2 })
    this.options = options
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector = []] = await this.request([`${this.options.queryPrefix ?? ''}${text}`])
    return vector
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const prefix = this.options.documentPrefix ?? ''
    return this.caller.call(() => this.request(texts.map((text) => `${prefix}${text}`)))
  }

  /** Throws a sentence without the key or the texts when the server does not answer with one vector a text. */
  private async request(input: readonly string[]): Promise<number[][]> {
    const { baseUrl, model, apiKey, dimensions } = this.options
    const response = await fetch(`${baseUrl.replace(/\/$/, '')}/embeddings`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, input, ...(dimensions === undefined ? {} : { dimensions }) }),
      signal: AbortSignal.timeout(TIME_OUT_MS),
    })
    if (!response.ok)
      throw new Error(`The embeddings server answered with status ${response.status}.`)
    const parsed = Reply.safeParse(await response.json().catch(() => undefined))
    if (!parsed.success || parsed.data.data.length !== input.length)
      throw new Error('The embeddings server did not send one vector for each text.')
    return [...parsed.data.data].sort((a, b) => a.index - b.index).map((row) => row.embedding)
  }
}
