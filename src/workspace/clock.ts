import type { Clock } from '../answering/ports.ts'

/** Called after a clock was moved; the promise holds up nobody. */
type Watcher = () => void | Promise<void>

/** A clock that can be set ahead and back to the real time, in epoch milliseconds; it runs on at the real pace. */
export function createClock(real: Clock = Date.now) {
  let ahead = 0
  const watchers: Watcher[] = []
  const moved = async () => {
    for (const watcher of watchers) await watcher()
  }
  return {
    now: (): number => real() + ahead,
    /** By how many milliseconds it is ahead of the real time. */
    ahead: (): number => ahead,
    /** Called in turn after each move, those who came first before. */
    watch: (watcher: Watcher): void => {
      watchers.push(watcher)
    },
    /** Moves ahead to a moment, never back; the promise ends when all watchers have seen it. */
    travelTo: async (at: number): Promise<void> => {
      ahead = Math.max(ahead, at - real())
      await moved()
    },
    /** The real time again. */
    reset: async (): Promise<void> => {
      ahead = 0
      await moved()
    },
  }
}

export type TravelClock = ReturnType<typeof createClock>
