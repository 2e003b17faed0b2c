import { requireWithin } from '../domain.ts'

/**
 * Share of billed hours that trained: share of peak over billed hours / share of peak in steady state.
 * Failures, restarts and evaluation take the rest.
 * Example: Gopher, 0.302 billed against 0.325 in steady state -> 0.929.
 */
export function goodputRatio(billedMfu: number, steadyMfu: number): number {
  requireWithin('steadyMfu', steadyMfu, 0.001, 1, 'share of peak')
  requireWithin('billedMfu', billedMfu, 0, steadyMfu, 'share of peak, at most the steady one')
  return billedMfu / steadyMfu
}

/**
 * Rent of one accelerator-hour that a published bill implies, USD: what tells a price list from a guess.
 * Example: DeepSeek-V3, $5,576,000 for 2,788,000 hours -> $2.00.
 */
export function impliedRent(usd: number, gpuHours: number): number {
  requireWithin('usd', usd, 0, 1e13, 'USD')
  requireWithin('gpuHours', gpuHours, Number.MIN_VALUE, 1e12, 'hours')
  return usd / gpuHours
}
