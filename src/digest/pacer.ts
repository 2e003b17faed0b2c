/** The clock and the patience of a pacer. */
export type PacerPorts = Readonly<{
  now: () => number
  /** Resolves after so many milliseconds. */
  sleep: (milliseconds: number) => Promise<unknown>
}>

/** Slack takes about one message a second in a channel. */
const GAP_MS = 1000

/**
 * Keeps the posts of this process a second apart in each channel. Slots are given in the order they
 * are asked for.
 * @returns a function that resolves when the channel may be posted to
 */
export function createPacer({ now, sleep }: PacerPorts): (channel: string) => Promise<void> {
  const free = new Map<string, number>()
  return async (channel) => {
    const moment = now()
    for (const [other, at] of free) if (at <= moment) free.delete(other)
    const slot = Math.max(moment, free.get(channel) ?? moment)
    free.set(channel, slot + GAP_MS)
    if (slot > moment) await sleep(slot - moment)
  }
}
