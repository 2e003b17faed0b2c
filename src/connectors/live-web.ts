import { setTimeout } from 'node:timers/promises'
import type { Web } from './http.ts'

const TIMEOUT_MS = 60_000

/** The real network, with jitter of its own. */
export function liveWeb(now: () => number): Web {
  return {
    fetch,
    sleep: (ms, signal) => setTimeout(ms, undefined, signal ? { signal } : {}),
    now,
    random: Math.random,
    timeoutMs: TIMEOUT_MS,
  }
}
