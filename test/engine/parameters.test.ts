import { describe, expect, it } from 'vitest'
import { countParameters, type Shape } from '../../src/engine/serving/count-parameters.ts'
import {
  embeddingParameters,
  expertParameters,
  matmulParameters,
} from '../../src/engine/serving/parameters.ts'
import type { Architecture } from '../../src/engine/serving/tensor-conventions.ts'
import published from '../cases/parameters.json' with { type: 'json' }
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog } = await shippedKnowledge()
const shaped = catalog.models.flatMap((m) =>
  m.dimensions ? [{ id: m.id, dimensions: m.dimensions }] : [],
)
const countable = shaped.filter((m) => m.dimensions.attention !== 'MLA')
const need = (id: string) => {
  const found = shaped.find((m) => m.id === id)?.dimensions
  if (!found) throw new Error(`${id} has no dimensions`)
  return found
}

const counted = published.cases.map((c) => ({
  ...c,
  shape: c.shape as Shape,
  architecture: c.architecture as Architecture,
}))

describe('parameters counted with the norms and biases of the architecture', () => {
  it('are held to 27 published counts or more', () =>
    expect(counted.length).toBeGreaterThanOrEqual(27))
  it.each(counted)('equal the published count of $model to the last digit', (c) =>
    expect(countParameters(c.shape, c.architecture).total).toBe(c.published),
  )
  it.each(counted)('give what a token of $model passes through', (c) =>
    expect(countParameters(c.shape, c.architecture).active / 1e9).toBeCloseTo(c.activeBillions, 3),
  )
  it.each(['kvRank', 'ropeSize', 'queryRank', 'valueSize'] as const)(
    'are refused for latent attention without its %s',
    (missing) => {
      const latent = counted.find((c) => c.shape.mla)?.shape
      if (!latent?.mla) return expect.fail('a model with latent attention is among the cases')
      const { [missing]: _, ...rest } = latent.mla
      const mla = { kvRank: 0, ropeSize: 0, ...rest }
      expect(() => countParameters({ ...latent, mla })).toThrow(/attention must be .*received MLA/)
    },
  )
  it('count a norm of all heads where the architecture has one', () => {
    const [llama] = counted.filter((c) => c.model === 'Llama-2-7B')
    if (!llama) return expect.fail('Llama 2 7B is among the cases')
    const more = countParameters(llama.shape, 'minimax').total - llama.published
    expect(more).toBe(llama.shape.layers * 2 * llama.shape.hidden)
  })
})

describe('parameters counted from the shape', () => {
  it.each(countable)('agree with the stored count of $id within 0.1 %', ({ dimensions }) => {
    const { total } = countParameters(dimensions)
    expect(Math.abs(total / dimensions.totalParameters - 1)).toBeLessThan(0.001)
  })
  it.each(countable.filter((m) => m.dimensions.experts))(
    'agree with the stored active count of $id within 1 %',
    ({ dimensions }) => {
      const { active } = countParameters(dimensions)
      expect(Math.abs(active / dimensions.activeParameters - 1)).toBeLessThan(0.01)
    },
  )
})

describe('what a token passes through', () => {
  it('leaves the input embedding of a dense model out', () => {
    const llama = need('llama-3.1-70b')
    expect(matmulParameters(llama)).toBe(llama.totalParameters - embeddingParameters(llama))
  })
  it('takes the active count of a mixture as it is, for it leaves the embedding out already', () => {
    const oss = need('gpt-oss-120b')
    expect(matmulParameters(oss)).toBe(oss.activeParameters)
  })
  it.each(countable.filter((m) => m.dimensions.experts))(
    'and all experts, with the embedding, make up the whole of $id',
    ({ dimensions: d }) => {
      const { count = 0, active = 0 } = d.experts ?? {}
      const lookedUp = d.tiedEmbeddings ? 0 : embeddingParameters(d)
      const each = expertParameters(d) ?? Number.NaN
      const whole = matmulParameters(d) + each * (count - active) + lookedUp
      expect(whole / d.totalParameters).toBeCloseTo(1, 9)
      // The feed-forward matrices of one expert, in every sparse layer.
      const sparse = d.layers - (d.experts?.denseLayers ?? 0)
      const matrices = sparse * 3 * d.hidden * (d.experts?.intermediate ?? 0)
      expect(Math.abs(each / matrices - 1)).toBeLessThan(0.01)
    },
  )
})
