import type { z } from 'zod'

/** What a language model is asked for; the first two go to the small model, `word` to the larger one. */
export type Purpose = 'understand' | 'plan' | 'word'

/** Who is served; budgets are counted by person, by channel and as a whole. */
export type Served = Readonly<{ tenant: string; person: string; channel: string }>

/** What one call used; what is absent is unknown, never nothing. */
export type ModelUse = Readonly<{
  purpose: Purpose
  /** Provider and model as configured, e.g. `openai` and `gpt-6-luna`. */
  provider: string
  model: string
  /** Tokens of the prompt, those read from the provider's cache included. */
  inputTokens?: number
  cachedTokens?: number
  outputTokens?: number
  /** List price in USD, nano-units. */
  nano?: bigint
  /** Milliseconds that the asker waited for it. */
  ms: number
}>

/** Why there is nothing of a model's; the deterministic answer stands then. */
export type ModelFailure =
  /** The person, the channel or the month has no money left, or the model has no known price. */
  | 'budget'
  /** Too many questions at once. */
  | 'busy'
  | 'timeout'
  /** The provider answers with errors, or did so often that it is left alone for a while. */
  | 'unavailable'
  /** The model declined. */
  | 'declined'
  /** What came back has not the shape that was asked for. */
  | 'malformed'

export type Asked<T> = Readonly<{ uses: readonly ModelUse[] }> &
  (Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; why: ModelFailure }>)

export type ModelRequest = Readonly<{
  purpose: Purpose
  who: Served
  /** What the product wants; holds nothing that a person or a note wrote. */
  system: string
  /** What people and notes wrote, by name; it reaches the model marked as data. */
  data: Readonly<Record<string, string>>
  /** Milliseconds that the asker can still wait. */
  within: number
  /** Told when the call has to wait for its turn. */
  waits?: () => void
}>

/** A read-only tool: its arguments are checked by `shape` before it runs. */
export type ModelTool<T = unknown> = Readonly<{
  name: string
  description: string
  shape: z.ZodType<T>
  /** What is told to the model of the outcome; faults of arguments are told as sentences too. */
  run: (args: T) => Promise<string>
}>

/** A language model as the use cases see it. Nothing here throws; money and time are bounded. */
export type LanguageModel = Readonly<{
  /** One value of a shape. */
  ask: <T>(request: ModelRequest & Readonly<{ shape: z.ZodType<T> }>) => Promise<Asked<T>>
  /** Lets the model use tools, at most so often; gives how often it did. */
  useTools: (
    request: ModelRequest & Readonly<{ tools: readonly ModelTool[]; most: number }>,
  ) => Promise<Asked<number>>
}>
