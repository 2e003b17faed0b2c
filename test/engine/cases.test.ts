import { describe, expect, it } from 'vitest'
import type { Arguments } from '../../src/engine/formula.ts'
import { runFormula } from '../../src/engine/registry.ts'
import serving from '../cases/serving.json' with { type: 'json' }

type Case = Readonly<{
  id: string
  formula: string
  arguments: object
  results: object
  tolerance: number
  source: string
}>

/** Off by more than the case allows, as "key: got, expected"; empty when all agree. */
function misses(c: Case): string[] {
  const { results } = runFormula(c.formula, c.arguments as Arguments)
  return Object.entries(c.results as Record<string, number>).flatMap(([key, expected]) => {
    const got = results[key] ?? Number.NaN
    const near = Math.abs(got - expected) <= c.tolerance * Math.abs(expected)
    return near ? [] : [`${key}: ${got}, expected ${expected}`]
  })
}

describe.each([['serving', serving.cases]] as readonly (readonly [string, readonly Case[]])[])(
  'golden cases of %s',
  (_, cases) => {
    it.each(cases.map((c) => [c.id, c] as const))('%s', (_id, c) => expect(misses(c)).toEqual([]))
    it('have a source each and a sentence of their own', () => {
      expect(cases.filter((c) => c.source === '')).toEqual([])
      expect(new Set(cases.map((c) => c.id)).size).toBe(cases.length)
    })
  },
)
