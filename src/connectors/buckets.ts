import { z } from 'zod'
import { type Progress, type Rejected, SourceError } from '../ingest/ports.ts'
import type { Bilingual } from '../language/language.ts'
import { type Answer, getPage, type Request, type Web } from './http.ts'
import {
  endlessPages,
  missingDays,
  notAsked,
  repeatedDays,
  type Service,
  twoVersions,
} from './http-sentences.ts'

/** What a service reports of one UTC day. */
export type Bucket<R> = Readonly<{ day: string; results: readonly R[] }>

/** A page of daily buckets with a cursor to the next; `data` and `has_more` have to be there. */
export function bucketPage<R>(bucket: z.ZodType<Bucket<R>>) {
  return z.object({
    data: z.array(bucket),
    has_more: z.boolean(),
    next_page: z.string().nullish(),
  })
}

type Page<R> = z.output<ReturnType<typeof bucketPage<R>>>

/** Pages of one answer; no service has that many days. */
const MOST_PAGES = 1000

/** What all pages say by day, and the earliest clock met, in epoch milliseconds. */
export type Buckets<R> = Readonly<{
  byDay: ReadonlyMap<string, readonly R[]>
  at: number
  remarks: readonly Bilingual[]
}>

/**
 * Follows the cursor through every page. A day that comes again with the same contents is taken once.
 * @throws {SourceError} when a day comes again with other contents, or when the pages do not end
 */
export async function readBuckets<R>(
  web: Web,
  request: Request<Page<R>>,
  progress?: Progress,
): Promise<Buckets<R>> {
  const { service } = request
  const byDay = new Map<string, readonly R[]>()
  let repeated = 0
  let at = Number.POSITIVE_INFINITY
  for await (const answer of pagesOf(web, request)) {
    at = Math.min(at, answer.at)
    for (const { day, results } of answer.page.data) {
      const before = byDay.get(day)
      if (before === undefined) byDay.set(day, results)
      else if (JSON.stringify(before) === JSON.stringify(results)) repeated++
      else throw new SourceError(twoVersions(service, day))
    }
    progress?.(undefined, daysRead(service, byDay.size))
  }
  return { byDay, at, remarks: repeated === 0 ? [] : [repeatedDays(service, repeated)] }
}

/** What a report of costs says of the days asked for, as a reading needs it. */
export function spokenOf<R>(
  { byDay, at, remarks }: Buckets<R>,
  asked: readonly string[],
  service: Service,
): Readonly<{
  days: readonly string[]
  at: number
  read: number
  rejected: readonly Rejected[]
  remarks: readonly Bilingual[]
}> {
  const missing = asked.filter((day) => !byDay.has(day))
  const others = [...byDay].filter(([day]) => !asked.includes(day))
  return {
    days: asked.filter((day) => byDay.has(day)),
    at,
    read: [...byDay.values()].reduce((sum, results) => sum + results.length, 0),
    rejected: others.flatMap(([day, results]) =>
      results.map((_, i) => ({ line: i + 1, reason: notAsked(day) })),
    ),
    remarks: [...remarks, ...(missing.length === 0 ? [] : [missingDays(service, missing)])],
  }
}

async function* pagesOf<R>(web: Web, request: Request<Page<R>>): AsyncGenerator<Answer<Page<R>>> {
  const seen = new Set<string>()
  const url = new URL(request.url)
  for (let read = 0; read < MOST_PAGES; read++) {
    const answer = await getPage(web, { ...request, url })
    yield answer
    const { has_more: more, next_page: next } = answer.page
    if (!more) return
    if (next === undefined || next === null || seen.has(next)) break
    seen.add(next)
    url.searchParams.set('page', next)
  }
  throw new SourceError(endlessPages(request.service))
}

function daysRead({ name }: Service, days: number): Bilingual {
  return { en: `${name}: ${days} days read`, ko: `${name}: ${days}일 읽음` }
}
