import type { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SlackAppOptions } from '../../src/slack/create-app.ts'
import { brain } from '../support/model-brain.ts'
import { modelEnvironment, modelServer } from '../support/model-server.ts'
import { mention } from '../support/recording-slack.ts'
import { slackInProcess } from '../support/slack-in-process.ts'

const SEVERAL =
  'Compare the models for tagging 200k support tickets a month, a wrong tag costs $2; then the carbon in Korea and France, and what the law says about energy reporting.'
const RULES = 'What is distillation?'
const refusedWith = (error: string) => () => ({ ok: false, error })

describe('an answer that a language model words', () => {
  let server: LLMock
  const worlds: Awaited<ReturnType<typeof slackInProcess>>[] = []
  beforeAll(async () => {
    server = await modelServer()
  })
  afterAll(async () => {
    for (const world of worlds) await world.db.destroy()
    await server.stop()
  })
  beforeEach(() => {
    server.reset()
    brain(server)
  })
  const open = async (change?: (options: SlackAppOptions) => Partial<SlackAppOptions>) => {
    const slack = await slackInProcess(change, modelEnvironment('openai', server.url))
    slack.replies.set('chat.startStream', () => ({ ok: true, ts: '7.0' }))
    slack.replies.set('chat.stopStream', () => ({ ok: true, ts: '7.0' }))
    worlds.push(slack)
    const ask = (text: string) => slack.event({ ...mention('1.0'), text: `<@U0BOT> ${text}` })
    const said = () =>
      slack.sent.map((s) => s.method).filter((m) => /^chat\./.test(m) && m !== 'chat.getPermalink')
    return { ...slack, ask, said }
  }

  // The first to use a language model loads what speaks to it.
  it('begins as a stream with what is certain, and ends with the rest', {
    timeout: 60_000,
  }, async () => {
    const slack = await open()
    await slack.ask(SEVERAL)
    expect(slack.said()).toEqual(['chat.startStream', 'chat.stopStream'])
    const begun = slack.last('chat.startStream')
    const ended = slack.last('chat.stopStream')
    expect(begun).toMatchObject({ recipient_user_id: 'U1', thread_ts: '1.0' })
    expect(begun.recipient_team_id).toBeDefined()
    expect(String(begun.chunks)).toContain('"plan"')
    expect(String(begun.chunks)).toContain('"block_id":"opening:1.0"')
    expect(JSON.stringify(ended.blocks)).not.toContain('"plan"')
    expect(JSON.stringify(ended.blocks)).toContain('feedback')
    expect(ended.metadata).toMatchObject({ event_type: 'rightsize_answer' })
    expect(slack.refused).toEqual([])
    const [turn] = await slack.options.conversation.turns({
      ...{ tenant: String(begun.recipient_team_id), channel: 'C1', thread: '1.0' },
    })
    expect(turn?.answerTs).toBe('7.0')
  })
  it('is posted and then edited where Slack does not stream', async () => {
    const slack = await open()
    slack.replies.set('chat.startStream', refusedWith('unknown_method'))
    await slack.ask(SEVERAL)
    expect(slack.said()).toEqual(['chat.startStream', 'chat.postMessage', 'chat.update'])
    expect(JSON.stringify(slack.last('chat.update').blocks)).toContain('"plan"')
    expect(String(slack.last('chat.postMessage').text)).not.toBe('')
  })
  it.each(['message_not_in_streaming_state', 'invalid_blocks', 'ratelimited'])(
    'is edited where Slack refuses the end of the stream with %s',
    async (error) => {
      const slack = await open()
      slack.replies.set('chat.stopStream', refusedWith(error))
      await slack.ask(SEVERAL)
      expect(slack.last('chat.update')).toMatchObject({ ts: '7.0' })
      expect(slack.of('chat.postMessage')).toEqual([])
    },
  )
  it('is posted whole when nobody knows whether the stream began', async () => {
    const slack = await open()
    slack.replies.set('chat.startStream', () => new Response('', { status: 502 }) as never)
    await slack.ask(SEVERAL)
    expect(slack.said()).toEqual(['chat.startStream', 'chat.postMessage'])
  })
  it('leaves nothing behind when it does not come', async () => {
    const slack = await open((options) => ({
      conversation: {
        ...options.conversation,
        ask: async (ask) => {
          await options.conversation.ask(ask)
          throw new Error('the disk is full')
        },
      },
    }))
    await slack.ask(SEVERAL)
    expect(slack.last('chat.delete')).toMatchObject({ ts: '7.0' })
    expect(slack.said().at(-1)).toBe('chat.postEphemeral')
  })
  it('has no opening where the rules were sure', async () => {
    const slack = await open()
    await slack.ask(RULES)
    expect(slack.said()).toEqual(['chat.postMessage'])
  })
})
