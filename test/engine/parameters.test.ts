import { describe, expect, it } from 'vitest'
import { countParameters } from '../../src/engine/serving/count-parameters.ts'
import {
  embeddingParameters,
  expertParameters,
  matmulParameters,
} from '../../src/engine/serving/parameters.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog } = await shippedKnowledge()
const shaped = catalog.models.flatMap((m) =>
  m.dimensions ? [{ id: m.id, dimensions: m.dimensions }] : [],
)
const countable = shaped
const need = (id: string) => {
  const found = shaped.find((m) => m.id === id)?.dimensions
  if (!found) throw new Error(`${id} has no dimensions`)
  return found
}

describe('parameters counted from the shape', () => {
  it.each(countable)(
    'are those of $id to the last one, or to a part in a million',
    ({ dimensions }) => {
      const { total } = countParameters(dimensions)
      expect(Math.abs(total / dimensions.totalParameters - 1)).toBeLessThan(1e-6)
    },
  )
  it.each(countable.filter((m) => m.dimensions.experts))(
    'agree with the stored active count of $id within 1 %',
    ({ dimensions }) => {
      const { active } = countParameters(dimensions)
      expect(Math.abs(active / dimensions.activeParameters - 1)).toBeLessThan(0.01)
    },
  )
  it('are refused for latent attention whose query rank is not given', () => {
    const { mla: _ranks, ...rest } = need('deepseek-v3')
    expect(() => countParameters(rest)).toThrow(/attention must be .*received MLA/)
  })
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
