import { describe, expect, it } from 'vitest'
import { breakEvenVolume } from '../../src/engine/cost/break-even-volume.ts'
import { withRates } from '../../src/engine/cost/token-price.ts'
import { chooseOption } from '../../src/engine/decision/choose-option.ts'
import { normalQuantile } from '../../src/engine/decision/normal.ts'
import { paretoSet } from '../../src/engine/decision/pareto.ts'
import { checkArguments, type Formula } from '../../src/engine/formula.ts'
import { exactly } from '../../src/engine/range.ts'
import { inferenceAwareOptimum } from '../../src/engine/scaling/inference-aware.ts'
import { matmulParameters, totalParameters } from '../../src/engine/serving/parameters.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog } = await shippedKnowledge()

describe('offers', () => {
  it('stay when no other is both no dearer and no worse; twins both stay', () => {
    const left = paretoSet([
      { id: 'cheap', usd: 1, quality: 80 },
      { id: 'twin', usd: 1, quality: 80 },
      { id: 'dominated', usd: 3, quality: 80 },
      { id: 'good', usd: 2, quality: 90 },
    ])
    expect([...left]).toEqual(['cheap', 'twin', 'good'])
  })
})

describe('a choice', () => {
  it('tells of every contender how likely it earns more than each cheaper one', () => {
    const contender = (id: string, usd: number) => ({
      id,
      usdPerRequest: exactly(usd),
      quality: usd,
      kind: id,
      upFront: false,
    })
    const chosen = chooseOption(
      [contender('b', 2), contender('a', 1), contender('c', 3)],
      (one, other) => (one === 'c' && other === 'a' ? 0.3 : 0.6),
      0.8,
      () => 1,
    )
    expect(chosen.standings()).toEqual([
      { id: 'a', probability: 1 },
      { id: 'b', probability: 0.6 },
      { id: 'c', probability: 0.3 },
    ])
  })
})

describe('a replica that earns exactly its rent', () => {
  const even = { usdPerReplicaMonth: 100, apiUsdPerUnit: 1, unitsAReplicaCarries: 100 }
  it('is even when it is full', () =>
    expect(breakEvenVolume({ ...even, staffUsdPerMonth: 0 })).toBe(100))
  it('never pays for staff besides', () =>
    expect(isUnknown(breakEvenVolume({ ...even, staffUsdPerMonth: 1 }) as object)).toBe(true))
})

describe('a price whose rates change', () => {
  it('keeps its threshold, and changes the rates of long prompts too', () =>
    expect(
      withRates(
        {
          input: 2,
          output: 10,
          cacheRead: 0.2,
          longPrompt: { aboveTokens: 1000, input: 4, output: 20, cacheWrite: 5 },
        },
        (usd) => usd / 2,
      ),
    ).toEqual({
      input: 1,
      output: 5,
      cacheRead: 0.1,
      longPrompt: { aboveTokens: 1000, input: 2, output: 10, cacheWrite: 2.5 },
    }))
})

describe('what cannot be', () => {
  it('is refused: a probability above 1', () =>
    expect(() => normalQuantile(1.2)).toThrow(/probability between 0 and 1.*1.2/))
  it('is refused: a loss that no amount of data reaches', () =>
    expect(() => inferenceAwareOptimum(1.69001, 1e12)).toThrow(/reachable with up to 1e20 tokens/))
  it('is refused: a number above the only bound there is', () => {
    const bounded: Formula = {
      id: 'x',
      title: 'x',
      equation: 'x',
      parameters: [{ key: 'a', unit: 'u', description: 'a', max: 5 }],
      results: [],
      source: 'x',
      validity: 'x',
      example: { arguments: {}, results: {}, tolerance: 0 },
      compute: () => ({}),
    }
    expect(() => checkArguments(bounded, { a: 6 })).toThrow(
      /number from -1e\+30 to 5 in u; received 6/,
    )
  })
})

describe('parameters of a dense model', () => {
  it('are all there is, and what a token passes through is all but the embedding it looks up', () => {
    const d = catalog.model('llama-3.1-70b')?.dimensions
    if (!d) return expect.fail('Llama 3.1 70B is in the catalogue')
    expect(totalParameters(d)).toBe(70_553_706_496)
    expect(totalParameters(d) - matmulParameters(d)).toBe(128_256 * 8192)
  })
})
