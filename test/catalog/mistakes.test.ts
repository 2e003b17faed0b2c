import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'

const [shipped = ''] = knowledgePaths(undefined).catalog
const made: string[] = []

afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true })
})

function folder(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'rightsize-catalog-'))
  made.push(directory)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true })
    writeFileSync(join(directory, file), text)
  }
  return directory
}

/** The shipped catalogue with one file added or overwritten. */
function broken(file: string, text: string) {
  const directory = folder({})
  cpSync(shipped, directory, { recursive: true })
  writeFileSync(join(directory, file), text)
  return () => loadCatalog([directory])
}

const model = (label: string, more = '') =>
  `label: ${label}\nvendor: x\nfamily: y\ntier: small\naliases: []\nopen: false\nfine_tunable: null\nsource: { url: "https://x.example", checked: 2026-11-01 }\n${more}`
const price = (name: string, from: string) =>
  `- { model: ${name}, from: "${from}", input: 1, output: 2, source: "https://x.example", checked: "2026-11-01" }\n`

describe('a catalogue with mistakes', () => {
  it('is refused with file and key, all mistakes at once', () => {
    const text = model('New', 'colour: red\n').replace(/source: .*\n/, '')
    const load = broken('models/new-model.yml', text.replace('tier: small', 'tier: huge'))
    expect(load).toThrow('models/new-model.yml: source is missing; give keys with values.')
    expect(load).toThrow('models/new-model.yml: the file has the unknown key "colour"')
    expect(load).toThrow('tier is "huge" and must be one of frontier, mid, small, nano.')
  })
  it.each([
    [
      'a price of text',
      price('grok-4.7', '2026-01-01').replace('1,', 'dear,'),
      '0.input is "dear" and must be a number.',
    ],
    [
      'a negative price',
      price('grok-4.7', '2026-01-01').replace('1,', '-1,'),
      '0.input is -1 and must be at least 0.',
    ],
    [
      'a day that is no date',
      price('grok-4.7', 'January'),
      '0.from is "January" and must be a UTC date',
    ],
    [
      'a source in prose',
      price('grok-4.7', '2026-01-01').replace('x.example', 'x.example (list)'),
      'must be one address',
    ],
    [
      'an unknown model',
      price('grok-4', '2026-01-01'),
      'prices/x-ai.yml: there is no model grok-4.',
    ],
    [
      'an alias instead of an id',
      price('grok', '2026-01-01'),
      'prices/x-ai.yml: there is no model grok.',
    ],
    [
      'a price read on a day that is not in the calendar',
      price('grok-4.7', '2026-01-01').replace('2026-11-01', '2026-02-30'),
      '0.checked is "2026-02-30" and must be a date such as 2026-11-24.',
    ],
    [
      'a price that ends before it begins',
      price('grok-4.7', '2026-02-01').replace('input', 'to: "2026-01-01", input'),
      'prices of x-ai/grok-4.7: the row from 2026-02-01 ends at 2026-01-01, before it begins.',
    ],
    ['text that is not YAML', '- { model: [', 'prices/x-ai.yml: is not valid YAML'],
  ])('is refused with a sentence for %s', (_, text, sentence) =>
    expect(broken('prices/x-ai.yml', text)).toThrow(sentence),
  )
  it('is refused when prices overlap', () => {
    const rows = price('grok-4.7', '2026-01-01') + price('grok-4.7', '2026-02-01')
    expect(broken('prices/x-ai.yml', rows)).toThrow(
      'prices of x-ai/grok-4.7: the row from 2026-01-01 is still in force when the one from 2026-02-01 starts.',
    )
  })
  it('is refused when a name is used twice', () =>
    expect(broken('models/other.yml', model('GPT-4o'))).toThrow('names both gpt-4o and other'))
  it('is refused when an alias moves from model to model', () =>
    expect(broken('models/other.yml', model('Other').replace('[]', '["other-latest"]'))).toThrow(
      'models/other.yml: "other-latest" is a name that moves from model to model.',
    ))
  it('is refused when a fact about control has no source', () => {
    const load = broken(
      'models/other.yml',
      model('Other', 'control: { retires: { value: 2027-01-01, checked: 2026-11-01 } }\n'),
    )
    expect(load).toThrow('models/other.yml: control.retires.source is missing; give a text.')
  })
  it('is refused when a model that nobody serves retires', () => {
    const fact = '{ value: 2027-01-01, source: "https://x.example", checked: 2026-11-01 }'
    expect(broken('models/other.yml', model('Other', `control: { retires: ${fact} }\n`))).toThrow(
      'models/other.yml: retires belongs to a model that a provider serves.',
    )
  })
  it('is refused when latent attention lacks its ranks', () => {
    const shape =
      'dimensions: { layers: 1, hidden: 8, query_heads: 1, kv_heads: 1, head_size: 8, intermediate: 8, vocabulary: 8, context_tokens: 8, tied_embeddings: true, attention: MLA, total_parameters: 1, active_parameters: 1 }\n'
    expect(broken('models/other.yml', model('Other', shape))).toThrow(
      'belongs to attention MLA and to no other',
    )
  })
  it('is refused when a model names a provider or a size that is not there', () => {
    const load = broken('models/other.yml', model('Other', 'provider: nobody\nsize_proxy: gpt-5\n'))
    expect(load).toThrow('models/other.yml: there is no provider nobody.')
    expect(load).toThrow('models/other.yml: size_proxy gpt-5 has no published size.')
  })
  it('is refused when the folder is not there', () =>
    expect(() => loadCatalog(['no-such-folder'])).toThrow('no catalogue folder no-such-folder'))
})

describe("a company's own folder", () => {
  it('adds to the shipped catalogue and changes its version', () => {
    const own = folder({ 'models/house-model.yml': model('House Model') })
    const [plain, both] = [loadCatalog([shipped]), loadCatalog([shipped, own])]
    expect(both.model('house model')?.id).toBe('house-model')
    expect(both.models).toHaveLength(plain.models.length + 1)
    expect(both.version).not.toBe(plain.version)
    expect(loadCatalog([shipped]).version).toBe(plain.version)
  })
  it('may not replace a shipped model or a price in force', () => {
    const own = folder({
      'models/gpt-4o.yml': model('GPT-4o'),
      'prices/x-ai.yml': price('grok-4.7', '2026-11-01'),
    })
    const load = () => loadCatalog([shipped, own])
    expect(load).toThrow('models: gpt-4o is given twice.')
    expect(load).toThrow('prices of x-ai/grok-4.7: the row from 2026-09-01 is still in force')
  })
  it('is named in its mistakes', () => {
    const own = folder({ 'models/house-model.yml': 'label: House\n' })
    expect(() => loadCatalog([shipped, own])).toThrow(`${own}/models/house-model.yml: vendor`)
  })
})
