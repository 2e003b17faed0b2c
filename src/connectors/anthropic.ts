import { z } from 'zod'
import type { ChargeSource } from '../ingest/ports.ts'
import { type Days, daysOf, later, startOf } from '../spend/days.ts'
import { joinTokens } from './anthropic-usage.ts'
import { bucketPage, readBuckets, spokenOf } from './buckets.ts'
import { count, currency, decimalText, isoDate } from './exact-json.ts'
import type { Web } from './http.ts'
import type { Service } from './http-sentences.ts'
import { begun } from './known-days.ts'
import { emptyReading, toReading } from './lines.ts'

const ANTHROPIC: Service = { name: 'Anthropic', keyName: 'ANTHROPIC_ADMIN_KEY' }
const VERSION = '2023-06-01'
/** Costs usually arrive within minutes; a day is given one more. */
const SETTLE_DAYS = 1
/** Most daily buckets of a page (API reference). */
const PAGE_DAYS = '31'

const text = z.string().nullish()
const Cost = z.object({
  currency,
  /** Decimal text in cents. */
  amount: decimalText,
  workspace_id: text,
  description: text,
  cost_type: text,
  context_window: text,
  model: text,
  service_tier: text,
  token_type: text,
  inference_geo: text,
})
/** A line of the cost report. */
export type CostRow = z.output<typeof Cost>

const Usage = z.object({
  uncached_input_tokens: count,
  cache_creation: z.object({ ephemeral_1h_input_tokens: count, ephemeral_5m_input_tokens: count }),
  cache_read_input_tokens: count,
  output_tokens: count,
  server_tool_use: z.object({ web_search_requests: count.nullish() }).nullish(),
  workspace_id: text,
  model: text,
  service_tier: text,
  context_window: text,
})
/** A line of the usage report; input excludes what was read from or written to a cache. */
export type UsageRow = z.output<typeof Usage>

const bucketOf = <R>(result: z.ZodType<R>) =>
  z
    .object({ starting_at: isoDate, results: z.array(result) })
    .transform(({ starting_at: day, results }) => ({ day, results }))

/**
 * The organisation's costs, joined with its messages for tokens. Priority Tier is not in the report.
 * Source: GET /v1/organizations/cost_report and /v1/organizations/usage_report/messages, with an
 * admin key.
 */
export function anthropic(
  web: Web,
  { baseUrl, key }: Readonly<{ baseUrl: string; key: () => string }>,
): ChargeSource {
  return {
    id: 'anthropic',
    name: ANTHROPIC.name,
    basis: 'billed',
    settleDays: SETTLE_DAYS,
    read: async (days, { progress, signal } = {}) => {
      const span = begun(days, web.now())
      if (!span) return emptyReading()
      const request = {
        service: ANTHROPIC,
        headers: { 'x-api-key': key(), 'anthropic-version': VERSION },
        ...(signal ? { signal } : {}),
      }
      const address = (report: string, groups: readonly string[]) =>
        reportUrl(baseUrl, report, { span, groups, now: web.now() })
      const costs = await readBuckets(
        web,
        {
          ...request,
          url: address('cost_report', ['workspace_id', 'description']),
          schema: bucketPage(bucketOf(Cost)),
        },
        progress,
      )
      const groups = ['workspace_id', 'model', 'service_tier', 'context_window']
      const usage = await readBuckets(
        web,
        {
          ...request,
          url: address('usage_report/messages', groups),
          schema: bucketPage(bucketOf(Usage)),
        },
        progress,
      )
      const spoken = spokenOf(costs, daysOf(span), ANTHROPIC)
      const items = spoken.days.flatMap((day) =>
        joinTokens(day, costs.byDay.get(day) ?? [], usage.byDay.get(day) ?? []),
      )
      return toReading(items, {
        ...spoken,
        at: Math.min(spoken.at, usage.at),
        settleDays: SETTLE_DAYS,
      })
    },
  }
}

/** The end is left out where it lies in the future. */
function reportUrl(
  baseUrl: string,
  report: string,
  ask: Readonly<{ span: Days; groups: readonly string[]; now: number }>,
): URL {
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}/organizations/${report}`)
  const end = startOf(later(ask.span.to, 1))
  url.searchParams.set('starting_at', `${ask.span.from}T00:00:00Z`)
  if (end <= ask.now)
    url.searchParams.set('ending_at', new Date(end).toISOString().replace('.000Z', 'Z'))
  url.searchParams.set('bucket_width', '1d')
  url.searchParams.set('limit', PAGE_DAYS)
  for (const group of ask.groups) url.searchParams.append('group_by[]', group)
  return url
}
