import type { Language } from '../../language/language.ts'
import { OPPOSITES, THAN } from './words/meaning.ts'

/** Two words that changed sides. */
export type Swap = readonly [one: string, other: string]

/** Verbs and adjectives with a side before and a side behind them. */
const COMPARING = [THAN, ...OPPOSITES.slice(0, 6)]
const RELATING =
  /(?<!\p{L})(?:replac\w+|cause\w*|need\w*|require\w*|exceed\w*|match\w*|depend\w*|follow\w*|include\w*|contradict\w*|correct\w*|count\w*|cost\w*|mean\w*|is|are|was|were)(?!\p{L})/gu

/**
 * Words of both texts that stood on two sides of a comparison and now stand on each other's: "the
 * router beats the cascade" and "the cascade beats the router". One word that moves alone is no swap.
 */
export function swapsOf(original: string, reworded: string, language: Language): Swap[] {
  const sides = language === 'ko' ? koreanSides : englishSides
  const [was, is] = [sides(original), sides(reworded)]
  const moved = [...was].flatMap(([word, before]) => {
    const after = is.get(word)
    return after === undefined || after === before ? [] : [{ word, before }]
  })
  const left = moved.find(({ before }) => before === 'first')
  const right = moved.find(({ before }) => before === 'second')
  return left && right ? [[left.word, right.word]] : []
}

type Side = 'first' | 'second'

/** English: before or behind the first word that compares, else the first verb that relates. */
function englishSides(text: string): ReadonlyMap<string, Side> {
  const lower = text.toLowerCase()
  const compared = COMPARING.map(({ en }) => lower.search(en)).find((at) => at >= 0)
  const pivot = compared ?? lower.search(RELATING)
  if (pivot < 0) return new Map()
  const words = [...lower.matchAll(/\p{Script=Latin}{4,}/gu)]
  return once(words.map(({ 0: word, index }) => [stem(word), index < pivot ? 'first' : 'second']))
}

/** Korean: the particle says who is compared with what. */
const ROLES = /(⟦\d+⟧|[가-힣A-Za-z]+?)(이|가|은|는|을|를|보다)(?=[\s,])/gu

function koreanSides(text: string): ReadonlyMap<string, Side> {
  return once(
    [...text.matchAll(ROLES)].map(({ 1: word = '', 2: particle = '' }) => [
      word,
      /[이가은는]/.test(particle) ? 'first' : 'second',
    ]),
  )
}

/** Words that stand on one side only. */
function once(found: readonly (readonly [string, Side])[]): ReadonlyMap<string, Side> {
  const sides = new Map(found)
  for (const [word, side] of found) if (sides.get(word) !== side) sides.delete(word)
  return sides
}

function stem(word: string): string {
  return word.replace(/(?:es|s|ing|ed)$/, '')
}
