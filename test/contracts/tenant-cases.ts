import { NOTHING_SET } from '../../src/access/settings.ts'
import type { Content, Outbox, OutboxMessage } from '../../src/digest/ports.ts'
import type { InboxStore } from '../../src/inbox/ports.ts'
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
import { outbox } from '../../src/storage/outbox.ts'
import { personStore } from '../../src/storage/person-store.ts'
import { rateStore } from '../../src/storage/rate-store.ts'
import { seenStore } from '../../src/storage/seen-store.ts'
import { sourceStates } from '../../src/storage/source-states.ts'
import { charge, decision, MONDAY, reading, schedule, turn, WEEK } from './samples.ts'
import { markOf, SEALER } from './tenant-seed.ts'

type Use<Store> = (store: Store, db: Db) => Promise<unknown>
/** Uses a method for tenant A, with what has to be done before, or says why it is about all tenants at once. */
export type Case<Store> = Use<Store> | Readonly<{ before: Use<Store>; use: Use<Store> }> | string
export type Cases = Readonly<{
  open: (db: Db) => object
  methods: Readonly<Record<string, Case<never>>>
}>

const cases = <Store extends object>(
  open: (db: Db) => Store,
  methods: Readonly<Record<keyof Store, Case<Store>>>,
): Cases => ({ open, methods })

const A = 'A'
const HERE = { tenant: A, channel: 'C1', thread: '1.0' }
const [FROM, TO] = ['2026-11-01', '2026-11-30']
const EVERYBODY =
  'the work of every workspace is done by the same process, which is given the tenant of each row'

const OLD = 'what is old is forgotten for all at once, and nothing of it is told'

const messageOf = async (db: Db): Promise<OutboxMessage> => {
  const found = (await outbox(db).open(MONDAY)).find((m) => m.tenant === A)
  if (!found) throw new Error('no message is open')
  return found
}
/** With a lease that has run out, so that it can be looked up. */
const claim = async (s: Outbox, db: Db) => s.claim(await messageOf(db), 'me', 0)
const claimed = async (db: Db) => ({ ...(await messageOf(db)), attempt: 0 })
const noticeOf = async (db: Db) => {
  const found = (await decisionStore(db).unsaid(MONDAY)).find((n) => n.tenant === A)
  if (!found) throw new Error('no notice is open')
  return found
}
const stopped: Content = { kind: 'stopped', channel: 'C1' }

const taken = {
  before: (s: InboxStore) => s.claim('me', { now: MONDAY, until: 2 * MONDAY }, 9),
  event: { ...HERE, id: 'e1', order: '1.0', body: {}, at: MONDAY, attempt: 1 },
}
/** Whether it was so, as words that the suite looks for. */
const mark = (isSo: boolean) => markOf(isSo ? A : 'B').word

const SOURCES = {
  sources: (s) => s.sources(A),
  setSource: (s) => s.setSource(A, { source: 'openai', triedAt: 2 }),
  claimSource: (s) =>
    s.claimSource(A, { source: 'openai', seenTriedAt: 1, owner: 'me', now: 2, leaseUntil: 9 }),
} as const satisfies Readonly<Record<string, Case<ReturnType<typeof sourceStates>>>>

