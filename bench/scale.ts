/**
 * What one replica holds, what the database sees and what breaks first at 10, 1,000 and 100,000 workspaces, worked
 * out from unit costs that are measured here.
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../src/config.ts'
import { prepareNotes } from '../src/knowledge.ts'
import { knowledgePaths } from '../src/knowledge-paths.ts'
import { FULL, print, table } from './measure.ts'
import { perReplica, postgresTurns, storedPerQuestion } from './scale/unit-costs.ts'

/** Our own assumptions, said in the report; the first is varied there. */
const ASSUMED = {
  questionsPerDay: 20,
  shareInPeakHour: 0.2,
  /** Share of a core that is used before queues grow. */
  utilisation: 0.6,
  /** Connections of PostgreSQL as it comes, and those of one replica's pool. */
  connections: 100,
  pool: 10,
  workingDays: 250,
  notesPerWorkspace: 200,
} as const
const SIZES = [10, 1_000, 100_000]
/** A disk that one server still backs up and restores in a working day, bytes. */
const ONE_SERVER = 1e12
const LOADS = [5, ASSUMED.questionsPerDay, 100]

const { processorMs, memoryMB } = await perReplica(FULL ? 20 : 4)
const { statements, bytes, turn } = await storedPerQuestion()
const turnsPerSecond = turn ? await postgresTurns(turn, FULL ? 15 : 4) : undefined
const chunks = prepareNotes({ KNOWLEDGE_DIR: undefined }).chunks.length
const index = knowledgePaths(undefined).index
// The space the vectors lie in is learned once and does not grow with the notes.
const indexBytes =
  (sizeOf(join(index, 'hnsw')) + statSync(join(index, 'vectors.f32')).size) / chunks
const retention = readConfig({}).RETENTION_CONVERSATIONS_DAYS

print('Measured unit costs.')
table(
  ['what', 'cost'],
  [
    [
      'processor of one question, mean of nine kinds, over HTTP with inbox and storage',
      `${processorMs.toFixed(0)} ms`,
    ],
    ['resident memory of a replica, warm', `${memoryMB.toFixed(0)} MB`],
    ['statements a question sends to the database', statements.toFixed(1)],
    ['bytes of a stored answer', Math.round(bytes).toLocaleString('en')],
    ['bytes of vector index on disk, a chunk', Math.round(indexBytes).toLocaleString('en')],
    [
      'answers that PostgreSQL on this machine saves and reads again, a second',
      turnsPerSecond === undefined ? 'not measured: no PostgreSQL here' : turnsPerSecond.toFixed(0),
    ],
  ],
)
const perReplicaSecond = (1000 * ASSUMED.utilisation) / processorMs
print(
  `Assumed: a workspace asks ${ASSUMED.questionsPerDay} questions a working day (varied below), a fifth of them in the busiest hour, all workspaces in one time zone; a core is used to ${100 * ASSUMED.utilisation} %; a replica is one process on a core of its own, so that it answers ${perReplicaSecond.toFixed(1)} questions a second; answers are kept ${retention} days; PostgreSQL takes ${ASSUMED.connections} connections as it comes and a replica holds up to ${ASSUMED.pool}.`,
)
table(
  [
    'workspaces',
    'questions a day each',
    'questions a second at peak',
    'replicas',
    'memory of all, GB',
    'statements a second',
    'share of one PostgreSQL',
    'connections',
    'answers kept, GB',
    'breaks first',
    'knob',
  ],
  SIZES.flatMap((workspaces) => LOADS.map((perDay) => stage(workspaces, perDay))),
)
print(
  `Beyond questions. Slack takes about one message a second in a channel, which is per workspace and does not add up. Digests that all workspaces want at the same minute are claims in the database, spread by whoever has room. Notes of workspaces' own are held in the memory of every replica: at ${ASSUMED.notesPerWorkspace} chunks each their vectors alone take ${gigabytes(100_000 * ASSUMED.notesPerWorkspace * indexBytes)} GB at 100,000 workspaces, so that there the index leaves the process: pgvector or a managed vector store behind the \`DenseSearch\` and \`Retriever\` ports, or workspaces dealt to groups of replicas.`,
)
print(
  'Knobs in the order they are turned: another replica on the same PostgreSQL (no code, `DATABASE_URL`); a connection pooler in transaction mode; a shorter `RETENTION_CONVERSATIONS_DAYS`, for stored answers are most of the bytes; a larger PostgreSQL; Citus, whose distribution key stands first in every key already (`tenant_id`); a vector store outside. What is on this page is arithmetic on measured parts, not a test at these sizes; three replicas under load are in `test/faults/replicas.test.ts`.',
)

function stage(workspaces: number, perDay: number): (string | number)[] {
  const perSecond = (workspaces * perDay * ASSUMED.shareInPeakHour) / 3600
  const replicas = Math.max(1, Math.ceil(perSecond / perReplicaSecond))
  const shareOfDatabase =
    turnsPerSecond === undefined ? undefined : perSecond / (ASSUMED.utilisation * turnsPerSecond)
  const connections = replicas * ASSUMED.pool
  const keptBytes = workspaces * perDay * ASSUMED.workingDays * (retention / 365) * bytes
  const [breaks, knob] = firstToBreak({ replicas, connections, shareOfDatabase, keptBytes })
  return [
    workspaces.toLocaleString('en'),
    perDay,
    rounded(perSecond),
    replicas,
    gigabytes(replicas * memoryMB * 1e6),
    Math.round(perSecond * statements).toLocaleString('en'),
    shareOfDatabase === undefined ? 'not measured' : `${rounded(100 * shareOfDatabase)} %`,
    connections,
    gigabytes(keptBytes),
    breaks,
    knob,
  ]
}

type Needs = Readonly<{
  replicas: number
  connections: number
  shareOfDatabase: number | undefined
  keptBytes: number
}>

function firstToBreak({
  replicas,
  connections,
  shareOfDatabase,
  keptBytes,
}: Needs): [string, string] {
  if (shareOfDatabase !== undefined && shareOfDatabase > 1)
    return ['the database: writes and reads of answers', 'Citus by `tenant_id`, a pooler before it']
  if (keptBytes > ONE_SERVER)
    return [
      'the disk: answers kept',
      'a shorter `RETENTION_CONVERSATIONS_DAYS`, then Citus by `tenant_id`',
    ]
  if (connections > ASSUMED.connections)
    return ['connections of PostgreSQL', 'a pooler in transaction mode']
  if (replicas > 1) return ['the processor of one replica', 'replicas on PostgreSQL']
  return [
    'nothing; one process with the embedded database does',
    'two replicas on PostgreSQL for availability',
  ]
}

function gigabytes(bytes: number): string {
  return rounded(bytes / 1e9)
}

function rounded(value: number): string {
  return value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString('en')
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0)
}
