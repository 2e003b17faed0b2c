import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { remembered } from '../engine/remembered.ts'
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
  /** All words of the lexicon, in both languages. */
  words: readonly string[]
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
  const ids = Object.keys(entries)
  const english = new Map<string, { word: string; id: string }[]>()
  const hangul = (word: string) => /[가-힣]/.test(word)
  for (const [id, { en, ko }] of Object.entries(entries))
    for (const word of [...en, ...ko.filter((w) => !hangul(w))].map(spaced))
      remembered(english, word.slice(0, BEGINNING), () => []).push({ word, id })
  const korean = Object.entries(entries).flatMap(([id, { ko }]) =>
    ko.filter(hangul).map((word) => ({ word: word.replace(/\s+/g, ''), id })),
  )
  return {
    version: JSON.stringify(entries),
    ids,
    words: Object.values(entries).flatMap(({ en, ko }) => [...en, ...ko]),
    in: (text) => {
      const plain = text.normalize('NFKC').toLowerCase()
      const [folded, packed] = [spaced(plain), plain.replace(/\s+/g, '')]
      const found = new Set<string>()
      for (const { index } of folded.matchAll(/(?<![a-z0-9])[a-z0-9]/g))
        for (const { word, id } of english.get(folded.slice(index, index + BEGINNING)) ?? [])
          if (folded.startsWith(word, index)) found.add(id)
      for (const { word, id } of korean) if (packed.includes(word)) found.add(id)
      return ids.filter((id) => found.has(id))
    },
    anchor: (id) => entries[id]?.anchor ?? 'none',
  }
}

/** As many letters as the shortest English word has. */
const BEGINNING = 2

/** Lower case, with one space for spaces and hyphens. */
function spaced(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, ' ')
}
