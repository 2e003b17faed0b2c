import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openLanguageModel, type Surroundings } from '../../src/llm/open.ts'

const surroundings: Surroundings = {
  ratesOf: () => undefined,
  calls: undefined as never,
  now: () => Date.parse('2026-11-29T00:00:00Z'),
  newId: () => 'id',
  random: () => 0,
  pause: async () => undefined,
  failed: () => undefined,
}
const opened = (environment: Record<string, string>) =>
  openLanguageModel(readConfig(environment), surroundings)

describe('opening a language model', () => {
  it('opens nothing where none is configured', async () => {
    expect(await opened({})).toBeUndefined()
  })
  it('says which package is missing and how to install it', () =>
    expect(
      opened({ LLM: 'google:gemini-4-argon', LLM_API_KEY: 'k', LLM_PRICE: '1,2' }),
    ).rejects.toThrow(
      'needs the package @langchain/google, which is not installed. Run npm install --save-prod @langchain/google',
    ))
  it('wants to know the price, for a budget cannot be kept without', () =>
    expect(opened({ LLM: 'ollama:llama3.1' })).rejects.toThrow(
      'The price of ollama:llama3.1 is not known, so its budgets could not be kept. Set LLM_PRICE',
    ))
  it('says when the file of the key cannot be read, and does not show a key', () =>
    expect(
      opened({ LLM: 'openai:x', LLM_API_KEY_FILE: '/nowhere/key', LLM_PRICE: '1,2' }),
    ).rejects.toThrow('LLM_API_KEY_FILE cannot be read; received "/nowhere/key".'))
  it('takes the price of the catalogue before one of its own', async () => {
    const rates = { input: 1n, output: 1n }
    const asked: unknown[] = []
    await openLanguageModel(readConfig({ LLM: 'openai:gpt-6-luna', LLM_API_KEY: 'k' }), {
      ...surroundings,
      ratesOf: (...of) => {
        asked.push(of)
        return rates
      },
    })
    expect(asked[0]).toEqual(['openai', 'gpt-6-luna', '2026-11-29', 'USD'])
  })
})

it('LangChain’s chat models are loaded in one place, when one is configured', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) =>
    f.endsWith('.ts'),
  )
  const loads = (f: string, how: RegExp) => how.test(readFileSync(`src/${f}`, 'utf8'))
  const open =
    /^import (?!type)[^\n]*from '(?:langchain|@langchain\/(?:openai|anthropic|google|ollama))/m
  expect(files.filter((f) => loads(f, open))).toEqual([])
  expect(files.filter((f) => loads(f, /import\('langchain/))).toEqual(['llm/load-model.ts'])
  const adapter = /^import (?!type)[^\n]*\/llm\/(?!setting)/m
  expect(files.filter((f) => !f.startsWith('llm/') && loads(f, adapter))).toEqual([])
})
