import { createHash } from 'node:crypto'
import type { Answered } from './answer-question.ts'
import type { Knowledge } from './knowledge.ts'

/** Answers kept at most; the one that was not asked for longest goes first. */
const MOST = 500

/**
 * Answers that a model helped with, by the request and the evidence: the same words in the same thread,
 * for which the rules give the same answer from the same notes, prices and figures.
 */
export class AnswerCache {
  readonly #answers = new Map<string, Answered>()

  keyOf({
    knowledge: { catalog, corpus },
    ...request
  }: Readonly<{
    text: string
    locale: unknown
    before: unknown
    rules: Answered
    knowledge: Knowledge
  }>): string {
    const ground = [catalog.version, corpus.version]
    const text = JSON.stringify(
      { ...request, ground, text: request.text.replace(/\s+/g, ' ').trim() },
      (_, v) => (typeof v === 'bigint' ? String(v) : v),
    )
    return createHash('sha256').update(text).digest('base64')
  }

  get(key: string): Answered | undefined {
    const kept = this.#answers.get(key)
    if (kept) {
      this.#answers.delete(key)
      this.#answers.set(key, kept)
    }
    return kept
  }

  keep(key: string, answered: Answered): void {
    this.#answers.set(key, answered)
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > MOST && oldest !== undefined) this.#answers.delete(oldest)
  }
}
