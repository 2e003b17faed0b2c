import { parseEvaluation } from '../../sizing/parse-evaluation.ts'
import type { Evaluation } from '../../sizing/request.ts'

const GIVEN = /\bevaluation\s*=\s*(?:"([^"]*)"|“([^”]*)”|'([^']*)')/i

/**
 * An own evaluation as answers ask for it, `evaluation="a=441 b=430 both=410 items=500"`, and the text
 * without it; `unread` holds the words of one that lacks a part.
 */
export function findEvaluation(
  text: string,
): Readonly<{ rest: string; evaluation?: Evaluation; unread?: string }> {
  const match = GIVEN.exec(text)
  if (!match) return { rest: text }
  const rest = text.replace(match[0], ' ')
  const evaluation = parseEvaluation(match[1] ?? match[2] ?? match[3] ?? '')
  return evaluation ? { rest, evaluation } : { rest, unread: match[0] }
}
