/** One replica of the product's sender: it ticks whenever the world tells it the time, until it is killed. */
import { writeSync } from 'node:fs'
import { WebClient } from '@slack/web-api'
import { buildDigest } from '../../../dist/digest/build-digest.js'
import { createPacer } from '../../../dist/digest/pacer.js'
import { tick } from '../../../dist/digest/send-digest.js'
import { outboxPublisher } from '../../../dist/slack/outbox-publisher.js'
import { createPoster } from '../../../dist/slack/post.js'
import { openDatabase } from '../../../dist/storage/database.js'
import { digestLog } from '../../../dist/storage/digest-log.js'
import { outbox } from '../../../dist/storage/outbox.js'

const { url, owner, place, schedules } = JSON.parse(process.argv[2])
const quiet = () => undefined
const client = new WebClient('xoxb-1', {
  slackApiUrl: `${url}api/`,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
  logger: { debug: quiet, info: quiet, warn: quiet, error: quiet, setLevel: quiet, setName: quiet },
})
const db = await openDatabase(place)
const log = digestLog(db)
if ((await log.schedules()).length === 0) for (const s of schedules) await log.setSchedule(s)

/** Says on standard output when each use of the store begins and ends: moments to be killed at. */
const marked = (store) =>
  Object.fromEntries(
    Object.entries(store).map(([name, use]) => [
      name,
      async (...given) => {
        writeSync(1, `${name}\n`)
        const result = await use(...given)
        writeSync(1, `${name} done\n`)
        return result
      },
    ]),
  )
let clock = () => 0
const sending = {
  log: marked(log),
  outbox: marked(outbox(db)),
  build: async () => buildDigest({ period: '2026-W47', charges: [], known: [] }),
  followUps: (_, content) =>
    content.kind === 'digest'
      ? ['details', 'chart'].map((name) => ({ name, content: { ...content, kind: 'details' } }))
      : [],
  publisher: outboxPublisher(
    client,
    createPoster({ info: quiet, warn: quiet, error: quiet }, false, { waits: 0 }),
  ),
  pace: createPacer({ now: () => clock(), sleep: async () => undefined }),
  now: () => clock(),
  owner,
}
for (;;) {
  const { now, end } = await (await fetch(`${url}clock`)).json()
  if (end) break
  const began = performance.now()
  clock = () => now + Math.floor(performance.now() - began)
  const { failed } = await tick(sending)
  for (const { error } of failed) writeSync(1, `failed: ${String(error).slice(0, 200)}\n`)
}
await db.destroy()
