import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import { staleAt } from '../../src/catalog/stale.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'

const catalog = loadCatalog(knowledgePaths(undefined).catalog)
const names = (items: readonly { what: string }[]) => items.map((i) => i.what)

describe('what has aged in the catalogue', () => {
  it('is a price in force that was last read more than 60 days before', () => {
    expect(names(staleAt(catalog, '2026-11-22').prices)).not.toContain('openai/gpt-4o')
    const { prices } = staleAt(catalog, '2026-11-23')
    expect(prices.find((p) => p.what === 'openai/gpt-4o')).toMatchObject({
      day: '2026-09-23',
      days: 61,
    })
    expect(names(prices)).not.toContain('openai/gpt-6-sol')
  })
  it('is no price that has ended or not begun', () => {
    const rows = staleAt(catalog, '2027-06-01').prices.filter(
      (p) => p.what === 'google/gemini-4-argon',
    )
    expect(rows).toHaveLength(1)
  })
  it('is a rent, oldest first, and never an accelerator without one', () => {
    const { rents } = staleAt(catalog, '2026-11-24')
    expect(names(rents)).toContain('mi300x')
    expect(names(rents)).not.toContain('trainium2')
    expect(rents.map((r) => r.day)).toEqual(rents.map((r) => r.day).toSorted())
  })
  it('is a fact about control after half a year', () => {
    expect(staleAt(catalog, '2027-05-23').facts).toEqual([])
    expect(names(staleAt(catalog, '2027-05-24').facts)).toContain('openai: retentionDays')
  })
  it('is a model that is gone or goes within 60 days', () => {
    const { retirements } = staleAt(catalog, '2026-11-24')
    expect(retirements.find((r) => r.what === 'o4-mini')).toMatchObject({ days: -32 })
    expect(retirements.find((r) => r.what === 'gemini-2.5-pro')).toMatchObject({ days: 7 })
    expect(names(retirements)).not.toContain('gpt-5.1')
  })
})
