import { blockProblems, viewProblems } from '../block-kit/validate.ts'
import { BOT, type Message, type Store, TEAM } from './store.ts'
import {
  type Body,
  blocksOf,
  fail,
  parsed,
  type Reply,
  readBody,
  reply,
  shown,
  text,
} from './web-api-values.ts'

type Method = (body: Body, store: Store) => Reply

/** The Web API as far as the listeners need it, answered from the store; for `clientOptions.fetch`. */
export function createLocalFetch(store: Store): typeof fetch {
  return async (input, init) => {
    const url = new URL(String(input instanceof Request ? input.url : input))
    const body = await readBody(init?.body)
    if (url.pathname.startsWith('/respond/'))
      return reply(respond(url.pathname.slice('/respond/'.length), body, store))
    if (url.pathname.startsWith('/upload/')) {
      const file = store.files.get(url.pathname.slice('/upload/'.length))
      if (file && init?.body) file.bytes = Buffer.from(await new Response(init.body).arrayBuffer())
      return new Response('OK')
    }
    const method = METHODS[url.pathname.replace(/^\/api\//, '')]
    return reply(method ? method(body, store) : { ok: false, error: 'unknown_method' })
  }
}

const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': () => ({
    ok: true,
    url: 'http://local.invalid/',
    team: 'Sample company',
    team_id: TEAM,
    user: 'rightsize',
    user_id: BOT,
    bot_id: 'B000BOT',
  }),
  'chat.postMessage': (b, store) => {
    const channel = store.channels.get(text(b, 'channel'))
    if (!channel) return fail('channel_not_found')
    if (!channel.members.includes(BOT)) return fail('not_in_channel')
    const blocks = blocksOf(b)
    const problems = blockProblems(blocks)
    if (problems.length > 0)
      return { ...fail('invalid_blocks'), response_metadata: { messages: problems } }
    if (!text(b, 'text') && blocks.length === 0) return fail('no_text')
    const thread = text(b, 'thread_ts')
    const posted = store.post({
      channel: channel.id,
      user: BOT,
      text: text(b, 'text'),
      blocks,
      ...(thread ? { thread } : {}),
      ...(b.metadata ? { metadata: b.metadata } : {}),
    })
    return { ok: true, channel: channel.id, ts: posted.ts, message: shown(posted) }
  },
  'chat.update': (b, store) => {
    const message = store.find(text(b, 'channel'), text(b, 'ts'))
    if (!message) return fail('message_not_found')
    if (message.user !== BOT) return fail('cant_update_message')
    const problems = blockProblems(blocksOf(b))
    if (problems.length > 0)
      return { ...fail('invalid_blocks'), response_metadata: { messages: problems } }
    Object.assign(message, { text: text(b, 'text'), blocks: blocksOf(b), edited: true })
    store.changed()
    return { ok: true, channel: message.channel, ts: message.ts }
  },
  'chat.delete': (b, store) => {
    const message = store.find(text(b, 'channel'), text(b, 'ts'))
    if (!message) return fail('message_not_found')
    store.remove(message)
    return { ok: true }
  },
  'chat.postEphemeral': (b, store) => {
    const channel = store.channels.get(text(b, 'channel'))
    if (!channel) return fail('channel_not_found')
    const problems = blockProblems(blocksOf(b))
    if (problems.length > 0)
      return { ...fail('invalid_blocks'), response_metadata: { messages: problems } }
    const thread = text(b, 'thread_ts')
    const posted = store.post({
      channel: channel.id,
      user: BOT,
      text: text(b, 'text'),
      blocks: blocksOf(b),
      only: text(b, 'user'),
      ...(thread ? { thread } : {}),
    })
    return { ok: true, message_ts: posted.ts }
  },
  'conversations.open': (b, store) => {
    const channel = [...store.channels.values()].find((c) => c.im === text(b, 'users'))
    return channel ? { ok: true, channel: { id: channel.id } } : fail('user_not_found')
  },
  'conversations.info': (b, store) => {
    const channel = store.channels.get(text(b, 'channel'))
    return channel
      ? {
          ok: true,
          channel: {
            id: channel.id,
            name: channel.name,
            is_member: channel.members.includes(BOT),
            is_im: channel.im !== undefined,
          },
        }
      : fail('channel_not_found')
  },
  'conversations.history': (b, store) => ({
    ok: true,
    messages: visible(store, text(b, 'channel'))
      .reverse()
      .slice(0, Number(b.limit ?? 100))
      .map(shown),
  }),
  'conversations.replies': (b, store) => ({
    ok: true,
    messages: visible(store, text(b, 'channel'))
      .filter((m) => (m.thread ?? m.ts) === text(b, 'ts'))
      .map(shown),
  }),
  'users.info': (b, store) => {
    const person = store.person(text(b, 'user'))
    return person
      ? {
          ok: true,
          user: {
            id: person.id,
            team_id: person.team,
            name: person.name,
            real_name: person.realName,
            locale: person.locale,
            is_bot: person.bot,
          },
        }
      : fail('user_not_found')
  },
  'views.open': (b, store) => openView(b, store),
  'views.publish': (b, store) => {
    const view = parsed(b.view)
    const problems = viewProblems(view)
    if (problems.length > 0)
      return { ...fail('invalid_arguments'), response_metadata: { messages: problems } }
    store.homes.set(text(b, 'user_id'), view)
    store.changed()
    return { ok: true, view: { id: store.id('V') } }
  },
  'assistant.threads.setStatus': (b, store) => {
    const key = `${text(b, 'channel_id')}/${text(b, 'thread_ts')}`
    if (text(b, 'status')) store.statuses.set(key, text(b, 'status'))
    else store.statuses.delete(key)
    store.changed()
    return { ok: true }
  },
  'assistant.threads.setSuggestedPrompts': (b, store) => {
    store.prompts.set(
      text(b, 'channel_id'),
      (Array.isArray(b.prompts) ? b.prompts : JSON.parse(text(b, 'prompts') || '[]')) as {
        title: string
        message: string
      }[],
    )
    store.changed()
    return { ok: true }
  },
  'files.getUploadURLExternal': (b, store) => {
    const file = store.id('F')
    store.files.set(file, {
      name: text(b, 'filename'),
      bytes: Buffer.alloc(0),
      alt: text(b, 'alt_text'),
    })
    return { ok: true, file_id: file, upload_url: `http://local.invalid/upload/${file}` }
  },
  'files.completeUploadExternal': (b) => ({ ok: true, files: b.files ?? [] }),
}

