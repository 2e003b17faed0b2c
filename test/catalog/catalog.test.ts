import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { NOW, shippedKnowledge } from '../support/knowledge.ts'

const catalog = loadCatalog(knowledgePaths(undefined).catalog)
const priced = catalog.models.filter(
  (m) => m.provider !== undefined && !isUnknown(catalog.priceAt(m.provider, m.id, NOW)),
)

describe('the shipped catalogue', () => {
  it('prices at least 45 API models today, and holds 45 open models, 20 accelerators, 18 rents and 14 tasks', () => {
    expect(priced.filter((m) => !m.open).length).toBeGreaterThanOrEqual(45)
    expect(catalog.models.filter((m) => m.dimensions).length).toBeGreaterThanOrEqual(45)
    expect(catalog.accelerators.length).toBeGreaterThanOrEqual(20)
    expect(catalog.accelerators.filter((a) => a.rent).length).toBeGreaterThanOrEqual(18)
    expect(catalog.tasks.length).toBeGreaterThanOrEqual(14)
  })
  it('names source and date for every price, model and accelerator', () => {
    const dated = [...catalog.prices, ...catalog.models, ...catalog.accelerators]
    const sources = dated.map((x) => x.source)
    expect(sources.filter((s) => !/^https?:\/\/[^\s()]+$/.test(s.url))).toEqual([])
    expect(sources.filter((s) => !(s.checked >= '2026-01-01' && s.checked <= NOW))).toEqual([])
  })
  it('names a source for every score, size, speed, rent, grid and task', () => {
    const urls = [
      ...catalog.models.flatMap((m) => [...m.scores, m.size, m.speed]),
      ...catalog.accelerators.map((a) => a.rent),
      ...catalog.regions.flatMap((r) => [r.averageIntensity, r.marginalIntensity, r.waterLPerKwh]),
      ...catalog.tasks.flatMap((t) => [t.quality, t.reasoning, t.fineTune, t.router]),
      ...catalog.providers,
    ].flatMap((x) => (x ? [x.source] : []))
    expect(urls.length).toBeGreaterThan(100)
    expect(urls.filter((url) => !/^https?:\/\/[^\s()]+$/.test(url))).toEqual([])
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
  it("keeps a model's own price apart from that of the model it grew from", () => {
    const cacheRead = (model: string, at: string) => {
      const row = catalog.priceAt('anthropic', model, at)
      return isUnknown(row) ? row : row.price.cacheRead
    }
    expect(cacheRead('claude-sonnet-5', NOW)).toBe(0.2)
    expect(cacheRead('claude-sonnet-5-5', NOW)).toBe(0.1)
    expect(cacheRead('claude-sonnet-5-5', '2026-10-06T23:59:59Z')).toBe(0.2)
    expect(cacheRead('claude-sonnet-5-5', '2026-09-27T00:00:00Z')).toMatchObject({
      unknown: 'no-price-at-date',
    })
  })
  it('keeps the price of a seller apart from that of the maker', () => {
    const input = (provider: string) => {
      const row = catalog.priceAt(provider, 'gpt-5.6-luna', '2026-09-01T00:00:00Z')
      return isUnknown(row) ? row : row.price.input
    }
    expect([input('openai'), input('azure')]).toEqual([0.2, 1])
  })
  it('prices the 70B model that is sold, not the one of the same shape that is not', () => {
    expect(catalog.priceAt('groq', 'llama-3.3-70b', NOW)).toMatchObject({ price: { input: 0.59 } })
    expect(catalog.priceAt('groq', 'llama-3.1-70b', NOW)).toMatchObject({ unknown: 'no-price' })
  })
  it('finds open models by the name of their repository', () => {
    expect(catalog.model('meta-llama/Llama-3.1-8B')?.id).toBe('llama-3.1-8b')
    expect(catalog.model('deepseek-ai/DeepSeek-R1')?.id).toBe('deepseek-r1')
  })
  it('keeps the dearer price of long prompts wherever its source has one', () => {
    const above = (provider: string, model: string) => {
      const row = catalog.priceAt(provider, model, NOW)
      return isUnknown(row) ? row : row.price.longPrompt?.aboveTokens
    }
    expect(above('openai', 'gpt-5.5')).toBe(271_999)
    expect(above('google', 'gemini-2.5-pro')).toBe(200_000)
    expect(above('x-ai', 'grok-4.6')).toBe(199_999)
  })
  it('finds every model by id, label and each alias, whatever the case, spaces and hyphens', () => {
    for (const m of catalog.models)
      for (const word of [m.id, m.label, ...m.aliases])
        expect(catalog.model(word.toUpperCase().replaceAll('-', ' '))?.id).toBe(m.id)
    expect(catalog.model('gpt 4o mini')?.id).toBe('gpt-4o-mini')
    expect(catalog.model('gpt-4o-maxi')).toBeUndefined()
  })
  it('finds places in English and Korean', () => {
    expect(catalog.region('서울')?.id).toBe('KOR')
    expect(catalog.region('south korea')?.id).toBe('KOR')
    expect(catalog.region('eu-west-3')?.id).toBe('FRA')
    expect(catalog.region('Atlantis')).toBeUndefined()
  })
  it('gives the smaller tier more quality only where that was measured: sorting and groundedness', () => {
    const falling = catalog.tasks.filter(({ quality: { byTier: q } }) => q.frontier < q.small)
    expect(falling.map((t) => t.id)).toEqual(['classification', 'summarisation', 'rag-qa'])
  })
  it('lets every word of a task name that task alone', () => {
    const words = catalog.tasks.flatMap((t) => [...new Set([...t.words.en, ...t.words.ko])])
    expect(words.filter((w, i) => words.indexOf(w) !== i)).toEqual([])
  })
  it('asks two or three questions in both languages about the value of each task', () => {
    for (const { valueQuestions } of catalog.tasks) {
      expect([2, 3]).toContain(valueQuestions.length)
      for (const { en, ko } of valueQuestions) {
        expect(en).toMatch(/^[A-Z].*\?$/)
        expect(ko).toMatch(/[\uac00-\ud7a3].*\?$/)
      }
    }
  })
  it('rests the quality of every task on a note of the corpus', async () => {
    const notes = new Set((await shippedKnowledge()).corpus.notes.map((n) => n.id))
    const cited = catalog.tasks.flatMap((t) => [t.quality, t.reasoning, t.fineTune, t.router])
    const unknown = cited.flatMap((x) => (x && !notes.has(x.evidence) ? [x.evidence] : []))
    expect(unknown).toEqual([])
  })
  it('stands the size of an undisclosed model in by one of the same maker', () => {
    for (const m of catalog.models)
      if (m.sizeProxy !== undefined) expect(catalog.model(m.sizeProxy)?.vendor).toBe(m.vendor)
  })
})
