import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '../../../src/engine/random.ts'
import { envelope, TEAM } from '../recording-slack.ts'
import { judged, type Outcome, type Question } from './judge.ts'
import { createReplica, type Replica } from './replica.ts'
import { type Post, slackServer, type Whisper } from './slack.ts'

const SECRET = 'a-signing-secret-of-the-load'
const TOKEN = 'xoxb-a-token-of-the-load'
/** What one person asks in a thread. */
const QUESTIONS = [
  'Do we need GPT-class models to tag 200k support tickets a month?',
  'what if volume doubles?',
  'why?',
  'use Claude instead',
  'and in euros at 0.92',
  'What is distillation?',
]
/** Slack waits so long for an acknowledgement, and sends an event at most so often. */
const SLACK = { ackMs: 3_000, sends: 4 } as const
/** Share of events that arrive twice at once. */
const REPEATED = 0.1
/** An interrupted question may take its lease, and what hangs behind it in its thread too. */
const PATIENCE_MS = 120_000

export type Load = Readonly<{
  /** `DATABASE_URL` or `DATA_DIR` of the replicas. */
  place: Readonly<Record<string, string>>
  replicas: number
  people: number
  perSecond: number
  seconds: number
  /** Seconds between kills; none without. */
  killEvery?: number
  seed: number
}>

/** People ask replicas of the built product over signed HTTP, in turn, with repeats and, if wanted, kills. */
export async function runLoad(load: Load): Promise<Outcome> {
  const random = seeded(load.seed)
  const slack = await slackServer(TEAM)
  const replicas = Array.from({ length: load.replicas }, () =>
    createReplica({
      ...load.place,
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.url,
      // They ask twice as much as a workspace may.
      RATE_WORKSPACE_PER_MINUTE: '0',
    }),
  )
  try {
    for (const replica of replicas) await replica.start()
    await warmedUp(replicas, slack.posts)
    const { questions, kills } = await asking(load, replicas, random)
    await settled(questions, slack.posts, slack.whispers)
    const log = replicas.map((r) => r.log()).join('\n')
    return {
      ...judged(questions, slack.posts, slack.whispers),
      kills,
      log,
      secrets: [TOKEN, SECRET],
    }
  } finally {
    await Promise.all(replicas.map((r) => r.stop()))
    slack.stop()
  }
}

/** Lets every replica answer each question once: a process that has just started computes at a fraction of its speed. */
async function warmedUp(replicas: readonly Replica[], posts: readonly Post[]): Promise<void> {
  const root = Math.floor(Date.now() / 1_000) - 3_600
  const rounds = QUESTIONS.length * 2
  for (let round = 0; round < rounds; round++) {
    for (const [at, replica] of replicas.entries()) {
      const ts = `${root + round}.00000${at}`
      const text = QUESTIONS[round % QUESTIONS.length] ?? ''
      const question = { person: `UWARM${at}`, thread: ts, ts, text, sent: Date.now(), sends: 0 }
      const body = eventOf(question, `warm-${round}-${at}`, true)
      await send(question, body, () => replica)
    }
    while (posts.length < (round + 1) * replicas.length) await sleep(50)
  }
}

async function asking(load: Load, replicas: readonly Replica[], random: () => number) {
  const questions: Question[] = []
  const sending: Promise<void>[] = []
  let turn = 0
  let kills = 0
  const next = () => replicas[turn++ % replicas.length]
  const begun = performance.now()
  const killing = (async () => {
    if (load.killEvery === undefined) return
    for (let at = load.killEvery; at <= load.seconds; at += load.killEvery) {
      await sleep(Math.max(0, begun + at * 1_000 - performance.now()))
      const victim = replicas[kills++ % replicas.length]
      await victim?.kill()
      await victim?.start()
    }
  })()
  const count = load.perSecond * load.seconds
  const root = Math.floor(Date.now() / 1_000)
  for (let i = 0; i < count; i++) {
    await sleep(Math.max(0, begun + (i * 1_000) / load.perSecond - performance.now()))
    const who = i % load.people
    const round = Math.floor(i / load.people)
    const stamp = (n: number) => `${root + n}.${String(who).padStart(6, '0')}`
    const question: Question = {
      ...{ person: `U${who}`, thread: stamp(0), ts: stamp(round), sent: Date.now(), sends: 0 },
      text: QUESTIONS[round % QUESTIONS.length] ?? '',
    }
    questions.push(question)
    const body = eventOf(question, String(i), questions[who]?.ackedAt === undefined)
    const times = random() < REPEATED ? 2 : 1
    for (let n = 0; n < times; n++) sending.push(send(question, body, next))
  }
  await Promise.all([...sending, killing])
  return { questions, kills }
}

/** The event of a question; nobody follows up without a mention before the thread's first question arrived. */
function eventOf({ person, thread, ts, text }: Question, name: string, isAlone: boolean): string {
  const event = {
    ...{ type: isAlone ? 'app_mention' : 'message', channel_type: 'channel', channel: 'C1' },
    ...{ user: person, text: isAlone ? `<@U0BOT> ${text}` : text, ts, event_ts: ts },
    ...(ts === thread ? {} : { thread_ts: thread }),
  }
  return JSON.stringify(envelope(event, `Ev${name}`))
}

/** Sends an event as Slack does: again, with pauses, until somebody acknowledges it in time. */
async function send(
  question: Question,
  body: string,
  next: () => Replica | undefined,
): Promise<void> {
  for (let n = 0; n < SLACK.sends; n++) {
    question.sends += 1
    if (await delivered(body, n, next()?.url())) {
      question.ackedAt ??= Date.now()
      return
    }
    await sleep(1_000 * (n + 1))
  }
}

async function delivered(body: string, retry: number, url: string | undefined): Promise<boolean> {
  if (url === undefined) return false
  const time = Math.floor(Date.now() / 1_000)
  const signature = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(SLACK.ackMs),
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': String(time),
        'x-slack-signature': `v0=${signature}`,
        ...(retry > 0 ? { 'x-slack-retry-num': String(retry) } : {}),
      },
    })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

/** Waits until every acknowledged question has something to show, or nobody would wait any longer. */
async function settled(
  questions: readonly Question[],
  posts: readonly Post[],
  whispers: readonly Whisper[],
): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (judged(questions, posts, whispers).lost.length > 0 && Date.now() < end) await sleep(250)
  // Time for an answer that should not come.
  await sleep(2_000)
}
