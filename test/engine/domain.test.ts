import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apiPricePerRequest } from '../../src/engine/cost/api-price.ts'
import { breakEvenVolume } from '../../src/engine/cost/break-even-volume.ts'
import { paybackQueries } from '../../src/engine/cost/payback-queries.ts'
import { gapRecovered } from '../../src/engine/decision/gap-recovered.ts'
import { impliedIntensity } from '../../src/engine/footprint/training-energy.ts'
import { DomainError } from '../../src/engine/formula.ts'
import { FORMULAS, runFormula } from '../../src/engine/registry.ts'
import { inferenceAwareOptimum } from '../../src/engine/scaling/inference-aware.ts'
import { erlangC } from '../../src/engine/serving/erlang-c.ts'

describe('an argument outside its domain', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'a queue without end',
      () => erlangC({ arrivalsPerSecond: 2, serviceSeconds: 5, servers: 10 }),
      /servers must exceed .*\(10\).*received 10/,
    ],
    [
      'a strong model below the weak one',
      () => gapRecovered(9, 8, 8.5),
      /strong must be above weak \(9\); received 8/,
    ],
    [
      'a misprinted tonnage',
      () => impliedIntensity(12.9, 4900),
      /tonnes \/ mwh must be from 0.005 to 1.5 .*received 0.0026/,
    ],
    [
      'a loss no model reaches',
      () => inferenceAwareOptimum(1.5, 1e12),
      /loss must be from .* nats; received 1.5/,
    ],
    [
      'more cached tokens than the prompt has',
      () =>
        apiPricePerRequest(
          { input: 1, output: 1 },
          { input: 100, cachedInput: 60, cacheWrites: 60, output: 1 },
          false,
        ),
      /cacheWrites must be from 0 to 40 tokens; received 60/,
    ],
    [
      'a model that 16 accelerators do not hold',
      () => runFormula('gpus-needed', { weights_gb: 4000, kv_cache_gb: 0 }),
      /must fit 16 accelerators of 80 GB; received 4000 and 0/,
    ],
    [
      'a group too small for its model',
      () =>
        runFormula('decode', {
          ...FORMULAS.find((f) => f.id === 'decode')?.example.arguments,
          precision: 'bf16',
          gpus: 1,
        }),
      /gpus must be enough .*received 1/,
    ],
  ])('%s is refused in a sentence', (_, run, sentence) => {
    expect(run).toThrow(DomainError)
    expect(run).toThrow(sentence)
  })
})

describe('what does not apply', () => {
  const losing = { fixedUsd: 5000, bigUsd: 0.03, smallUsd: 0.002, stakesUsd: 2.5 }
  it('is unknown when quality loses more than the price saves', () =>
    expect(paybackQueries({ ...losing, qualityChange: -0.02 })).toMatchObject({
      unknown: 'does-not-apply',
    }))
  it('is unknown when a full replica costs more than the API', () =>
    expect(
      breakEvenVolume({
        usdPerReplicaMonth: 5000,
        staffUsdPerMonth: 0,
        apiUsdPerUnit: 0.001,
        unitsAReplicaCarries: 1e6,
      }),
    ).toMatchObject({ unknown: 'does-not-apply' }))
  it('is a sentence, not a number, when run by name', () =>
    expect(() =>
      runFormula('payback-queries', {
        fixed_usd: 5000,
        big_usd: 0.03,
        small_usd: 0.002,
        stakes_usd: 2.5,
        quality_change: -0.02,
      }),
    ).toThrow('never earned back'))
})

describe('a formula named beside a figure', () => {
  /** Found by searching over the whole rule or read from measurements, not computed in closed form. */
  const NOT_RUN_BY_NAME = ['flip-point', 'quality-gap', 'task-quality']
  it('is one that can be run', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.ts') && !f.startsWith('engine'))
      .map((f) => readFileSync(`src/${f}`, 'utf8'))
    const cited = sources.flatMap((s) => [...s.matchAll(/\bformula: '([\w-]+)'/g)].map((m) => m[1]))
    const known = new Set([...FORMULAS.map((f) => f.id), ...NOT_RUN_BY_NAME])
    expect(cited.length).toBeGreaterThan(15)
    expect(cited.filter((id) => id === undefined || !known.has(id))).toEqual([])
  })
})

describe('an unknown formula', () => {
  it.each([
    ['required-lift', 'required-uplift'],
    ['kvcache', 'kv-cache'],
    ['chinchila-loss', 'chinchilla-loss'],
  ])('%s is answered with the nearest, %s first', (asked, nearest) =>
    expect(() => runFormula(asked, {})).toThrow(`The nearest are ${nearest},`),
  )
})
