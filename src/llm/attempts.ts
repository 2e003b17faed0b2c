import type { ModelFailure } from '../answering/language-model.ts'
import { failureOf } from './failure.ts'

/** How often a call is tried at most. */
export const MOST_ATTEMPTS = 3
/** Milliseconds before a second attempt; the next pause is twice as long. */
const FIRST_PAUSE_MS = 400

export type Outcome<T> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; why: ModelFailure }>

type Means = Readonly<{
  /** Ends the attempts. */
  signal: AbortSignal
  /** Milliseconds that are left. */
  left: () => number
  /** From 0 to 1. */
  random: () => number
  pause: Pause
}>

/** Waits so many milliseconds, or until the signal. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>

/**
 * Calls a provider, again after a pause when it is busy or broken, and never past the end that the
 * signal sets. Pauses are spread at random between half and all of their length, so that callers do
 * not come back at once; a provider that says how long to wait is left alone as long.
 */
export async function attempt<T>(
  call: () => Promise<T>,
  { signal, left, random, pause }: Means,
): Promise<Outcome<T>> {
  for (let n = 1; ; n++) {
    try {
      return { ok: true, value: await endedBy(signal, call()) }
    } catch (error) {
      const { why, retry, after } = failureOf(error)
      if (signal.aborted) return { ok: false, why: 'timeout' }
      const wait = after ?? FIRST_PAUSE_MS * 2 ** (n - 1) * (0.5 + random() / 2)
      if (!retry || n === MOST_ATTEMPTS || wait >= left()) return { ok: false, why }
      await pause(wait, signal)
    }
  }
}

/** Not every package ends a call that is told to. */
function endedBy<T>(signal: AbortSignal, call: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason)
    signal.addEventListener('abort', end, { once: true })
    call.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
    if (signal.aborted) end()
  })
}
