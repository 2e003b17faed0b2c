import type { Fact } from './questions.ts'
import { spelledNumbers, withoutScale } from './spelled-numbers.ts'

/** True when the text holds the fact in one of its spellings, or a number within its tolerance. */
export function holds(text: string, fact: Fact): boolean {
  const plain = text.normalize('NFKC')
  if ('any' in fact) return fact.any.some((spelling) => stands(plain, spelling.normalize('NFKC')))
  return numbersIn(plain).some(
    (value) => Math.abs(value - fact.number) <= fact.tolerance * Math.abs(fact.number) + 1e-12,
  )
}

/** A bare number stands alone or with any unit or scale; other spellings may stand anywhere. */
function stands(text: string, spelling: string): boolean {
  if (text.toLowerCase().includes(spelling.toLowerCase()) && !/^[\d,.]+$/.test(spelling))
    return true
  const [number, ...others] = spelledNumbers(spelling)
  const bare = /^[\d,.]+\s?(?:천|만|억|조|thousand|million|billion|trillion)?$/i.test(spelling)
  if (!bare || number === undefined || others.length > 0) return false
  const digits = spelling.replace(/\D/g, '').replace(/^0+/, '').length
  return [...numbersIn(text), ...withoutScale(text), ...shares(text)].some(
    (value) => value === number || (digits >= 3 && Number(value.toPrecision(digits)) === number),
  )
}

/** All numbers of a text as values: "278만 8,000" is one, and so is "8.4 × 10^22". */
function numbersIn(text: string): number[] {
  const powers = [...text.matchAll(/(\d+(?:\.\d+)?)\s?(?:e\+?|[×x]\s?10\^?)(\d+)/gi)].map((m) =>
    Number(`${m[1]}e${m[2]}`),
  )
  return [...spelledNumbers(text), ...powers]
}

/** Percentages as shares of one: "30.4%" is 0.304. */
function shares(text: string): number[] {
  return [...text.matchAll(/(\d+(?:\.\d+)?)\s?%/g)].map((m) =>
    Number((Number(m[1]) / 100).toPrecision(12)),
  )
}
