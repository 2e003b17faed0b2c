import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import type { ModelDimensions } from '../../src/engine/serving/dimensions.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'

const { models } = loadCatalog(knowledgePaths(undefined).catalog)
const open = models.flatMap(({ id, dimensions }) => (dimensions ? [{ id, d: dimensions }] : []))

/** Projections of one layer, with their biases, sinks and norms of queries and keys. */
function attention(d: ModelDimensions): number {
  const [queries, keys] = [d.queryHeads * d.headSize, d.kvHeads * d.headSize]
  const { queryRank = 0, nopeSize = 0, valueSize = 0, kvRank = 0, ropeSize = 0 } = d.mla ?? {}
  const projections = d.mla
    ? d.hidden * (queryRank + kvRank + ropeSize) +
      queryRank * d.queryHeads * (nopeSize + ropeSize) +
      kvRank * d.queryHeads * (nopeSize + valueSize) +
      d.queryHeads * valueSize * d.hidden +
      queryRank +
      kvRank
    : 2 * d.hidden * (queries + keys)
  const biases = (d.qkvBias ? queries + 2 * keys : 0) + (d.outputBias ? d.hidden : 0)
  const norms =
    d.qkNorm === 'per-head' ? 2 * d.headSize : d.qkNorm === 'per-width' ? queries + keys : 0
  return projections + biases + norms + (d.attentionSinks ? d.queryHeads : 0)
}

/** Every weight of the text model, counted from its shape alone; `active` is one token's path. */
function counted(d: ModelDimensions): { total: number; active: number } {
  const { experts: e } = d
  const embedding = d.vocabulary * d.hidden
  const outside = embedding * (d.tiedEmbeddings ? 1 : 2) + d.hidden
  const layers = d.layers * (attention(d) + (d.normsPerLayer ?? 2) * d.hidden)
  const dense = 3 * d.hidden * d.intermediate
  const sparse = (used: number) =>
    e
      ? (d.hidden + (e.routerBias ? 1 : 0)) * e.count +
        3 * d.hidden * e.intermediate * (used + e.shared) +
        (e.bias ? used * (2 * e.intermediate + d.hidden) : 0)
      : 0
  const forward = (used: number) =>
    e ? e.denseLayers * dense + (d.layers - e.denseLayers) * sparse(used) : d.layers * dense
  const total = outside + layers + forward(e?.count ?? 0)
  return {
    total,
    active: e ? outside - (d.tiedEmbeddings ? 0 : embedding) + layers + forward(e.active) : total,
  }
}

describe('dimensions of open models', () => {
  it('are there for at least 45 models, dense and sparse, with all kinds of attention', () => {
    expect(open.length).toBeGreaterThanOrEqual(45)
    expect(open.filter(({ d }) => d.experts).length).toBeGreaterThanOrEqual(10)
    expect(new Set(open.map(({ d }) => d.attention))).toEqual(new Set(['GQA', 'MHA', 'MLA']))
    expect(open.filter(({ d }) => d.slidingWindow).length).toBeGreaterThanOrEqual(5)
  })

  it.each(open)('of $id add up to its parameter count, to the last weight', ({ d }) => {
    expect(counted(d)).toEqual({ total: d.totalParameters, active: d.activeParameters })
  })

  it('name no more layers with full attention than there are', () => {
    const windows = open.flatMap(({ id, d }) =>
      d.slidingWindow && d.slidingWindow.fullAttentionLayers >= d.layers ? [id] : [],
    )
    expect(windows).toEqual([])
  })
})
