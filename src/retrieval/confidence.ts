import { z } from 'zod'
import { analyse } from './analyse.ts'
import type { Chunk } from './chunks.ts'
import type { Concepts } from './concepts.ts'
import type { OtherFields } from './other-fields.ts'

/** What shows how surely a question is covered. */
export type Signals = Readonly<{
  /** Best keyword score. */
  top: number
  /** The same by the rarity of what was asked, two at most: how much of the question the best chunk carries. */
  carried: number
  /** Share of the question's words that stand in any note, 0 to 1. */
  known: number
  /** Concepts of our field that the question mentions, four at most. */
  concepts: number
  /** Words of other fields that the question holds, two at most. */
  foreign: number
  /** How many different words the question has, as ln(1 + n): little said is little sure. */
  words: number
}>

/** A logistic model over the signals, one a language; `npm run calibrate` finds the weights. */
export const ConfidenceWeights = z.strictObject({
  bias: z.number(),
  top: z.number(),
  carried: z.number(),
  known: z.number(),
  concepts: z.number(),
  foreign: z.number(),
  words: z.number(),
})
export type ConfidenceWeights = z.infer<typeof ConfidenceWeights>

/** A question of common words alone is carried by anything. */
const MOST_CARRIED = 2
const MOST_CONCEPTS = 4
const MOST_FOREIGN = 2

/** Reads the signals of a question, given its best keyword score. */
export function createSignals(
  chunks: readonly Chunk[],
  concepts: Concepts,
  otherFields: OtherFields,
): (question: string, top: number) => Signals {
  const found = new Map<string, number>()
  for (const { fields } of chunks)
    for (const word of new Set([...fields.all, ...fields.questions_en, ...fields.questions_ko]))
      found.set(word, (found.get(word) ?? 0) + 1)
  const rarity = (word: string) => {
    const n = found.get(word) ?? 0
    return Math.log(1 + (chunks.length - n + 0.5) / (n + 0.5))
  }
  return (question, top) => {
    const words = [...new Set(analyse(question, 'query'))]
    const asked = words.reduce((sum, word) => sum + rarity(word), 0)
    return {
      top,
      carried: asked === 0 ? 0 : Math.min(MOST_CARRIED, top / asked),
      known: words.length === 0 ? 0 : words.filter((word) => found.has(word)).length / words.length,
      concepts: Math.min(MOST_CONCEPTS, concepts.in(question).length),
      foreign: Math.min(MOST_FOREIGN, otherFields.in(question).length),
      words: Math.log(1 + words.length),
    }
  }
}

/** Probability-like score, 0 to 1, that the notes cover the question. */
export function confidenceOf(signals: Signals, weights: ConfidenceWeights): number {
  const sum =
    weights.bias +
    weights.top * signals.top +
    weights.carried * signals.carried +
    weights.known * signals.known +
    weights.concepts * signals.concepts +
    weights.foreign * signals.foreign +
    weights.words * signals.words
  return 1 / (1 + Math.exp(-sum))
}
