import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ConversationStore } from '../../src/answering/ports.ts'
import { conversationStore } from '../../src/storage/conversation-store.ts'
import type { Db } from '../../src/storage/database.ts'
import { feedbackStore } from '../../src/storage/feedback-store.ts'
import { EN, talk } from '../support/talk.ts'
import { type Open, turn } from './samples.ts'

/** What a ConversationStore must do. */
export function conversationStoreContract(open: Open): void {
  describe('the memory of conversations', () => {
    let db: Db
    let turns: ConversationStore
    beforeAll(async () => {
      db = await open()
      turns = conversationStore(db)
    })
    afterAll(() => db.destroy())
    beforeEach(async () => {
      await db.deleteFrom('turn').execute()
      await turns.save(turn())
      await turns.save(turn({ place: { tenant: 'B', channel: 'C1', thread: '1.0' }, asker: 'U9' }))
    })

    it('gives back exactly what was saved, with and without the parts that may be absent', async () => {
      const { questionTs: _ts, input: _input, ...rest } = turn({ id: 't2', language: 'ko' })
      const bare = { ...rest, visibility: 'private' as const }
      await turns.save(bare)
      expect(await turns.turn('A', 't1')).toEqual(turn())
      expect(await turns.turn('A', 't2')).toEqual(bare)
    })
    it('lists a thread oldest first, and only that thread', async () => {
      await turns.save(turn({ id: 't0', createdAt: 999 }))
      await turns.save(turn({ id: 't3', place: { tenant: 'A', channel: 'C1', thread: '2.0' } }))
      await turns.save(turn({ id: 't4', place: { tenant: 'A', channel: 'C2', thread: '1.0' } }))
      const found = await turns.turns({ tenant: 'A', channel: 'C1', thread: '1.0' })
      expect(found.map((t) => t.id)).toEqual(['t0', 't1'])
    })
    it('finds the latest answer to a message', async () => {
      await turns.save(turn({ id: 't5', createdAt: 5000 }))
      expect((await turns.turnForQuestion('A', 'C1', '1.0'))?.id).toBe('t5')
      expect(await turns.turnForQuestion('A', 'C2', '1.0')).toBeUndefined()
      expect(await turns.turnForQuestion('A', 'C1', '7.0')).toBeUndefined()
    })
    it('lists a person’s private answers newest first, as many as asked for', async () => {
      for (const [i, id] of ['p1', 'p2', 'p3'].entries())
        await turns.save(turn({ id, visibility: 'private', createdAt: 2000 + i }))
      await turns.save(turn({ id: 'p4', visibility: 'private', asker: 'U2', createdAt: 9000 }))
      expect((await turns.privateTurns('A', 'U1', 2)).map((t) => t.id)).toEqual(['p3', 'p2'])
    })
    it('replaces a turn that is saved again', async () => {
      await turns.save(turn({ answerTs: '9.9', question: 'edited' }))
      expect(await turns.turn('A', 't1')).toEqual(turn({ answerTs: '9.9', question: 'edited' }))
      expect(await turns.turns(turn().place)).toHaveLength(1)
    })
    it('remembers where an answer was posted, and tells by which question it is known now', async () => {
      const at = {
        place: { tenant: 'A', channel: 'D1', thread: '3.0' },
        answerTs: '3.0',
        visibility: 'private' as const,
      }
      await turns.save(turn({ question: 'edited' }))
      expect(await turns.place(turn(), at)).toBe('edited')
      expect(await turns.turn('A', 't1')).toEqual(turn({ question: 'edited', ...at }))
      expect((await turns.turn('B', 't1'))?.place.channel).toBe('C1')
      expect(await turns.place(turn({ id: 'gone' }), at)).toBeUndefined()
    })
    it('tells what an answer leaves to its thread, also of rows from before it was kept apart', async () => {
      const left = { kind: 'answer', sized: false, rates: [] }
      expect((await turns.turns(turn().place)).map((t) => t.left)).toEqual([left])
      await db.updateTable('turn').set({ left_json: null }).execute()
      expect((await turns.turns(turn().place)).map((t) => t.left)).toEqual([left])
    })
    it('gives back a recommendation whose figures are those of the answer', async () => {
      const { answer } = await talk(EN)
      await turns.save(turn({ answer }))
      expect((await turns.turn('A', 't1'))?.answer).toEqual(answer)
      const { answer_json } = await db
        .selectFrom('turn')
        .select('answer_json')
        .where('tenant_id', '=', 'A')
        .executeTakeFirstOrThrow()
      expect(answer_json.length).toBeLessThan(0.6 * JSON.stringify(answer).length)
      await db
        .updateTable('turn')
        .set({ answer_json: JSON.stringify(answer) })
        .execute()
      expect((await turns.turn('A', 't1'))?.answer).toEqual(answer)
    })
    it('forgets a turn with its votes', async () => {
      const votes = feedbackStore(db)
      const vote = { turn: 't1', user: 'U1', helpful: true, replay: 'r1', at: 1 }
      await votes.vote({ tenant: 'A', ...vote })
      await votes.vote({ tenant: 'B', ...vote })
      await turns.forget('A', 't1')
      expect(await turns.turn('A', 't1')).toBeUndefined()
      expect(await votes.votes('A')).toEqual([])
      expect(await votes.votes('B')).toEqual([vote])
    })
    it('forgets the oldest turns of every tenant with their votes, some at a time', async () => {
      const votes = feedbackStore(db)
      const vote = { tenant: 'A', user: 'U1', helpful: true, replay: 'r1', at: 1 }
      await turns.save(turn({ id: 'young', createdAt: 2000 }))
      await turns.save(turn({ id: 'old', createdAt: 1 }))
      for (const id of ['young', 'old']) await votes.vote({ ...vote, turn: id })
      expect(await turns.forgetBefore(2000, 2)).toBe(2)
      expect(await turns.forgetBefore(2000, 2)).toBe(1)
      expect(await turns.forgetBefore(2000, 2)).toBe(0)
      expect((await turns.turn('A', 'young'))?.id).toBe('young')
      expect(await turns.turn('B', 't1')).toBeUndefined()
      expect((await votes.votes('A')).map((v) => v.turn)).toEqual(['young'])
    })
    it('keeps every tenant to itself, in each method', async () => {
      const place = { channel: 'C1', thread: '1.0' }
      expect((await turns.turn('B', 't1'))?.asker).toBe('U9')
      expect(await turns.turn('C', 't1')).toBeUndefined()
      expect((await turns.turns({ tenant: 'B', ...place })).map((t) => t.asker)).toEqual(['U9'])
      expect(await turns.turns({ tenant: 'C', ...place })).toEqual([])
      expect((await turns.turnForQuestion('B', 'C1', '1.0'))?.asker).toBe('U9')
      expect(await turns.turnForQuestion('C', 'C1', '1.0')).toBeUndefined()
      await turns.save(turn({ id: 'p', visibility: 'private' }))
      expect(await turns.privateTurns('B', 'U1', 5)).toEqual([])
      await turns.save(turn({ question: 'edited' }))
      expect((await turns.turn('B', 't1'))?.question).toBe(turn().question)
      await turns.forget('A', 't1')
      expect(await turns.turn('B', 't1')).toBeDefined()
    })
  })
}
