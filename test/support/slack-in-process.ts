import type { App, ReceiverEvent } from '@slack/bolt'
import type { Knowledge } from '../../src/answering/knowledge.ts'
import { blockProblems, viewProblems } from '../../src/block-kit/validate.ts'
import { createSlackApp, type SlackAppOptions } from '../../src/slack/create-app.ts'
import type { Db } from '../../src/storage/database.ts'
import { product } from './product.ts'
import { envelope, TEAM } from './recording-slack.ts'

type Json = Record<string, unknown>
export type Sent = Readonly<{ method: string; body: Json }>
type Reply = (body: Json) => Json | Response

const NOW = Date.parse('2026-11-24T12:00:00Z')
export const RESPONSE_URL = 'http://slack.invalid/respond/1'

/** Bolt with the real product behind it and, in front, a Web API that records, validates and answers. */
export async function slackInProcess(
  change: (options: SlackAppOptions, db: Db) => Partial<SlackAppOptions> = () => ({}),
  environment: Record<string, string> = {},
  own?: Knowledge,
) {
  const sent: Sent[] = []
  const refused: string[] = []
  const waited: number[] = []
  const replies = new Map<string, Reply>()
  let ts = 100
  const usual: Readonly<Record<string, Reply>> = {
    'auth.test': () => ({ ok: true, team_id: TEAM, user_id: 'U0BOT', bot_id: 'B0BOT' }),
    'users.info': (b) => ({
      ok: true,
      user: {
        id: b.user,
        team_id: TEAM,
        locale: b.user === 'UKO' ? 'ko-KR' : 'en-US',
        is_owner: b.user === 'UOWN',
      },
    }),
    'conversations.info': (b) => ({ ok: true, channel: { id: b.channel } }),
    'conversations.members': () => ({ ok: true, members: ['U1', 'U2', 'U0BOT'] }),
    'users.list': () => ({
      ok: true,
      members: [
        { id: 'U1', team_id: TEAM },
        { id: 'U2', team_id: TEAM },
        { id: 'UOWN', team_id: TEAM, is_owner: true },
        { id: 'U0BOT', team_id: TEAM, is_bot: true },
      ],
    }),
    'chat.postMessage': () => ({ ok: true, ts: `${++ts}.0` }),
    'conversations.open': (b) => ({ ok: true, channel: { id: `D${String(b.users).slice(1)}` } }),
  }
  const api: typeof fetch = async (input, init) => {
    const url = new URL(String(input instanceof Request ? input.url : input))
    const method = url.pathname.replace(/^\/(api\/)?/, '').replace(/\/.*/, '')
    const body = readBody(String(init?.body ?? ''))
    sent.push({ method, body })
    if (Array.isArray(body.blocks)) refused.push(...blockProblems(body.blocks))
    if (typeof body.view === 'object') refused.push(...viewProblems(body.view as Json))
    const reply = (replies.get(method) ?? usual[method] ?? (() => ({ ok: true })))(body)
    return reply instanceof Response ? reply : Response.json(reply)
  }
  const made = await product(() => NOW, environment, own)
  let bolt: App | undefined
  const receiver = {
    init: (app: App) => {
      bolt = app
    },
    start: async () => undefined,
    stop: async () => undefined,
  }
  const base: SlackAppOptions = {
    ...made.options,
    fetch: api,
    wait: async (milliseconds) => void waited.push(milliseconds),
    bolt: {
      token: 'xoxb-1',
      receiver: receiver as never,
      clientOptions: { fetch: api, slackApiUrl: 'http://slack.invalid/api/' } as never,
    },
  }
  const { app, inbox } = createSlackApp({ ...base, ...change(base, made.db) })
  await app.start()

  let events = 0
  const deliver = async (body: Json, retryNum?: number): Promise<unknown> => {
    let answer: unknown
    const ack: ReceiverEvent['ack'] = async (payload) => {
      answer = payload
    }
    await bolt?.processEvent({ body, ack, ...(retryNum === undefined ? {} : { retryNum }) })
    return answer
  }
  const person = (user: string) => ({
    team: { id: TEAM },
    user: { id: user, team_id: TEAM },
    api_app_id: 'A1',
    trigger_id: `trigger-${++events}`,
  })
  return {
    ...made,
    ...(inbox ? { inbox } : {}),
    client: app.client,
    /** Allows spend in a channel, to every full member there. */
    spendIn: async (channel: string) => {
      const kept = await made.settings.settings(TEAM)
      const channels = [...kept.channels, { id: channel, people: [], groups: [] }]
      await made.settings.save(TEAM, { ...kept, channels }, kept.revision)
    },
    sent,
    refused,
    waited,
    replies,
    of: (method: string) => sent.filter((s) => s.method === method),
    last: (method: string): Json => sent.findLast((s) => s.method === method)?.body ?? {},
    event: (event: Json) => deliver(envelope(event, `Ev${++events}`)),
    /** Slack delivers the last event once more. */
    again: (event: Json) => deliver(envelope(event, `Ev${events}`), 1),
    command: (text: string, user = 'U1', channel = 'C1') =>
      deliver({
        command: '/model-size',
        text,
        user_id: user,
        channel_id: channel,
        team_id: TEAM,
        api_app_id: 'A1',
        trigger_id: `trigger-${++events}`,
        response_url: RESPONSE_URL,
      }),
    click: (
      action: Json,
      where: Json = { channel: { id: 'C1' }, response_url: RESPONSE_URL },
      user = 'U1',
    ) =>
      deliver({
        type: 'block_actions',
        ...person(user),
        ...where,
        actions: [{ type: 'button', block_id: 'b', action_ts: '1', ...action }],
      }),
    /** Sends a form; a text is what was typed, anything else what the element holds. */
    submit: (view: Json, values: Readonly<Record<string, string | Json>>, user = 'U1') =>
      deliver({
        type: 'view_submission',
        ...person(user),
        view: {
          ...view,
          state: {
            values: Object.fromEntries(
              Object.entries(values).map(([key, held]) => [
                key,
                { value: typeof held === 'string' ? { value: held } : held },
              ]),
            ),
          },
        },
      }),
  }
}

export type SlackInProcess = Awaited<ReturnType<typeof slackInProcess>>

/** The Web API takes forms whose nested parts are JSON; reply addresses take JSON. */
function readBody(text: string): Json {
  if (text.startsWith('{')) return JSON.parse(text) as Json
  const fields = Object.fromEntries(new URLSearchParams(text)) as Json
  for (const key of ['blocks', 'view', 'metadata', 'prompts', 'loading_messages'])
    if (typeof fields[key] === 'string') fields[key] = JSON.parse(fields[key])
  return fields
}

/** A button of a message or view, found by its action id. */
export function buttonOf(body: Json, actionId: string): Json {
  const blocks = (body.blocks ?? []) as { elements?: Json[]; accessory?: Json }[]
  const all = blocks.flatMap((b) => [...(b.elements ?? []), ...(b.accessory ? [b.accessory] : [])])
  const found = all.find((e) => e.action_id === actionId)
  if (!found) throw new Error(`No button ${actionId} in ${JSON.stringify(body).slice(0, 300)}`)
  return { action_id: found.action_id, value: found.value }
}
