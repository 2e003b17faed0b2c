import type { Answer, Section } from '../answer.ts'

/** Sections that may open an answer and that no model words; of a verdict that is the first sentence. */
const OPENING = new Set<Section['kind']>(['part', 'restated', 'verdict'])

/** The sections of an answer, parted where words of a model may begin. */
export function parted({ sections }: Answer): Readonly<{ opening: Section[]; rest: Section[] }> {
  const first = sections.findIndex(({ kind }) => !OPENING.has(kind) || kind === 'verdict')
  const end = first < 0 ? sections.length : first
  const verdict = sections[end]
  if (verdict?.kind !== 'verdict')
    return { opening: sections.slice(0, end), rest: sections.slice(end) }
  const more = { ...verdict, sentences: verdict.sentences.slice(1) }
  return {
    opening: [...sections.slice(0, end), { ...verdict, sentences: verdict.sentences.slice(0, 1) }],
    rest: [...(more.sentences.length > 0 ? [more] : []), ...sections.slice(end + 1)],
  }
}
