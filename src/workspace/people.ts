import { COMMANDS } from './completions.ts'
import {
  channelType,
  envelope,
  interaction,
  messageEvents,
  shownMessage,
  typed,
  typedCommand,
} from './payloads.ts'
import type { Acknowledged, LocalReceiver } from './receiver.ts'
import { APP, BOT, dmOf, SLACKBOT, TEAM } from './seed.ts'
import type { Json, Message, Store } from './store.ts'
import { blocksOf } from './web-api-values.ts'
import { COMMAND_NOTES, languageFor } from './words.ts'

/** What a person did; `finished` resolves when the bot's listeners are done with it. */
export type Done = Readonly<{ finished: Promise<void> }>

/** A file on its way, with the words that were written beside it. */
type Shared = Readonly<{ name: string; bytes: Buffer; text: string }>

const NOTHING: Done = { finished: Promise.resolve() }

/** Turns what people do with messages into the payloads Slack would send. */
export function createPeople(store: Store, receiver: LocalReceiver) {
  const event = (inner: Json): Promise<void> => receiver.deliver(envelope(store, inner)).done
  const note = (user: string, channel: string, text: string, thread?: string): void => {
    const where = thread ? { thread } : {}
    store.post({ channel, user: SLACKBOT, text, blocks: [], only: user, ...where })
  }
  const own = (user: string, channel: string, ts: string): Message | undefined => {
    const message = store.find(channel, ts)
    return message?.user === user && message.only === undefined ? message : undefined
  }
  /** The edited or deleted message and its former self, stamped now. */
  const changeEvent = (subtype: string, channel: string, previous: Json, more: Json) => {
    const ts = store.stamp()
    const where = { channel, channel_type: channelType(store, channel) }
    return event({
      type: 'message',
      subtype,
      ...where,
      ...more,
      previous_message: previous,
      hidden: true,
      ts,
      event_ts: ts,
    })
  }

  return {
    say: (user: string, channel: string, text: string, thread?: string): Done => {
      const where = thread ? { thread } : {}
      const posted = store.post({ channel, user, text: typed(text), blocks: [], ...where })
      const { message, mention } = messageEvents(store, posted)
      const member = store.channels.get(channel)?.members.includes(BOT) ?? false
      const sent = [...(mention ? [event(mention)] : []), ...(member ? [event(message)] : [])]
      return { finished: Promise.all(sent).then(() => undefined) }
    },
    /** Puts an emoji on a message or takes it away; the app is not told, it does not ask to be. */
    react: (user: string, channel: string, ts: string, name: string): Done => {
      const message = store.find(channel, ts)
      if (message && !store.react(message, user, name, true))
        store.react(message, user, name, false)
      return NOTHING
    },
    /** Sends a file to the bot. */
    share: (user: string, channel: string, file: Shared): Done => {
      const id = store.id('F')
      store.files.set(id, { name: file.name, bytes: file.bytes, alt: '' })
      const text = typed(file.text)
      const posted = store.post({ channel, user, text, blocks: [], files: [id] })
      return { finished: event(messageEvents(store, posted).message) }
    },
    edit: (user: string, channel: string, ts: string, text: string): Done => {
      const message = own(user, channel, ts)
      if (!message || message.text === typed(text)) return NOTHING
      const previous = shownMessage(message)
      Object.assign(message, { text: typed(text), edited: true })
      store.changed()
      const more = { message: shownMessage(message) }
      return { finished: changeEvent('message_changed', channel, previous, more) }
    },
    /** Deleting a message with replies leaves a tombstone, which Slack reports as a change. */
    remove: (user: string, channel: string, ts: string): Done => {
      const message = own(user, channel, ts)
      if (!message) return NOTHING
      const previous = shownMessage(message)
      store.remove(message)
      const finished = message.tombstone
        ? changeEvent('message_changed', channel, previous, { message: shownMessage(message) })
        : changeEvent('message_deleted', channel, previous, { deleted_ts: ts })
      return { finished }
    },
    /** A slash command; Slack answers in the bot's place when it is unknown, in a thread, or not acknowledged. */
    command: (
      user: string,
      channel: string,
      command: string,
      text: string,
      thread?: string,
    ): Done => {
      const said = languageFor(store, user)
      if (!Object.hasOwn(COMMANDS, command)) {
        note(user, channel, COMMAND_NOTES.unknown[said](command), thread)
        return NOTHING
      }
      if (thread) {
        note(user, channel, COMMAND_NOTES.inThread[said](command), thread)
        return NOTHING
      }
      const { acknowledged, done } = receiver.deliver({
        command,
        text: typedCommand(store, text),
        user_id: user,
        user_name: store.person(user)?.name ?? user,
        channel_id: channel,
        channel_name: store.channels.get(channel)?.im
          ? 'directmessage'
          : (store.channels.get(channel)?.name ?? channel),
        team_id: TEAM,
        team_domain: 'local',
        api_app_id: APP,
        token: 'local',
        trigger_id: store.trigger(user),
        response_url: store.responder({ channel, user }),
      })
      const answered = acknowledged.then((said) => answerCommand(said, user, channel, command))
      return { finished: Promise.all([answered, done]).then(() => undefined) }
    },
    /** A click or choice in a message. */
    action: (user: string, channel: string, ts: string, block: string, action: Json): Done => {
      const message = store.find(channel, ts)
      if (!message || (message.only !== undefined && message.only !== user)) return NOTHING
      const thread = message.thread ? { thread: message.thread } : {}
      const { done } = receiver.deliver({
        ...interaction(store, 'block_actions', user),
        channel: { id: channel, name: store.channels.get(channel)?.name ?? channel },
        container: {
          type: 'message',
          message_ts: ts,
          channel_id: channel,
          is_ephemeral: message.only !== undefined,
          ...(message.thread ? { thread_ts: message.thread } : {}),
        },
        ...(message.only === undefined ? { message: shownMessage(message) } : {}),
        state: { values: stateOf(block, action) },
        response_url: store.responder({ channel, user, message: ts, ...thread }),
        actions: [{ block_id: block, action_ts: store.stamp(), ...action }],
      })
      return { finished: done }
    },
    /** The message shortcut in the menu of a message. */
    shortcut: (user: string, channel: string, ts: string): Done => {
      const message = store.find(channel, ts)
      if (!message || message.only !== undefined) return NOTHING
      const { done } = receiver.deliver({
        ...interaction(store, 'message_action', user),
        callback_id: 'ask_about_message',
        channel: { id: channel, name: store.channels.get(channel)?.name ?? channel },
        message: shownMessage(message),
        message_ts: ts,
        action_ts: store.stamp(),
        response_url: store.responder({ channel, user }),
      })
      return { finished: done }
    },
    /** Opens the bot's Home or messages tab. */
    home: (user: string, tab: 'home' | 'messages'): Done => {
      const view = store.homes.get(user)
      const inner = { type: 'app_home_opened', user, tab, channel: dmOf(user) }
      const more = { event_ts: store.stamp(), ...(tab === 'home' && view ? { view } : {}) }
      return { finished: event({ ...inner, ...more }) }
    },
  }

  function answerCommand(said: Acknowledged, user: string, channel: string, command: string): void {
    if (!said.ok) {
      note(user, channel, COMMAND_NOTES.timeout[languageFor(store, user)](command))
      return
    }
    const answer = typeof said.payload === 'string' ? { text: said.payload } : said.payload
    if (typeof answer !== 'object' || answer === null) return
    const body = answer as Json
    const text = String(body.text ?? '')
    const blocks = blocksOf(body)
    if (!text && blocks.length === 0) return
    const only = body.response_type === 'in_channel' ? {} : { only: user }
    store.post({ channel, user: BOT, text, blocks, ...only })
  }
}

/** The state of the one element that was used. */
function stateOf(block: string, action: Json): Json {
  return typeof action.action_id === 'string' && action.type !== 'button'
    ? { [block]: { [action.action_id]: action } }
    : {}
}

export type People = ReturnType<typeof createPeople>
