/** Up to `limit` of the known words that are spelled most like `word`; for suggestions only, never for look-ups. */
export function nearestWords(word: string, known: readonly string[], limit = 3): string[] {
  const asked = word.toLowerCase()
  return known
    .map((candidate) => ({ candidate, distance: editDistance(asked, candidate.toLowerCase()) }))
    .filter(
      ({ candidate, distance }) =>
        distance <= Math.max(2, Math.ceil(Math.max(word.length, candidate.length) / 2)),
    )
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}

/** From so many letters on, two wrong ones still count as a slip. */
const LONG = 7

/** Whether a word is a known one with a slip: one letter wrong, some in the wrong order, or two wrong in a long word. */
export function isSlip(word: string, known: string): boolean {
  // Korean syllables come apart into letters.
  const [a, b] = [word, known].map((one) => one.toLowerCase().normalize('NFD')) as [string, string]
  const wrong = editDistance(a, b)
  return wrong <= 1 || (wrong === 2 && (b.length >= LONG || lettersOf(a) === lettersOf(b)))
}

function lettersOf(word: string): string {
  return [...word].sort().join('')
}

/** Levenshtein distance in characters. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
