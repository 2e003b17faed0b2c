import type { Kysely, Migration } from 'kysely'

/** What an answer leaves to its thread, beside the answer, so that a follow-up need not read them all. */
export const leftByAnswers: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('turn').addColumn('left_json', 'text').execute()
  },
}
