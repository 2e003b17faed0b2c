/**
 * The usual first knowledge bot: Bolt, LangChain's BM25Retriever over the same notes as plain text, the best
 * passage posted in the thread. No memory of events or threads, nothing computed, no sources checked.
 * `COPIES` multiplies the notes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { BM25Retriever } from '@langchain/community/retrievers/bm25'
import { Document } from '@langchain/core/documents'
import { App } from '@slack/bolt'

const folder = new URL('../../knowledge/evidence/', import.meta.url)
const notes = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
const documents = Array.from({ length: Number(process.env.COPIES ?? 1) }, (_, copy) =>
  notes.map((pageContent) => new Document({ pageContent, metadata: { copy } })),
).flat()
const retriever = BM25Retriever.fromDocuments(documents, { k: 3 })

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
})
app.event('app_mention', async ({ event, say }) => {
  const [best] = await retriever.invoke(event.text)
  await say({
    text: best?.pageContent.slice(0, 3000) ?? 'Nothing was found.',
    thread_ts: event.thread_ts ?? event.ts,
  })
})
const server = await app.start({ port: 0, host: '127.0.0.1' })
process.stdout.write(`http://127.0.0.1:${server.address().port}\n`)
