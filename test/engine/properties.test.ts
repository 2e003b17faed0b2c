import fc from 'fast-check'
import { describe, it } from 'vitest'
import { apiPricePerRequest } from '../../src/engine/cost/api-price.ts'
import { breakEvenVolume } from '../../src/engine/cost/break-even-volume.ts'
import { paybackMonths } from '../../src/engine/cost/distillation-payback.ts'
import { selfHostingUsdPerMonth } from '../../src/engine/cost/self-hosting.ts'
import { valueOfInformation } from '../../src/engine/decision/expected-value-of-information.ts'
import { requestFootprint } from '../../src/engine/footprint/inference-energy.ts'
import { logitGap } from '../../src/engine/quality/size-gap.ts'
import { exactly, type Range, range } from '../../src/engine/range.ts'
import { chinchillaLoss, chinchillaOptimum } from '../../src/engine/scaling/chinchilla.ts'
import {
  dataConstrainedLoss,
  dataConstrainedOptimum,
  effectiveTokens,
} from '../../src/engine/scaling/data-constrained.ts'
import { erlangC } from '../../src/engine/serving/erlang-c.ts'
import { replicasNeeded } from '../../src/engine/serving/replicas.ts'
import { isUnknown } from '../../src/engine/unknown.ts'

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const spread = (min: number, max: number) =>
  fc.tuple(between(min, max), between(min, max)).map(([a, b]) => {
    const [low, high] = a < b ? [a, b] : [b, a]
    return range(low, (low + high) / 2, high)
  })
const ordered = (r: Range) => r.low <= r.central && r.central <= r.high
const holds = <T>(values: fc.Arbitrary<T>, claim: (value: T) => boolean) =>
  fc.assert(fc.property(values, claim))

describe('money', () => {
  it('never falls when a request has more tokens', () =>
    holds(
      fc.tuple(between(0, 1e6), between(0, 1e5), between(0, 1e5), between(0, 50), between(0, 50)),
      ([input, output, more, inPrice, outPrice]) => {
        const price = { input: inPrice, output: outPrice }
        const at = (i: number, o: number) =>
          apiPricePerRequest(price, { input: i, cachedInput: 0, output: o }, false)
        const base = at(input, output)
        return at(input + more, output) >= base && at(input, output + more) >= base
      },
    ))
  it('of self-hosting and its payback stays in order', () =>
    holds(
      fc.tuple(between(0, 64), spread(0.1, 15), spread(0, 2), spread(1, 1e6), spread(-1e4, 1e4)),
      ([gpus, usdPerGpuHour, staffShare, fixedUsd, savingUsdPerMonth]) => {
        const months = paybackMonths({ fixedUsd, savingUsdPerMonth })
        return (
          ordered(
            selfHostingUsdPerMonth({ gpus, usdPerGpuHour, staffShare, staffUsdPerYear: 3e5 }),
          ) &&
          (isUnknown(months) || ordered(months))
        )
      },
    ))
  it('breaks even where the API bill equals rent and staff, within what the replicas carry', () =>
    holds(
      fc.tuple(between(100, 1e5), between(0, 5e4), between(1e-6, 0.1), between(1e3, 1e9)),
      ([usdPerReplicaMonth, staffUsdPerMonth, apiUsdPerUnit, unitsAReplicaCarries]) => {
        const volume = breakEvenVolume({
          usdPerReplicaMonth,
          staffUsdPerMonth,
          apiUsdPerUnit,
          unitsAReplicaCarries,
        })
        if (typeof volume !== 'number')
          return apiUsdPerUnit * unitsAReplicaCarries <= usdPerReplicaMonth
        const replicas = (volume * apiUsdPerUnit - staffUsdPerMonth) / usdPerReplicaMonth
        return (
          Math.abs(replicas - Math.round(replicas)) < 1e-6 * Math.max(1, replicas) &&
          volume <= Math.round(replicas) * unitsAReplicaCarries * (1 + 1e-9)
        )
      },
    ))
})

