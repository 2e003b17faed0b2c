import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Arguments, DomainError, type Formula, LARGEST } from '../../src/engine/formula.ts'
import { FORMULAS, runFormula } from '../../src/engine/registry.ts'

/** What a formula gives, or its sentence; anything else that it throws fails the test. */
function answer(formula: Formula, given: Arguments): readonly number[] | string {
  try {
    return Object.values(runFormula(formula.id, given).results)
  } catch (error) {
    if (error instanceof DomainError) return error.message
    throw error
  }
}

const SEARCHES = ['learning-curve', 'labels-or-parameters']
const wild = fc.oneof(
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -1, 1e308),
  fc.double(),
  fc.integer({ min: -12, max: 29 }).map((exponent) => 10 ** exponent),
  fc.string({ maxLength: 5 }),
)

describe.each(FORMULAS.map((f) => [f.id, f] as const))('%s', (id, formula) => {
  const usual = formula.example.arguments
  const numeric = formula.parameters.filter((p) => !p.choices && !p.text)
  it('gives finite figures or a sentence, whatever it is given', () =>
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            formula.parameters.map((p) => [
              p.key,
              fc.oneof(fc.constant(usual[p.key] ?? p.default ?? 1), wild),
            ]),
          ),
          { requiredKeys: [] },
        ),
        (given) => {
          const got = answer(formula, given as Arguments)
          return typeof got === 'string' ? /received|missing/.test(got) : got.every(Number.isFinite)
        },
      ),
      { numRuns: SEARCHES.includes(id) ? 4 : 40, seed: 3 },
    ))
  it.each(numeric.map((p) => p.key))('names %s, what was received and the range', (key) => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 2 * LARGEST, 'many'])
      expect(answer(formula, { ...usual, [key]: value })).toMatch(
        new RegExp(`${key} .*must be.* from .* to .*; received ${value}`.replace('+', '\\+')),
      )
  })
})

describe('arguments each in their range', () => {
  it('are refused where together they give no finite figure', () =>
    expect(() =>
      runFormula('decode', {
        ...FORMULAS.find((f) => f.id === 'decode')?.example.arguments,
        fp8_tflops: 1e-308,
      }),
    ).toThrow(/together give finite results.*received.* fp8_tflops 1e-308/))
})
