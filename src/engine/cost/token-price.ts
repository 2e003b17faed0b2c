/** Prices in US dollars per million tokens. */
export type TokenRates = Readonly<{
  input: number
  output: number
  /** Absent: read from or written to the cache at the input price. */
  cacheRead?: number
  cacheWrite?: number
}>

/** Prices of one model at one provider and time. */
export type TokenPrice = TokenRates &
  Readonly<{
    /** Above this many prompt tokens (input + cache reads + cache writes) the whole request pays these rates. */
    longPrompt?: TokenRates & Readonly<{ aboveTokens: number }>
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

/** The same price with every rate changed, the long-prompt tier's too; thresholds and batch share stay. */
export function withRates(price: TokenPrice, change: (usd: number) => number): TokenPrice {
  const { longPrompt } = price
  return {
    ...price,
    ...changed(price, change),
    ...(longPrompt ? { longPrompt: { ...longPrompt, ...changed(longPrompt, change) } } : {}),
  }
}

function changed(rates: TokenRates, change: (usd: number) => number): TokenRates {
  const { input, output, cacheRead, cacheWrite } = rates
  return {
    input: change(input),
    output: change(output),
    ...(cacheRead === undefined ? {} : { cacheRead: change(cacheRead) }),
    ...(cacheWrite === undefined ? {} : { cacheWrite: change(cacheWrite) }),
  }
}
