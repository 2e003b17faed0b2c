/** Scores that part answers from near misses; they depend on the corpus, so they are found when an index is built. */
export type Thresholds = Readonly<{ sure: number; possible: number }>

/** How a question scored: the best keyword score, and how surely its words belong to our field. */
export type Signals = Readonly<{ top: number; strongAnchors: number; weakAnchors: number }>

export type Band = 'answer' | 'nearest' | 'refuse'

/** Shares of the off-topic questions that stay below each threshold. */
const POSSIBLE_AT = 0.6
const SURE_AT = 0.99

/** Finds thresholds from how known off-topic questions score. */
export function thresholdsFrom(offTopicScores: readonly number[]): Thresholds {
  const sorted = [...offTopicScores].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { possible: at(POSSIBLE_AT), sure: at(SURE_AT) * 1.2 }
}

/**
 * Three bands. An answer needs a score that off-topic questions do not reach, or a fair score and
 * words of the field; some words of the field without the score give the nearest notes; else refuse.
 */
export function bandOf(
  { top, strongAnchors, weakAnchors }: Signals,
  { sure, possible }: Thresholds,
): Band {
  const anchored = strongAnchors >= 1 || weakAnchors >= 2
  if (top >= sure && (anchored || weakAnchors >= 1)) return 'answer'
  if (top >= possible && anchored) return 'answer'
  if (top >= possible && (weakAnchors >= 1 || top >= sure)) return 'nearest'
  return 'refuse'
}
