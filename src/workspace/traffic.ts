import { looksLikeKey } from '../access/keys.ts'
import type { Clock } from '../answering/ports.ts'
import { createChanges } from './changes.ts'

/** What goes between the workspace and the app: three kinds in, three out. */
export const KINDS = ['event', 'command', 'interaction', 'web-api', 'response-url', 'file'] as const
export type Kind = (typeof KINDS)[number]

/** One delivery to the app or one call of it. */
export type Exchange = {
  readonly id: number
  /** Epoch milliseconds on the workspace's clock. */
  readonly at: number
  readonly kind: Kind
  /** The event, command, action or method. */
  readonly name: string
  readonly request: unknown
  /** Milliseconds until the app acknowledged; only of deliveries. */
  acknowledgedMs?: number
  /** Milliseconds until the listeners or the method were done; absent while they are not. */
  ms?: number
  response?: unknown
  /** Slack's code of the failure. */
  error?: string
  /** What Slack would refuse in the payload, a line each. */
  problems: readonly string[]
}

/** Older exchanges are forgotten. */
const MOST = 400
const REDACTED = '[redacted]'
const SECRET_NAMES = /token|secret|password|authorization|^trigger_id$/i

/** What went between the workspace and the app lately, oldest first; secrets are not kept. */
export function createTraffic(now: Clock) {
  const exchanges: Exchange[] = []
  const { changed, changeCount, watch } = createChanges()
  let counter = 0
  return {
    exchanges,
    changeCount,
    watch,
    /** Notes the beginning; the returned functions note what came of it. */
    begin: (kind: Kind, name: string, request: unknown) => {
      const began = performance.now()
      const exchange: Exchange = {
        ...{ id: ++counter, at: now(), kind, name, problems: [] },
        request: shown(request),
      }
      exchanges.push(exchange)
      if (exchanges.length > MOST) exchanges.shift()
      changed()
      const since = () => Math.round((performance.now() - began) * 10) / 10
      return {
        acknowledged: (response: unknown) => {
          exchange.acknowledgedMs = since()
          if (response !== undefined && response !== '') exchange.response = shown(response)
        },
        done: (outcome: Readonly<{ response?: unknown; error?: string; problems?: unknown }>) => {
          exchange.ms = since()
          if (outcome.response !== undefined) exchange.response = shown(outcome.response)
          if (outcome.error !== undefined) exchange.error = outcome.error
          if (Array.isArray(outcome.problems)) exchange.problems = outcome.problems.map(String)
          changed()
        },
      }
    },
    clear: () => {
      exchanges.length = 0
      changed()
    },
  }
}

export type Traffic = ReturnType<typeof createTraffic>

/** A value as it may be shown: JSON in texts unpacked, tokens, keys and one-time addresses blotted out. */
function shown(value: unknown): unknown {
  if (typeof value === 'string') return shownText(value)
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_NAMES.test(name) && inner !== '' && inner !== undefined ? REDACTED : shown(inner),
    ]),
  )
}

function shownText(text: string): unknown {
  if (/^[[{]/.test(text)) {
    try {
      return shown(JSON.parse(text))
    } catch {
      // A text that only begins like JSON is shown as a text.
    }
  }
  if (looksLikeKey(text)) return REDACTED
  return text.replace(/(\/respond\/)\w+/g, `$1${REDACTED}`)
}
