import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/storage/database.ts'
import { feedbackStore } from '../../src/storage/feedback-store.ts'
import type { Open } from './samples.ts'

/** What a FeedbackStore must do. */
export function feedbackStoreContract(open: Open): void {
  describe('votes', () => {
    let db: Db
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.destroy())
    const vote = { turn: 't1', user: 'U1', helpful: true, replay: 'r1', at: 1 }

    it('count once a person, the last one, and belong to one tenant', async () => {
      const votes = feedbackStore(db)
      await votes.vote({ tenant: 'A', ...vote })
      await votes.vote({ tenant: 'A', ...vote, user: 'U2', at: 2 })
      await votes.vote({ tenant: 'A', ...vote, helpful: false, at: 3 })
      await votes.vote({ tenant: 'B', ...vote, replay: 'r2', at: 4 })
      expect(await votes.votes('A')).toEqual([
        { ...vote, user: 'U2', at: 2 },
        { ...vote, helpful: false, at: 3 },
      ])
      expect(await votes.votes('B')).toEqual([{ ...vote, replay: 'r2', at: 4 }])
      expect(await votes.votes('C')).toEqual([])
    })
  })
}
