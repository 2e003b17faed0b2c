import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { parseYaml } from '../yaml.ts'

const ConceptSchema = z.strictObject({
  en: z.array(z.string()).min(1),
  ko: z.array(z.string()).min(1),
  anchor: z.enum(['strong', 'weak', 'none']).default('weak'),
})

/** `knowledge/concepts.yml`: per concept its words in both languages and how surely it marks our field. */
export const ConceptsSchema = z.record(z.string(), ConceptSchema)

export type Concepts = Readonly<{
  /** The lexicon as one text; another text makes another index. */
  version: string
  ids: readonly string[]
  /** Ids of the concepts a text mentions, each once. */
  in: (text: string) => string[]
  anchor: (id: string) => 'strong' | 'weak' | 'none'
}>

/** Reads the lexicon; problems name the concept. */
export function loadConcepts(file: string, parse = parseYaml): Concepts {
  const result = ConceptsSchema.safeParse(parse(readFileSync(file, 'utf8')))
  if (!result.success)
    throw new Error(
      `${file} cannot be used: ${result.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}.`,
    )
  return conceptsOf(result.data)
}

/** Latin words match from a word's start (so "distil" finds "distilling"), Korean ones anywhere. */
export function conceptsOf(entries: z.infer<typeof ConceptsSchema>): Concepts {
  const patterns = Object.entries(entries).map(([id, { en, ko }]) => ({
    id,
    en: new RegExp(`(?<![a-z0-9])(?:${[...en, ...ko].map(escaped).join('|')})`, 'i'),
    ko: ko.filter((w) => /[가-힣]/.test(w)).map((w) => w.replace(/\s+/g, '')),
  }))
  return {
    version: JSON.stringify(entries),
    ids: Object.keys(entries),
    in: (text) => {
      const folded = text.normalize('NFKC').toLowerCase()
      const packed = folded.replace(/\s+/g, '')
      return patterns
        .filter(({ en, ko }) => en.test(folded) || ko.some((w) => packed.includes(w)))
        .map(({ id }) => id)
    },
    anchor: (id) => entries[id]?.anchor ?? 'none',
  }
}

function escaped(word: string): string {
  return word
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[\s-]+/g, '[\\s-]+')
}
