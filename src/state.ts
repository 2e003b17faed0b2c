import { randomUUID } from 'node:crypto'
import { accessRows } from './access/entry-text.ts'
import type { AccessStore } from './access/ports.ts'
import { feedbackLines, feedbackOf } from './answering/feedback.ts'
import type { ConversationStore, FeedbackStore } from './answering/ports.ts'
import type { Catalog } from './catalog/types.ts'
import type { Config } from './config.ts'
import { liveWeb } from './connectors/live-web.ts'
import { pricesUsed } from './decisions/changes.ts'
import type { DecisionRecord } from './decisions/decision-record.ts'
import type { DecisionStore } from './decisions/ports.ts'
import { recordLines, recordTitle } from './decisions/record-text.ts'
import { isPeriod } from './digest/build-digest.ts'
import type { Digest } from './digest/digest.ts'
import { digestJson } from './digest/digest-json.ts'
import { digestLines, digestTitle } from './digest/digest-text.ts'
import { periodBefore } from './digest/period.ts'
import type { SpendAnswers } from './digest/questions/spend-answers.ts'
import { digestBuilder, spendAnswers } from './digest-builder.ts'
import { type ImportRequest, importFiles } from './import-files.ts'
import type { Progress } from './ingest/ports.ts'
import { openCatalog } from './knowledge.ts'
import type { Language } from './language/language.ts'
import type { PersonStore } from './privacy/ports.ts'
import { type ConnectionRequest, handleConnections, rotateKey } from './state-connections.ts'
import {
  type BackupRequest,
  type BackupState,
  databasePlace,
  handleBackup,
} from './state-copies.ts'
import { handlePerson, type PersonRequest } from './state-person.ts'
import { handleSpend, type SpendRequest, type SpendState } from './state-spend.ts'
import { chosenTenant } from './state-tenant.ts'
import { accessStore } from './storage/access-store.ts'
import { writeBackup } from './storage/backup.ts'
import { chargeStore } from './storage/charge-store.ts'
import { conversationStore } from './storage/conversation-store.ts'
import { openDatabase } from './storage/database.ts'
import { decisionStore } from './storage/decision-store.ts'
import { digestLog } from './storage/digest-log.ts'
import { feedbackStore } from './storage/feedback-store.ts'
import { modelCallStore } from './storage/model-call-store.ts'
import { personStore } from './storage/person-store.ts'
import { encryptionKeys, openWorkspaces, TENANT, type Workspaces } from './workspaces.ts'

/** Entries of the access log that are listed. */
const LOGGED = 1000

/** A command, and the tenant it is about where it was named. */
export type StateRequest = Readonly<{ tenant?: string }> & Command

type Command =
  | (Readonly<{ command: 'import' }> & ImportRequest)
  | Readonly<{ command: 'digest'; period?: string; language: Language }>
  | Readonly<{ command: 'spend-question'; text: string; language: Language }>
  | Readonly<{ command: 'decisions'; language: Language }>
  | Readonly<{ command: 'access-log'; language: Language }>
  | Readonly<{ command: 'feedback'; language: Language }>
  | Readonly<{ command: 'rotate-key'; language: Language }>
  | ConnectionRequest
  | SpendRequest
  | BackupRequest
  | PersonRequest

export type StateReply = Readonly<{ ok: boolean; lines: readonly string[]; data: unknown }>

export type State = SpendState &
  BackupState &
  Readonly<{
    decisions: DecisionStore
    /** Read when it is needed. */
    catalog: () => Catalog
    build: (ask: Readonly<{ tenant: string; period: string }>) => Promise<Digest>
    access: AccessStore
    people: PersonStore
    feedback: Pick<FeedbackStore, 'votes'>
    turns: Pick<ConversationStore, 'turn'>
    spend: SpendAnswers
    /** Without it there is only the one tenant. */
    workspaces?: Workspaces
    close: () => Promise<void>
  }>

/** Opens the stored data for one command. */
export async function openState(config: Config, now: () => number): Promise<State> {
  const keys = encryptionKeys(config)
  const db = await openDatabase(databasePlace(config))
  const charges = chargeStore(db)
  const decisions = decisionStore(db)
  const access = accessStore(db)
  const [feedback, turns] = [feedbackStore(db), conversationStore(db)]
  const catalog = () => openCatalog(config)
  const workspaces = openWorkspaces(config, db, {
    ...{ keys, calls: modelCallStore(db), web: liveWeb(now), now },
  })
  const rates = config.CURRENCY_RATES ?? []
  const stored = { charges, decisions, access, log: digestLog(db), catalog, rates, now }
  return {
    ...{ charges, decisions, access, catalog, feedback, turns },
    people: personStore(db),
    build: digestBuilder(stored),
    spend: spendAnswers(stored),
    tenant: TENANT,
    now,
    owner: randomUUID(),
    sources: await workspaces.sourcesOf(TENANT),
    workspaces,
    newId: randomUUID,
    backup: (file) => writeBackup(db, file, now()),
    close: () => db.destroy(),
  }
}

