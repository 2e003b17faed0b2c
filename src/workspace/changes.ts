/** How often something changed, and whoever wants to hear of it. */
export function createChanges() {
  const watchers = new Set<() => void>()
  let count = 0
  return {
    changed: () => {
      count++
      for (const watcher of watchers) watcher()
    },
    /** Grows by one with each change; 0 where nothing has changed since the start. */
    changeCount: () => count,
    /** Calls after each change, until the returned function is called. */
    watch: (watcher: () => void) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

export type Changes = ReturnType<typeof createChanges>
