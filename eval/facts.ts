import type { Fact } from './questions.ts'

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^\s?(?:thousand|천)(?![가-힣]*원)/, 1e3],
  [/^\s?(?:million|백만)/, 1e6],
  [/^\s?(?:billion|십억)/, 1e9],
  [/^\s?(?:trillion|조)/, 1e12],
  [/^\s?억/, 1e8],
  [/^\s?만/, 1e4],
]

/** True when the text holds the fact in one of its spellings, or a number within its tolerance. */
export function holds(text: string, fact: Fact): boolean {
  const plain = withoutSeparators(text)
  if ('any' in fact) return fact.any.some((spelling) => stands(plain, withoutSeparators(spelling)))
  return numbersIn(plain).some(
    (value) => Math.abs(value - fact.number) <= fact.tolerance * Math.abs(fact.number) + 1e-12,
  )
}

function withoutSeparators(text: string): string {
  return text.normalize('NFKC').replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
}

/** A bare number must not be part of another one; words may stand anywhere. */
function stands(text: string, spelling: string): boolean {
  if (!/^\d+(?:\.\d+)?$/.test(spelling)) return text.toLowerCase().includes(spelling.toLowerCase())
  const number = spelling.replaceAll('.', '\\.')
  const zeros = spelling.includes('.') ? '0*' : '(?:\\.0+)?'
  return new RegExp(`(?<![\\d.])${number}${zeros}(?![\\d]|\\.\\d)`).test(text)
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+(?:\.\d+)?(?:e[+-]?\d+|\s?[×x]\s?10\^?\d+)?/gi)].map((match) => {
    const after = text.slice(match.index + match[0].length)
    const scale = SCALES.find(([pattern]) => pattern.test(after))?.[1] ?? 1
    return Number(match[0].replace(/\s?[×x]\s?10\^?/i, 'e')) * scale
  })
}
