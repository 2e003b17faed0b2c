/** Failures in a row after which a provider is left alone. */
const MOST_FAILURES = 5
/** Milliseconds for which it is. */
const PAUSE_MS = 60_000

/**
 * Leaves a provider alone that fails again and again, then lets one call try. Nygard, "Release It!"
 * (circuit breaker).
 */
export class Breaker {
  readonly #now: () => number
  #failures = 0
  #closedAgainAt = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** Whether a call may be made; the one that tries after a pause holds back the others. */
  allows(): boolean {
    if (this.#failures < MOST_FAILURES) return true
    const now = this.#now()
    const left = this.#closedAgainAt - now
    // More than a pause is left only where the clock was set back.
    if (left > 0 && left <= PAUSE_MS) return false
    this.#closedAgainAt = now + PAUSE_MS
    return true
  }

  succeeded(): void {
    this.#failures = 0
  }

  failed(): void {
    this.#failures += 1
    if (this.#failures >= MOST_FAILURES) this.#closedAgainAt = this.#now() + PAUSE_MS
  }
}
