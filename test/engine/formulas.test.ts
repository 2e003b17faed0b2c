import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { methodPage } from '../../scripts/method-page.ts'
import { DomainError } from '../../src/engine/formula.ts'
import { FORMULAS, runFormula } from '../../src/engine/registry.ts'

describe('every formula', () => {
  it.each(FORMULAS.map((f) => [f.id, f] as const))('%s gives its worked example', (_, formula) => {
    const { results } = runFormula(formula.id, formula.example.arguments)
    for (const [key, expected] of Object.entries(formula.example.results))
      expect(Math.abs((results[key] ?? Number.NaN) - expected)).toBeLessThanOrEqual(
        formula.example.tolerance * Math.max(1e-12, Math.abs(expected)) + 1e-12,
      )
  })
  it.each(FORMULAS.map((f) => [f.id, f] as const))(
    '%s refuses an argument outside its domain with the range',
    (_, formula) => {
      const bounded = formula.parameters.find((p) => p.min !== undefined)
      if (!bounded) return expect(formula.parameters.length).toBeGreaterThan(0)
      const given = { ...formula.example.arguments, [bounded.key]: (bounded.min ?? 0) - 1 }
      expect(() => runFormula(formula.id, given)).toThrow(new RegExp(`${bounded.key} .*received`))
    },
  )
  it('has an id of its own', () =>
    expect(new Set(FORMULAS.map((f) => f.id)).size).toBe(FORMULAS.length))
  it('stands in docs/method.md just as the registry has it', () =>
    expect(readFileSync('docs/method.md', 'utf8')).toBe(methodPage()))
})

describe('a formula asked for wrongly', () => {
  it('names the formulas there are', () =>
    expect(() => runFormula('required-lift', {})).toThrow(/required-uplift/))
  it('reports every problem at once', () => {
    expect(() => runFormula('required-uplift', { extra_usd: -1, colour: 3 })).toThrow(DomainError)
    expect(() => runFormula('required-uplift', { extra_usd: -1, colour: 3 })).toThrow(
      /no argument "colour".*extra_usd.*value_usd is missing/,
    )
  })
})
