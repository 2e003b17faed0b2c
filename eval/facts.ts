import type { Fact } from './questions.ts'
import { spelledNumbers } from './spelled-numbers.ts'

/** True when the text holds the fact in one of its spellings, or a number within its tolerance. */
export function holds(text: string, fact: Fact): boolean {
  const plain = text.normalize('NFKC')
  if ('any' in fact) return fact.any.some((spelling) => stands(plain, spelling.normalize('NFKC')))
  return numbersIn(plain).some(
    (value) => Math.abs(value - fact.number) <= fact.tolerance * Math.abs(fact.number) + 1e-12,
  )
}

/** A number counts as its value, however it is written out; other spellings may stand anywhere. */
function stands(text: string, spelling: string): boolean {
  if (text.toLowerCase().includes(spelling.toLowerCase()) && !/^[\d,.]+$/.test(spelling))
    return true
  const [number, ...others] = spelledNumbers(spelling)
  const bare = /^[\d,.]+\s?(?:천|만|억|조|thousand|million|billion|trillion)?$/i.test(spelling)
  return bare && number !== undefined && others.length === 0 && numbersIn(text).includes(number)
}

/** All numbers of a text as values: "278만 8,000" is one, and so is "8.4 × 10^22". */
function numbersIn(text: string): number[] {
  const powers = [...text.matchAll(/(\d+(?:\.\d+)?)\s?(?:e\+?|[×x]\s?10\^?)(\d+)/gi)].map((m) =>
    Number(`${m[1]}e${m[2]}`),
  )
  return [...spelledNumbers(text), ...powers]
}
