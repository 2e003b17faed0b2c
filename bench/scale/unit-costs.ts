import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import type { Turn } from '../../src/answering/ports.ts'
import { createInbox } from '../../src/inbox/inbox.ts'
import { createSlackApp } from '../../src/slack/create-app.ts'
import { conversationStore } from '../../src/storage/conversation-store.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { inboxStore } from '../../src/storage/inbox-store.ts'
import { postgresPrograms, startPostgres } from '../../test/support/postgres.ts'
import { product } from '../../test/support/product.ts'
import { envelope, recordingSlack, TEAM } from '../../test/support/recording-slack.ts'
import { startSubject } from '../http/subject.ts'
import { QUESTIONS } from '../questions.ts'

/** What one question costs the database: statements, and bytes kept. */
export type Stored = Readonly<{ statements: number; bytes: number; turn: Turn | undefined }>

/** Asks the product in this process, inbox included, and counts what reaches the embedded database. */
export async function storedPerQuestion(): Promise<Stored> {
  let statements = 0
  const { prepare } = Database.prototype
  Database.prototype.prepare = function (this: unknown, ...given: unknown[]) {
    statements += 1
    return Reflect.apply(prepare, this, given)
  } as typeof prepare
  const slack = await recordingSlack()
  const { db, options } = await product(Date.now)
  const { app, inbox, drain } = createSlackApp({
    ...options,
    strict: false,
    inbox: (work) =>
      createInbox({ store: inboxStore(db), now: Date.now, owner: 'bench', wait: sleep }, work),
    bolt: { token: 'xoxb-1', signingSecret: 'x', clientOptions: { slackApiUrl: slack.url } },
  })
  const ask = async (text: string, at: number) => {
    const ts = `${at}.000001`
    const event = { type: 'app_mention', user: 'U1', channel: 'C1', ts, event_ts: ts }
    await app.processEvent({
      body: envelope({ ...event, text: `<@U0BOT> ${text}` }, `Ev${at}`),
      ack: async () => undefined,
    })
    await inbox?.settled()
    await drain(10_000)
  }
  await ask(QUESTIONS[0], 1)
  const before = statements
  for (const [i, question] of QUESTIONS.entries()) await ask(question, 100 + i)
  const perQuestion = (statements - before) / QUESTIONS.length
  Database.prototype.prepare = prepare
  const { bytes } = await db
    .selectFrom('turn')
    .select(({ fn }) => fn.avg<number>(fn('length', ['answer_json'])).as('bytes'))
    .executeTakeFirstOrThrow()
  const place = { tenant: TEAM, channel: 'C1', thread: '100.000001' }
  const turns = conversationStore(db)
  const [first] = await turns.turns(place)
  const turn = first && (await turns.turn(TEAM, first.id))
  await inbox?.stop(1000)
  slack.server.closeAllConnections()
  slack.server.close()
  await db.destroy()
  return { statements: perQuestion, bytes, turn }
}

/** Processor time of a question and memory of a replica, of the built product over signed HTTP, when warm. */
export async function perReplica(rounds: number) {
  const replica = await startSubject('dist/main.js')
  for (const question of [...QUESTIONS, ...QUESTIONS]) await replica.ask(question)
  const used = replica.processor()
  for (let round = 0; round < rounds; round++)
    for (const question of QUESTIONS) await replica.ask(question)
  const processorMs = (replica.processor() - used) / (rounds * QUESTIONS.length)
  const memoryMB = replica.memory()
  await replica.stop()
  return { processorMs, memoryMB }
}

/** Connections that ask the database at once: the pool of one replica. */
const AT_ONCE = 10

/**
 * How many turns a second PostgreSQL on this machine saves and reads again with their thread, client included;
 * undefined where it is not installed.
 */
export async function postgresTurns(turn: Turn, seconds: number): Promise<number | undefined> {
  const programs = postgresPrograms()
  if (!programs) return undefined
  const server = await startPostgres(programs)
  const db = await openDatabase({ databaseUrl: server.url })
  const store = conversationStore(db)
  const end = performance.now() + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, person) => {
      for (let i = 0; performance.now() < end; i++) {
        const place = { ...turn.place, thread: `${person}.${i}` }
        await store.save({ ...turn, id: `${person}-${i}`, place })
        await store.turns(place)
        done += 1
      }
    }),
  )
  await db.destroy()
  server.stop()
  return done / seconds
}
