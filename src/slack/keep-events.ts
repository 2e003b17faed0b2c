import type { App, ReceiverEvent } from '@slack/bolt'
import type { Conversation } from '../answering/conversation.ts'
import type { Arrivals } from '../inbox/arrivals.ts'
import type { Inbox, Work } from '../inbox/inbox.ts'
import type { Arrived } from '../inbox/ports.ts'
import type { Meter } from '../operation/meter.ts'

type Json = Readonly<Record<string, unknown>>
type Means = Readonly<{
  conversation: Pick<Conversation, 'takesPart' | 'turnForQuestion'>
  /** Whose everything is that arrives here; without it the workspace of each event. */
  tenant?: string
  /** Whether a delivery lasts until the event is worked on, for a page that waits for it. */
  untilDone?: boolean
  meter?: Meter
  /** Told of what arrives, for others to give way. */
  arrivals?: Arrivals
}>

/** What a listener learns of an event that comes out of the inbox, or that there was no room for it. */
export type FromInbox =
  | 'turned-away'
  | Readonly<{
      /** How often the event was taken up, this time included. */
      attempt: number
      /** Whether it is still this process's to answer. */
      holds: () => Promise<boolean>
    }>

/**
 * Puts an inbox between whatever receiver there is and the listeners: an event is kept, then
 * acknowledged, then worked on. What fails to be kept is not acknowledged, so that Slack sends it
 * again. Commands, clicks and forms pass: they are acknowledged by what they show.
 * @returns the work to be done on an event of the inbox
 */
export function keepEvents(app: App, open: (work: Work) => Inbox, means: Means): Inbox {
  const listen = app.processEvent.bind(app)
  const hear = (body: unknown, fromInbox: FromInbox) =>
    listen({
      body: body as ReceiverEvent['body'],
      ack: async () => undefined,
      customProperties: { fromInbox },
    })
  const inbox = open({
    answer: ({ body, attempt }, holds) => hear(body, { attempt, holds }),
    turnAway: ({ body }) => hear(body, 'turned-away'),
  })
  app.processEvent = async (event) => {
    if (event.retryNum !== undefined) means.meter?.count({ kind: 'slack-redelivery' })
    const body: Json = event.body
    if (body.type !== 'event_callback' || typeof body.event_id !== 'string') return listen(event)
    const arrived = arrivedFrom(body, body.event_id, means)
    const kept = async () => {
      if ((await concerns(arrived, means)) || (await continues(arrived, inbox, means)))
        await inbox.accept(arrived)
      await event.ack()
    }
    await (means.arrivals?.during(kept) ?? kept())
    if (means.untilDone) await inbox.settled()
  }
  return inbox
}

function arrivedFrom(body: Json, id: string, { tenant }: Means): Arrived {
  const event = objectAt(body, 'event')
  const message = objectAt(event, 'message')
  const ts = textAt(message, 'ts') || textAt(event, 'deleted_ts') || textAt(event, 'ts')
  const thread = textAt(event, 'thread_ts') || textAt(message, 'thread_ts') || ts
  const channel = textAt(event, 'channel')
  const inOrder = /^(message|app_mention)$/.test(textAt(event, 'type')) && channel !== ''
  // The verification token is a secret and has been of use already.
  const { token: _, ...kept } = body
  return {
    tenant: tenant ?? workspaceOf(body),
    id,
    thread: inOrder ? `${channel}:${thread}` : '',
    order: textAt(event, 'event_ts') || ts,
    body: kept,
  }
}

/** Messages that are not for the bot are dropped before they are stored. */
async function concerns({ tenant, body }: Arrived, { conversation }: Means): Promise<boolean> {
  const event = objectAt(body as Json, 'event')
  if (event.type !== 'message') return true
  const [channel, subtype] = [textAt(event, 'channel'), textAt(event, 'subtype')]
  if (subtype === 'message_changed' || subtype === 'message_deleted') {
    const ts = textAt(objectAt(event, 'message'), 'ts') || textAt(event, 'deleted_ts')
    return (await conversation.turnForQuestion(tenant, channel, ts)) !== undefined
  }
  if ((subtype !== '' && subtype !== 'file_share') || event.bot_id !== undefined) return false
  const thread = textAt(event, 'thread_ts')
  if (event.channel_type === 'im') return true
  return thread !== '' && (await conversation.takesPart({ tenant, channel, thread }))
}

/** A reply in a thread whose question is still being answered, or was while its thread was asked after. */
async function continues(arrived: Arrived, inbox: Inbox, means: Means): Promise<boolean> {
  const event = objectAt(arrived.body as Json, 'event')
  const isReply = textAt(event, 'thread_ts') !== '' && textAt(event, 'subtype') === ''
  if (!isReply || event.bot_id !== undefined) return false
  return (await inbox.isOpen(arrived)) || concerns(arrived, means)
}

/** The workspace an event is about: the one the app is installed in, whoever's event it is; as Bolt has it. */
function workspaceOf(body: Json): string {
  const [first] = Array.isArray(body.authorizations) ? (body.authorizations as Json[]) : []
  const installed = first === undefined ? '' : textAt(first, 'team_id')
  return installed || textAt(body, 'team_id') || textAt(body, 'enterprise_id') || 'unknown'
}

function objectAt(value: Json, key: string): Json {
  const found = value[key]
  return typeof found === 'object' && found !== null ? (found as Json) : {}
}

function textAt(value: Json, key: string): string {
  const found = value[key]
  return typeof found === 'string' ? found : ''
}
