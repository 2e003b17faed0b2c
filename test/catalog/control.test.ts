import { describe, expect, it } from 'vitest'
import { controlOf, SELF_HOSTED } from '../../src/catalog/control.ts'
import type { Fact } from '../../src/catalog/facts.ts'
import { loadCatalog } from '../../src/catalog/load.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { NOW } from '../support/knowledge.ts'

const catalog = loadCatalog(knowledgePaths(undefined).catalog)

function control(id: string, provider?: string) {
  const model = catalog.model(id)
  if (!model) throw new Error(`there is no model ${id}`)
  return controlOf(catalog, model, provider)
}

describe('control over a model behind an API', () => {
  it('is what its provider says', () => {
    const { dataLeavesCompany, trainsOnData, retentionDays, residency } = control('gpt-6-sol')
    expect([dataLeavesCompany?.value, trainsOnData?.value]).toEqual([true, false])
    expect(retentionDays?.value).toBe(30)
    expect(residency?.value).toContain('EU')
  })
  it('follows the seller, not the maker', () => {
    const at = (provider: string) => control('gpt-5.6-luna', provider).residency?.value
    expect(at('openai')).toContain('IND')
    expect(at('azure')).toEqual(['USA', 'EU'])
  })
  it('puts what is known of the model before what is known of its provider', () => {
    expect(control('claude-opus-5-5').residency?.value).toEqual(['USA'])
    expect(control('claude-haiku-4-5').residency?.value).toEqual([])
    expect(control('claude-haiku-4-5').retentionDays?.value).toBe(30)
  })
  it('names the day on which a model goes', () => {
    expect(control('gpt-4o').retires?.value).toBe('2027-01-14')
    expect(control('gpt-6-sol').retires).toBeUndefined()
  })
  it('leaves out what nobody stated, or what sources dispute', () => {
    expect(control('deepseek-flash')).not.toHaveProperty('trainsOnData')
    expect(control('gpt-6-sol')).not.toHaveProperty('fineTunable')
    expect(control('gpt-6-luna').fineTunable?.value).toBe(false)
  })
  it('tells one seller from several and from open weights', () => {
    expect(control('gpt-6-sol').lockIn.value).toBe('one-seller')
    expect(control('gpt-5.6-luna').lockIn.value).toBe('several-sellers')
    expect(control('gpt-oss-20b').lockIn.value).toBe('open-weights')
  })
})

describe("control over a model on accelerators of one's own", () => {
  it('keeps the data and allows tuning, if the weights are open', () => {
    const own = control('gpt-oss-20b', SELF_HOSTED)
    expect(own.dataLeavesCompany?.value).toBe(false)
    expect(own.fineTunable?.value).toBe(true)
    expect(own.retires).toBeUndefined()
    expect(control('gpt-oss-20b', 'groq').dataLeavesCompany?.value).toBe(true)
  })
  it('is unknown for a model that cannot be hosted', () => {
    const own = control('gpt-6-sol', SELF_HOSTED)
    expect(own.selfHostable.value).toBe(false)
    expect(own).not.toHaveProperty('dataLeavesCompany')
  })
  it('is unknown where no provider is named and none is usual', () => {
    expect(control('llama-3.1-70b')).not.toHaveProperty('dataLeavesCompany')
    expect(control('llama-3.1-70b').selfHostable.value).toBe(true)
  })
})

describe('facts about control', () => {
  const facts = [...catalog.providers, ...catalog.models].flatMap(({ id, control: own }) =>
    Object.entries<Fact<unknown>>(own).map(([key, fact]) => ({ name: `${id}.${key}`, fact })),
  )
  it('each name the page and the day on which it was read', () => {
    expect(facts.length).toBeGreaterThan(40)
    const bad = facts.filter(
      ({ fact }) =>
        !(/^https?:\/\/[^\s()]+$/.test(fact.source) && fact.checked <= NOW.slice(0, 10)),
    )
    expect(bad).toEqual([])
  })
  it('are known for every provider that sells a closed model', () => {
    const sellers = new Set(catalog.models.filter((m) => !m.open).map((m) => m.provider))
    const silent = [...sellers].filter(
      (id) => id !== undefined && !catalog.provider(id)?.control.dataLeavesCompany,
    )
    expect(silent).toEqual([])
  })
})
