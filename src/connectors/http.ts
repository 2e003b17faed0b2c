import type { z } from 'zod'
import { SourceError } from '../ingest/ports.ts'
import type { Bilingual } from '../language/language.ts'
import { JsonNumber, parseExact } from './exact-json.ts'
import {
  busy,
  changedField,
  failing,
  noAnswer,
  notJson,
  refusedKey,
  type Service,
  stopped,
  unexpectedStatus,
} from './http-sentences.ts'

/** What the client needs of the world; given from outside so that tests run on their own clock. */
export type Web = Readonly<{
  fetch: typeof fetch
  /** Resolves after so many milliseconds, or rejects when the signal is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Epoch milliseconds. */
  now: () => number
  /** From 0 to 1. */
  random: () => number
  /** How long one attempt may take, in milliseconds. */
  timeoutMs: number
  /** How often a page is asked for at most; five times where nothing is said. */
  attempts?: number
}>

export type Request<T> = Readonly<{
  service: Service
  url: URL
  headers: Readonly<Record<string, string>>
  schema: z.ZodType<T>
  signal?: AbortSignal
}>

/** A page, and the earlier of our clock and the server's in epoch milliseconds. */
export type Answer<T> = Readonly<{ page: T; at: number }>

const ATTEMPTS = 5
/** The first wait; each further one doubles, up to the longest. */
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 120_000

type Tried<T> =
  | Answer<T>
  | Readonly<{ problem: Bilingual; again: boolean; waitMs?: number | undefined }>

/**
 * GETs a page of JSON. Limits (429), failures of the server, time-outs and truncated JSON are tried
 * again, at most five attempts with jittered waits that honour Retry-After. Redirects are not
 * followed. Fields that the schema does not know are let through.
 * @throws {SourceError} naming the service and what to do; never with a key, a header or a body
 */
export async function getPage<T>(web: Web, request: Request<T>): Promise<Answer<T>> {
  const { attempts = ATTEMPTS } = web
  for (let attempt = 1; ; attempt++) {
    const tried = await attemptOnce(web, request)
    if ('page' in tried) return tried
    const wait = tried.waitMs ?? backOff(attempt, web.random())
    if (!tried.again || attempt === attempts || wait > LONGEST_WAIT_MS)
      throw new SourceError(tried.problem)
    await web.sleep(wait, request.signal).catch(() => {
      throw new SourceError(stopped(request.service))
    })
  }
}

async function attemptOnce<T>(web: Web, request: Request<T>): Promise<Tried<T>> {
  const { service, url, headers, schema, signal } = request
  const timeout = AbortSignal.timeout(web.timeoutMs)
  try {
    const response = await web.fetch(url, {
      headers: { accept: 'application/json', 'user-agent': 'rightsize', ...headers },
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    const at = earlierClock(web.now(), response.headers.get('date'))
    if (response.status !== 200) {
      await response.body?.cancel()
      return refused(service, response.status, retryAfterMs(response.headers, at))
    }
    return checked(service, schema, await response.text(), at)
  } catch (error) {
    if (error instanceof SourceError) throw error
    if (signal?.aborted) throw new SourceError(stopped(service))
    return { problem: noAnswer(service), again: true }
  }
}

function refused(
  service: Service,
  status: number,
  waitMs: number | undefined,
): Exclude<Tried<never>, Answer<never>> {
  if (status === 401 || status === 403)
    return { problem: refusedKey(service, status), again: false }
  const seconds = waitMs === undefined ? undefined : Math.ceil(waitMs / 1000)
  if (status === 429) return { problem: busy(service, seconds), again: true, waitMs }
  if (status >= 500) return { problem: failing(service, status), again: true, waitMs }
  return { problem: unexpectedStatus(service, status), again: false }
}

function checked<T>(service: Service, schema: z.ZodType<T>, text: string, at: number): Tried<T> {
  let json: unknown
  try {
    json = parseExact(text)
  } catch {
    return { problem: notJson(service), again: true }
  }
  const result = schema.safeParse(json)
  if (result.success) return { page: result.data, at }
  const [issue] = result.error.issues
  const path = issue?.path.map(String) ?? []
  const expected =
    issue?.code === 'invalid_type' ? issue.expected : issue?.code === 'custom' ? issue.message : ''
  throw new SourceError(
    changedField(service, path.join('.') || 'answer', expected, kindOf(valueAt(json, path))),
  )
}

function valueAt(json: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string, unknown>>)[key]
        : undefined,
    json,
  )
}

/** The kind of a value, never the value itself. */
function kindOf(value: unknown): Bilingual | undefined {
  if (value === undefined) return undefined
  if (value === null) return { en: 'null', ko: 'null' }
  if (value instanceof JsonNumber) return { en: 'another number', ko: '다른 숫자' }
  if (Array.isArray(value)) return { en: 'a list', ko: '목록' }
  if (typeof value === 'object') return { en: 'an object', ko: '객체' }
  return typeof value === 'boolean'
    ? { en: 'true or false', ko: 'true 또는 false' }
    : { en: 'other text', ko: '다른 글자' }
}

/** Between half of the doubled wait and all of it. */
function backOff(attempt: number, random: number): number {
  return FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + random / 2)
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3), in milliseconds. */
function retryAfterMs(headers: Headers, at: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - at)
}

/** A clock that runs ahead would make days of the future known and empty; the earlier one counts. */
function earlierClock(now: number, date: string | null): number {
  const theirs = Date.parse(date ?? '')
  return Number.isNaN(theirs) ? now : Math.min(now, theirs)
}
