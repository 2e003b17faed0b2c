import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import { countParameters } from '../../src/engine/serving/count-parameters.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'

const { models } = loadCatalog(knowledgePaths(undefined).catalog)
const open = models.flatMap(({ id, dimensions }) => (dimensions ? [{ id, d: dimensions }] : []))

describe('dimensions of open models', () => {
  it('are there for at least 45 models', () => expect(open.length).toBeGreaterThanOrEqual(45))
  it.each(open)(
    'of $id add up to its parameter count, and what is active to its active count',
    ({ d }) => {
      const { total, active } = countParameters(d)
      expect(Math.abs(total / d.totalParameters - 1)).toBeLessThan(1e-6)
      const whole = d.experts ? active : total
      expect(Math.abs(whole / d.activeParameters - 1)).toBeLessThan(2e-3)
    },
  )
})
