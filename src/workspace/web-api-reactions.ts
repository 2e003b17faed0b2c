import { shownReaction } from './payloads.ts'
import { BOT } from './seed.ts'
import type { Message, Store } from './store.ts'
import { type Body, fail, type Method, text } from './web-api-values.ts'

/** Emojis that the app puts on messages. */
export const REACTIONS: Readonly<Record<string, Method>> = {
  'reactions.add': (b, store) => {
    const message = messageOf(b, store)
    if (!message) return fail('message_not_found')
    return store.react(message, BOT, text(b, 'name'), true) ? { ok: true } : fail('already_reacted')
  },
  'reactions.remove': (b, store) => {
    const message = messageOf(b, store)
    if (!message) return fail('message_not_found')
    return store.react(message, BOT, text(b, 'name'), false) ? { ok: true } : fail('no_reaction')
  },
  'reactions.get': (b, store) => {
    const message = messageOf(b, store)
    if (!message) return fail('message_not_found')
    const reactions = (message.reactions ?? []).map(shownReaction)
    return { ok: true, type: 'message', channel: message.channel, message: { reactions } }
  },
}

function messageOf(b: Body, store: Store): Message | undefined {
  return store.find(text(b, 'channel'), text(b, 'timestamp'))
}
