import { randomBytes } from 'node:crypto'
import { NOTHING_SET } from '../../src/access/settings.ts'
import { SAMPLE_SOURCE } from '../../src/ingest/ports.ts'
import { accessStore } from '../../src/storage/access-store.ts'
import { alertLog } from '../../src/storage/alert-log.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { connectionStore } from '../../src/storage/connection-store.ts'
import { conversationStore } from '../../src/storage/conversation-store.ts'
import type { Db } from '../../src/storage/database.ts'
import { decisionStore } from '../../src/storage/decision-store.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { feedbackStore } from '../../src/storage/feedback-store.ts'
import { inboxStore } from '../../src/storage/inbox-store.ts'
import { installationStore } from '../../src/storage/installation-store.ts'
import { modelCallStore } from '../../src/storage/model-call-store.ts'
import { rateStore } from '../../src/storage/rate-store.ts'
import { createSealer } from '../../src/storage/sealed.ts'
import { seenStore } from '../../src/storage/seen-store.ts'
import { anomaly, charge, decision, MONDAY, reading, schedule, turn, WEEK } from './samples.ts'

/** What tells a tenant's rows from those of the other, which have the same ids: a word, a day and an amount. */
export const markOf = (tenant: string) =>
  tenant === 'A'
    ? { word: 'of-A', day: '2026-11-16', nano: 123_457n }
    : { word: `of-${tenant}`, day: '2026-11-17', nano: 765_431n }

/** Seals with a key of the test's own. */
export const SEALER = createSealer({ first: 'k', byId: new Map([['k', randomBytes(32)]]) })

/** Rows of one tenant in every table. */
export async function seedTenant(db: Db, tenant: string): Promise<void> {
  const { word, day, nano } = markOf(tenant)
  const place = { tenant, channel: 'C1', thread: '1.0' }
  await conversationStore(db).save(turn({ place, question: word }))
  await conversationStore(db).save(turn({ id: 't2', place, question: word, visibility: 'private' }))
  if (tenant !== 'A')
    await conversationStore(db).save(turn({ id: 't9', place: { ...place, thread: '9.0' } }))
  const vote = { turn: 't1', user: 'U1', helpful: true, at: 1 }
  await feedbackStore(db).vote({ tenant, ...vote, replay: word })
  if (tenant !== 'A') await seenStore(db).firstTime(tenant, 'only-others', 1)
  await seenStore(db).firstTime(tenant, 'e1', 1)
  const event = { tenant, thread: 'C1:1.0', order: '1.0', body: { word }, at: MONDAY }
  await inboxStore(db).keep({ ...event, id: 'e1' }, false)
  if (tenant !== 'A') await inboxStore(db).keep({ ...event, id: 'e2', thread: 'C9:9.0' }, false)
  await modelCallStore(db).record({
    ...{ tenant, id: 'm1', at: MONDAY, person: 'U1', channel: 'C1', purpose: 'word' },
    ...{ provider: 'openai', model: word, outcome: 'ok', nano, mostNano: nano, ms: 5 },
  })
  const charges = chargeStore(db)
  for (const source of ['csv', SAMPLE_SOURCE])
    await charges.replace(tenant, source, reading([charge({ source, day, team: word, nano })]), 1)
  await charges.setSource(tenant, { source: 'openai', triedAt: 1, problem: { en: word, ko: word } })
  await charges.logImport(tenant, { id: 'i1', source: 'csv', importedAt: 1, report: word })
  const log = digestLog(db)
  await log.plan(await log.setSchedule(schedule({ tenant, owner: word })), '2026-W47', WEEK, MONDAY)
  const figure = { period: '2026-W46', currency: 'USD', nano: String(nano) }
  await db
    .insertInto('posted_figure')
    .values({ tenant_id: tenant, channel_id: 'C1', ...figure })
    .execute()
  const state = { finding: anomaly('a', { name: word }), open: true, standing: false }
  const here = { tenant, channel: 'C1', language: 'en' } as const
  await alertLog(db).record(here, 0, [state], undefined, MONDAY)
  await decisionStore(db).save(decision({ place, question: word }))
  await decisionStore(db).plan({
    ...{ tenant, decision: 'd1', fingerprint: 'f1', createdAt: MONDAY },
    change: { kind: 'review', on: day } as never,
  })
  const settings = accessStore(db)
  const budgets = [{ period: 'month', amountNano: nano, currency: 'USD' }] as const
  await settings.save(tenant, { ...NOTHING_SET, admins: [word], budgets }, 0)
  await settings.log({
    ...{ tenant, id: 'a1', at: 1, person: 'U1', channel: 'C1', kind: 'preview' },
    ...{ allowed: false, reason: word, detail: '' },
  })
  const used = { fullAt: Number(nano), toldAt: 0 }
  await rateStore(db).replace({ tenant, person: 'U1' }, undefined, used)
  const content = JSON.stringify({ word })
  await installationStore(db, SEALER).save({ id: tenant, org: false, installedAt: 1, content })
  await connectionStore(db, SEALER).save(tenant, 'openai', { key: word }, Number(nano))
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)) ?? ''

/** Whether something a store gave back tells of a tenant. */
export function tellsOf(value: unknown, tenant: string): boolean {
  return Object.values(markOf(tenant)).some((mark) => textOf(value).includes(String(mark)))
}

/** Every row of a tenant by table, as the database itself lists its tables. */
export async function rowsOfTenant(db: Db, tenant: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { name } of await db.introspection.getTables()) {
    const rows = await db
      .selectFrom(name as 'turn')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .execute()
    found.set(name, textOf(rows.map(textOf).sort()))
  }
  return found
}

/** Takes every row of every table away. */
export async function emptyTables(db: Db): Promise<void> {
  for (const { name } of await db.introspection.getTables())
    await db.deleteFrom(name as 'turn').execute()
}
