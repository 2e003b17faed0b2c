/** Milliseconds between two looks at what has arrived. */
const STEP_MS = 5

/** Events that have arrived and are not acknowledged yet: Slack waits three seconds for that, people longer for an answer. */
export type Arrivals = Readonly<{
  /** Counts an event as arriving while it is kept and acknowledged. */
  during: <T>(work: () => Promise<T>) => Promise<T>
  /** Resolves after a moment, when none is arriving any more, at the latest after `most` milliseconds. */
  passed: (most: number) => Promise<void>
}>

/** @param wait resolves after so many milliseconds */
export function createArrivals(wait: (milliseconds: number) => Promise<unknown>): Arrivals {
  let arriving = 0
  return {
    during: async (work) => {
      arriving += 1
      try {
        return await work()
      } finally {
        arriving -= 1
      }
    },
    passed: async (most) => {
      let waited = 0
      do {
        await wait(STEP_MS)
        waited += STEP_MS
      } while (arriving > 0 && waited < most)
    },
  }
}
