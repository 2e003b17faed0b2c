import type { Answer } from './answer.ts'
import type { Knowledge } from './knowledge.ts'
import { knownNames } from './known-names.ts'
import { problemsOf } from './verify.ts'

/** A sentence that fails the check never leaves; this error carries what was wrong, for the log. */
export class UnverifiedAnswer extends Error {
  override name = 'UnverifiedAnswer'
}

/**
 * Checks an answer before it leaves; a question back to the asker holds only their own words.
 * @throws {UnverifiedAnswer} when a sentence is not borne out by its evidence
 */
export function verified(answer: Answer, { corpus, catalog }: Knowledge): Answer {
  if (answer.kind === 'clarify') return answer
  const problems = problemsOf(answer, { corpus, names: knownNames(answer, catalog, corpus) })
  if (problems.length > 0) throw new UnverifiedAnswer(problems.join('; '))
  return answer
}
