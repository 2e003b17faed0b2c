import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/engine/formula.ts'
import { runFormula } from '../../src/engine/registry.ts'
import {
  kaplanAllocation,
  kaplanStepsLoss,
  tokensAgainstOverfitting,
} from '../../src/engine/scaling/kaplan-budget.ts'
import { textStockOutlook } from '../../src/engine/scaling/text-stock.ts'

describe('the budget after Kaplan', () => {
  it('spends all compute: size times tokens, and batch times steps as tokens', () => {
    const { parameters, tokens, batch, steps } = kaplanAllocation(1000)
    expect(parameters * tokens).toBeCloseTo(1000, 6)
    expect(batch * steps).toBeCloseTo(tokens, 9)
  })
  it('puts more of it into size than the refit of Chinchilla does', () => {
    const at = (flops: number) =>
      Number(runFormula('chinchilla-optimum', { flops }).results.parameters)
    expect(kaplanAllocation(100).parameters).toBeGreaterThan(2 * (at(1e23) / at(1e21)))
  })
  it('asks for tokens that grow slower than size', () =>
    expect(tokensAgainstOverfitting(1e10) / tokensAgainstOverfitting(1e9)).toBeCloseTo(
      10 ** 0.74,
      9,
    ))
  it('loses less with more steps, down to what the size allows', () => {
    const alone = (6.5e13 / 1e9) ** 0.077
    expect(kaplanStepsLoss(1e9, 1e4)).toBeGreaterThan(kaplanStepsLoss(1e9, 1e5))
    expect(kaplanStepsLoss(1e9, 1e12)).toBeCloseTo(alone, 4)
  })
  it('is refused outside its domain', () => {
    expect(() => kaplanAllocation(0)).toThrow(DomainError)
    expect(() => tokensAgainstOverfitting(1)).toThrow(DomainError)
    expect(() => kaplanStepsLoss(1e9, 1)).toThrow(/steps must be/)
  })
})

describe('the stock of public human text', () => {
  it('is reached on the pace that leads to the published median within the published years', () => {
    // 15e12 tokens in 2024 and 4e14 in 2028 are what the outlook of 2024 prints.
    const { year, publishedYear } = textStockOutlook(15e12, 2024, (4e14 / 15e12) ** (1 / 4))
    expect(Math.round(year.central)).toBe(publishedYear.central)
    expect(year.low).toBeGreaterThan(publishedYear.low)
    expect(year.high).toBeLessThan(publishedYear.high)
  })
  it('has been reached already where a set is as large as the stock', () =>
    expect(textStockOutlook(3e14, 2026, 2).year.central).toBe(2026))
  it('lasts longer when sets grow slower', () =>
    expect(textStockOutlook(4e13, 2025, 1.5).year.central).toBeGreaterThan(
      textStockOutlook(4e13, 2025, 3).year.central,
    ))
  it('is never reached, so not foretold, when sets do not grow', () =>
    expect(() => textStockOutlook(4e13, 2025, 1)).toThrow(/foldPerYear must be from 1.01/))
})
