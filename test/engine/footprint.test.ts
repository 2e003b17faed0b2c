import { describe, expect, it } from 'vitest'
import { generationLatency } from '../../src/engine/footprint/generation-latency.ts'
import { gpusNeeded } from '../../src/engine/footprint/gpus-needed.ts'
import {
  requestFootprint,
  type ServedRequest,
} from '../../src/engine/footprint/inference-energy.ts'
import { operationalKg } from '../../src/engine/footprint/operational-emissions.ts'
import { powerUsageEffectiveness } from '../../src/engine/footprint/power-usage-effectiveness.ts'
import { rebound, totalAfterGain } from '../../src/engine/footprint/rebound.ts'
import { socialCostUsd, socialCostUsdPerTonne } from '../../src/engine/footprint/social-cost.ts'
import { DISCOUNT_RATES, SOCIAL_COST } from '../../src/engine/footprint/social-cost-table.ts'
import { softwareCarbonIntensity } from '../../src/engine/footprint/software-carbon-intensity.ts'
import {
  impliedIntensity,
  trainingEnergy,
  trainingGramsPerRequest,
} from '../../src/engine/footprint/training-energy.ts'
import { DomainError } from '../../src/engine/formula.ts'
import { exactly, type Range, range } from '../../src/engine/range.ts'
import { isUnknown, type Unknown } from '../../src/engine/unknown.ts'

const request: ServedRequest = {
  activeB: range(67, 133.5, 200),
  totalB: exactly(670),
  outputTokens: 1000,
  tokensPerSecond: 34,
  timeToFirstTokenS: 2.09,
  pue: range(1.09, 1.115, 1.14),
  wueOnSite: range(0.13, 0.5645, 0.999),
  gridGPerKwh: 383.55,
  waterLPerKwh: 3.1321,
  gridKgSbPerKwh: 9.855e-8,
  gridMjPerKwh: 9.6884,
}
const known = (figure: Range | Unknown): Range => {
  if (isUnknown(figure)) return expect.fail(`unknown: ${figure.unknown}`)
  return figure
}

describe('the footprint of a request whose size is an outside estimate', () => {
  const whole = requestFootprint(request)
  const at = (end: 'low' | 'high') =>
    requestFootprint({
      ...request,
      activeB: exactly(request.activeB[end]),
      pue: exactly(request.pue[end]),
      wueOnSite: exactly(request.wueOnSite?.[end] ?? Number.NaN),
    })
  it('runs the minima together and the maxima together', () => {
    for (const end of ['low', 'high'] as const) {
      expect(whole.whPerRequest[end]).toBe(at(end).whPerRequest.central)
      expect(known(whole.mLWater)[end]).toBe(known(at(end).mLWater).central)
      expect(known(whole.kgSb)[end]).toBe(known(at(end).kgSb).central)
      expect(known(whole.mjPrimary)[end]).toBe(known(at(end).mjPrimary).central)
    }
  })
  it('counts data-centre overhead twice in the water of the upstream code, and once in ours', () => {
    const [ours, upstream] = [known(whole.mLWater), known(whole.mLWaterUpstreamCode)]
    expect(upstream.low / ours.low).toBeCloseTo(1.09, 12)
    expect(upstream.high / ours.high).toBeCloseTo(1.14, 12)
  })
  it('costs electricity before the first token even where no token follows', () =>
    expect(requestFootprint({ ...request, outputTokens: 0 }).whPerRequest.low).toBeGreaterThan(0))
  it('leaves a criterion unknown where its factor is, never nothing', () => {
    const { wueOnSite: _water, gridKgSbPerKwh: _minerals, gridMjPerKwh: _energy, ...bare } = request
    const { mLWater, mLWaterUpstreamCode, kgSb, mjPrimary } = requestFootprint(bare)
    expect([mLWater, mLWaterUpstreamCode]).toEqual([
      { unknown: 'no-water-factor' },
      { unknown: 'no-water-factor' },
    ])
    expect([kgSb, mjPrimary]).toEqual([
      { unknown: 'no-grid-intensity' },
      { unknown: 'no-grid-intensity' },
    ])
  })
  it.each<[string, Partial<ServedRequest>, RegExp]>([
    ['more active parameters than all', { totalB: exactly(100) }, /activeB must be at most totalB/],
    ['an overhead below none', { pue: range(0.9, 1, 1.1) }, /pue must be from 1 to 3/],
    ['an overhead beyond any site', { pue: range(1, 2, 4) }, /pue must be from 1 to 3/],
    ['fewer than no tokens', { outputTokens: -1 }, /outputTokens must be from 0/],
    ['no speed at all', { tokensPerSecond: 0 }, /tokensPerSecond must be .*received 0/],
    ['a batch of none', { batch: 0 }, /batch must be from 1/],
    ['a negative factor of the grid', { gridMjPerKwh: -1 }, /factor of the grid must be/],
  ])('is refused for %s', (_, change, sentence) => {
    expect(() => requestFootprint({ ...request, ...change })).toThrow(DomainError)
    expect(() => requestFootprint({ ...request, ...change })).toThrow(sentence)
  })
})

