import { describe, expect, it } from 'vitest'
import { steadyMfu } from '../../src/engine/cost/steady-mfu.ts'
import { tokenPriceSplit } from '../../src/engine/cost/token-price-split.ts'
import { DomainError } from '../../src/engine/formula.ts'
import { FORMULAS, runFormula } from '../../src/engine/registry.ts'
import { dutyCycle } from '../../src/engine/serving/duty-cycle.ts'
import { erlangC } from '../../src/engine/serving/erlang-c.ts'
import { fineTuningGB } from '../../src/engine/serving/fine-tuning-memory.ts'
import { firstTokenLowerBoundMs } from '../../src/engine/serving/first-token.ts'
import { fittingRequests, tightestRequests } from '../../src/engine/serving/fitting-requests.ts'
import { throughputAtTarget } from '../../src/engine/serving/latency-target.ts'
import { peakFlops } from '../../src/engine/serving/peak-flops.ts'
import { queueReplicas } from '../../src/engine/serving/queue-replicas.ts'
import { replicasNeeded } from '../../src/engine/serving/replicas.ts'
import { decode } from '../../src/engine/serving/roofline.ts'
import { tensorParallelGB } from '../../src/engine/serving/tensor-parallel.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog } = await shippedKnowledge()
const llama = catalog.model('llama-3.1-70b')?.dimensions
const h100 = catalog.accelerator('h100-sxm')?.spec
const a100 = catalog.accelerator('a100-80gb')?.spec
const b200 = catalog.accelerator('b200')?.spec
if (!llama || !h100 || !a100 || !b200) throw new Error('the catalogue lacks a model or a card')
const serving = {
  dimensions: llama,
  precision: 'fp8',
  spec: h100,
  gpus: 2,
  inputTokens: 5000,
  outputTokens: 500,
} as const

describe('throughput at a latency target', () => {
  const at = (ms: number, keeps: 'central' | 'high' = 'central') => {
    const speed = throughputAtTarget(serving, ms, keeps)
    if (isUnknown(speed)) throw new Error('no such speed')
    return speed
  }
  it('is that of the most requests which keep it', () => {
    const { concurrency, tpotMs } = at(40)
    expect(tpotMs.central).toBeLessThanOrEqual(40)
    expect(decode({ ...serving, concurrency: concurrency + 1 }).tpotMs.central).toBeGreaterThan(40)
  })
  it('costs throughput: a promise twice as quick serves fewer tokens', () =>
    expect(at(30).tokensPerSecond.central).toBeLessThan(at(60).tokensPerSecond.central))
  it('serves fewer requests where the slow end of the band has to keep it', () =>
    expect(at(40, 'high').concurrency).toBeLessThan(at(40).concurrency))
  it('ends at the memory, however patient people are', () =>
    expect(at(1e6).concurrency).toBe(at(1e6).fitsConcurrency))
  it('is unknown where even one request is too slow, and refused by name', () => {
    expect(throughputAtTarget(serving, 1)).toMatchObject({ unknown: 'does-not-apply' })
    const example = FORMULAS.find((f) => f.id === 'throughput-at-latency')?.example.arguments
    expect(() => runFormula('throughput-at-latency', { ...example, target_ms: 1 })).toThrow(
      /target_ms must be .*received 1\./,
    )
  })
})

describe('memory of a group', () => {
  it('splits the cache no further than there are heads', () => {
    const each = (gpus: number) =>
      tensorParallelGB({ weightsGB: 160, kvCacheGB: 8, kvHeads: 8, gpus })
    expect(each(8)).toBe(21)
    expect(each(16)).toBe(11)
  })
  it('holds what the plan was sized for, and more without its reserve', () => {
    const planned = fittingRequests(serving, 1, 5250)
    expect(planned).toBe(80)
    expect(tightestRequests(serving, 1, 5250)).toBeGreaterThan(planned)
  })
  it('runs too tight for the plan as long as weights and one request fit', () => {
    const tight = { ...serving, gpus: 1, concurrency: 100 }
    expect(fittingRequests(tight, 1, 5250)).toBe(0)
    expect(decode(tight).concurrency).toBe(tightestRequests(tight, 1, 5250))
    expect(() => decode({ ...tight, precision: 'bf16' })).toThrow(DomainError)
  })
  it('keeps the cache in two bytes beside bf16 and integer weights, in one beside the rest', () => {
    const fits = (precision: 'int8' | 'fp8') =>
      decode({ ...serving, precision, concurrency: 1 }).fitsConcurrency
    expect(fits('fp8') / fits('int8')).toBeCloseTo(2, 1)
  })
  it('refuses more kept parameters than there are', () =>
    expect(() =>
      runFormula('quantised-weights', { parameters: 1e9, kept_parameters: 2e9 }),
    ).toThrow(/kept_parameters must be at most parameters \(1000000000\); received 2000000000/))
  it('of fine-tuning grows from adapters on 4-bit weights to all weights', () => {
    const methods = ['qlora-4-bit', 'qlora-8-bit', 'lora-16-bit', 'full'] as const
    const sizes = methods.map((method) => fineTuningGB(13e9, method))
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
  })
  it('of latent attention is one rank a layer, of windows the window at most', () => {
    const shape = { layers: 60, kv_heads: 128, head_size: 192, context_tokens: 100_000 }
    const latent = runFormula('kv-cache', { ...shape, kv_rank: 512, rope_size: 64 }).results
    expect(latent.bytes_per_token).toBe(60 * 576 * 2)
    const window = { window_tokens: 1000, full_attention_layers: 10 }
    const full = runFormula('kv-cache', shape).results.gb ?? 0
    expect((runFormula('kv-cache', { ...shape, ...window }).results.gb ?? 0) / full).toBeCloseTo(
      (10 + 50 * 0.01) / 60,
      9,
    )
    expect(() =>
      runFormula('kv-cache', { ...shape, ...window, full_attention_layers: 61 }),
    ).toThrow(/full_attention_layers must be from 0 to 60 layers; received 61/)
  })
  it('refuses more active experts than there are', () => {
    const example = FORMULAS.find((f) => f.id === 'decode')?.example.arguments
    expect(() => runFormula('decode', { ...example, experts: 8, experts_active: 9 })).toThrow(
      /experts_active must be from 1 to 8 experts; received 9/,
    )
  })
})

