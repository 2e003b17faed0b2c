import { z } from 'zod'
import type { ChargeSource } from '../ingest/ports.ts'
import { type Days, daysOf, later, utcDay } from '../spend/days.ts'
import { UNKNOWN_PROVIDER } from '../spend/one-truth.ts'
import { amount, isoDate } from './exact-json.ts'
import { getPage, type Web } from './http.ts'
import { begun } from './known-days.ts'
import { amountToAtto, emptyReading, type Item, toReading } from './lines.ts'
import { LITELLM, SETTLE_DAYS, SMALLEST_ATTO } from './litellm-service.ts'

const Row = z.object({
  group_by_day: isoDate,
  teams: z.array(
    z.object({
      team_name: z.string().nullish(),
      total_spend: amount,
      metadata: z.array(z.object({ model: z.string().nullish(), spend: amount })),
    }),
  ),
})
type Row = z.output<typeof Row>

/**
 * What the proxy metered by the names of teams and by model. Tokens are unknown: the report adds all
 * kinds up. Source: GET /global/spend/report of a LiteLLM proxy with an Enterprise licence.
 */
export function liteLlmReport(
  web: Web,
  { baseUrl, key }: Readonly<{ baseUrl: string; key: () => string }>,
): ChargeSource {
  return {
    id: 'litellm',
    name: LITELLM.name,
    basis: 'metered',
    settleDays: SETTLE_DAYS,
    read: async (days, { progress, signal } = {}) => {
      const span = begun(days, web.now())
      if (!span) return emptyReading()
      const { page, at } = await getPage(web, {
        service: LITELLM,
        url: reportUrl(baseUrl, span, utcDay(web.now())),
        headers: { authorization: `Bearer ${key()}` },
        schema: z.array(Row),
        ...(signal ? { signal } : {}),
      })
      progress?.(1, { en: 'LiteLLM: read', ko: 'LiteLLM: 읽음' })
      const known = daysOf(span).filter((day) => day <= utcDay(at))
      const rows = page.filter((row) => known.includes(row.group_by_day))
      return toReading(rows.flatMap(itemsOf), {
        days: known,
        at,
        settleDays: SETTLE_DAYS,
        read: rows.length,
      })
    },
  }
}

/** Whether the end is part of the report is not documented, so one day more is asked for where it is over. */
function reportUrl(baseUrl: string, { from, to }: Days, today: string): URL {
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}/global/spend/report`)
  url.searchParams.set('start_date', from)
  url.searchParams.set('end_date', to < today ? later(to, 1) : to)
  url.searchParams.set('group_by', 'team')
  return url
}

/** A line a team and model; what a team has beyond its models is a line of its own. */
function itemsOf({ group_by_day: day, teams }: Row): Item[] {
  return teams.flatMap(({ team_name: team, total_spend: total, metadata }) => {
    const line = (atto: bigint, model?: string | null): Item => ({
      source: 'litellm',
      basis: 'metered',
      day,
      provider: UNKNOWN_PROVIDER,
      ...(model ? { model } : {}),
      meter: 'tokens',
      category: 'usage',
      ...(team ? { team } : {}),
      tokens: {},
      currency: 'USD',
      atto,
    })
    const lines = metadata.map(({ model, spend }) => line(amountToAtto(spend), model))
    const rest = amountToAtto(total) - lines.reduce((sum, { atto }) => sum + atto, 0n)
    return rest >= SMALLEST_ATTO || rest <= -SMALLEST_ATTO ? [...lines, line(rest)] : lines
  })
}
