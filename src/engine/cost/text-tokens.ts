import { requireWithin } from '../domain.ts'

/**
 * Tokens of a text: units x tokens per unit, where a unit is a page, word or character.
 * @param units how many, >= 0
 * @param tokensPerUnit depends on language and tokenizer; within about 15 % for plain prose
 * Source: arithmetic; tokens per unit are counted (knowledge/catalog/defaults.yml).
 * Example: 1,000 pages of 500 words at 1.24 tokens a word (620 a page) -> 620,000 tokens.
 */
export function textTokens(units: number, tokensPerUnit: number): number {
  requireWithin('units', units, 0, 1e18, 'units of text')
  requireWithin('tokensPerUnit', tokensPerUnit, 1e-3, 1e6, 'tokens')
  return units * tokensPerUnit
}
