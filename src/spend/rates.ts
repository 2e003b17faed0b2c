/** List prices of a model on a day, nano-units per million tokens. */
export type NanoRates = Readonly<{
  input: bigint
  output: bigint
  cacheRead?: bigint
  cacheWrite?: bigint
  /** Share of the usual price that batch work pays, 0 to 1; absent where there is no batch price. */
  batchMultiplier?: number
}>

/** Looks a list price up, in the currency of the charges; undefined where there is none. */
export type RatesOf = (
  provider: string,
  model: string,
  day: string,
  currency: string,
) => NanoRates | undefined

/** Cost of tokens at a price per million, nano-units. */
export function costAt(tokens: number, perMillion: bigint): bigint {
  return (BigInt(Math.round(tokens)) * perMillion) / 1_000_000n
}
