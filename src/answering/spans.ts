import type { Segment, Sentence } from './answer.ts'

/** The id of the reviewed claim that a segment shows, whole, in part or in other words. */
export function claimOf(segment: Segment): string | undefined {
  if ('claim' in segment) return segment.claim
  return 'span' in segment ? segment.span : 'of' in segment ? segment.of : undefined
}

/** What a number must not be torn from: letters, digits and signs before it, and what scales or measures it behind. */
const TORN_BEFORE = /(?:[\p{Script=Latin}\p{N}$€£₩~±−+-]|\d[.,:/])$/u
const TORN_BEHIND = /^(?:[\p{Script=Latin}\p{N}%‰°]|[.,:/~–-]\d)/u
const SCALED_BEHIND = /^(?:[만억조천백십배]| (?:hundred|thousand|million|billion|trillion|times)\b)/

/**
 * Where a stretch stands word for word in a reviewed text, from a place on, without tearing a number apart.
 * @returns the index behind it; undefined where it does not stand there
 */
function endOf(stretch: string, text: string, from: number): number | undefined {
  for (let at = text.indexOf(stretch, from); at >= 0; at = text.indexOf(stretch, at + 1)) {
    const end = at + stretch.length
    const behind = text.slice(end)
    const scaled = /\d$/.test(stretch) && SCALED_BEHIND.test(behind)
    if (!scaled && !TORN_BEHIND.test(behind) && !TORN_BEFORE.test(text.slice(0, at))) return end
  }
  return undefined
}

/** What is wrong with the spans of a sentence: each must stand in its claim, behind the one before it. */
export function spanProblems(
  sentence: Sentence,
  textOf: (claim: string) => string | undefined,
): string[] {
  const reached = new Map<string, number>()
  return sentence.flatMap((segment) => {
    if (!('span' in segment)) return []
    const { span, shown } = segment
    const end = endOf(shown, textOf(span) ?? '', reached.get(span) ?? 0)
    if (shown === '' || end === undefined) return [`"${shown}" does not stand so in claim ${span}`]
    reached.set(span, end)
    return []
  })
}
