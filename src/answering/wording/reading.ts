import type { Language } from '../../language/language.ts'
import { PLACEHOLDER } from './mask.ts'
import { type Lore, type Named, namesIn } from './names.ts'
import { NUMBERS, QUANTITIES, UNITS } from './words/amounts.ts'
import {
  ADVICE,
  ENDS,
  FUTURE,
  NEGATIONS,
  OPPOSITES,
  PASSIVES,
  SCOPES,
  THAN,
} from './words/meaning.ts'
import type { WordClass } from './words/row.ts'
import { CERTAINTY, HEDGES, LIMITS } from './words/sureness.ts'

/** All classes of words that a rewording is held to. */
export const WORD_CLASSES: readonly WordClass[] = [
  ...LIMITS,
  ...HEDGES,
  ...CERTAINTY,
  ...NUMBERS,
  ...UNITS,
  ...QUANTITIES,
  ...NEGATIONS,
  ...OPPOSITES,
  THAN,
  ...ENDS,
  ...PASSIVES,
  ...SCOPES,
  ...ADVICE,
  ...FUTURE,
]

/** Classes whose order among each other counts: the things that are measured, and opposites. */
export const ORDERED: readonly (readonly WordClass[])[] = [
  QUANTITIES,
  ...OPPOSITES.flatMap((_, i) => (i % 2 === 0 ? [OPPOSITES.slice(i, i + 2)] : [])),
]

/** What a template says, as far as it must not change. */
export type Reading = Readonly<{
  text: string
  /** Numbers of the placeholders in reading order. */
  placeholders: readonly string[]
  names: readonly string[]
  /** Placeholders and names in reading order, a name said twice in a row once. */
  anchors: readonly string[]
  /** The words of every class that the text holds. */
  said: ReadonlyMap<WordClass, readonly Hit[]>
}>

/** A word of a class: where it stands, and behind how many anchors. */
export type Hit = Readonly<{ at: number; behind: number }>

/** Reads a template. */
export function readingOf(text: string, language: Language, lore: Lore): Reading {
  const placeholders = [...text.matchAll(PLACEHOLDER)].map(
    ({ 1: number = '', index }): Named => ({ name: `⟦${number}⟧`, at: index }),
  )
  const names = namesIn(text, language, lore)
  const anchors = [...placeholders, ...names]
    .sort((a, b) => a.at - b.at)
    .filter(({ name }, i, all) => name.startsWith('⟦') || name !== all[i - 1]?.name)
  const said = new Map<WordClass, readonly Hit[]>()
  let left = blank(text.toLowerCase(), names)
  for (const row of WORD_CLASSES) {
    const hits = [...left.matchAll(row[language])]
    if (hits.length > 0)
      said.set(
        row,
        hits.map(({ 0: word, index }) => ({
          at: index,
          behind:
            row.rule === 'unmoved'
              ? anchors.filter(({ at }) => at < index).length
              : behindOf(index + word.length, left, anchors),
        })),
      )
    if (LIMITS.includes(row)) left = left.replace(row[language], (hit) => '·'.repeat(hit.length))
  }
  return {
    text,
    placeholders: placeholders.map(({ name }) => name),
    names: names.map(({ name }) => name),
    anchors: anchors.map(({ name }) => name),
    said,
  }
}

/** Right before a placeholder: "falls by ⟦1⟧", "적어도 ⟦1⟧". */
const LEADS = /^(?:[가-힣]{0,3}| (?:by|to|of|at|about|around))\s?⟦/

/** How many anchors stand before a word, one that it leads up to included: "⟦1⟧ lower" is "lower by ⟦1⟧". */
function behindOf(end: number, text: string, anchors: readonly Named[]): number {
  const before = anchors.filter(({ at }) => at < end).length
  return LEADS.test(text.slice(end)) ? before + 1 : before
}

/** The text without its names, so that none is read as a word. */
function blank(text: string, names: readonly Named[]): string {
  return names.reduce(
    (all, { name, at }) =>
      /^[A-Za-z]+$/.test(name) && name.length > 4
        ? `${all.slice(0, at)}${'·'.repeat(name.length)}${all.slice(at + name.length)}`
        : all,
    text,
  )
}
