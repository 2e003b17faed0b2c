/** Calls that run at once, and those that may wait. */
const [AT_ONCE, WAITING] = [4, 20]

/** Lets a few calls run at once; the others wait in order of arrival, and too many are turned away. */
export class Gate {
  #running = 0
  readonly #waiting: (() => void)[] = []

  /**
   * Runs work when there is room.
   * @param signal ends the waiting
   * @param waits told once when the work has to wait
   * @returns undefined where it was turned away or gave up waiting
   */
  async run<T>(
    work: () => Promise<T>,
    signal: AbortSignal,
    waits: () => void = () => undefined,
  ): Promise<T | undefined> {
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= WAITING) return undefined
      waits()
      if (!(await this.#turn(signal))) return undefined
    } else this.#running += 1
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  /** Whether the turn came before the waiting ended; a turn is handed on without letting others in between. */
  #turn(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const enter = () => {
        signal.removeEventListener('abort', leave)
        resolve(true)
      }
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1)
        resolve(false)
      }
      this.#waiting.push(enter)
      signal.addEventListener('abort', leave, { once: true })
    })
  }
}
