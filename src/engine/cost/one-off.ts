import { requireWithin } from '../domain.ts'

/**
 * Cost of a paired pilot, USD: every item is labelled once and answered by both options, after what has
 * to be made for it, such as a tuned model, was made.
 * Example: 500 items, $1.50 a label, $0.002 and $0.03 a request -> $766; with $300 to make -> $1,066.
 */
export function pilotUsd(
  items: number,
  usdPerLabel: number,
  usdPerRequestA: number,
  usdPerRequestB: number,
  usdToMake = 0,
): number {
  requireWithin('items', items, 0, 1e9, 'items')
  requireWithin('usdPerLabel', usdPerLabel, 0, 1e6, 'USD')
  requireWithin('usdPerRequestA', usdPerRequestA, 0, 1e6, 'USD')
  requireWithin('usdPerRequestB', usdPerRequestB, 0, 1e6, 'USD')
  requireWithin('usdToMake', usdToMake, 0, 1e12, 'USD')
  return usdToMake + items * (usdPerLabel + usdPerRequestA + usdPerRequestB)
}

/**
 * Cost of having a teacher answer the examples a student learns from, USD.
 * Example: 10,000 examples at $0.03 -> $300.
 */
export function distillationDataUsd(examples: number, usdPerTeacherAnswer: number): number {
  requireWithin('examples', examples, 0, 1e12, 'examples')
  requireWithin('usdPerTeacherAnswer', usdPerTeacherAnswer, 0, 1e6, 'USD')
  return examples * usdPerTeacherAnswer
}
