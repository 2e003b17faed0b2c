import { DomainError } from './formula.ts'

/** Throws a DomainError unless `value` is finite and inside the inclusive bounds. */
export function requireWithin(
  name: string,
  value: number,
  min: number,
  max: number,
  unit: string,
): void {
  if (Number.isFinite(value) && value >= min && value <= max) return
  const bounds = max === Number.POSITIVE_INFINITY ? `at least ${min}` : `from ${min} to ${max}`
  throw new DomainError(`${name} must be ${bounds} ${unit}; received ${value}.`)
}