function openView(b: Body, store: Store): Reply {
  const user = store.useTrigger(text(b, 'trigger_id'))
  if (user === undefined) return fail('invalid_trigger_id')
  if (user === 'expired') return fail('expired_trigger_id')
  const view = parsed(b.view)
  const problems = viewProblems(view)
  if (problems.length > 0)
    return { ...fail('invalid_arguments'), response_metadata: { messages: problems } }
  const id = store.id('V')
  store.modals.set(user, { id, view: { ...view, id }, errors: {} })
  store.changed()
  return { ok: true, view: { ...view, id } }
}

function respond(key: string, body: Body, store: Store): Reply {
  const to = store.useResponder(key)
  if (!to) return fail('used_url')
  const old = to.message === undefined ? undefined : store.messages.find((m) => m.ts === to.message)
  if (old && (body.delete_original || body.replace_original === true)) store.remove(old)
  if (body.delete_original) return { ok: true }
  const blocks = blocksOf(body)
  const problems = blockProblems(blocks)
  if (problems.length > 0)
    return { ...fail('invalid_blocks'), response_metadata: { messages: problems } }
  const open = body.response_type === 'in_channel'
  store.post({
    channel: to.channel,
    user: BOT,
    text: text(body, 'text'),
    blocks,
    ...(to.thread ? { thread: to.thread } : {}),
    ...(open ? {} : { only: to.user }),
  })
  return { ok: true }
}

function visible(store: Store, channel: string): Message[] {
  return store.messages.filter((m) => m.channel === channel && m.only === undefined)
}
