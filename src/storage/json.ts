/** JSON text with big integers kept exact, written and read in one place. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) =>
    typeof v === 'bigint' ? { $bigint: String(v) } : v,
  )
}

/** Reads what `toJson` wrote; looking at every value takes many times as long, so only where there is a big integer. */
export function fromJson<T>(text: string): T {
  if (!text.includes('"$bigint"')) return JSON.parse(text) as T
  return JSON.parse(text, (_, v: unknown) => (isBig(v) ? BigInt(v.$bigint) : v)) as T
}

function isBig(value: unknown): value is { $bigint: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    '$bigint' in value &&
    typeof value.$bigint === 'string'
  )
}
