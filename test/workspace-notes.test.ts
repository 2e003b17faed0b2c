import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Conversation } from '../src/answering/conversation.ts'
import { createConversation } from '../src/answering/converse.ts'
import { answerText } from '../src/answering/plain-text.ts'
import { openForAll } from '../src/knowledge.ts'
import { conversationStore } from '../src/storage/conversation-store.ts'
import { type Db, openDatabase } from '../src/storage/database.ts'
import { feedbackStore } from '../src/storage/feedback-store.ts'
import { seenStore } from '../src/storage/seen-store.ts'
import { company, ownNote } from './support/company.ts'
import { NOW } from './support/knowledge.ts'

/** A folder with a note that all see, and one of a workspace's own. */
function notes() {
  const { config } = company({ 'acme-routing-2026.md': ownNote() })
  const own = join(config.KNOWLEDGE_DIR, 'workspaces', 'T1', 'evidence', 'acme-parking-2026.md')
  mkdirSync(dirname(own), { recursive: true })
  writeFileSync(
    own,
    ownNote({
      id: 'acme-parking-2026',
      title: 'Parking assistant of the head office',
      gist_en: 'The parking assistant of the head office moved to a small model.',
      claims: [
        {
          id: 'acme-parking-2026.share',
          text_en:
            'The parking assistant of the head office answers 93% of requests with a small model.',
          text_ko: '본사 주차 도우미는 요청의 93%를 작은 모델로 답합니다.',
          value: 93,
          unit: '%',
          basis: 'published',
          about: ['figure', 'finding'],
        },
      ],
      questions_en: [
        'What did the parking assistant of the head office find?',
        'How many requests does the parking assistant answer with a small model?',
        'Is a small model enough for the parking assistant?',
      ],
    }),
  )
  return { ...config, EMBEDDINGS: 'none' as const }
}

describe('notes of a workspace', () => {
  let conversation: Conversation
  let db: Db
  beforeAll(async () => {
    const config = notes()
    const { knowledgeOf } = await openForAll(config, () => NOW)
    db = await openDatabase({ dataDir: config.DATA_DIR })
    let ids = 0
    conversation = createConversation(knowledgeOf, {
      ...{ turns: conversationStore(db), feedback: feedbackStore(db), seen: seenStore(db) },
      ...{ now: () => Date.parse(NOW), newId: () => `t${++ids}` },
    })
  }, 60_000)
  afterAll(() => db.destroy())
  const asked = async (tenant: string, text: string) => {
    const { answer } = await conversation.ask({
      ...{ place: { tenant, channel: 'C1', thread: `${tenant} ${text}` }, asker: 'U1', text },
      visibility: 'thread',
    })
    return answerText(answer)
  }
  const PARKING = 'How many requests does the parking assistant answer with a small model?'

  it('answer its people and nobody else', async () => {
    expect(await asked('T1', PARKING)).toContain('93%')
    const elsewhere = await asked('T2', PARKING)
    expect(elsewhere).not.toContain('93%')
    expect(elsewhere).not.toContain('head office')
  })
  it('stand beside those of the company, which all may see', async () => {
    for (const tenant of ['T1', 'T2'])
      expect(await asked(tenant, 'What did our claims desk pilot of routing find?')).toContain(
        '21%',
      )
  })
})
