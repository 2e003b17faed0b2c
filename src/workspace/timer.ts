/** Calls `fire` after `ms` milliseconds unless the returned function is called before; a test passes its own. */
export type Timer = (ms: number, fire: () => void) => () => void

/** The machine's timer; a pending one does not keep the process alive. */
export const realTimer: Timer = (ms, fire) => {
  const timer = setTimeout(fire, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
