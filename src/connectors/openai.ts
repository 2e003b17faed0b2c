import { z } from 'zod'
import type { ChargeSource } from '../ingest/ports.ts'
import type { Bilingual } from '../language/language.ts'
import { type Days, daysOf, later, startOf } from '../spend/days.ts'
import { bucketPage, readBuckets, spokenOf } from './buckets.ts'
import { amount, count, currency, quantity, unixDay } from './exact-json.ts'
import type { Web } from './http.ts'
import type { Service } from './http-sentences.ts'
import { begun } from './known-days.ts'
import { amountToAtto, emptyReading, type Item, toReading } from './lines.ts'
import { parseLineItem } from './openai-line-item.ts'
import { joinUsage, type UsageRow } from './openai-usage.ts'

const OPENAI: Service = { name: 'OpenAI', keyName: 'OPENAI_ADMIN_KEY' }
/** Assumed, as no settling time is documented: two days. */
const SETTLE_DAYS = 2
/** Most daily buckets of a page (API reference): costs 180, usage 31. */
const [COST_DAYS, USAGE_DAYS] = ['180', '31']

const Cost = z.object({
  amount: z.object({ value: amount, currency }),
  line_item: z.string().nullish(),
  project_id: z.string().nullish(),
  quantity: quantity.nullish(),
})
const Usage = z.object({
  input_tokens: count,
  input_cached_tokens: count.nullish(),
  input_cache_write_tokens: count.nullish(),
  input_uncached_tokens: count.nullish(),
  output_tokens: count,
  num_model_requests: count,
  project_id: z.string().nullish(),
  model: z.string().nullish(),
  batch: z.boolean().nullish(),
  service_tier: z.string().nullish(),
})
const bucketOf = <R>(result: z.ZodType<R>) =>
  z
    .object({ start_time: unixDay, results: z.array(result) })
    .transform(({ start_time: day, results }) => ({ day, results }))

/**
 * The organisation's costs, joined with its completions for requests and the exact model.
 * Source: GET /v1/organization/costs and /v1/organization/usage/completions, with an admin key.
 */
export function openAi(
  web: Web,
  { baseUrl, key }: Readonly<{ baseUrl: string; key: () => string }>,
): ChargeSource {
  return {
    id: 'openai',
    name: OPENAI.name,
    basis: 'billed',
    settleDays: SETTLE_DAYS,
    read: async (days, { progress, signal } = {}) => {
      const span = begun(days, web.now())
      if (!span) return emptyReading()
      const request = {
        service: OPENAI,
        headers: { authorization: `Bearer ${key()}` },
        ...(signal ? { signal } : {}),
      }
      const address = (report: string, limit: string, groups: readonly string[]) =>
        reportUrl(baseUrl, report, { span, limit, groups, now: web.now() })
      const costs = await readBuckets(
        web,
        {
          ...request,
          url: address('costs', COST_DAYS, ['project_id', 'line_item']),
          schema: bucketPage(bucketOf(Cost)),
        },
        progress,
      )
      const groups = ['project_id', 'model', 'batch', 'service_tier']
      const usage = await readBuckets(
        web,
        {
          ...request,
          url: address('usage/completions', USAGE_DAYS, groups),
          schema: bucketPage(bucketOf(Usage)),
        },
        progress,
      )
      const spoken = spokenOf(costs, daysOf(span), OPENAI)
      const joined = spoken.days.map((day) =>
        joinUsage(
          (costs.byDay.get(day) ?? []).map((cost) => itemOf(day, cost)),
          (usage.byDay.get(day) ?? []).map(usageRow),
        ),
      )
      const without = joined.reduce((sum, j) => sum + j.withoutCost, 0)
      return toReading(
        joined.flatMap((j) => j.items),
        {
          ...spoken,
          at: Math.min(spoken.at, usage.at),
          settleDays: SETTLE_DAYS,
          remarks: [...spoken.remarks, ...(without === 0 ? [] : [requestsWithoutCost(without)])],
        },
      )
    },
  }
}

/** The end is left out where it lies in the future, which the service is reported to refuse. */
function reportUrl(
  baseUrl: string,
  report: string,
  ask: Readonly<{ span: Days; limit: string; groups: readonly string[]; now: number }>,
): URL {
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}/organization/${report}`)
  const end = startOf(later(ask.span.to, 1))
  url.searchParams.set('start_time', String(startOf(ask.span.from) / 1000))
  if (end <= ask.now) url.searchParams.set('end_time', String(end / 1000))
  url.searchParams.set('bucket_width', '1d')
  url.searchParams.set('limit', ask.limit)
  for (const group of ask.groups) url.searchParams.append('group_by[]', group)
  return url
}

function itemOf(day: string, cost: z.output<typeof Cost>): Item {
  const { amount: money, line_item: text, project_id: project, quantity: many } = cost
  const atto = amountToAtto(money.value)
  const parsed = parseLineItem(text ?? '')
  const common = {
    source: 'openai',
    basis: 'billed' as const,
    day,
    provider: 'openai',
    ...(project ? { project } : {}),
    currency: money.currency,
    atto,
  }
  if (!parsed) return { ...common, ...otherLine(text ?? '', many ?? undefined, atto) }
  const tokens = Number.isSafeInteger(many) && (many ?? -1) >= 0 ? (many ?? 0) : undefined
  const kind = { input: 'input', 'cache-read': 'cacheRead', output: 'output' }[
    parsed.meter as 'input' | 'cache-read' | 'output'
  ]
  return {
    ...common,
    ...parsed,
    category: 'usage',
    tokens: tokens === undefined ? {} : { [kind]: tokens },
  }
}

/** A line that is not a model's tokens keeps its words as the unit; below zero it is a credit. */
function otherLine(text: string, many: number | undefined, atto: bigint) {
  return {
    meter: 'other' as const,
    category: atto < 0n ? ('credit' as const) : ('usage' as const),
    tokens: {},
    ...(many === undefined ? {} : { quantity: many }),
    ...(text === '' ? {} : { unit: text }),
  }
}

/** Input tokens include those read from and written to the cache; what is left of them is uncached. */
function usageRow(row: z.output<typeof Usage>): UsageRow {
  const [cacheRead, cacheWrite] = [row.input_cached_tokens ?? 0, row.input_cache_write_tokens ?? 0]
  return {
    model: row.model ?? '',
    project: row.project_id ?? '',
    tier: row.batch ? 'batch' : (row.service_tier ?? undefined),
    requests: row.num_model_requests,
    input: row.input_uncached_tokens ?? Math.max(0, row.input_tokens - cacheRead - cacheWrite),
    cacheRead,
    output: row.output_tokens,
  }
}

function requestsWithoutCost(requests: number): Bilingual {
  return {
    en: `OpenAI counted ${requests} requests for which it reports no cost (yet); they are left out.`,
    ko: `OpenAI: 비용이 (아직) 없는 요청이 ${requests}건 있어 제외했습니다.`,
  }
}
