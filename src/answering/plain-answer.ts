import { replayId } from '../sizing/replay.ts'
import type { Answer, Section } from './answer.ts'
import { examples } from './compose/refusals.ts'
import type { Knowledge } from './knowledge.ts'
import type { Understanding } from './understand.ts'

/** An answer without figures. */
export function plain(
  kind: Answer['kind'],
  understood: Pick<Understanding, 'language' | 'text'>,
  knowledge: Knowledge,
  sections: readonly Section[],
): Answer {
  return {
    kind,
    language: understood.language,
    question: understood.text,
    sections,
    citations: [],
    estimates: [],
    coverage: { cited: 0, computed: 0, yours: 0, assumed: 0, unknown: [] },
    replay: replayId(understood.text, knowledge.catalog.version, knowledge.at()),
    suggestions: kind === 'answer' ? [] : examples(understood.language),
  }
}
