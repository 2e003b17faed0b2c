import type { Meter } from '../operation/meter.ts'

/** What is used of a fetch; Bolt's and the platform's are both that. */
type Fetch<Init, Reply> = (url: string | URL, init?: Init) => Promise<Reply>
type Reply = Readonly<{
  ok: boolean
  status: number
  headers: Readonly<{ get: (name: string) => string | null }>
}>

const METHOD = /^[a-z]+(\.[a-zA-Z]+)+$/

/**
 * The fetch behind every call to Slack, which tells how long each took by method and why it was not
 * carried out. Slack refuses most calls in a body whose status is 200, so a copy of it is read.
 */
export function meteredFetch<Init, R extends Reply>(
  inner: Fetch<Init, R>,
  meter: Meter,
): Fetch<Init, R> {
  const refused = (code: string) => {
    meter.count({ kind: 'slack-error', code })
    return 'failed'
  }
  return async (url, init) => {
    let outcome = 'ok'
    return meter.timed(
      { kind: 'slack', name: methodOf(url) },
      async () => {
        const reply = await inner(url, init).catch((error: unknown) => {
          refused(isTimeout(error) ? 'timeout' : 'no_answer')
          throw error
        })
        const code = await codeOf(reply)
        if (code !== undefined) outcome = refused(code)
        return reply
      },
      () => outcome,
    )
  }
}

/** The method's name; addresses that Slack gave for one reply or file are called by what they are. */
function methodOf(url: string | URL): string {
  const name = new URL(url).pathname.split('/').at(-1) ?? ''
  return METHOD.test(name) ? name : 'given-address'
}

async function codeOf(reply: Reply): Promise<string | undefined> {
  if (reply.status === 429) return 'ratelimited'
  if (!reply.ok) return 'http_error'
  if (!(reply instanceof Response) || !reply.headers.get('content-type')?.includes('json'))
    return undefined
  const said: unknown = await reply
    .clone()
    .json()
    .catch(() => undefined)
  const { ok, error } = (said ?? {}) as Readonly<{ ok?: unknown; error?: unknown }>
  return ok === false ? String(error ?? 'unknown_error') : undefined
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
}
