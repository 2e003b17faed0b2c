import { z } from 'zod'
import type { ChargeSource } from '../ingest/ports.ts'
import { daysOf, later, utcDay } from '../spend/days.ts'
import { amount, count, isoDate } from './exact-json.ts'
import { getPage, type Web } from './http.ts'
import type { Service } from './http-sentences.ts'
import { begun } from './known-days.ts'
import { amountToAtto, emptyReading, type Item, toReading } from './lines.ts'

const OPENROUTER: Service = { name: 'OpenRouter', keyName: 'OPENROUTER_MANAGEMENT_KEY' }
const SETTLE_DAYS = 1
/** The report holds so many completed UTC days; what is older is lost to it. */
const REPORT_DAYS = 30

const Activity = z.object({
  date: isoDate,
  model: z.string(),
  provider_name: z.string(),
  /** Credits spent, in USD. */
  usage: amount,
  /** What calls with the customer's own provider key cost there, in USD; billed by that provider. */
  byok_usage_inference: amount,
  requests: count,
  prompt_tokens: count,
  completion_tokens: count,
})
type Activity = z.output<typeof Activity>

/**
 * Credits spent by model. Source: GET /api/v1/activity, with a management key. All 30 days come in
 * one page; days outside the span are left alone.
 */
export function openRouter(
  web: Web,
  { baseUrl, key }: Readonly<{ baseUrl: string; key: () => string }>,
): ChargeSource {
  return {
    id: 'openrouter',
    name: OPENROUTER.name,
    basis: 'billed',
    settleDays: SETTLE_DAYS,
    read: async (days, { progress, signal } = {}) => {
      const span = begun(days, web.now())
      if (!span) return emptyReading()
      const { page, at } = await getPage(web, {
        service: OPENROUTER,
        url: new URL(`${baseUrl.replace(/\/+$/, '')}/activity`),
        headers: { authorization: `Bearer ${key()}` },
        schema: z.object({ data: z.array(Activity) }),
        ...(signal ? { signal } : {}),
      })
      progress?.(1, { en: 'OpenRouter: read', ko: 'OpenRouter: 읽음' })
      const today = utcDay(at)
      const oldest = later(today, -REPORT_DAYS)
      const known = daysOf(span).filter((day) => oldest <= day && day < today)
      const rows = page.data.filter((row) => known.includes(row.date))
      return toReading(rows.flatMap(itemsOf), {
        days: known,
        at,
        settleDays: SETTLE_DAYS,
        read: rows.length,
      })
    },
  }
}

/**
 * Credits are billed by OpenRouter; calls with an own key are metered beside them, under the provider
 * that bills them. Tokens belong to the one that has an amount; when both have, the report does not
 * say whose they are.
 */
function itemsOf(row: Activity): Item[] {
  const [credits, own] = [amountToAtto(row.usage), amountToAtto(row.byok_usage_inference)]
  const common = {
    source: 'openrouter',
    day: row.date,
    model: row.model,
    meter: 'tokens' as const,
    category: 'usage' as const,
    currency: 'USD',
  }
  const counted = { input: row.prompt_tokens, output: row.completion_tokens }
  const credit: Item = {
    ...common,
    basis: 'billed',
    provider: 'openrouter',
    tokens: own === 0n ? counted : {},
    requests: row.requests,
    atto: credits,
  }
  if (own === 0n) return [credit]
  const ownKey: Item = {
    ...common,
    basis: 'metered',
    provider: row.provider_name,
    tokens: credits === 0n ? counted : {},
    atto: own,
  }
  return credits === 0n ? [{ ...ownKey, requests: row.requests }] : [credit, ownKey]
}
