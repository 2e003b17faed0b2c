import type { Answer } from '../../answering/answer.ts'
import { modelUseText } from '../../digest/model-use-text.ts'
import { type Block, context } from './kit.ts'
import { WORDS } from './words.ts'

/** What a language model took and cost for an answer; nothing where none was called. */
export function usedBlocks({ uses = [], language }: Answer): Block[] {
  if (uses.length === 0) return []
  const names = [...new Set(uses.map((u) => `${u.provider}:${u.model}`))].join(', ')
  return [context(`${WORDS.modelUsed[language]} ${names}: ${modelUseText(uses, language)}`)]
}