describe('footprints', () => {
  const request = fc.record({
    activeB: spread(0.1, 299),
    totalB: spread(300, 1000),
    outputTokens: between(1, 1e4),
    pue: spread(1, 2),
    wueOnSite: spread(0, 2),
    gridGPerKwh: between(0, 900),
    waterLPerKwh: between(0, 20),
  })
  it('never invert and grow with the answer and the model', () =>
    holds(request, (r) => {
      const [base, longer] = [r, { ...r, outputTokens: r.outputTokens * 2 }].map(requestFootprint)
      const bigger = requestFootprint({ ...r, activeB: range(300, 300, 300) })
      if (!base || !longer || isUnknown(base.mLWater)) return false
      return (
        [base.whPerRequest, base.latencyS, base.gpus, base.gCO2eUse, base.mLWater].every(ordered) &&
        longer.whPerRequest.low >= base.whPerRequest.low &&
        bigger.whPerRequest.high >= base.whPerRequest.high
      )
    }))
  it('have no water figure where a factor is missing, rather than none', () =>
    holds(request, ({ waterLPerKwh: _, ...r }) => isUnknown(requestFootprint(r).mLWater)))
})

describe('scaling laws', () => {
  const runs = fc
    .tuple(between(18, 26), between(9, 13))
    .map(([c, u]) => [10 ** c, 10 ** u] as const)
  it('find no better split of the compute than the optimum', () =>
    holds(fc.tuple(runs, between(-1, 1)), ([[flops], shift]) => {
      const best = chinchillaOptimum(flops)
      const parameters = best.parameters * 2 ** shift
      return chinchillaLoss(parameters, flops / 6 / parameters) >= best.loss - 1e-12
    }))
  it('find no better number of epochs than the optimum', () =>
    holds(fc.tuple(runs, between(-1, 1)), ([[flops, unique], shift]) => {
      const best = dataConstrainedOptimum(flops, unique)
      const parameters = best.parameters * 2 ** shift
      return dataConstrainedLoss(parameters, flops / 6 / parameters, unique) >= best.loss - 1e-9
    }))
  it('never take repeated tokens for more than they are, nor for less than one epoch', () =>
    holds(fc.tuple(between(1e6, 1e13), between(1, 200)), ([unique, epochs]) => {
      const worth = effectiveTokens(unique * epochs, unique)
      return worth <= unique * epochs * (1 + 1e-12) && worth >= unique * (1 - 1e-12)
    }))
})

describe('decisions', () => {
  it('value a sample at most like certainty, and both at nothing or more', () =>
    holds(
      fc.record({
        stakesUsd: between(0, 100),
        extraUsd: between(-1, 1),
        upliftMean: between(-0.3, 0.3),
        upliftSd: between(0, 0.3),
      }),
      (prospect) => {
        const evaluation = { discordance: 0.3, items: 200, usdPerItem: 1, requests: 1e5 }
        const { perfectUsd, sampleUsd } = valueOfInformation(prospect, evaluation)
        return sampleUsd >= 0 && sampleUsd <= perfectUsd * (1 + 1e-9) + 1e-9
      },
    ))
  it('carry a score up and down again to where it was', () =>
    holds(fc.tuple(between(30, 95), between(-3, 3)), ([score, doublings]) => {
      const step = { chance: 25, slopePerDoubling: 0.3 }
      const there = logitGap({ ...step, score, doublings })
      const back = logitGap({ ...step, score: there, doublings: -doublings })
      return Math.abs(back - score) < 1e-6
    }))
})

describe('serving', () => {
  it('never makes anyone wait longer when there are more places', () =>
    holds(fc.tuple(between(0.01, 20), fc.integer({ min: 1, max: 200 })), ([load, spare]) => {
      const at = (servers: number) =>
        erlangC({ arrivalsPerSecond: load, serviceSeconds: 1, servers }).meanWaitSeconds
      const servers = Math.ceil(load) + spare
      return at(servers + 1) <= at(servers) + 1e-12
    }))
  it('never needs fewer replicas for more requests', () =>
    holds(fc.tuple(between(0, 1e9), between(0, 1e9)), ([requests, more]) => {
      const at = (requestsPerMonth: number) =>
        replicasNeeded({
          requestsPerMonth,
          answerTokens: 200,
          tokensPerSecondPerReplica: 1500,
          duty: 0.3,
        })
      return at(requests + more) >= at(requests)
    }))
  it('costs the same in a range without spread as in a number', () =>
    holds(between(0, 10), (share) => {
      const hosting = { gpus: 2, usdPerGpuHour: exactly(3), staffUsdPerYear: 3e5 }
      const [a, b] = [share, exactly(share)].map((staffShare) =>
        selfHostingUsdPerMonth({ ...hosting, staffShare }),
      )
      return a?.central === b?.central
    }))
})
