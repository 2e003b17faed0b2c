/** Confidences that part answers from near misses; they depend on the corpus, so they are found when an index is built. */
export type Thresholds = Readonly<{ answer: number; nearest: number }>

export type Band = 'answer' | 'nearest' | 'refuse'

/** Lowest confidences that ever count, whatever the off-topic questions score. */
const FLOOR: Thresholds = { answer: 0.55, nearest: 0.12 }
/** Shares of the off-topic questions that must stay below each threshold. */
const BELOW: Thresholds = { answer: 0.95, nearest: 0.6 }

/** Thresholds for a corpus from the confidences of questions that are none of its business. */
export function thresholdsFrom(offTopic: readonly number[]): Thresholds {
  const sorted = [...offTopic].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return {
    answer: Math.max(FLOOR.answer, at(BELOW.answer)),
    nearest: Math.max(FLOOR.nearest, at(BELOW.nearest)),
  }
}

/** Three bands: an answer, the closest notes marked as such, or a refusal that says what is covered. */
export function bandOf(confidence: number, thresholds: Thresholds): Band {
  if (confidence >= thresholds.answer) return 'answer'
  return confidence >= thresholds.nearest ? 'nearest' : 'refuse'
}
