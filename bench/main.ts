/**
 * Measures, on this machine: how long a deterministic answer takes in the process, beside a Bolt app
 * that only echoes; and how long the built product takes from its start to its first answer.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from '@slack/bolt'
import { answerQuestion } from '../src/answering/answer-question.ts'
import { openKnowledge } from '../src/knowledge.ts'
import { answerMessage } from '../src/slack/post.ts'

const QUESTIONS = [
  'Do we need GPT-class models to tag 200k support tickets a month?',
  'What would a 70B model cost us to self-host for 50 requests a second?',
  'Why did Chinchilla change Kaplan’s advice?',
  'How much CO2 is 1M chatbot answers a month in Korea versus France?',
  'When does distilling to a small model pay back?',
  'Is the internet really running out of training data?',
  '티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?',
  '작은 모델로 바꾸면 탄소가 얼마나 줄어?',
  '스케일링 법칙이 뭐야, 투자 판단에 쓸 수 있어?',
]
const ROUNDS = 30

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
const line = (name: string, times: readonly number[]) => {
  const sorted = [...times].sort((a, b) => a - b)
  process.stdout.write(
    `${name}: p50 ${at(sorted, 0.5).toFixed(1)} ms, p95 ${at(sorted, 0.95).toFixed(1)} ms, max ${at(sorted, 1).toFixed(1)} ms (n ${sorted.length})\n`,
  )
  return at(sorted, 0.5)
}

const { knowledge } = await openKnowledge({ EMBEDDINGS: 'lsa', DATA_DIR: 'data' }, () =>
  new Date().toISOString(),
)
const ours: number[] = []
for (let round = 0; round < ROUNDS; round++)
  for (const question of QUESTIONS) {
    const start = performance.now()
    const { answer } = await answerQuestion(question, knowledge)
    answerMessage({
      id: 't',
      place: { tenant: 'T', channel: 'C', thread: '1' },
      asker: 'U',
      visibility: 'thread',
      question,
      language: answer.language,
      answer,
      createdAt: 0,
    })
    if (round > 0) ours.push(performance.now() - start)
  }

const echoed: number[] = []
const receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
}
const reply = async () =>
  new Response(
    JSON.stringify({ ok: true, ts: '1.0', user_id: 'U0BOT', bot_id: 'B0', team_id: 'T' }),
    { headers: { 'content-type': 'application/json' } },
  )
const echo = new App({
  token: 'xoxb-1',
  receiver: receiver as never,
  clientOptions: { fetch: reply as never },
})
echo.event('app_mention', async ({ event, say }) => {
  await say(event.text)
})
for (let i = 0; i < ROUNDS * QUESTIONS.length; i++) {
  const start = performance.now()
  await echo.processEvent({
    ack: async () => undefined,
    body: {
      type: 'event_callback',
      team_id: 'T',
      event: {
        type: 'app_mention',
        user: 'U1',
        channel: 'C1',
        ts: `${i}.0`,
        event_ts: `${i}.0`,
        text: 'hello',
      },
      authorizations: [{ team_id: 'T', user_id: 'U0BOT', is_bot: true }],
    },
  })
  if (i >= QUESTIONS.length) echoed.push(performance.now() - start)
}

const cold: number[] = []
for (let i = 0; i < 5; i++) {
  const start = performance.now()
  const bot = spawn(process.execPath, ['dist/main.js'], {
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'rightsize-')),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve) =>
    bot.stdout.on('data', (text: Buffer) => resolve(/http:\S+/.exec(String(text))?.[0] ?? '')),
  )
  const form = new URLSearchParams({
    user: 'U000ALEX',
    channel: 'C000SPEND',
    back: '/',
    text: `@rightsize ${QUESTIONS[0]}`,
  })
  await fetch(new URL('/say', url), { method: 'POST', body: form, redirect: 'manual' })
  const page = await (await fetch(url)).text()
  if (!page.includes('1 reply')) throw new Error('The first answer did not come.')
  cold.push(performance.now() - start)
  bot.kill('SIGTERM')
}

process.stdout.write(`${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}\n`)
const [answering, echoing] = [
  line('Answer, in process', ours),
  line('Bolt app that only echoes', echoed),
]
process.stdout.write(`Ratio of the medians: ${(answering / echoing).toFixed(0)}\n`)
line('Cold start of node dist/main.js to the first answer', cold)
