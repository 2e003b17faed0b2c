import { describe, expect, it } from 'vitest'
import { gpusNeeded } from '../../src/engine/serving/gpus-needed.ts'
import { kvCacheGB } from '../../src/engine/serving/kv-cache.ts'
import { prefillFlops } from '../../src/engine/serving/prefill.ts'
import { decode } from '../../src/engine/serving/roofline.ts'
import { weightsGB } from '../../src/engine/serving/weights.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog } = await shippedKnowledge()
const need = (id: string) => {
  const dimensions = catalog.model(id)?.dimensions
  if (!dimensions) throw new Error(`${id} has no dimensions`)
  return dimensions
}
const spec = (id: string) => {
  const found = catalog.accelerator(id)?.spec
  if (!found) throw new Error(`no accelerator ${id}`)
  return found
}

describe('serving a 70B model', () => {
  const llama = need('llama-3.1-70b')
  it('needs four H100 in bf16 with eight sequences of 4,096 tokens', () =>
    expect(
      gpusNeeded(
        weightsGB(llama.totalParameters, 'bf16'),
        kvCacheGB(llama, 4096, 8, 2),
        spec('h100-sxm'),
      ),
    ).toBe(4))
  it('needs two H100 or one H200 in fp8 with 32 sequences', () => {
    const [weights, kv] = [weightsGB(llama.totalParameters, 'fp8'), kvCacheGB(llama, 4096, 32, 1)]
    expect(gpusNeeded(weights, kv, spec('h100-sxm'))).toBe(2)
    expect(gpusNeeded(weights, kv, spec('h200'))).toBe(1)
  })
  it('does not fit where nothing holds it', () =>
    expect(gpusNeeded(4000, 0, spec('l4'))).toBeUndefined())
  it('takes 7.28e14 operations to read 5,000 tokens', () =>
    expect(prefillFlops(llama, 5000) / 7.28e14).toBeCloseTo(1, 2))
  it.each([
    [1, 18.58],
    [5, 21.83],
    [25, 38.75],
    [50, 59.73],
    [100, 92.91],
  ])(
    'decodes with %i at once within the band around the measured %f ms',
    (concurrency, measured) => {
      const speed = decode({
        dimensions: llama,
        precision: 'fp8',
        spec: spec('h100-sxm'),
        gpus: 2,
        inputTokens: 5000,
        outputTokens: 500,
        concurrency,
      })
      expect(speed.class).toBe('dense-hopper')
      expect(measured).toBeGreaterThan(speed.tpotMs.low)
      expect(measured).toBeLessThan(speed.tpotMs.high)
    },
  )
})

describe('a mixture of experts', () => {
  it('is slower per token in a batch than alone, because more experts are read', () => {
    const oss = need('gpt-oss-120b')
    const at = (concurrency: number) =>
      decode({
        dimensions: oss,
        precision: 'mxfp4',
        spec: spec('h100-sxm'),
        gpus: 2,
        inputTokens: 1000,
        outputTokens: 1000,
        concurrency,
      }).tpotMs.central
    expect(at(64)).toBeGreaterThan(2 * at(1))
  })
})
