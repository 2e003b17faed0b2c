import type { Knowledge } from '../../src/answering/knowledge.ts'
import { openKnowledge } from '../../src/knowledge.ts'

/** The moment at which tests live: prices and replay ids are those of this day. */
export const NOW = '2026-11-24T12:00:00.000Z'

let opened: Promise<Knowledge> | undefined

/** The shipped knowledge, loaded once a test file. */
export function shippedKnowledge(): Promise<Knowledge> {
  opened ??= openKnowledge({ EMBEDDINGS: 'lsa', DATA_DIR: 'data' }, () => NOW).then(
    (o) => o.knowledge,
  )
  return opened
}
