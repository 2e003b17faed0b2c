import type { Selectable } from 'kysely'
import type { ConversationStore, Left, ThreadTurn, Turn } from '../answering/ports.ts'
import { leftBy } from '../answering/thread.ts'
import { asOffered } from './as-offered.ts'
import type { Db } from './database.ts'
import { fromJson, toJson } from './json.ts'
import { packedAnswer, unpackedAnswer } from './packed-answer.ts'
import type { Tables } from './schema.ts'

/** Turns in the database; forgetting one takes its votes along. */
export function conversationStore(db: Db): ConversationStore {
  const rows = (tenant: string) => db.selectFrom('turn').selectAll().where('tenant_id', '=', tenant)
  return {
    turns: async ({ tenant, channel, thread }) => {
      const found = await db
        .selectFrom('turn')
        .select(SHORT)
        .select((e) =>
          e.case().when('left_json', 'is', null).then(e.ref('answer_json')).end().as('answer_json'),
        )
        .where('tenant_id', '=', tenant)
        .where('channel_id', '=', channel)
        .where('thread_ts', '=', thread)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return found.map(toThreadTurn)
    },
    takesPart: async ({ tenant, channel, thread }) => {
      const row = await db
        .selectFrom('turn')
        .select('id')
        .where('tenant_id', '=', tenant)
        .where('channel_id', '=', channel)
        .where('thread_ts', '=', thread)
        .where('visibility', '=', 'thread')
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    turn: async (tenant, id) => {
      const row = await rows(tenant).where('id', '=', id).executeTakeFirst()
      return row && toTurn(row)
    },
    turnForQuestion: async (tenant, channel, questionTs) => {
      const row = await rows(tenant)
        .where('channel_id', '=', channel)
        .where('question_ts', '=', questionTs)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && toTurn(row)
    },
    privateTurns: async (tenant, asker, limit) => {
      const found = await rows(tenant)
        .where('asker_id', '=', asker)
        .where('visibility', '=', 'private')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return found.map(toTurn)
    },
    place: async ({ place: { tenant }, id }, { place, answerTs, visibility }) => {
      const [placed] = await db
        .updateTable('turn')
        .set({
          channel_id: place.channel,
          thread_ts: place.thread,
          answer_ts: answerTs,
          visibility,
        })
        .where('tenant_id', '=', tenant)
        .where('id', '=', id)
        .returning('question')
        .execute()
      return placed?.question
    },
    save: async (turn) => {
      const row = toRow(turn)
      await db
        .insertInto('turn')
        .values(row)
        .onConflict((c) => c.columns(['tenant_id', 'id']).doUpdateSet(asOffered(row)))
        .execute()
    },
    forget: async (tenant, id) => {
      await db.transaction().execute(async (tx) => {
        await tx
          .deleteFrom('feedback')
          .where('tenant_id', '=', tenant)
          .where('turn_id', '=', id)
          .execute()
        await tx.deleteFrom('turn').where('tenant_id', '=', tenant).where('id', '=', id).execute()
      })
    },
    forgetBefore: (at, most) =>
      db.transaction().execute(async (tx) => {
        const old = await tx
          .selectFrom('turn')
          .select(['tenant_id', 'id'])
          .where('created_at', '<', at)
          .limit(most)
          .execute()
        for (const { tenant_id, id } of old) {
          await tx
            .deleteFrom('feedback')
            .where('tenant_id', '=', tenant_id)
            .where('turn_id', '=', id)
            .execute()
          await tx
            .deleteFrom('turn')
            .where('tenant_id', '=', tenant_id)
            .where('id', '=', id)
            .execute()
        }
        return old.length
      }),
  }
}

function toRow(turn: Turn): Selectable<Tables['turn']> {
  return {
    tenant_id: turn.place.tenant,
    id: turn.id,
    channel_id: turn.place.channel,
    thread_ts: turn.place.thread,
    question_ts: turn.questionTs ?? null,
    answer_ts: turn.answerTs ?? null,
    asker_id: turn.asker,
    visibility: turn.visibility,
    question: turn.question,
    language: turn.language,
    input_json: turn.input ? toJson(turn.input) : null,
    answer_json: packedAnswer(turn.answer),
    left_json: toJson(leftBy(turn.answer)),
    created_at: turn.createdAt,
  }
}

/** All columns but the answer's. */
const SHORT = [
  'tenant_id',
  'id',
  'channel_id',
  'thread_ts',
  'question_ts',
  'answer_ts',
  'asker_id',
  'visibility',
  'question',
  'language',
  'input_json',
  'left_json',
  'created_at',
] as const

type Short = Pick<Selectable<Tables['turn']>, (typeof SHORT)[number]>

function toTurn({ answer_json, ...row }: Selectable<Tables['turn']>): Turn {
  return { ...withoutAnswer(row), answer: unpackedAnswer(answer_json) }
}

function toThreadTurn({ answer_json, ...row }: Short & { answer_json: string | null }): ThreadTurn {
  const left = row.left_json
    ? fromJson<Left>(row.left_json)
    : leftBy(unpackedAnswer(answer_json ?? ''))
  return { ...withoutAnswer(row), left }
}

function withoutAnswer(row: Short): Omit<Turn, 'answer'> {
  return {
    id: row.id,
    place: { tenant: row.tenant_id, channel: row.channel_id, thread: row.thread_ts },
    asker: row.asker_id,
    ...(row.question_ts === null ? {} : { questionTs: row.question_ts }),
    ...(row.answer_ts === null ? {} : { answerTs: row.answer_ts }),
    visibility: row.visibility === 'thread' ? 'thread' : 'private',
    question: row.question,
    language: row.language === 'ko' ? 'ko' : 'en',
    ...(row.input_json === null
      ? {}
      : { input: fromJson<NonNullable<Turn['input']>>(row.input_json) }),
    createdAt: Number(row.created_at),
  }
}
