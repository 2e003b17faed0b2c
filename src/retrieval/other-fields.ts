import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { parseYaml } from '../yaml.ts'

/** `knowledge/other-fields.yml`: by field that is not ours, its words in both languages. */
export const OtherFieldsSchema = z.record(
  z.string(),
  z.strictObject({ en: z.array(z.string()).min(1), ko: z.array(z.string()).min(1) }),
)

/** Words of fields that are not ours. */
export type OtherFields = Readonly<{
  /** The lexicon as one text; another text makes other thresholds. */
  version: string
  /** The words of other fields that a text holds, each once. */
  in: (text: string) => string[]
}>

/** Reads the lexicon; problems name the field. */
export function loadOtherFields(file: string, parse = parseYaml): OtherFields {
  const result = OtherFieldsSchema.safeParse(parse(readFileSync(file, 'utf8')))
  if (!result.success)
    throw new Error(
      `${file} cannot be used: ${result.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}.`,
    )
  return otherFieldsOf(result.data)
}

/** Latin words match whole, in the plural too, or as a beginning where they end in "*"; Korean ones begin a word. */
export function otherFieldsOf(entries: z.infer<typeof OtherFieldsSchema>): OtherFields {
  const pattern = (words: readonly string[]) => new RegExp(words.map(spelling).join('|'), 'gi')
  const all = Object.values(entries)
  const [english, korean] = [pattern(all.flatMap((f) => f.en)), pattern(all.flatMap((f) => f.ko))]
  return {
    version: JSON.stringify(entries),
    in: (text) => {
      const plain = text.normalize('NFKC').toLowerCase()
      return [...new Set([...(plain.match(english) ?? []), ...(plain.match(korean) ?? [])])]
    },
  }
}

/** A one-syllable Korean word is followed by a particle at most, for many longer words begin like it. */
const AFTER_SYLLABLE = '(?=(?:[은는이가을를에의도로]|이란|이나|에서)?(?![가-힣]))'

function spelling(word: string): string {
  const body = word
    .replace(/\*$/, '')
    .split(/[\s-]+/)
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  if (/[가-힣]/.test(word))
    return `(?<![가-힣a-z])${body.join('\\s?')}${word.length === 1 ? AFTER_SYLLABLE : ''}`
  const end = word.endsWith('*') ? '' : '(?:e?s)?(?![a-z0-9])'
  return `(?<![a-z0-9])${body.join('[\\s-]+')}${end}`
}
