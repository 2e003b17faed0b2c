import { z } from 'zod'
import { type ChargeSource, type Progress, SourceError } from '../ingest/ports.ts'
import { type Days, daysOf, utcDay } from '../spend/days.ts'
import { amount, count, isoDate } from './exact-json.ts'
import { getPage, type Request, type Web } from './http.ts'
import { endlessPages, notAsked } from './http-sentences.ts'
import { begun } from './known-days.ts'
import { emptyReading, toReading } from './lines.ts'
import { itemsOf } from './litellm-rows.ts'
import { LITELLM, SETTLE_DAYS } from './litellm-service.ts'

/** Most rows of a page. */
const PAGE_ROWS = '1000'
const MOST_PAGES = 10_000

const Metrics = z.object({
  spend: amount,
  prompt_tokens: count,
  completion_tokens: count,
  cache_read_input_tokens: count.nullish(),
  cache_creation_input_tokens: count.nullish(),
  api_requests: count,
  failed_requests: count,
})
export type Metrics = z.output<typeof Metrics>

const Key = z.object({
  metrics: Metrics,
  metadata: z.object({ key_alias: z.string().nullish(), team_id: z.string().nullish() }).nullish(),
})
const Group = z.object({ metrics: Metrics, api_key_breakdown: z.record(z.string(), Key) })
const Day = z.object({
  date: isoDate,
  metrics: Metrics,
  breakdown: z.object({
    models: z.record(z.string(), Group),
    providers: z.record(z.string(), Group),
  }),
})
/** A part of a day; the rows of one date may lie on several pages. */
export type DayPart = z.output<typeof Day>

const Page = z.object({
  results: z.array(Day),
  metadata: z.object({ page: count, has_more: z.boolean() }),
})

/**
 * What the proxy metered by its price list, by model and key. Source: GET /user/daily/activity of a
 * LiteLLM proxy, with a key that may see everybody's spend.
 */
export function liteLlm(
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
      const request = {
        service: LITELLM,
        url: activityUrl(baseUrl, span),
        headers: { authorization: `Bearer ${key()}` },
        schema: Page,
        ...(signal ? { signal } : {}),
      }
      const { parts, at } = await readPages(web, request, progress)
      const known = daysOf(span).filter((day) => day <= utcDay(at))
      const rows = known.flatMap((day) => itemsOf(parts.filter((p) => p.date === day)))
      const others = parts.filter((p) => !known.includes(p.date))
      return toReading(rows, {
        days: known,
        at,
        settleDays: SETTLE_DAYS,
        read: parts.length,
        rejected: others.map((p, i) => ({ line: i + 1, reason: notAsked(p.date) })),
      })
    },
  }
}

/** Every page, in order; a page that is another than the one asked for, or the same again, is refused. */
async function readPages(
  web: Web,
  request: Request<z.output<typeof Page>>,
  progress?: Progress,
): Promise<{ parts: readonly DayPart[]; at: number }> {
  const parts: DayPart[] = []
  const url = new URL(request.url)
  let [at, before] = [Number.POSITIVE_INFINITY, '']
  for (let number = 1; number <= MOST_PAGES; number++) {
    url.searchParams.set('page', String(number))
    const answer = await getPage(web, { ...request, url })
    const { results, metadata } = answer.page
    const contents = JSON.stringify(results)
    if (metadata.page !== number || (results.length > 0 && contents === before)) break
    before = contents
    at = Math.min(at, answer.at)
    parts.push(...results)
    progress?.(undefined, { en: `LiteLLM: page ${number} read`, ko: `LiteLLM: ${number}쪽 읽음` })
    if (!metadata.has_more) return { parts, at }
  }
  throw new SourceError(endlessPages(request.service))
}

function activityUrl(baseUrl: string, { from, to }: Days): URL {
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}/user/daily/activity`)
  url.searchParams.set('start_date', from)
  url.searchParams.set('end_date', to)
  url.searchParams.set('page_size', PAGE_ROWS)
  return url
}
