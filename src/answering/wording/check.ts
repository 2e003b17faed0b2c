import type { Language } from '../../language/language.ts'
import { hasFigure } from '../verify.ts'
import { PLACEHOLDER } from './mask.ts'
import type { Lore } from './names.ts'
import { type Hit, ORDERED, type Reading, readingOf, WORD_CLASSES } from './reading.ts'
import { strangeWords } from './strange-words.ts'
import { swapsOf } from './swaps.ts'
import { pastOf } from './tense.ts'
import { QUANTITIES } from './words/amounts.ts'
import { THAN } from './words/meaning.ts'
import type { WordClass, WordKind } from './words/row.ts'

/** What may be wrong with a rewording; refusals are counted by it. */
export type ProblemKind =
  | WordKind
  | 'placeholder'
  | 'figure'
  | 'name'
  | 'swap'
  | 'subject'
  | 'markup'
  | 'language'
  | 'length'
  | 'instructions'

/** One thing that is wrong, told in one line to the model and the log. */
export type Problem = Readonly<{ kind: ProblemKind; says: string }>

/** Marks that a rewording never holds: links, markup, mentions, code. */
const MARKUP = /https?:|www\.|\[|\]|[<>@`{}\\|*_#]|\p{Cc}|\w\.(?:com|org|net|io|ai|kr)\b/u
/** Words about the task itself. */
const TALK =
  /\b(?:placeholders?|json|system prompt|my instructions|these instructions|language model|as an ai|sure,|here(?:'s| is| are) the|rewor\w+|rewritten|paraphras\w+)\b|시스템 프롬프트|자리 ?표시자|지시 ?사항|다시 쓴|바꿔 쓴/iu
const SHORTEST = 0.4
const LONGEST = 1.6
/** Characters by which a short sentence may grow all the same. */
const LEEWAY = 12

/**
 * Holds a reworded template against the original: the same placeholders and names in the same order,
 * nothing added, and every word that limits, hedges, negates or compares still in its place.
 * @param instructions what the model was told; none of it may come back
 * @returns one problem a line; empty for a fair rewording
 */
export function problemsOfWording(
  original: string,
  reworded: string,
  language: Language,
  lore: Lore,
  instructions = '',
): Problem[] {
  const [was, is] = [readingOf(original, language, lore), readingOf(reworded, language, lore)]
  const outer = [
    ...markProblems(reworded, original, instructions),
    ...shapeProblems(original, reworded, language),
    ...anchorProblems(was, is),
  ]
  const inOrder = was.anchors.join() === is.anchors.join()
  return [
    ...outer,
    ...WORD_CLASSES.flatMap((row) => wordProblem(row, was, is, inOrder) ?? []),
    ...ORDERED.flatMap((group) => orderProblem(group, was, is) ?? []),
    ...tenseProblems(original, reworded, language),
    ...swapProblems(original, reworded, language),
    ...subjectProblems(original, reworded, language),
  ]
}

function anchorProblems(was: Reading, is: Reading): Problem[] {
  if (was.placeholders.join() !== is.placeholders.join())
    return [
      {
        kind: 'placeholder',
        says: `needs exactly ${was.placeholders.join(' ') || 'no placeholders'}, in this order`,
      },
    ]
  const made = is.names.filter((name) => !was.names.includes(name))
  if (made.length > 0)
    return [{ kind: 'name', says: `names ${made.join(', ')}, unlike the original` }]
  if (was.anchors.join() === is.anchors.join()) return []
  return [
    {
      kind: 'name',
      says: `must keep names and placeholders in the order ${was.anchors.join(' ')}`,
    },
  ]
}

function wordProblem(
  row: WordClass,
  was: Reading,
  is: Reading,
  inOrder: boolean,
): Problem | undefined {
  const { kind, name, rule } = row
  const [before, after] = [was.said.get(row) ?? [], is.said.get(row) ?? []]
  const lost = before.length > 0 && after.length === 0
  const added = before.length === 0 && after.length > 0
  if (rule === 'unmoved' && (lost || added)) return undefined
  if (lost && rule !== 'unadded') return { kind, says: `loses the "${name}" of the original` }
  if (added && rule !== 'kept' && rule !== 'each') return { kind, says: `adds "${name}"` }
  if (rule === 'each' && after.length < before.length)
    return { kind, says: `says "${name}" less often than the original` }
  if (rule === 'counted' && after.length !== before.length)
    return { kind, says: `says "${name}" ${after.length} times instead of ${before.length}` }
  const bound = rule === 'counted' || rule === 'placed' || rule === 'unmoved'
  const moved = bound && inOrder && placesOf(before) !== placesOf(after)
  return moved
    ? { kind, says: `moves "${name}" to another place among the placeholders` }
    : undefined
}

/** Between which anchors something is said. */
function placesOf(hits: readonly Hit[]): string {
  return [...new Set(hits.map(({ behind }) => behind))].sort((a, b) => a - b).join()
}

/** Opposites that changed places turn a statement round, though each of them is still there. */
function orderProblem(group: readonly WordClass[], was: Reading, is: Reading): Problem | undefined {
  const [before, after] = [was, is].map((reading) => sequenceOf(group, reading))
  const [{ kind }] = group as readonly [WordClass]
  return before?.join() === after?.join()
    ? undefined
    : { kind, says: `must say ${before?.join(', then ') || 'none of these'}, in this order` }
}

function subjectProblems(original: string, reworded: string, language: Language): Problem[] {
  const strange = strangeWords(original, reworded, language)
  if (strange.length === 0) return []
  return [
    { kind: 'subject', says: `brings in "${strange.join('", "')}"; stay with the words given` },
  ]
}

function swapProblems(original: string, reworded: string, language: Language): Problem[] {
  return swapsOf(original, reworded, language).map(([one, other]) => ({
    kind: 'swap',
    says: `lets "${one}" and "${other}" change sides`,
  }))
}

function tenseProblems(original: string, reworded: string, language: Language): Problem[] {
  const [was, is] = [pastOf(original, language), pastOf(reworded, language)]
  if (was === 'past' && is === 'none') return [{ kind: 'tense', says: 'loses the past tense' }]
  if (was === 'none' && is === 'past') return [{ kind: 'tense', says: 'adds a past tense' }]
  return []
}

/** The classes of a group as a text says them, with the "than" that parts two of them. */
function sequenceOf(group: readonly WordClass[], { said }: Reading): readonly string[] {
  const hits = (rows: readonly WordClass[]) =>
    rows.flatMap((row) => (said.get(row) ?? []).map(({ at }) => ({ name: row.name, at })))
  const own = hits(group)
  const opposed = new Set(own.map(({ name }) => name)).size > 1
  const names = (opposed && group !== QUANTITIES ? [...own, ...hits([THAN])] : own)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)
  // What is measured is named again and again: only the first time counts.
  return group === QUANTITIES ? [...new Set(names)] : names.filter((n, i) => n !== names[i - 1])
}

function markProblems(reworded: string, original: string, instructions: string): Problem[] {
  const words = reworded.replace(PLACEHOLDER, ' ')
  const told = instructions.toLowerCase()
  const spoken = reworded.toLowerCase().match(/[\p{L}']+/gu) ?? []
  const quotes = spoken.some(
    (_, i) => i + 5 <= spoken.length && told.includes(spoken.slice(i, i + 5).join(' ')),
  )
  return [
    ...(MARKUP.test(words) || /[⟦⟧]/.test(words)
      ? [{ kind: 'markup' as const, says: 'holds a link, markup or a mention' }]
      : []),
    ...(hasFigure(words) ? [{ kind: 'figure' as const, says: 'holds a digit of its own' }] : []),
    ...(quotes || (TALK.test(words) && !TALK.test(original))
      ? [{ kind: 'instructions' as const, says: 'speaks of its instructions' }]
      : []),
  ]
}

function shapeProblems(original: string, reworded: string, language: Language): Problem[] {
  const bare = (text: string) => text.replace(PLACEHOLDER, '').trim()
  const [was, is] = [bare(original), bare(reworded)]
  const [wasHangul, isHangul] = [hangulShare(was), hangulShare(is)]
  const foreign =
    /[^\p{Script=Latin}\p{Script=Hangul}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u
  const strange =
    (language === 'ko' ? isHangul < wasHangul * 0.6 : isHangul > wasHangul) ||
    (foreign.test(is) && !foreign.test(was))
  const short = is.length < was.length * SHORTEST || is === ''
  const long = is.length > Math.max(was.length * LONGEST, was.length + LEEWAY)
  return [
    ...(strange
      ? [
          {
            kind: 'language' as const,
            says: `must be in ${language === 'ko' ? 'Korean' : 'English'}`,
          },
        ]
      : []),
    ...(short || long
      ? [{ kind: 'length' as const, says: `is too ${short ? 'short' : 'long'}` }]
      : []),
  ]
}

/** The share of Hangul among the letters of a text. */
function hangulShare(text: string): number {
  const letters = text.match(/\p{L}/gu) ?? []
  const hangul = letters.filter((letter) => /\p{Script=Hangul}/u.test(letter))
  return letters.length === 0 ? 0 : hangul.length / letters.length
}
