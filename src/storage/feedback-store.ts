import type { FeedbackStore } from '../answering/ports.ts'
import type { Db } from './database.ts'

/** Votes in the database, oldest first. */
export function feedbackStore(db: Db): FeedbackStore {
  return {
    vote: async ({ tenant, turn, user, helpful, replay, at }) => {
      const vote = { helpful: helpful ? 1 : 0, replay, voted_at: at }
      await db
        .insertInto('feedback')
        .values({ tenant_id: tenant, turn_id: turn, user_id: user, ...vote })
        .onConflict((c) => c.columns(['tenant_id', 'turn_id', 'user_id']).doUpdateSet(vote))
        .execute()
    },
    votes: async (tenant) => {
      const rows = await db
        .selectFrom('feedback')
        .selectAll()
        .where('tenant_id', '=', tenant)
        .orderBy('voted_at')
        .orderBy('turn_id')
        .orderBy('user_id')
        .execute()
      return rows.map((r) => ({
        turn: r.turn_id,
        user: r.user_id,
        helpful: r.helpful === 1,
        replay: r.replay,
        at: Number(r.voted_at),
      }))
    },
  }
}
