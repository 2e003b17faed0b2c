import type { ModelState } from '../operation/doctor/model.ts'
import type { RatesOf } from '../spend/rates.ts'
import { loadModel } from './load-model.ts'
import { checkPrice, keyOf, type ModelConfig, withOwnPrice } from './open.ts'
import { type ModelSetting, type Provider, readSetting } from './setting.ts'

/** How long a provider may take, in milliseconds. */
const ASK_MS = 10_000

type Means = Readonly<{ ratesOf: RatesOf; now: () => number; fetch: typeof fetch }>

/**
 * Looks whether the configured models could be opened, and asks the provider for its list of models;
 * nothing is generated and nothing spent.
 * @throws {MissingPackageError | ModelError} when a package, a key or a price is missing
 */
export async function inspectModel(config: ModelConfig, means: Means): Promise<ModelState> {
  const settings = [config.LLM, config.LLM_WORDING].flatMap((t) => (t && readSetting(t)) || [])
  const today = new Date(means.now()).toISOString().slice(0, 10)
  const apiKey = keyOf(config)
  for (const setting of settings) {
    checkPrice(setting, withOwnPrice(means.ratesOf, config.LLM_PRICE), today)
    await loadModel(setting, { ...(apiKey === undefined ? {} : { apiKey }), maxTokens: 1 })
  }
  const [first] = settings
  if (!first) throw new Error('There is no language model to look at.')
  const response = await means
    .fetch(listAddress(first.provider, config.LLM_BASE_URL), {
      headers: keyHeaders(first.provider, apiKey),
      redirect: 'manual',
      signal: AbortSignal.timeout(ASK_MS),
    })
    .catch(() => undefined)
  if (!response) return { kind: 'unreached' }
  return stateOf(response, settings)
}

async function stateOf(response: Response, settings: readonly ModelSetting[]): Promise<ModelState> {
  const { status } = response
  if (status === 401 || status === 403) return { kind: 'refused', status }
  if (status === 429 || status >= 500) return { kind: 'failing', status }
  const offered = response.ok ? namesIn(await response.json().catch(() => undefined)) : []
  if (offered.length === 0) return { kind: 'no-list', status }
  const known = settings.every(({ model }) => offered.some((name) => isNamed(name, model)))
  return { kind: 'listed', known }
}

/** Providers name a model with a folder before it, or with its date or tag after it. */
function isNamed(name: string, model: string): boolean {
  const bare = name.replace(/^models\//, '')
  return bare.startsWith(model) && /^$|^-\d|^:latest$/.test(bare.slice(model.length))
}

function namesIn(said: unknown): readonly string[] {
  const { data, models } = (said ?? {}) as Readonly<{ data?: unknown; models?: unknown }>
  const list: readonly unknown[] = Array.isArray(data) ? data : Array.isArray(models) ? models : []
  return list.flatMap((one) => {
    const { id, name } = (one ?? {}) as Readonly<{ id?: unknown; name?: unknown }>
    return typeof id === 'string' ? [id] : typeof name === 'string' ? [name] : []
  })
}

/** Where each provider lists its models, below the address that its package is given. */
const LISTS: Readonly<Record<Provider, Readonly<{ usual: string; path: string }>>> = {
  openai: { usual: 'https://api.openai.com/v1', path: '/models' },
  'openai-compatible': { usual: '', path: '/models' },
  anthropic: { usual: 'https://api.anthropic.com', path: '/v1/models?limit=1000' },
  google: {
    usual: 'https://generativelanguage.googleapis.com',
    path: '/v1beta/models?pageSize=1000',
  },
  ollama: { usual: 'http://127.0.0.1:11434', path: '/api/tags' },
}

function listAddress(provider: Provider, baseUrl: string | undefined): string {
  const { usual, path } = LISTS[provider]
  return `${(baseUrl ?? usual).replace(/\/+$/, '')}${path}`
}

function keyHeaders(provider: Provider, key: string | undefined): Record<string, string> {
  if (key === undefined) return {}
  if (provider === 'anthropic') return { 'x-api-key': key, 'anthropic-version': '2023-06-01' }
  return provider === 'google' ? { 'x-goog-api-key': key } : { authorization: `Bearer ${key}` }
}
