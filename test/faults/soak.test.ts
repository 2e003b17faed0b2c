/** Seventy-two hours in a few minutes, on a clock of the test's own; part of `npm run test:faults`. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { mkdtempSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mock, test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { envelope, TEAM } from '../support/recording-slack.ts'

const SECRET = 'a-signing-secret'
const START = Date.parse('2026-11-02T00:00:00Z')
const HOURS = 72
const STEP_MS = 15_000
const STEPS_AN_HOUR = 3_600_000 / STEP_MS
/** Steps between two questions; every other one follows up on the one before. */
const ASK_EVERY = 20
/** The first day fills what is meant to be kept: caches, known languages, compiled code. */
const SETTLED_HOUR = 24
const MOST_GROWTH_MB = 8
const QUESTIONS = [
  'Do we need GPT-class models to tag 200k support tickets a month?',
  'what if volume doubles?',
  'What is distillation?',
  '스케일링 법칙이 뭐야, 투자 판단에 쓸 수 있어?',
  'How much CO2 is 1M chatbot answers a month in Korea versus France?',
  'why?',
]

/** A Web API that takes everything and keeps nothing. */
async function forgetfulSlack() {
  let posted = 0
  let digests = 0
  let replies = 0
  const methods: Readonly<Record<string, () => object>> = {
    'auth.test': () => ({ team_id: TEAM, user_id: 'U0BOT', bot_id: 'B0BOT' }),
    'users.info': () => ({ user: { team_id: TEAM, locale: 'en-US', is_owner: true } }),
    'conversations.info': () => ({ channel: { id: 'C1' } }),
    'conversations.members': () => ({ members: ['U1'] }),
    'users.list': () => ({ members: [{ id: 'U1', team_id: TEAM, is_owner: true }] }),
    'chat.postMessage': () => ({ ts: `${++posted}.0`, channel: 'C1' }),
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      if (body.includes('rightsize_digest')) digests += 1
      if (request.url === '/api/respond') replies += 1
      const method = methods[(request.url ?? '').replace('/api/', '')]
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ ok: true, ...method?.() }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/api/`,
    posted: () => posted,
    digests: () => digests,
    replies: () => replies,
    server,
  }
}

function memory(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}

/** Files and sockets that are open. */
function handles(): number {
  return readdirSync('/proc/self/fd').length
}

await test('after three days memory is where it was after one, and no handle is left open', async () => {
  const slack = await forgetfulSlack()
  mock.timers.enable({ apis: ['setInterval', 'Date'], now: START })
  const running = await startApp(
    readConfig({
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.url,
      DATA_DIR: mkdtempSync(join(tmpdir(), 'rightsize-soak-')),
      PORT: '0',
    }),
    { info: () => undefined, warn: () => undefined, error: () => undefined },
  )
  const [url = ''] = /http:\S+/.exec(running.address) ?? []
  const send = async (body: string, type: string): Promise<void> => {
    const time = Math.floor(Date.now() / 1_000)
    const signature = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(time),
        'x-slack-signature': `v0=${signature}`,
      },
    })
    assert.equal(response.status, 200)
    await response.arrayBuffer()
  }
  const command = async (text: string) => {
    const before = slack.replies()
    await send(
      String(
        new URLSearchParams({
          ...{ command: '/model-size', text, user_id: 'U1', channel_id: 'C1', team_id: TEAM },
          ...{ trigger_id: 't', api_app_id: 'A1', response_url: `${slack.url}respond` },
        }),
      ),
      'application/x-www-form-urlencoded',
    )
    while (slack.replies() === before) await turn()
  }
  let asked = 0
  let thread = ''
  const ask = () => {
    const ts = `${Math.floor(Date.now() / 1_000)}.000001`
    const follows = asked % 2 === 1
    if (!follows) thread = ts
    const text = QUESTIONS[asked % QUESTIONS.length] ?? ''
    asked += 1
    const event = {
      ...{ type: 'app_mention', channel: 'C1', user: `U${asked}`, ts, event_ts: ts },
      ...(follows ? { thread_ts: thread } : {}),
      text: `<@U0BOT> ${text}`,
    }
    return send(JSON.stringify(envelope(event, `Ev${asked}`)), 'application/json')
  }
  await command('admin spend allow <#C1|spend>')
  await command('digest daily 09:00 UTC')

  const seen: { hour: number; mb: number; handles: number }[] = []
  for (let step = 0; step < HOURS * STEPS_AN_HOUR; step++) {
    mock.timers.tick(STEP_MS)
    if (step % ASK_EVERY === 0) await ask()
    for (let i = 0; i < 5; i++) await turn()
    if (step % STEPS_AN_HOUR === 0)
      seen.push({ hour: step / STEPS_AN_HOUR, mb: memory(), handles: handles() })
  }
  const before = seen.filter(({ hour }) => hour >= SETTLED_HOUR && hour < SETTLED_HOUR + 12)
  const after = seen.filter(({ hour }) => hour >= HOURS - 12)
  const mean = (of: typeof seen, key: 'mb' | 'handles') =>
    of.reduce((sum, s) => sum + s[key], 0) / of.length
  const growth = mean(after, 'mb') - mean(before, 'mb')
  const opened =
    Math.max(...after.map((s) => s.handles)) - Math.max(...before.map((s) => s.handles))
  console.log(
    `${HOURS} hours, ${asked} questions, ${slack.posted()} messages, ${slack.digests()} of digests: ${mean(before, 'mb').toFixed(1)} MB on the second day, ${growth.toFixed(1)} MB more at the end; ${opened} handles more`,
  )
  mock.timers.reset()
  await running.stop()
  slack.server.closeAllConnections()
  slack.server.close()
  assert.ok(slack.posted() >= asked, 'every question is answered')
  assert.ok(slack.digests() >= HOURS / 24, 'every day has its digest')
  assert.ok(growth < MOST_GROWTH_MB, `grew by ${growth} MB`)
  assert.ok(opened <= 2, `${opened} handles more`)
})
