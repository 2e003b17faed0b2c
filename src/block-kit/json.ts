/** A block, an element or a text object as it goes over the wire. */
export type Json = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The text of a text object, or of a bare string. */
export function textOf(value: unknown): string {
  return isObject(value) ? String(value.text ?? '') : String(value ?? '')
}

/** A sentence when a text is longer or shorter than Slack takes, else nothing. */
export function within(name: string, text: string, most: number, least: number): string[] {
  if (text.length > most) return [`${name} of ${text.length} characters, at most ${most}`]
  return text.length < least ? [`empty ${name}`] : []
}
