import type { Arguments } from '../formula.ts'

/** The number under a key of arguments that passed the domain check. */
export function num(given: Arguments, key: string): number {
  return Number(given[key])
}