/** A crossing case for each method of each store. */
export const TENANT_CASES: Readonly<Record<string, Cases>> = {
  accessStore: cases(accessStore, {
    settings: (s) => s.settings(A),
    save: (s) => s.save(A, { ...NOTHING_SET, admins: ['U2'] }, 1),
    log: (s) =>
      s.log({
        ...{ tenant: A, id: 'a2', at: 1, person: 'U1', channel: 'C1' },
        ...{ kind: 'preview', allowed: true, reason: '', detail: '' },
      }),
    entries: (s) => s.entries(9, A),
    forgetBefore: OLD,
  }),
  alertLog: cases(alertLog, {
    states: (s) => s.states(A, 'C1'),
    record: (s) => s.record({ ...HERE, language: 'en' }, 1, [], undefined, MONDAY),
  }),
  chargeStore: cases(chargeStore, {
    ...SOURCES,
    charges: (s) => s.charges(A, FROM, TO),
    weeks: (s) => s.weeks(A, '2026-W45', '2026-W49'),
    knownDays: (s) => s.knownDays(A, FROM, TO),
    replace: (s) => s.replace(A, 'csv', reading([charge({ day: '2026-11-16', nano: 5n })]), 2),
    forgetSample: (s) => s.forgetSample(A),
    coveredDays: (s) => s.coveredDays(A),
    logImport: (s) => s.logImport(A, { id: 'i2', source: 'csv', importedAt: 2, report: {} }),
  }),
  sourceStates: cases(sourceStates, SOURCES),
  conversationStore: cases(conversationStore, {
    turns: (s) => s.turns(HERE),
    takesPart: async (s) => mark(!(await s.takesPart({ ...HERE, thread: '9.0' }))),
    turn: (s) => s.turn(A, 't1'),
    turnForQuestion: (s) => s.turnForQuestion(A, 'C1', '1.0'),
    privateTurns: (s) => s.privateTurns(A, 'U1', 9),
    place: (s) => s.place(turn(), { place: HERE, answerTs: '9.9', visibility: 'private' }),
    save: (s) => s.save(turn({ question: 'changed' })),
    forget: (s) => s.forget(A, 't1'),
    forgetBefore: OLD,
  }),
  decisionStore: cases(decisionStore, {
    save: (s) => s.save(decision({ question: 'changed' })),
    record: (s) => s.record(A, 'd1'),
    list: (s) => s.list({ tenant: A, person: 'U2', channel: 'C1' }, 9),
    ofThread: (s) => s.ofThread(HERE),
    markUnreachable: (s) => s.markUnreachable(A, 'd1'),
    plan: (s) =>
      s.plan({
        ...{ tenant: A, decision: 'd1', fingerprint: 'f2', createdAt: MONDAY },
        change: {} as never,
      }),
    claim: async (s, db) => s.claim(await noticeOf(db), 'me', WEEK),
    settle: {
      before: async (s, db) => s.claim(await noticeOf(db), 'me', 0),
      use: async (s, db) => s.settle({ ...(await noticeOf(db)), attempt: 0 }, 'me', '2.0'),
    },
    all: EVERYBODY,
    open: EVERYBODY,
    unsaid: EVERYBODY,
  }),
  digestLog: cases(digestLog, {
    schedules: (s) => s.schedules(A),
    figures: (s) => s.figures(A, 'C1'),
    setSchedule: (s) => s.setSchedule(schedule({ hour: 7 })),
    bringBack: async (s) => {
      const [set] = await s.schedules(A)
      if (set) await s.bringBack(set, 2 * WEEK)
    },
    removeSchedule: (s) => s.removeSchedule(A, 'C1'),
    plan: async (s) => {
      const [set] = await s.schedules(A)
      if (set) await s.plan(set, '2026-W48', 2 * WEEK, MONDAY)
    },
  }),
  feedbackStore: cases(feedbackStore, {
    vote: (s) => s.vote({ tenant: A, turn: 't1', user: 'U1', helpful: false, replay: 'r', at: 2 }),
    votes: (s) => s.votes(A),
  }),
  inboxStore: cases(inboxStore, {
    keep: (s) => s.keep({ ...taken.event, id: 'e2' }, false),
    isOpen: async (s) => mark(!(await s.isOpen(A, 'C9:9.0'))),
    holds: { before: taken.before, use: async (s) => mark(await s.holds(taken.event, 'me')) },
    done: { before: taken.before, use: (s) => s.done(taken.event, 'me') },
    claim: EVERYBODY,
    renew: { before: taken.before, use: (s) => s.renew([taken.event], 'me', 3 * MONDAY) },
    release: EVERYBODY,
    depth: 'a count for the operator',
    forgetBefore: OLD,
  }),
  modelCallStore: cases(modelCallStore, {
    record: (s) =>
      s.record({
        ...{ tenant: A, id: 'm2', at: MONDAY, person: 'U1', channel: 'C1', purpose: 'word' },
        ...{ provider: 'openai', model: 'm', outcome: 'ok', mostNano: 1n, ms: 5 },
      }),
    spent: (s) => s.spent({ ...HERE, person: 'U1' }, '2026-11'),
    calls: (s) => s.calls(A, FROM, TO),
    forgetBefore: OLD,
  }),
  outbox: cases(outbox, {
    forgetBefore: OLD,
    open: EVERYBODY,
    claim: async (s, db) => s.claim(await messageOf(db), 'me', WEEK),
    freeze: { before: claim, use: async (s, db) => s.freeze(await claimed(db), 'me', stopped) },
    settle: {
      before: claim,
      use: async (s, db) =>
        s.settle(await claimed(db), 'me', '2.0', [{ name: 'more', content: stopped }]),
    },
    giveUp: {
      before: claim,
      use: async (s, db) => s.giveUp(await claimed(db), 'me', 'channel', MONDAY),
    },
  }),
  seenStore: cases(seenStore, {
    firstTime: (s) => s.firstTime(A, 'only-others', 2),
    forgetBefore: OLD,
  }),
  rateStore: cases(rateStore, {
    used: (s) => s.used(A, 'U1'),
    replace: async (s) => {
      const who = { tenant: A, person: 'U1' }
      await s.replace(who, await s.used(A, 'U1'), { fullAt: 1, toldAt: 1 })
    },
    forgetBefore: OLD,
  }),
  personStore: cases(personStore, {
    traces: (s) => s.traces(A, 'U1'),
    forget: (s) => s.forget(A, 'U1'),
  }),
  installationStore: cases((db) => installationStore(db, SEALER), {
    save: (s) => s.save({ id: A, org: false, installedAt: 2, content: '{}' }),
    find: (s) => s.find(A),
    serving: (s) => s.serving(A),
    join: (s) => s.join(A, 'E1'),
    remove: (s) => s.remove(A, 9, 9),
    leave: (s) => s.leave(A, 9),
    forget: { before: (s) => s.leave(A, 9), use: (s) => s.forget(A, 10) },
    workspaces: EVERYBODY,
    goneBefore: EVERYBODY,
  }),
  connectionStore: cases((db) => connectionStore(db, SEALER), {
    save: (s) => s.save(A, 'openai', { key: 'another' }, 2),
    list: (s) => s.list(A),
    credential: (s) => s.credential(A, 'openai'),
    remove: (s) => s.remove(A, 'openai'),
  }),
}

/** Functions that take the database and are no stores, and why they cannot cross. */
export const NO_STORES: Readonly<Record<string, string>> = {
  weekSums: 'a part of chargeStore.weeks',
  rollUp: 'a part of chargeStore.replace',
  insertDue: 'writes rows that carry their tenant, for stores that are covered',
  giveUpOpen: 'a part of digestLog and outbox',
  removeSchedule: 'a part of digestLog.removeSchedule and outbox.giveUp',
  migrate: 'makes tables and shows no rows',
  isEmbedded: 'reads no rows',
  tablesOf: 'reads no rows',
  schemaOf: 'reads no rows of a tenant',
  contentsOf: 'for the operator: a backup holds all tenants',
  fill: 'for the operator: fills an empty database',
  atOneMoment: 'for the operator: what is read in it is decided elsewhere',
  standing: 'counts over all, for the operator',
  resealAll: 'for the operator: every secret is sealed anew',
  forgetTenant: 'a part of installationStore.forget',
  letGo: 'a part of installationStore',
  writeBackup: 'for the operator: a backup holds all tenants',
}
