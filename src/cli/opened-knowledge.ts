import type { Knowledge } from '../answering/knowledge.ts'
import { openKnowledge } from '../knowledge.ts'
import type { Bilingual } from '../language/language.ts'
import { type Flags, type Io, languageFlag } from './io.ts'
import { progressBar } from './progress-bar.ts'

const MAKING: Bilingual = { en: 'vectors of the notes', ko: '노트 벡터 생성' }

/** Opens notes and catalogue as they are now; draws how far it is where their vectors are made first. */
export async function openedKnowledge(
  flags: Flags,
  io: Io,
  notes: Readonly<{ workspace?: string }> = {},
): Promise<Knowledge> {
  const bar = progressBar(io, languageFlag(flags) ?? 'en')
  const told = (share: number) => (share < 1 ? bar(share, MAKING) : io.draw?.(''))
  const { knowledge } = await openKnowledge({ ...io.config(), ...notes, told }, () =>
    new Date(io.now()).toISOString(),
  )
  return knowledge
}
