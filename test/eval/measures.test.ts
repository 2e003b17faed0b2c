import { describe, expect, it } from 'vitest'
import { holds } from '../../eval/facts.ts'
import { fitLogistic } from '../../eval/logistic.ts'
import { mean, ndcg, percentile, rankOf, recall } from '../../eval/ranking.ts'
import { seeded } from '../../src/engine/random.ts'

describe('whether a text holds a fact', () => {
  const any = (...spellings: string[]) => ({ any: spellings })
  const about = (number: number, tolerance: number) => ({ number, unit: 'USD', tolerance })
  it.each([
    ['one of its spellings, in any case', 'Meta’s LLAMA models', any('llama', 'mistral')],
    ['a bare number with a unit', 'a factor of 2.4x', any('2.4')],
    ['a bare number written out', 'GPU 278만 8,000시간', any('2,788,000')],
    ['a number and its scale', '40.7 million dollars', any('4,070만')],
    ['a bare number before a scale', '$78.6 million at cloud prices', any('78.6')],
    ['a share as a percentage', 'PaLM 540B 30.4%', any('0.304')],
    ['a number told more precisely', '396.25 g a kWh', any('396')],
    ['a power of ten', 'about 8.4 × 10^22 FLOP', any('84000000000000000000000')],
    ['full-width digits', '２０％ 절감', any('20')],
    ['a value within its tolerance', 'It costs $1,030 a month', about(1000, 0.05)],
    ['an exact value', 'It costs $0.10', about(0.1, 0)],
  ])('%s', (_, text, fact) => expect(holds(text, fact)).toBe(true))
  it.each([
    ['a number inside another', 'in 12.45 of the cases', any('2.4')],
    ['a number of two digits told more precisely', 'a factor of 2.44', any('2.4')],
    ['a number that rounds to another', '396.6 g a kWh', any('396')],
    ['a value without its scale', 'It costs $78.6', about(78.6e6, 0.05)],
    ['another word', 'the Mistral models', any('llama')],
    ['a value beyond its tolerance', 'It costs $1,060 a month', about(1000, 0.05)],
    ['no number at all', 'nobody knows', about(1000, 0.05)],
  ])('but not %s', (_, text, fact) => expect(holds(text, fact)).toBe(false))
})

describe('logistic regression', () => {
  const probability = (fit: ReturnType<typeof fitLogistic>, features: readonly number[]) =>
    1 / (1 + Math.exp(-features.reduce((s, x, i) => s + x * (fit.weights[i] ?? 0), fit.bias)))
  it('finds the bias of examples without a difference: the share of positives', () => {
    const fit = fitLogistic([
      { features: [1], positive: true, weight: 3 },
      { features: [1], positive: false, weight: 1 },
    ])
    expect(probability(fit, [1])).toBeCloseTo(0.75, 3)
  })
  it('finds again the law that examples were drawn from, on any scale of a feature', () => {
    const random = seeded(1)
    const examples = Array.from({ length: 2000 }, () => {
      const features = [random() * 4, 1000 * random()]
      const odds = -2 + 2 * (features[0] ?? 0) - 0.004 * (features[1] ?? 0)
      return { features, positive: random() < 1 / (1 + Math.exp(-odds)), weight: 1 }
    })
    const { bias, weights } = fitLogistic(examples)
    expect(weights[0]).toBeGreaterThan(1.6)
    expect(weights[0]).toBeLessThan(2.2)
    expect((weights[1] ?? 0) * 1000).toBeGreaterThan(-4.6)
    expect((weights[1] ?? 0) * 1000).toBeLessThan(-3.2)
    expect(Math.abs(bias + 2)).toBeLessThan(0.5)
  })
  it('lets a weight of two count as the example twice', () => {
    const [yes, no] = [
      { features: [1], positive: true, weight: 1 },
      { features: [0], positive: false, weight: 1 },
    ]
    const twice = fitLogistic([yes, yes, no])
    const heavy = fitLogistic([{ ...yes, weight: 2 }, no])
    expect(heavy.bias).toBeCloseTo(twice.bias, 6)
    expect(heavy.weights[0]).toBeCloseTo(twice.weights[0] ?? 0, 6)
  })
})

describe('measures of a ranking', () => {
  const grades = new Map([
    ['a', 2],
    ['b', 1],
  ])
  it('nDCG is 1 for the best order and falls with the logarithm of the rank', () => {
    expect(ndcg(['a', 'b', 'x'], grades, 10)).toBe(1)
    // (1 / log2 2 + 2 / log2 3) / (2 / log2 2 + 1 / log2 3) = 2.26186 / 2.63093
    expect(ndcg(['b', 'a'], grades, 10)).toBeCloseTo(0.85972, 5)
    expect(ndcg(['x', 'y', 'a'], new Map([['a', 1]]), 10)).toBeCloseTo(0.5, 5)
    expect(ndcg(['x', 'a'], grades, 1)).toBe(0)
    expect(ndcg(['a'], new Map(), 10)).toBe(0)
  })
  it('recall is the share found among the first', () => {
    expect(recall(['x', 'a', 'b'], grades, 2)).toBe(0.5)
    expect(recall(['x', 'a', 'b'], grades, 3)).toBe(1)
    expect(recall([], grades, 5)).toBe(0)
  })
  it('of several equally good documents the best placed counts', () => {
    expect(rankOf(['x', 'b', 'a'], ['a', 'b'])).toEqual({ recall5: 1, ndcg10: 1 / Math.log2(3) })
    expect(rankOf(['1', '2', '3', '4', '5', 'a'], ['a'])).toMatchObject({ recall5: 0 })
    expect(rankOf(['x'], ['a'])).toEqual({ recall5: 0, ndcg10: 0 })
  })
  it('mean and percentile', () => {
    expect(mean([1, 2, 6])).toBe(3)
    expect(mean([])).toBe(0)
    expect(percentile([5, 1, 3, 2, 4], 0.5)).toBe(3)
    expect(percentile([1, 2], 1)).toBe(2)
    expect(percentile([], 0.5)).toBeNaN()
  })
})
