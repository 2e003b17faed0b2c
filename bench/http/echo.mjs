/** A Bolt app that says what it was told: the least that any Slack app over HTTP can cost. */
import { App } from '@slack/bolt'

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
})
app.event('app_mention', async ({ event, say }) => {
  await say({ text: event.text, thread_ts: event.thread_ts ?? event.ts })
})
const server = await app.start({ port: 0, host: '127.0.0.1' })
process.stdout.write(`http://127.0.0.1:${server.address().port}\n`)
