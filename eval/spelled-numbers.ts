const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^\s?(?:thousand|천)/, 1e3],
  [/^\s?(?:million|백만)/, 1e6],
  [/^\s?(?:billion|십억)/, 1e9],
  [/^\s?(?:trillion|조)/, 1e12],
  [/^\s?억/, 1e8],
  [/^\s?만/, 1e4],
]

/**
 * The numbers of a text in full, smallest first: "40.7 million" and "4,070만" are both 40,700,000, and
 * "7억 7,800만" is one number.
 */
export function spelledNumbers(text: string): number[] {
  const plain = text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
  const found: { value: number; scale: number; end: number }[] = []
  for (const match of plain.matchAll(/\d+(?:\.\d+)?/g)) {
    const after = plain.slice(match.index + match[0].length)
    const [pattern, scale] = SCALES.find(([p]) => p.test(after)) ?? [/^/, 1]
    const end = match.index + match[0].length + (pattern.exec(after)?.[0].length ?? 0)
    const value = Number(match[0]) * scale
    const last = found.at(-1)
    const continues =
      last !== undefined &&
      last.scale >= 1e4 &&
      scale < last.scale &&
      value < last.scale &&
      plain.slice(last.end, match.index) === ' '
    if (continues) {
      last.value += value
      last.scale = scale
      last.end = end
    } else found.push({ value, scale, end })
  }
  return found.map((f) => Number(f.value.toPrecision(12))).sort((a, b) => a - b)
}

/** The numbers of a text as they are written, whatever scale stands behind: "40.7 million" is 40.7. */
export function withoutScale(text: string): number[] {
  const plain = text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
  return [...plain.matchAll(/\d+(?:\.\d+)?/g)].map((match) => Number(match[0]))
}
