import { requireWithin } from '../domain.ts'

/**
 * What a month of the cheaper of two options saves, USD: (dearer - cheaper) x requests. Negative when
 * the option called dearer is not.
 * Source: arithmetic. Example: $0.009 against $0.00009, 200,000 requests -> $1,782.
 */
export function monthlySaving(dearerUsd: number, cheaperUsd: number, requests: number): number {
  requireWithin('dearerUsd', dearerUsd, 0, 1e9, 'USD')
  requireWithin('cheaperUsd', cheaperUsd, 0, 1e9, 'USD')
  requireWithin('requests', requests, 0, 1e15, 'requests')
  return (dearerUsd - cheaperUsd) * requests
}
