import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConversation } from '../../src/answering/converse.ts'
import type { Knowledge } from '../../src/answering/knowledge.ts'
import { createDecisions } from '../../src/decisions/decisions.ts'
import type { Notice, NoticePublisher } from '../../src/decisions/ports.ts'
import { createReview } from '../../src/decisions/review.ts'
import { openKnowledge } from '../../src/knowledge.ts'
import type { SizingInput } from '../../src/sizing/request.ts'
import { conversationStore } from '../../src/storage/conversation-store.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { decisionStore } from '../../src/storage/decision-store.ts'
import { feedbackStore } from '../../src/storage/feedback-store.ts'
import { seenStore } from '../../src/storage/seen-store.ts'

export const DAY = 86_400_000
export const HOUR = 3_600_000
export const PLACE = { tenant: 'A', channel: 'C1', thread: '1.0' }

/** A price of the company's own for a shipped model, in force from a day on. */
export const priceRow = (model: string, input: number, output: number, from = '2026-11-20') =>
  `- { model: ${model}, from: "${from}", input: ${input}, output: ${output}, replaces: true, source: "https://example.com/contract", checked: "2026-11-20" }\n`

/** The knowledge of a company with price rows of its own; `at` is epoch milliseconds. */
export async function knowledgeWith(rows: string, at: () => number): Promise<Knowledge> {
  const folder = mkdtempSync(join(tmpdir(), 'rightsize-company-'))
  mkdirSync(join(folder, 'catalog', 'prices'), { recursive: true })
  writeFileSync(join(folder, 'catalog', 'prices', 'openai.yml'), rows || '[]\n')
  const config = { KNOWLEDGE_DIR: folder, DATA_DIR: join(folder, 'data'), EMBEDDINGS: 'none' }
  const moment = () => new Date(at()).toISOString()
  return (await openKnowledge(config as never, moment)).knowledge
}

/** A channel that keeps what was posted under its key, and does what a test wants of a post. */
export function noticeBoard(before: () => 'gone' | undefined = () => undefined, after = () => {}) {
  const posts: Readonly<{ key: string; to: string; notice: Notice }>[] = []
  const keyOf = (n: Notice) => `${n.decision}/${n.fingerprint}`
  const publisher: NoticePublisher = {
    find: async (notice, _record, to) => {
      const at = posts.findIndex((p) => p.key === keyOf(notice) && p.to === to)
      return at < 0 ? undefined : `${at}.0`
    },
    post: async (notice, _record, to) => {
      if (to === 'thread' && before() === 'gone') return 'gone'
      posts.push({ key: keyOf(notice), to, notice })
      after()
      return `${posts.length - 1}.0`
    },
  }
  return { posts, publisher }
}

/** Decisions on a database of their own, with a clock and a catalogue that a test changes. */
export async function decisionOffice(first: Knowledge, now: () => number) {
  let knowledge = first
  const db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-office-')) })
  const store = decisionStore(db)
  let ids = 0
  const conversation = createConversation(() => knowledge, {
    turns: conversationStore(db),
    feedback: feedbackStore(db),
    seen: seenStore(db),
    now,
    newId: () => `t${++ids}`,
  })
  const sending = (sender: string) => ({ store, now, sender })
  const decisions = createDecisions(sending('one'), () => knowledge)
  return {
    db,
    store,
    conversation,
    decisions,
    /** One process among those that share the database. */
    replica: (sender: string) => createReview(sending(sender), () => knowledge),
    reload: (next: Knowledge) => {
      knowledge = next
    },
    /** Sizes a workload in the thread and records what comes out. */
    recorded: async (input: SizingInput, visibility: 'thread' | 'private' = 'thread') => {
      const turn = await conversation.size({ place: PLACE, asker: 'U1', visibility, input })
      const form = { ...decisions.form('U1'), owner: 'U2' }
      const record = await decisions.record(turn, form, 'U1')
      if (!record) throw new Error('There was nothing to record.')
      return { turn, record }
    },
  }
}
