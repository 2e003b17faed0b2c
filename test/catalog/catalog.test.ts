import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { NOW } from '../support/knowledge.ts'

const catalog = loadCatalog(knowledgePaths(undefined).catalog)
const priced = catalog.models.filter(
  (m) => m.provider !== undefined && !isUnknown(catalog.priceAt(m.provider, m.id, NOW)),
)

describe('the shipped catalogue', () => {
  it('prices at least 20 API models today, and holds 10 open models, 8 accelerators, 8 regions and 8 tasks', () => {
    expect(priced.filter((m) => !m.open).length).toBeGreaterThanOrEqual(20)
    expect(catalog.models.filter((m) => m.dimensions).length).toBeGreaterThanOrEqual(10)
    expect(catalog.accelerators.length).toBeGreaterThanOrEqual(8)
    expect(catalog.regions.length).toBeGreaterThanOrEqual(8)
    expect(catalog.tasks.length).toBeGreaterThanOrEqual(8)
  })
  it('names source and date for every price, model and accelerator', () => {
    const sources = [...catalog.prices, ...catalog.models, ...catalog.accelerators].map(
      (x) => x.source,
    )
    expect(
      sources.every((s) => /^https?:\/\//.test(s.url) && /^\d{4}-\d{2}-\d{2}$/.test(s.checked)),
    ).toBe(true)
  })
  it('changes a price at its date, the end excluded', () => {
    const at = (time: string) => {
      const row = catalog.priceAt('google', 'gemini-4-argon', time)
      return isUnknown(row) ? row : row.price.input
    }
    expect(at('2026-11-30T23:59:59Z')).toBe(2)
    expect(at('2026-12-01T00:00:00Z')).toBe(4)
    expect(at('2026-01-01T00:00:00Z')).toMatchObject({ unknown: 'no-price-at-date' })
  })
  it('never prices from a near name', () => {
    expect(catalog.model('mistral-large-latest')).toBeUndefined()
    expect(catalog.priceAt('mistral', 'mistral-large-latest', NOW)).toMatchObject({
      unknown: 'no-price',
    })
    expect(catalog.model('claude-sonnet-5')?.id).toBe('claude-sonnet-5')
    expect(catalog.model('Claude Sonnet 5.5')?.id).toBe('claude-sonnet-5-5')
  })
})

describe('a catalogue with mistakes', () => {
  const broken = (file: string, text: string) => {
    const directory = mkdtempSync(join(tmpdir(), 'rightsize-catalog-'))
    cpSync('knowledge/catalog', directory, { recursive: true })
    writeFileSync(join(directory, file), text)
    return () => loadCatalog([directory])
  }
  it('is refused with file and key for an unknown key and a missing source', () =>
    expect(
      broken(
        'models/new-model.yml',
        'label: New\nvendor: x\nfamily: y\ntier: small\naliases: []\nopen: false\nfine_tunable: null\ncolour: red\n',
      ),
    ).toThrow(/models\/new-model\.yml: source[\s\S]*models\/new-model\.yml: .*colour/))
  it('is refused when prices overlap', () =>
    expect(
      broken(
        'prices/x-ai.yml',
        '- { model: grok-4.7, from: "2026-01-01", input: 1, output: 2, source: "https://x.example", checked: "2026-11-01" }\n- { model: grok-4.7, from: "2026-02-01", input: 1, output: 2, source: "https://x.example", checked: "2026-11-01" }\n',
      ),
    ).toThrow(/still in force/))
  it('is refused when a name is used twice', () =>
    expect(
      broken(
        'models/other.yml',
        'label: GPT-4o\nvendor: x\nfamily: y\ntier: small\naliases: []\nopen: false\nfine_tunable: null\nsource: { url: "https://x.example", checked: 2026-11-01 }\n',
      ),
    ).toThrow(/names both/))
})
