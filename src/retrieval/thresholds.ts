import type { Language } from '../language/language.ts'

/** Confidences that part answers from near misses. */
type Threshold = Readonly<{ answer: number; nearest: number }>

/** Thresholds of each language; they depend on the corpus, so they are found when an index is built. */
export type Thresholds = Readonly<Record<Language, Threshold>>

export type Band = 'answer' | 'nearest' | 'refuse'

/** Lowest confidences that ever count, whatever the off-topic questions score. */
const FLOOR: Threshold = { answer: 0.55, nearest: 0.3 }
/** Shares of the off-topic questions that must stay below each threshold. */
const BELOW: Threshold = { answer: 0.95, nearest: 0.6 }

/** Thresholds for a corpus from the confidences of questions that are none of its business. */
export function thresholdsFrom(
  offTopic: readonly Readonly<{ language: Language; confidence: number }>[],
): Thresholds {
  const of = (language: Language): Threshold => {
    const sorted = offTopic
      .filter((question) => question.language === language)
      .map(({ confidence }) => confidence)
      .sort((a, b) => a - b)
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    return {
      answer: Math.max(FLOOR.answer, at(BELOW.answer)),
      nearest: Math.max(FLOOR.nearest, at(BELOW.nearest)),
    }
  }
  return { en: of('en'), ko: of('ko') }
}

/** Three bands: an answer, the closest notes marked as such, or a refusal that says what is covered. */
export function bandOf(confidence: number, threshold: Threshold): Band {
  if (confidence >= threshold.answer) return 'answer'
  return confidence >= threshold.nearest ? 'nearest' : 'refuse'
}
