import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import type { ModelDimensions } from '../../src/engine/serving/dimensions.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'

const { models } = loadCatalog(knowledgePaths(undefined).catalog)
const recountable = models.flatMap(({ id, dimensions }) =>
  dimensions && dimensions.attention !== 'MLA' ? [{ id, d: dimensions }] : [],
)

/** Weights of embeddings, attention, feed-forward and norms; biases (well under 0.1 %) are left out. */
function counted(d: ModelDimensions): { total: number; active: number } {
  const width = d.queryHeads * d.headSize
  const attention = d.hidden * (2 * width + 2 * d.kvHeads * d.headSize) + 2 * d.hidden
  const forward = 3 * d.hidden * (d.experts?.intermediate ?? d.intermediate)
  const router = d.experts ? d.hidden * d.experts.count : 0
  const embeddings = d.vocabulary * d.hidden
  const outside = embeddings * (d.tiedEmbeddings ? 1 : 2) + d.hidden
  const layers = (experts: number) => d.layers * (attention + router + experts * forward)
  return {
    total: outside + layers(d.experts?.count ?? 1),
    active: d.experts ? outside - embeddings + layers(d.experts.active) : d.activeParameters,
  }
}

describe('dimensions of open models', () => {
  it('are there for at least 12 models that can be recounted', () =>
    expect(recountable.length).toBeGreaterThanOrEqual(12))

  it.each(recountable)('of $id add up to its parameter count', ({ d }) => {
    expect(Math.abs(counted(d).total / d.totalParameters - 1)).toBeLessThan(1e-3)
    expect(Math.abs(counted(d).active / d.activeParameters - 1)).toBeLessThan(2e-3)
  })

  it('add up exactly for Llama 3.1', () => {
    const llama = recountable.filter(({ id }) => id.startsWith('llama-3.1'))
    expect(llama.map(({ d }) => counted(d).total)).toEqual(llama.map(({ d }) => d.totalParameters))
    expect(llama).toHaveLength(3)
  })
})
