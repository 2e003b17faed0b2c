import { exactly, type Range, range } from '../engine/range.ts'
import { detectLanguage } from '../language/detect.ts'
import type { Language } from '../language/language.ts'

/** Tokens of a text; `counted` by the vendor's own tokenizer, `estimated` from a count by another. */
export type TokenCount = Readonly<{ tokens: Range; basis: 'counted' | 'estimated' }>

/** Vendors whose models read text with the o200k vocabulary. */
const COUNTED = ['openai', 'openai-open']

/**
 * Tokens of other tokenizers for each token of o200k, from characters per token measured on three
 * English and three parallel Korean texts on 2026-11-23 (English 4.83, Korean 1.84 for o200k).
 */
const PER_O200K: Readonly<Record<string, Readonly<Record<Language, number>>>> = {
  meta: { en: 4.83 / 4.83, ko: 1.84 / 1.78 },
  alibaba: { en: 4.83 / 4.68, ko: 1.84 / 1.53 },
  google: { en: 4.83 / 4.49, ko: 1.84 / 1.86 },
  'google-open': { en: 4.83 / 4.49, ko: 1.84 / 1.86 },
  deepseek: { en: 4.83 / 4.62, ko: 1.84 / 1.53 },
}
/** Six texts are few: measured ratios hold within 15 %. */
const MEASURED_SPREAD = 0.15
/**
 * No tokenizer is public. Claude's models since 4.7 give about 30 % more tokens than those before
 * (https://platform.claude.com/docs/es/models/haiku-5-5/overview); the range spans both.
 */
const UNMEASURED = range(0.85, 1.15, 1.5)

/**
 * Counts the tokens of a text as a vendor's models read it. The vocabulary is loaded on first use and
 * needs no network; marks such as <|endoftext|> count as plain text.
 * Example: "hello world" -> 2 for OpenAI, 1.7 to 3 for a vendor without a public tokenizer.
 */
export async function countTokens(text: string, vendor: string): Promise<TokenCount> {
  const { countTokens: count } = await import('gpt-tokenizer/encoding/o200k_base')
  const tokens = count(text, { disallowedSpecial: new Set() })
  if (COUNTED.includes(vendor)) return { tokens: exactly(tokens), basis: 'counted' }
  const ratio = PER_O200K[vendor]?.[detectLanguage(text)]
  const { low, central, high } =
    ratio === undefined
      ? UNMEASURED
      : range(ratio * (1 - MEASURED_SPREAD), ratio, ratio * (1 + MEASURED_SPREAD))
  return { tokens: range(tokens * low, tokens * central, tokens * high), basis: 'estimated' }
}
