import { WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { createInbox } from '../../src/inbox/inbox.ts'
import { createLog } from '../../src/logging.ts'
import { meteredConversation } from '../../src/operation/metered-conversation.ts'
import { boltLogger } from '../../src/slack/bolt-logger.ts'
import { meteredFetch } from '../../src/slack/metered-fetch.ts'
import { inboxStore } from '../../src/storage/inbox-store.ts'
import { prometheus } from '../../src/telemetry/prometheus.ts'
import { mention } from '../support/recording-slack.ts'
import { slackInProcess } from '../support/slack-in-process.ts'

/** The app with metrics, as `src/app.ts` wires them. */
async function measuredSlack() {
  const { meter, text } = prometheus()
  const slack = await slackInProcess(({ conversation }) => ({
    meter,
    conversation: meteredConversation(conversation, meter),
  }))
  const shown = async (start: string) =>
    (await text()).split('\n').filter((line) => line.startsWith(`rightsize_${start}`))
  return { ...slack, text, shown }
}

describe('what people do in Slack, as an operator sees it', () => {
  it('is counted by journey and kind of answer, without words or ids', async () => {
    const slack = await measuredSlack()
    await slack.event(mention('1.0'))
    await slack.command('task=chatbot volume=1000')
    await slack.event({ ...mention('2.0'), text: '<@U0BOT> best soup recipe?' })
    expect(await slack.shown('journey_seconds_count')).toEqual([
      'rightsize_journey_seconds_count{name="question",outcome="ok"} 2',
      'rightsize_journey_seconds_count{name="model-size",outcome="ok"} 1',
    ])
    expect(await slack.shown('answers_total')).toEqual([
      'rightsize_answers_total{answer="answer",language="en"} 2',
      'rightsize_answers_total{answer="refuse",language="en"} 1',
    ])
    const all = await slack.text()
    for (const said of ['C1', 'U1', 'Chinchilla', 'soup']) expect(all).not.toContain(said)
    await slack.db.destroy()
  })
  it('that was a click is an action, and a message that is not for the bot is nothing', async () => {
    const slack = await measuredSlack()
    await slack.event(mention('1.0'))
    await slack.click({ action_id: 'feedback', value: 'yes id1' })
    await slack.event({
      ...{ type: 'message', channel: 'C9', channel_type: 'channel', user: 'U2', ts: '3.0' },
      text: 'lunch?',
    })
    expect((await slack.shown('journey_seconds_count')).map((l) => l.split(' ')[0])).toEqual([
      'rightsize_journey_seconds_count{name="question",outcome="ok"}',
      'rightsize_journey_seconds_count{name="action",outcome="ok"}',
    ])
    await slack.db.destroy()
  })
  it('that fails counts as failed, with Slack’s code, and waiting for Slack is counted', async () => {
    const slack = await measuredSlack()
    let posts = 0
    slack.replies.set('chat.postMessage', () =>
      ++posts === 1
        ? new Response('', { status: 429, headers: { 'retry-after': '1' } })
        : { ok: false, error: 'account_inactive' },
    )
    await slack.event(mention('1.0'))
    expect(await slack.shown('journey_seconds_count')).toEqual([
      'rightsize_journey_seconds_count{name="question",outcome="failed"} 1',
    ])
    expect(await slack.shown('slack_errors_total')).toEqual([
      'rightsize_slack_errors_total{code="ratelimited"} 1',
      'rightsize_slack_errors_total{code="account_inactive"} 1',
    ])
    expect(await slack.shown('slack_waits_total')).toEqual(['rightsize_slack_waits_total 1'])
    expect(await slack.shown('slack_seconds_count{name="chat.postMessage"')).toEqual([
      'rightsize_slack_seconds_count{name="chat.postMessage",outcome="failed"} 2',
    ])
    await slack.db.destroy()
  })
})

describe('events that Slack delivers', () => {
  const kept = async (limits = {}) => {
    const { meter, text } = prometheus()
    const slack = await slackInProcess((_, db) => ({
      ...{ meter, untilDone: true },
      inbox: (work) =>
        createInbox(
          {
            store: inboxStore(db),
            now: () => 1_000,
            owner: 'r1',
            wait: async () => 0,
            limits,
          },
          work,
        ),
    }))
    return { ...slack, text }
  }

  it('once more are counted, and answered once', async () => {
    const slack = await kept()
    await slack.event(mention('1.0'))
    await slack.again(mention('1.0'))
    expect(slack.of('chat.postMessage')).toHaveLength(1)
    expect(await slack.text()).toContain('rightsize_slack_redeliveries_total 1')
    await slack.db.destroy()
  })
  it('while there is no room are counted as turned away', async () => {
    const slack = await kept({ open: 0 })
    await slack.event(mention('1.0'))
    expect(await slack.text()).toContain('rightsize_turned_away_total 1')
    await slack.db.destroy()
  })
})

describe('calls to Slack', () => {
  const calling = (reply: () => Response) => {
    const { meter, text } = prometheus()
    const client = new WebClient('xoxb-1', {
      retryConfig: { retries: 0 },
      logger: boltLogger(createLog('silent')),
      fetch: meteredFetch(async () => reply(), meter),
    })
    const codes = async () =>
      (await text()).split('\n').filter((l) => l.startsWith('rightsize_slack_errors_total{'))
    return { client, codes }
  }

  it('that Slack carries out reach the caller whole, and are no error', async () => {
    const { client, codes } = calling(() => Response.json({ ok: true, team: 'acme' }))
    expect(await client.auth.test()).toMatchObject({ ok: true, team: 'acme' })
    expect(await codes()).toEqual([])
  })
  it.each([
    [() => new Response('', { status: 503 }), 'http_error'],
    [
      (): Response => {
        throw new DOMException('too late', 'TimeoutError')
      },
      'timeout',
    ],
    [
      (): Response => {
        throw new TypeError('fetch failed')
      },
      'no_answer',
    ],
  ])('that come to nothing are told by what befell them (%#)', async (reply, code) => {
    const { client, codes } = calling(reply)
    await expect(client.auth.test()).rejects.toThrow()
    expect(await codes()).toEqual([`rightsize_slack_errors_total{code="${code}"} 1`])
  })
})
