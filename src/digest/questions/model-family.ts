import type { Digest } from '../digest.ts'
import { spelledInLatin } from './korean-names.ts'
import { plain, stands } from './spoken-names.ts'

/** Models that are called by the part of their names which they share, as in "Claude". */
export type Family = Readonly<{ called: string; names: readonly string[] }>

/** Parts of names that say what a model is and not whose. */
const OF_ANY =
  /^(?:[\d ]+|mini|nano|micro|small|medium|large|pro|base|turbo|chat|instruct|preview|latest|text|embedding|vision|audio|image|search|code|coder|reasoning)$/

/** The models of the data that a text calls by the longest part of their names. */
export function familyIn(text: string, { currencies }: Digest): Family | undefined {
  const names = [...new Set(currencies.flatMap((c) => c.by.model.lines.map((l) => l.name)))]
  const [spoken, spelled] = [` ${plain(text)} `, ` ${plain(spelledInLatin(text))} `]
  const called = names
    .flatMap(partsOf)
    .filter((part) => stands(part, spoken) || stands(part, spelled))
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
  if (called === '') return undefined
  return { called, names: names.filter((name) => stands(called, ` ${plain(name)} `)) }
}

/** Words of a name that are looked at: it comes from a bill and may be of any length. */
const WORDS = 12

/** Runs of the words of a name: "claude", "claude opus", "opus 5" … */
function partsOf(name: string): string[] {
  const words = plain(name).split(' ').slice(0, WORDS)
  return words
    .flatMap((_, from) => words.slice(from).map((__, n) => words.slice(from, from + n + 1)))
    .filter((part) => part.some((word) => word.length > 2 && !OF_ANY.test(word)))
    .map((part) => part.join(' '))
}
