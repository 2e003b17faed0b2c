/** Prices of one model at one provider and time, in US dollars per million tokens. */
export type TokenPrice = Readonly<{
  input: number
  output: number
  cacheRead?: number
  cacheWrite?: number
  /** Above this many prompt tokens (input + cache reads + cache writes) the whole request pays these rates. */
  longPrompt?: Readonly<{ aboveTokens: number; input: number; output: number; cacheRead?: number }>
  /** Share of the normal price paid for batch work, e.g. 0.5; absent where no batch tier is published. */
  batchMultiplier?: number
}>

/** Tokens of one request. `input` counts all prompt tokens, those read from or written to the cache included. */
export type RequestTokens = Readonly<{
  input: number
  cachedInput: number
  cacheWrites?: number
  output: number
}>
