import type { Estimate } from '../../engine/estimate.ts'
import type { Answer } from '../answer.ts'

/** The figures that the sentences of an answer show, each once, in reading order; those of before a change left out. */
export function shownFigures({ sections, estimates }: Answer): Estimate[] {
  const byId = new Map(estimates.map((e) => [e.id, e]))
  const ids = sections.flatMap((section) =>
    section.sentences.flatMap((s) => s.flatMap((g) => ('figure' in g ? [g.figure] : []))),
  )
  return [...new Set(ids)].flatMap((id) => (id.startsWith('before.') ? [] : (byId.get(id) ?? [])))
}
