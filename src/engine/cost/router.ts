import { requireWithin } from '../domain.ts'

/** A router that sends each request to one of two models. */
export type Routed = Readonly<{
  /** Share of requests that goes to the strong model. */
  strongShare: number
  weakUsd: number
  strongUsd: number
  routerUsd: number
}>

/**
 * Cost of a routed request in USD, and the share saved against sending all to the strong model.
 * Source: definitions of https://arxiv.org/abs/2406.18665.
 * Example: 13.4 % strong at $24.7, weak $0.24 (per million tokens), free router -> $3.518, 85.8 % saved.
 */
export function routerUsdPerRequest({ strongShare, weakUsd, strongUsd, routerUsd }: Routed): {
  usdPerRequest: number
  savedShare: number
} {
  requireWithin('strongShare', strongShare, 0, 1, 'share')
  requireWithin('weakUsd', weakUsd, 0, 1e6, 'USD')
  requireWithin('strongUsd', strongUsd, Number.MIN_VALUE, 1e6, 'USD')
  requireWithin('routerUsd', routerUsd, 0, 1e6, 'USD')
  const usdPerRequest = routerUsd + strongShare * strongUsd + (1 - strongShare) * weakUsd
  return { usdPerRequest, savedShare: 1 - usdPerRequest / strongUsd }
}
