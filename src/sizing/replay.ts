import { createHash } from 'node:crypto'

/** Same inputs, same catalogue, same day: same id, same figures. Twelve hexadecimal digits. */
export function replayId(input: unknown, catalogVersion: string, at: string): string {
  return createHash('sha256')
    .update(`${canonical(input)}\n${catalogVersion}\n${at.slice(0, 10)}`)
    .digest('hex')
    .slice(0, 12)
}

/** JSON with keys in order, so that the way a request was typed does not matter. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .join(',')}}`
}
