import { type Arguments, DomainError, type Parameter } from '../formula.ts'
import type { Precision } from '../serving/dimensions.ts'
import { BYTES_PER_PARAMETER } from '../serving/weights.ts'
import { isUnknown, type Unknown } from '../unknown.ts'

/** Number formats of weights. */
export const PRECISIONS = Object.keys(BYTES_PER_PARAMETER) as Precision[]

/** The number under a key of arguments that passed the domain check. */
export function num(given: Arguments, key: string): number {
  return Number(given[key])
}

/** The number under a key, where the argument may be left out and was. */
export function given(all: Arguments, key: string): number | undefined {
  return all[key] === undefined ? undefined : Number(all[key])
}

/** One of the names that a parameter's `choices` allow; the first where none was given. */
export function named<T extends string>(given: Arguments, key: string, choices: readonly T[]): T {
  const found = choices.find((c) => c === given[key]) ?? choices[0]
  if (found === undefined) throw new DomainError(`${key} has no choices.`)
  return found
}

type Bounds = Omit<Parameter, 'key' | 'unit' | 'description'>

/** A parameter in one line. */
export function arg(
  key: string,
  unit: string,
  description: string,
  bounds: Bounds = {},
): Parameter {
  return { key, unit, description, ...bounds }
}

/** Bounds that recur. */
export const NOT_NEGATIVE = { min: 0 } as const
export const SHARE = { min: 0, max: 1 } as const
export const POSITIVE = { min: 1e-9 } as const

/** A figure that may not apply, as a plain number; where it does not, a sentence that says so. */
export function applying(value: number | Unknown, otherwise: string): number {
  if (typeof value === 'number') return value
  throw new DomainError(isUnknown(value) ? otherwise : String(value))
}
