import { spawn, spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { slackServer, TEAM } from './slack.ts'

const SECRET = 'a-signing-secret-of-the-bench'

/** An app under measurement, in a process of its own, with a Web API of its own behind it. */
export type Subject = Readonly<{
  /** Sends a signed mention; resolves with the milliseconds until its reply stands in the thread. */
  ask: (text: string, thread?: string) => Promise<number>
  /** Milliseconds from its start until it listened. */
  startedIn: number
  /** Resident memory, MB. */
  memory: () => number
  /** Processor time used so far, ms. */
  processor: () => number
  /** The folder of its data. */
  data: string
  stop: () => Promise<void>
}>

let events = 0

/** Starts an app that receives events over HTTP and prints its address. */
export async function startSubject(
  script: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Subject> {
  const slack = await slackServer()
  const data = mkdtempSync(join(tmpdir(), 'rightsize-bench-'))
  const from = performance.now()
  const child = spawn(process.execPath, [script], {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: data,
      RATE_PERSON_PER_MINUTE: '0',
      RATE_WORKSPACE_PER_MINUTE: '0',
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.url,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const address = /http:\S+/.exec(String(text))?.[0]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}.`)))
  })
  const startedIn = performance.now() - from
  return {
    ask: async (text, thread) => {
      const ts = `${1e9 + ++events}.000001`
      const replied = slack.reply(thread ?? ts)
      const sent = performance.now()
      await send(new URL('/slack/events', url), eventOf(text, ts, thread))
      return (await replied) - sent
    },
    startedIn,
    memory: () => ps(child.pid, 'rss') / 1024,
    processor: () => processorOf(child.pid),
    data,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await ended
      clearTimeout(timer)
      slack.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function eventOf(text: string, ts: string, thread: string | undefined): string {
  const event = {
    ...{ type: 'app_mention', user: 'U1', channel: 'C1', ts, event_ts: ts },
    text: `<@U0BOT> ${text}`,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  }
  return JSON.stringify({
    ...{ type: 'event_callback', team_id: TEAM, api_app_id: 'A1', event },
    ...{ event_id: `Ev${ts}`, event_time: 1 },
    authorizations: [{ team_id: TEAM, user_id: 'U0BOT', is_bot: true }],
  })
}

async function send(url: URL, body: string): Promise<void> {
  const time = Math.floor(Date.now() / 1000)
  const hash = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': String(time),
    'x-slack-signature': `v0=${hash}`,
  }
  const response = await fetch(url, { method: 'POST', body, headers })
  if (!response.ok) throw new Error(`An event was refused with ${response.status}.`)
}

/** Ticks of user and system time, a hundred a second; unknown where there is no /proc. */
function processorOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return 10 * (Number(fields[11]) + Number(fields[12]))
  } catch {
    return Number.NaN
  }
}

function ps(pid: number | undefined, field: string): number {
  return Number(spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)]).stdout.toString())
}
