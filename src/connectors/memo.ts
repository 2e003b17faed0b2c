/** Remembers what a pure function said of a text; forgets all when it has grown to so many. */
export function memo<T>(compute: (text: string) => T, most = 50_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const value = compute(text)
    if (known.size >= most) known.clear()
    known.set(text, value)
    return value
  }
}
