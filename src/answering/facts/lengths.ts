import type { Defaults } from '../../catalog/defaults.ts'
import { parseNumber } from '../../sizing/parse-quantity.ts'

/** How long words, pages and characters are in tokens. */
export type TextLengths = Defaults['text_lengths']

/** Tokens a sentence states for a side of the request, and the words they were converted from, if they were. */
export type LengthFound = Readonly<{ tokens: number; convertedFrom?: string }>

const AMOUNT = String.raw`(\d[\d,.]*\s*(?:k|thousand|천|만)?)`
const UNIT = `(tokens?|토큰|words?|단어|어절|pages?|페이지|쪽|characters?|chars?|글자|자)`
const IN = `(?:in(?:put)?|prompts?|long|read|per (?:document|doc|ticket|page)|입력|프롬프트|읽)`
const OUT = `(?:out(?:put)?|answers?|repl(?:y|ies)|responses?|completions?|출력|답변|응답|답)`

const BETWEEN = '(?:\\s+(?:of|are|is|about|around|에|은|는|이|당|약|평균))*\\s*'
const ofSide = (side: string): readonly RegExp[] => [
  new RegExp(`${AMOUNT}[\\s-]*${UNIT}\\s*(?:of\\s+)?${side}`, 'i'),
  new RegExp(`${AMOUNT}[\\s-]*(?:${side})\\s*${UNIT}`, 'i'),
  new RegExp(`${side}${BETWEEN}${AMOUNT}\\s*${UNIT}`, 'i'),
]
const OUTPUT = ofSide(OUT)
const INPUT = [...ofSide(IN), new RegExp(`${AMOUNT}[\\s-]*(?!tokens?)${UNIT}`, 'i')]

/** Finds "800 tokens in", "answers of 300 words", "입력 800토큰", "5 pages each"; prompt and answer sides. */
export function findLengths(
  text: string,
  language: 'en' | 'ko',
  lengths: TextLengths,
): { in?: LengthFound; out?: LengthFound } {
  const output = first(text, OUTPUT)
  const rest = output ? text.replace(output.words, ' ') : text
  const input = first(rest, INPUT)
  return {
    ...(input ? { in: toTokens(input, language, lengths) } : {}),
    ...(output ? { out: toTokens(output, language, lengths) } : {}),
  }
}

type Found = Readonly<{ words: string; amount: number; unit: string }>

function first(text: string, patterns: readonly RegExp[]): Found | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const amount = match?.[1] === undefined ? undefined : parseNumber(match[1].replace(/[.,]$/, ''))
    if (match?.[2] && amount !== undefined && amount > 0)
      return { words: match[0], amount, unit: match[2].toLowerCase() }
  }
  return undefined
}

function toTokens(
  { words, amount, unit }: Found,
  language: 'en' | 'ko',
  lengths: TextLengths,
): LengthFound {
  const { tokens_per_word, characters_per_token } = lengths[language]
  if (/^(token|토큰)/.test(unit)) return { tokens: amount }
  const tokens = /^(word|단어|어절)/.test(unit)
    ? amount * tokens_per_word
    : /^(page|페이지|쪽)/.test(unit)
      ? amount * lengths.words_per_page * tokens_per_word
      : amount / characters_per_token
  return { tokens: Math.max(1, Math.round(tokens)), convertedFrom: words.trim() }
}
