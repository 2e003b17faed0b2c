import type { ModelFailure } from '../answering/language-model.ts'

/** A failure of a call: what it is for the asker, and whether and when it may be tried again. */
export type Failure = Readonly<{
  why: ModelFailure
  retry: boolean
  /** Milliseconds that the provider asks to be left alone. */
  after?: number
}>

/** What packages throw for an answer that is no JSON or has another shape. */
const NOT_THE_SHAPE = new Set(['OutputParserException', 'SyntaxError', 'ZodError', '$ZodError'])
const TRY_AGAIN: ReadonlySet<number> = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529])

/** What an exception of a provider's package means; packages differ in where they put the status. */
export function failureOf(error: unknown): Failure {
  const { name, status, status_code, headers } = (error ?? {}) as {
    name?: string
    status?: number
    status_code?: number
    headers?: unknown
  }
  if (name === 'AbortError' || name === 'TimeoutError' || name === 'APIUserAbortError')
    return { why: 'timeout', retry: false }
  if (name !== undefined && NOT_THE_SHAPE.has(name)) return { why: 'malformed', retry: false }
  const code = status ?? status_code
  const after = retryAfter(headers)
  return {
    why: 'unavailable',
    retry: code === undefined || TRY_AGAIN.has(code),
    ...(after === undefined ? {} : { after }),
  }
}

/** Retry-After in milliseconds, of seconds; a date is left to the usual pause. */
function retryAfter(headers: unknown): number | undefined {
  const text =
    headers instanceof Headers
      ? headers.get('retry-after')
      : (headers as Record<string, string> | undefined)?.['retry-after']
  const seconds = Number(text ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
}
