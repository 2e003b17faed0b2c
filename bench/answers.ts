/** Measures a deterministic answer in the process, beside a Bolt app that only echoes. */
import { App } from '@slack/bolt'
import { answerQuestion } from '../src/answering/answer-question.ts'
import { openKnowledge } from '../src/knowledge.ts'
import { answerMessage } from '../src/slack/post.ts'
import { print, report, timed } from './measure.ts'
import { QUESTIONS } from './questions.ts'

const ROUNDS = 20

const { knowledge } = await openKnowledge({ EMBEDDINGS: 'lsa', DATA_DIR: 'data' }, () =>
  new Date().toISOString(),
)
const answer = async (question: string) => {
  const { answer } = await answerQuestion(question, knowledge)
  return answerMessage({
    id: 't',
    place: { tenant: 'T', channel: 'C', thread: '1' },
    asker: 'U',
    visibility: 'thread',
    question,
    language: answer.language,
    answer,
    createdAt: 0,
  })
}

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
const mention = (ts: string) =>
  echo.processEvent({
    ack: async () => undefined,
    body: {
      type: 'event_callback',
      team_id: 'T',
      event: { type: 'app_mention', user: 'U1', channel: 'C1', ts, event_ts: ts, text: 'hello' },
      authorizations: [{ team_id: 'T', user_id: 'U0BOT', is_bot: true }],
    },
  })

for (const question of QUESTIONS)
  report(`  ${question}`, await timed([() => answer(question)], ROUNDS))
const ours = report(
  'Nine questions, understood, answered, checked and drawn',
  await timed(
    QUESTIONS.map((question) => () => answer(question)),
    ROUNDS,
  ),
)
const echoed = report(
  'Bolt app that only echoes',
  await timed(
    QUESTIONS.map((_, i) => () => mention(`${i}.0`)),
    ROUNDS,
  ),
)
print(`Ratio of the medians: ${(ours.wall / echoed.wall).toFixed(0)}`)
