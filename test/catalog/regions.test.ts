import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tabledIntensity } from '../../scripts/grid-tables.ts'
import { refreshedRegions } from '../../scripts/refreshed-regions.ts'
import { openCatalog } from '../../src/knowledge.ts'

const { regions, region } = openCatalog({})
const kinds = ['averageIntensity', 'marketIntensity', 'marginalIntensity'] as const

describe('the places models run in', () => {
  it('are countries and regions of three clouds, each with a dated, sourced average', () => {
    expect(regions.filter((r) => /^[A-Z]{3}$/.test(r.id)).length).toBeGreaterThanOrEqual(25)
    expect(regions.filter((r) => /^(AWS|Azure|Google) /.test(r.label.en)).length).toBeGreaterThan(
      20,
    )
    for (const { averageIntensity } of regions)
      expect(averageIntensity).toMatchObject({
        gPerKwh: expect.any(Number),
        year: expect.any(Number),
        source: expect.stringMatching(/^https:/),
        licence: expect.stringMatching(/./),
      })
  })
  it('have intensities that a grid can have, from years that were over when they were read', () => {
    for (const r of regions)
      for (const found of kinds.flatMap((kind) => r[kind] ?? [])) {
        expect(found.gPerKwh).toBeLessThanOrEqual(1500)
        expect(found.year).toBeGreaterThanOrEqual(2021)
        expect(found.year).toBeLessThanOrEqual(2025)
      }
  })
  it('keep what happened, what was bought and what one more kWh causes apart', () => {
    const virginia = region('us-east-1')
    expect(kinds.map((kind) => virginia?.[kind]?.gPerKwh)).toEqual([418, 0, 557.17])
    const stockholm = region('eu-north-1')
    expect(kinds.map((kind) => stockholm?.[kind]?.gPerKwh)).toEqual([21, 0, 791.26])
  })
  it('leave a kind unknown where no table has it, and keep a true zero', () => {
    expect(region('Hong Kong')).not.toHaveProperty('marginalIntensity')
    expect(region('Korea')).not.toHaveProperty('marketIntensity')
    expect(region('Iceland')?.marginalIntensity?.gPerKwh).toBe(0)
    expect(region('Singapore')).not.toHaveProperty('waterLPerKwh')
  })
  it('of a cloud are found in a sentence by the id that people type', () => {
    for (const r of regions.filter(({ id }) => /^[a-z]/.test(id))) expect(r.aliases).toContain(r.id)
  })
  it('say in both languages who bears the local costs, or that nobody studied it', () => {
    const studied = regions.filter((r) => r.bearers.some((b) => b.source))
    expect(studied.length).toBeGreaterThanOrEqual(20)
    for (const { bearers } of regions)
      for (const { en, ko, source } of bearers) {
        expect(ko).toMatch(/\p{Script=Hangul}/u)
        expect(source === undefined).toBe(en.startsWith('no study'))
      }
  })
})

describe('intensities that are cited from @tgwf/co2', () => {
  it('are those of the installed release', () => {
    const shipped = readFileSync('knowledge/catalog/regions.yml', 'utf8')
    expect(refreshedRegions(shipped)).toBe(shipped)
  })
  it('follow the tables when a value is another one, and nothing else changes', () => {
    const shipped = readFileSync('knowledge/catalog/regions.yml', 'utf8')
    const stale = shipped.replace('g_per_kwh: 415.65', 'g_per_kwh: 400')
    expect(stale).not.toBe(shipped)
    expect(refreshedRegions(stale)).toBe(shipped)
  })
  it('are numbers even where the table has texts, and an absent zone is an error, not a zero', () => {
    const file = (name: string) => `https://example.org/data/output/${name}`
    expect(tabledIntensity(file('marginal-intensities-2021.json'), 'ISL')).toBe(0)
    expect(() => tabledIntensity(file('marginal-intensities-2021.json'), 'HKG')).toThrow(/HKG/)
    expect(() => tabledIntensity(file('average-intensities.json'), 'ATL')).toThrow(/ATL/)
    expect(tabledIntensity('https://example.org/other.csv', 'KOR')).toBeUndefined()
  })
})
