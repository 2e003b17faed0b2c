import type { Service } from './http-sentences.ts'

export const LITELLM: Service = { name: 'LiteLLM', keyName: 'LITELLM_API_KEY' }
/** Spend is written within seconds, so a day is settled when it is over. */
export const SETTLE_DAYS = 0
/** Differences below a nano-dollar are the proxy's own float sums. */
export const SMALLEST_ATTO = 1_000_000_000n