describe('the bound on the first token', () => {
  it('is the prompt at full peak', () =>
    expect(firstTokenLowerBoundMs(serving)).toBeCloseTo(184, 0))
  it('is one reading of the weights for a short prompt', () =>
    expect(firstTokenLowerBoundMs({ ...serving, inputTokens: 1 })).toBeCloseTo(10.37, 2))
})

describe('the peak at a number format', () => {
  it.each([
    ['a100', 'fp8', a100, 312e12],
    ['a100', 'nvfp4', a100, 312e12],
    ['h100', 'fp8', h100, 1979e12],
    ['h100', 'mxfp4', h100, 1979e12],
    ['h100', 'int8', h100, 989e12],
    ['b200', 'nvfp4', b200, 9000e12],
  ] as const)('of %s in %s is the next wider one that it has', (_, precision, spec, flops) =>
    expect(peakFlops(spec, precision)).toBe(flops),
  )
  it('reaches the formula by name: a card without fp8 computes in bf16', () => {
    const example = FORMULAS.find((f) => f.id === 'decode')?.example.arguments
    const bound = (peaks: object) =>
      runFormula('decode', { ...example, ...peaks }).results.first_token_ms_at_least ?? 0
    expect(bound({ fp8_tflops: 0 }) / bound({})).toBeCloseTo(1979 / 989, 6)
    expect(bound({ precision: 'nvfp4', fp4_tflops: 3958 }) / bound({})).toBeCloseTo(0.5, 6)
  })
})

describe('replicas that keep a promise about waiting', () => {
  const promise = {
    arrivalsPerSecond: 2,
    serviceSeconds: 20,
    slotsPerReplica: 8,
    targetSeconds: 1,
    share: 0.95,
  }
  const replicas = (change: Partial<typeof promise>) => {
    const found = queueReplicas({ ...promise, ...change })
    return isUnknown(found) ? undefined : found.replicas
  }
  it('are the fewest that do', () => {
    expect(replicas({})).toBe(7)
    expect(erlangC({ ...promise, servers: 6 * 8 }).withinTarget).toBeLessThan(0.95)
  })
  it('are more for a stricter promise, and one where nobody comes', () => {
    expect(replicas({ share: 0.999 })).toBeGreaterThan(7)
    expect(replicas({ arrivalsPerSecond: 0 })).toBe(1)
  })
  it('are unknown for more than any fleet carries', () => {
    expect(replicas({ arrivalsPerSecond: 1e5, slotsPerReplica: 1e5 })).toBeUndefined()
    expect(queueReplicas({ ...promise, arrivalsPerSecond: 1e6 })).toMatchObject({
      unknown: 'does-not-apply',
    })
    expect(() =>
      runFormula('erlang-c-replicas', {
        arrivals_per_s: 1e6,
        service_s: 20,
        slots: 8,
        target_s: 1,
      }),
    ).toThrow(/share must be one that 10,000 replicas or a million slots keep; received 0\.95/)
  })
})

describe('duty cycle', () => {
  const load = { requestsPerMonth: 20e6, answerTokens: 200, tokensPerSecondPerReplica: 1500 }
  it('is what the replicas were sized to stay below', () => {
    const replicas = replicasNeeded({ ...load, duty: 0.3 })
    expect(dutyCycle({ ...load, replicas })).toBeLessThanOrEqual(0.3)
    expect(dutyCycle({ ...load, replicas: replicas - 1 })).toBeGreaterThan(0.3)
  })
  it('is refused where the fleet cannot carry the average', () =>
    expect(() => dutyCycle({ ...load, requestsPerMonth: 2e9, replicas: 1 })).toThrow(
      /replicas must be enough .*received 1/,
    ))
})

describe('what a measured throughput says', () => {
  it('makes prompt and answer tokens together pay for the accelerators', () => {
    const rates = { inputTokensPerSecond: 8000, outputTokensPerSecond: 500 }
    const usd = tokenPriceSplit({ gpus: 4, usdPerGpuHour: 3, ratio: 4, ...rates })
    const perHour = (3600 * (8000 * usd.input + 500 * usd.output)) / 1e6
    expect(perHour).toBeCloseTo(12, 9)
  })
  it('counts attention, which grows with the sequence, and repeated work apart', () => {
    const run = {
      parameters: 7e9,
      layers: 32,
      hidden: 4096,
      sequence: 2048,
      tokensPerSecond: 80_000,
      accelerators: 8,
      peakTeraFlops: 989,
      recomputed: false,
    }
    const [short, long] = [steadyMfu(run), steadyMfu({ ...run, sequence: 65_536 })]
    expect(short.withoutAttention).toBe(long.withoutAttention)
    expect(short.mfu / short.withoutAttention).toBeCloseTo(1.077, 3)
    expect(long.mfu / long.withoutAttention).toBeGreaterThan(3)
    expect(short.hfu).toBe(short.mfu)
    expect(steadyMfu({ ...run, recomputed: true }).hfu).toBeCloseTo((4 / 3) * short.mfu, 12)
  })
})
