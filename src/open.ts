import type { Config } from './config.ts'
import { openForAll } from './knowledge.ts'
import { answersWithin } from './operation/readiness.ts'
import { storedGauges } from './operation/standing.ts'
import { within } from './operation/within.ts'
import { type Operation, openOperation } from './operation.ts'
import { checkToken } from './slack/check-token.ts'
import type { Log } from './slack/ports.ts'
import { openAll, portIsFree } from './start.ts'
import { type Db, openDatabase } from './storage/database.ts'
import { standing } from './storage/standing.ts'

/** How long the database may take before the process counts as not ready, and a figure as unknown, in milliseconds. */
const DATABASE_MS = 2_000

/**
 * Opens what the product stands on, and looks at what it will need.
 * @throws {StartError} with everything that is wrong, not only the first
 */
export async function open(config: Config, log: Log, now: () => number, at: () => string) {
  const operation = await openOperation(config)
  const { readiness } = operation
  const { listening, opened, db, workspace } = await openAll(
    {
      listening: operation.listening,
      opened: openForAll({ ...config, told: inTenths(log) }, at),
      db: openDatabase(
        config.DATABASE_URL === undefined
          ? { dataDir: config.DATA_DIR }
          : { databaseUrl: config.DATABASE_URL },
      ),
      port: freePort(config),
      workspace: workspaceOfToken(config, log),
    },
    (some) => Promise.all([operation.close(), some.db?.destroy()]),
  )
  if (listening) log.info({ address: listening }, 'health and metrics are served')
  log.info({}, opened.index)
  readiness.done('knowledge')
  watchDatabase(operation, db, now)
  return { operation, ...opened, db, workspace }
}

/** Says how far the vectors of the notes are, a tenth at a time. */
function inTenths(log: Log): (share: number) => void {
  let said = 0
  return (share) => {
    const tenths = Math.floor(share * 10)
    if (tenths > said) log.info({ percent: tenths * 10 }, 'vectors of the notes are being made')
    said = tenths
  }
}

function watchDatabase({ readiness, show }: Operation, db: Db, now: () => number): void {
  const stands = standing(db)
  readiness.done('database')
  readiness.watch(answersWithin(stands.answers, DATABASE_MS, 'The database does not answer.'))
  for (const gauge of storedGauges(stands, now))
    show({ ...gauge, read: () => within(gauge.read(), DATABASE_MS) })
}

/** The port that the workspace or the receiver will listen on, where one of them does. */
async function freePort(config: Config): Promise<void> {
  const { PORT: port, HOST, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_CLIENT_ID } = config
  if (SLACK_APP_TOKEN !== undefined) return
  const local = SLACK_BOT_TOKEN === undefined && SLACK_CLIENT_ID === undefined
  const host = local ? '127.0.0.1' : HOST
  await portIsFree({ variable: 'PORT', port, host })
}

/** The workspace of the one bot token, where there is one. */
async function workspaceOfToken(
  { SLACK_BOT_TOKEN, SLACK_API_URL }: Config,
  log: Log,
): Promise<string | undefined> {
  return SLACK_BOT_TOKEN === undefined ? undefined : checkToken(SLACK_BOT_TOKEN, SLACK_API_URL, log)
}
