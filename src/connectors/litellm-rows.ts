import { UNKNOWN_PROVIDER } from '../spend/one-truth.ts'
import { amountToAtto, type Item } from './lines.ts'
import type { DayPart, Metrics } from './litellm.ts'
import { SMALLEST_ATTO } from './litellm-service.ts'

/** Sums of metrics; spend in atto-dollars. */
type Sums = Readonly<{
  atto: bigint
  prompt: number
  completion: number
  cacheRead: number
  cacheWrite: number
  requests: number
  failed: number
}>

type KeyRow = Readonly<{ sums: Sums; alias?: string; team?: string }>

const NONE: Sums = {
  atto: 0n,
  prompt: 0,
  completion: 0,
  cacheRead: 0,
  cacheWrite: 0,
  requests: 0,
  failed: 0,
}

/**
 * The parts of one date, put together first and then split by model and key. What a model has beyond
 * its keys, and the date beyond its models, becomes a line of its own, so that the totals hold.
 */
export function itemsOf(parts: readonly DayPart[]): Item[] {
  const [first] = parts
  if (!first) return []
  const total = summed(parts.map((p) => p.metrics))
  const names = [...new Set(parts.flatMap((p) => Object.keys(p.breakdown.models)))].sort()
  const models = names.map((model) => {
    const groups = parts.flatMap((p) => p.breakdown.models[model] ?? [])
    return { model, sums: summed(groups.map((g) => g.metrics)), keys: keysOf(groups) }
  })
  const line = (sums: Sums, model?: string, key?: KeyRow, keyId?: string): Item => ({
    ...itemOf(first.date, sums),
    provider: providerOf(parts, model, keyId),
    ...(model === undefined ? {} : { model }),
    ...(key?.team === undefined ? {} : { team: key.team }),
    ...(key?.alias === undefined ? {} : { workload: key.alias }),
  })
  const rest = less(total, sum(models.map((m) => m.sums)))
  return [
    ...models.flatMap(({ model, sums, keys }) => {
      const beyond = less(sums, sum([...keys.values()].map((k) => k.sums)))
      return [
        ...[...keys].map(([id, key]) => line(key.sums, model, key, id)),
        ...(matters(beyond) ? [line(beyond, model)] : []),
      ]
    }),
    ...(matters(rest) ? [line(rest)] : []),
  ]
}

/** Prompt tokens include those read from and written to a cache. */
function itemOf(day: string, sums: Sums): Omit<Item, 'provider'> {
  const input = sums.prompt - sums.cacheRead - sums.cacheWrite
  const whole = [input, sums.cacheRead, sums.cacheWrite, sums.completion].every((n) => n >= 0)
  return {
    source: 'litellm',
    basis: 'metered',
    day,
    meter: 'tokens',
    category: 'usage',
    tokens: whole
      ? {
          input,
          cacheRead: sums.cacheRead,
          cacheWrite: sums.cacheWrite,
          output: sums.completion,
        }
      : {},
    ...(sums.requests >= 0 ? { requests: sums.requests } : {}),
    ...(sums.failed >= 0 ? { failedRequests: sums.failed } : {}),
    currency: 'USD',
    atto: sums.atto,
  }
}

/**
 * The report names providers beside models, not for each. A provider is known when the day has one
 * only, when the model's name begins with it, or when the key used one only; else it stays unknown.
 */
function providerOf(
  parts: readonly DayPart[],
  model: string | undefined,
  keyId: string | undefined,
): string {
  const names = [...new Set(parts.flatMap((p) => Object.keys(p.breakdown.providers)))]
  const [only, another] = names
  if (only !== undefined && another === undefined) return only
  const prefixed = names.find((name) => model?.startsWith(`${name}/`))
  if (prefixed !== undefined) return prefixed
  const used = names.filter((name) =>
    parts.some((p) => keyId !== undefined && p.breakdown.providers[name]?.api_key_breakdown[keyId]),
  )
  return used.length === 1 && used[0] !== undefined ? used[0] : UNKNOWN_PROVIDER
}

type Groups = readonly DayPart['breakdown']['models'][string][]

function keysOf(groups: Groups): Map<string, KeyRow> {
  const keys = new Map<string, KeyRow>()
  for (const [id, { metrics, metadata }] of groups.flatMap((g) =>
    Object.entries(g.api_key_breakdown),
  )) {
    const before = keys.get(id)
    keys.set(id, {
      ...before,
      ...(metadata?.key_alias ? { alias: metadata.key_alias } : {}),
      ...(metadata?.team_id ? { team: metadata.team_id } : {}),
      sums: sum([before?.sums ?? NONE, sumsOf(metrics)]),
    })
  }
  return keys
}

function sumsOf(m: Metrics): Sums {
  return {
    atto: amountToAtto(m.spend),
    prompt: m.prompt_tokens,
    completion: m.completion_tokens,
    cacheRead: m.cache_read_input_tokens ?? 0,
    cacheWrite: m.cache_creation_input_tokens ?? 0,
    requests: m.api_requests,
    failed: m.failed_requests,
  }
}

function summed(metrics: readonly Metrics[]): Sums {
  return sum(metrics.map(sumsOf))
}

function sum(all: readonly Sums[]): Sums {
  return all.reduce((a, b) => combined(a, b, 1), NONE)
}

function less(a: Sums, b: Sums): Sums {
  return combined(a, b, -1)
}

function combined(a: Sums, b: Sums, sign: 1 | -1): Sums {
  return {
    atto: a.atto + BigInt(sign) * b.atto,
    prompt: a.prompt + sign * b.prompt,
    completion: a.completion + sign * b.completion,
    cacheRead: a.cacheRead + sign * b.cacheRead,
    cacheWrite: a.cacheWrite + sign * b.cacheWrite,
    requests: a.requests + sign * b.requests,
    failed: a.failed + sign * b.failed,
  }
}

function matters({ atto, requests }: Sums): boolean {
  return atto >= SMALLEST_ATTO || atto <= -SMALLEST_ATTO || requests > 0
}
