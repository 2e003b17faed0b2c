import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Results of pure work on texts, by the kind of work and the hash of the text. */
type Results = Record<string, Record<string, unknown>>

export type PreparedTexts = Readonly<{
  /** The same function, which does not work again on a text whose result is known. */
  knowing: <T>(kind: string, work: (text: string) => T) => (text: string) => T
  save: (file: string) => void
}>

/**
 * What the build has worked out of texts, above all parsed YAML: doing it again would be most of a
 * cold start. A text that the file does not know is worked on as ever, and so are all where the file
 * is missing or damaged.
 */
export function preparedTexts(file?: string): PreparedTexts {
  const results = file === undefined ? {} : read(file)
  return {
    knowing: <T>(kind: string, work: (text: string) => T) => {
      results[kind] ??= {}
      const known = results[kind] as Record<string, T>
      return (text) => {
        const key = createHash('sha256').update(text).digest('hex')
        const result = known[key] ?? work(text)
        known[key] = result
        return result
      }
    },
    save: (to) => writeFileSync(to, JSON.stringify(results)),
  }
}

function read(file: string): Results {
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