describe('serving', () => {
  it('takes a power of two of GPUs, and half as many at half the bits', () => {
    expect([8, 70, 440, 1760].map((b) => gpusNeeded(b, 16))).toEqual([1, 4, 16, 64])
    expect(gpusNeeded(70, 8)).toBe(2)
  })
  it('takes its time from the speed, else from the size, and never longer than measured', () => {
    const g = { outputTokens: 1000, activeB: 70, batch: 64 }
    expect(generationLatency({ ...g, tokensPerSecond: 100, timeToFirstTokenS: 0.5 })).toBe(10.5)
    expect(generationLatency(g)).toBeCloseTo(86.93, 2)
    expect(generationLatency({ ...g, measuredLatencyS: 3 })).toBe(3)
    expect(generationLatency({ ...g, measuredLatencyS: 300 })).toBe(generationLatency(g))
  })
})

describe('training', () => {
  it('emits hours x watts x overhead x intensity, and spreads over the life of the model', () => {
    const run = { gpuHours: 1e6, powerW: 700, kgPerKwh: 0.4 }
    expect(trainingEnergy({ ...run, pue: 1 })).toEqual({ mwh: 700, tonnes: 280 })
    expect(trainingEnergy({ ...run, pue: 1.5 }).tonnes).toBeCloseTo(420, 9)
    expect(trainingGramsPerRequest(8930, 1e9)).toBeCloseTo(8.93, 12)
  })
  it('refuses a published pair that no grid explains, on either side', () => {
    expect(impliedIntensity(8930, 21588)).toBeCloseTo(0.4137, 4)
    expect(() => impliedIntensity(12.9, 4900)).toThrow(DomainError)
    expect(() => impliedIntensity(12_900, 4900)).toThrow(DomainError)
  })
})

describe('emissions of electricity', () => {
  it('keep kinds of intensity apart: the same load is nothing, 396 kg or 557 kg', () =>
    expect([0, 396.25, 557.17].map((g) => operationalKg(1000, 1, g))).toEqual([0, 396.25, 557.17]))
})

describe('overheads and units', () => {
  it('refuse a site that draws less than its machines', () => {
    expect(powerUsageEffectiveness(1540, 1000)).toBe(1.54)
    expect(() => powerUsageEffectiveness(900, 1000)).toThrow(/siteKwh must be from 1000/)
  })
  it('share use and making out among what was served', () => {
    expect(softwareCarbonIntensity(10, 400, 1, 1000)).toBe(5)
    expect(softwareCarbonIntensity(10, 400, 1, 2000)).toBe(2.5)
    expect(() => softwareCarbonIntensity(10, 400, 1, 0)).toThrow(DomainError)
  })
})

describe('the social cost of carbon', () => {
  it('rises with every year and falls with every discount rate', () => {
    for (const rate of DISCOUNT_RATES) {
      expect(SOCIAL_COST[rate]).toHaveLength(61)
      expect([...SOCIAL_COST[rate]].sort((a, b) => a - b)).toEqual(SOCIAL_COST[rate])
    }
    const at = (year: number) => DISCOUNT_RATES.map((rate) => socialCostUsdPerTonne(year, rate))
    expect(at(2020)).toEqual([117, 193, 337])
    expect(at(2080)).toEqual([284, 407, 601])
  })
  it('takes 2 % and dollars of 2020 where nothing else is said', () => {
    expect(socialCostUsd(1000, 2025)).toBe(212)
    expect(socialCostUsd(1000, 2025, '1.5%', 1.25)).toBe(450)
  })
  it.each([2019, 2081, 2025.5])('refuses the year %s', (year) =>
    expect(() => socialCostUsdPerTonne(year, '2.0%')).toThrow(
      /whole emission year from 2020 to 2080/,
    ),
  )
})

describe('rebound', () => {
  it('is none where use stays, all where use grows as efficiency, and beyond that backfires', () => {
    expect(rebound(4, 1)).toBe(0)
    expect(rebound(4, 4)).toBe(1)
    expect(rebound(4, 8)).toBeGreaterThan(1)
  })
  it('from an elasticity agrees with the growth of use it implies', () => {
    expect(totalAfterGain(4, 0)).toBe(0.25)
    expect(totalAfterGain(4, 1)).toBe(1)
    const use = 4 ** 1.5
    expect(totalAfterGain(4, 1.5)).toBe(use / 4)
    expect(rebound(4, use)).toBeGreaterThan(1)
  })
})