/** Carries out a command that needs stored data, for the tenant it is about. */
export async function handleState(
  request: StateRequest,
  state: Omit<State, 'close'>,
  progress?: Progress,
): Promise<StateReply> {
  const { workspaces } = state
  if (request.command === 'rotate-key')
    return rotateKey({ ...state, installs: workspaces?.installs }, request.language)
  if (!workspaces) return carryOut(request, state, progress)
  const chosen = await chosenTenant(workspaces, request.tenant, request.language)
  return typeof chosen === 'string'
    ? { ok: false, lines: [chosen], data: null }
    : carryOut(request, { ...state, ...chosen }, progress)
}

async function carryOut(
  request: Exclude<StateRequest, { command: 'rotate-key' }>,
  state: Omit<State, 'close'>,
  progress?: Progress,
): Promise<StateReply> {
  const { charges, decisions, access, catalog, tenant, now, newId } = state
  const installs = state.workspaces?.installs
  switch (request.command) {
    case 'import': {
      const importing = { charges, tenant, now, newId }
      const { lines, report } = await importFiles(request, importing, catalog(), progress)
      return { ok: report !== undefined, lines, data: report ? plainJson(report) : null }
    }
    case 'digest': {
      const { language } = request
      const asked = request.period ?? 'weekly'
      const isCadence = asked === 'daily' || asked === 'weekly' || asked === 'monthly'
      const period = isCadence
        ? periodBefore(asked, new Date(now()).toISOString().slice(0, 10))
        : asked
      if (!isPeriod(period))
        return {
          ok: false,
          lines: [
            language === 'ko'
              ? `--period는 daily, weekly, monthly 또는 2026-W47, 2026-11-24, 2026-10 같은 기간이어야 합니다. 받은 값: "${period}"`
              : `--period must be daily, weekly or monthly, or a period such as 2026-W47, 2026-11-24 or 2026-10; received "${period}".`,
          ],
          data: null,
        }
      const digest = await state.build({ tenant, period })
      return {
        ok: true,
        lines: [digestTitle(digest, language), ...digestLines(digest, language)],
        data: digestJson(digest),
      }
    }
    case 'spend-question': {
      const { text: asked, language } = request
      const question = await state.spend.read(tenant, asked)
      const lines = question ? await state.spend.answer(tenant, question, language) : []
      const data = { kind: 'spend', language, question: asked, text: lines.join('\n') }
      return { ok: true, lines, data: question ? { ...data, read: question } : null }
    }
    case 'decisions': {
      const { language } = request
      const all = await decisions.all()
      const records = installs ? all.filter(({ place }) => place.tenant === tenant) : all
      const none = language === 'ko' ? '기록된 결정이 없습니다.' : 'No decisions are recorded.'
      const lines = records.flatMap((record) => [
        `${recordTitle(record, language)} · ${record.owner}`,
        ...recordLines(record, language).map((line) => `  ${line}`),
      ])
      return { ok: true, lines: lines.length > 0 ? lines : [none], data: records.map(decisionJson) }
    }
    case 'pull':
    case 'spend-sources':
      return handleSpend(request, state, progress)
    case 'backup':
      return handleBackup(request, state)
    case 'connect':
    case 'disconnect':
    case 'connections':
      return handleConnections(request, { ...state, installs })
    case 'person':
      return handlePerson(request, state)
    case 'access-log': {
      const entries = await access.entries(LOGGED, installs && tenant)
      return {
        ok: true,
        lines: accessRows(entries, request.language),
        data: entries.map((e) => ({ ...e, at: new Date(e.at).toISOString() })),
      }
    }
    case 'feedback': {
      const votes = await state.feedback.votes(tenant)
      const feedback = await feedbackOf(votes, (id) => state.turns.turn(tenant, id))
      return {
        ok: true,
        lines: feedbackLines(feedback, request.language),
        data: plainJson(feedback),
      }
    }
    default:
      return request satisfies never
  }
}

/** The stable JSON of `decisions --json`; its keys are documented in docs/cli.md. */
function decisionJson(record: DecisionRecord): Readonly<Record<string, unknown>> {
  const { id, state, owner, recordedBy, recordedAt, reviewOn, note, place, unreachable } = record
  const { request, verdict, flips, options, replay } = record.recommendation
  return {
    id,
    state,
    owner,
    recordedBy,
    recordedAt: new Date(recordedAt).toISOString(),
    reviewOn,
    note: note ?? null,
    question: record.question,
    place,
    unreachable,
    request,
    verdict,
    figures: options.find((o) => o.id === verdict.option)?.figures ?? null,
    prices: pricesUsed(record.recommendation),
    flips,
    citations: record.citations,
    catalog: record.catalog?.version ?? null,
    replay,
  }
}

/** A value as plain JSON, big integers as decimal text. */
function plainJson(value: unknown): unknown {
  const text = (_: string, v: unknown) => (typeof v === 'bigint' ? String(v) : v)
  return JSON.parse(JSON.stringify(value, text))
}
