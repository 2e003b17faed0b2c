import type { Dimension } from '../../spend/breakdown.ts'
import type { Digest } from '../digest.ts'
import { spelledInLatin } from './korean-names.ts'
import { familyIn } from './model-family.ts'
import { HELD_AGAINST, SPEND } from './question-words.ts'
import type { SpendQuestion } from './spend-question.ts'
import { plain, stands } from './spoken-names.ts'

/** Somebody or something that the data names. */
export type Known = Readonly<{ by: Dimension; name: string }>
/** A name that the data does not have, and those that come nearest to it. */
export type NotKnown = Readonly<{ unknown: string; nearest: readonly string[] }>

/** A name that two groups share is taken for the first of these. */
const ORDER: readonly Dimension[] = ['workload', 'team', 'model', 'project', 'provider']
const LISTED = 5
const SIDE_BY_SIDE = 3

/**
 * Who or what a question is about: names of the data, case, spaces, hyphens and dots aside, exactly.
 * Undefined when it names nobody.
 */
export function namedIn(question: SpendQuestion, digest: Digest): Known | NotKnown | undefined {
  const all = namesOf(digest)
  const { name, kind, words } = question
  const known = (name && found(name, all)) || (kind === 'what-if' ? undefined : found(words, all))
  if (known || name === undefined) return known
  const names = [...new Set(all.map((k) => k.name))]
  const nearest = names.sort((a, b) => likeness(b, name) - likeness(a, name)).slice(0, LISTED)
  return { unknown: name, nearest }
}

/** All known names of one dimension that a question says, longest first: two are held side by side. */
export function allNamedIn({ words }: SpendQuestion, digest: Digest): Known[] {
  const said = saidIn(words, namesOf(digest))
  return said.filter(({ by }) => by === said[0]?.by).slice(0, SIDE_BY_SIDE)
}

/** A name of another dimension that a question says beside the one it is about. */
export function otherNamedIn(
  { words }: SpendQuestion,
  digest: Digest,
  about: Known,
): string | undefined {
  const all = namesOf(digest)
  const own = all.filter((k) => k.name === about.name).map((k) => k.by)
  const other = saidIn(words, all).find(({ by, name }) => name !== about.name && !own.includes(by))
  if (other) return other.name
  return own.includes('model') ? undefined : familyIn(words, digest)?.called
}

/** Known names that stand in a text, longest first, but none that is a part of another. */
function saidIn(text: string, all: readonly Known[]): Known[] {
  const [spoken, spelled] = [` ${plain(text)} `, ` ${plain(spelledInLatin(text))} `]
  const said = all
    .filter(({ name }) => stands(plain(name), spoken) || stands(plain(name), spelled))
    .sort((a, b) => b.name.length - a.name.length)
  return said.filter(
    ({ name }, i) =>
      !said.slice(0, i).some((o) => o.name !== name && stands(plain(name), ` ${plain(o.name)} `)),
  )
}

function namesOf({ currencies }: Digest): Known[] {
  return ORDER.flatMap((by) =>
    currencies.flatMap((c) => c.by[by].lines.map(({ name }) => ({ by, name }))),
  )
}

/** The longest known name that stands in a text as a whole. */
function found(text: string, all: readonly Known[]): Known | undefined {
  const spoken = ` ${plain(text)} `
  const spelled = ` ${plain(spelledInLatin(text))} `
  return all
    .filter(({ name }) => stands(plain(name), spoken) || stands(plain(name), spelled))
    .reduce<Known | undefined>((a, b) => (a && a.name.length >= b.name.length ? a : b), undefined)
}

/** What a team does with money. */
const DOES = ['spend', 'spent', 'start spending', 'cost', 'costs', 'pay', 'burn']
/** What it is at, or has done, with up to three words between. */
const AT_IT = /^(?: [\w-]+){0,2} (?:spending|spent|costing|cost|paying|paid|burning|burned|using)\b/
const IS_OR_HAS = /\b(?:is|are|was|were|has|have|did) (?:the )?$/

/**
 * Names of the bills that a text has for what they are there and not as everyday words: names of several
 * words, one that does something with money or has "team" beside it, one in Latin letters in a Korean
 * text, two that are held against each other.
 */
export function ownNamesIn(text: string, names: readonly string[]): string[] {
  const [spoken, spelled] = [` ${plain(text)} `, ` ${plain(spelledInLatin(text))} `]
  const isKorean = /\p{Script=Hangul}/u.test(text)
  const said = names.filter((n) => stands(plain(n), spoken) || stands(plain(n), spelled))
  if (said.length > 1 && HELD_AGAINST.test(text) && SPEND.test(text)) return said
  return said.filter((name) => {
    const own = plain(name)
    if (/[\s\d]/.test(own) || (isKorean && stands(own, spoken))) return true
    const near = [`${own} team`, `team ${own}`, `${own}팀`, `${own} 팀`]
    const does = DOES.map((verb) => `${own} ${verb}`)
    if ([...near, ...does].some((whole) => stands(whole, spoken) || stands(whole, spelled)))
      return true
    const at = spoken.indexOf(own)
    return IS_OR_HAS.test(spoken.slice(0, at)) && AT_IT.test(spoken.slice(at + own.length))
  })
}

/** Share of pairs of letters that two names have in common, 0 to 1. */
function likeness(a: string, b: string): number {
  const [x, y] = [pairs(a), pairs(b)]
  const shared = [...x].filter((pair) => y.has(pair)).length
  return x.size + y.size === 0 ? 0 : (2 * shared) / (x.size + y.size)
}

function pairs(name: string): Set<string> {
  const letters = plain(name)
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)),
  )
}
