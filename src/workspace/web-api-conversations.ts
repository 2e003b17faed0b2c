import { LIMITS } from '../block-kit/limits.ts'
import { shownMessage } from './payloads.ts'
import { BOT, BOT_ID, type Channel, GROUPS, type Person, TEAM } from './seed.ts'
import type { Json, Message, Store } from './store.ts'
import { type Body, fail, listOf, type Method, text } from './web-api-values.ts'

const PAGE = 100

/** Who and what there is: the app itself, people, channels, their messages, the agent's status. */
export const CONVERSATIONS: Readonly<Record<string, Method>> = {
  'auth.test': () => ({
    ok: true,
    url: 'http://local.invalid/',
    team: 'Sample company',
    team_id: TEAM,
    user: 'rightsize',
    user_id: BOT,
    bot_id: BOT_ID,
  }),
  'bots.info': () => ({ ok: true, bot: { id: BOT_ID, name: 'rightsize', user_id: BOT } }),
  'users.info': (b, store) => {
    const person = store.person(text(b, 'user'))
    return person ? { ok: true, user: shownPerson(person) } : fail('user_not_found')
  },
  'users.list': (_, store) => ({ ok: true, members: store.people.map(shownPerson) }),
  'usergroups.users.list': (b) => {
    const group = GROUPS.find((g) => g.id === text(b, 'usergroup'))
    return group ? { ok: true, users: group.members } : fail('no_such_subteam')
  },
  'conversations.list': (_, store) => ({
    ok: true,
    channels: [...store.channels.values()]
      .filter((c) => c.im === undefined)
      .map((c) => shownChannel(c, store)),
    response_metadata: { next_cursor: '' },
  }),
  'conversations.info': (b, store) => {
    const channel = store.channels.get(text(b, 'channel'))
    return channel ? { ok: true, channel: shownChannel(channel, store) } : fail('channel_not_found')
  },
  'conversations.members': (b, store) => {
    const channel = store.channels.get(text(b, 'channel'))
    return channel ? { ok: true, members: channel.members } : fail('channel_not_found')
  },
  'conversations.open': (b, store) => {
    const channel = [...store.channels.values()].find((c) => c.im === text(b, 'users'))
    return channel ? { ok: true, channel: { id: channel.id } } : fail('user_not_found')
  },
  'conversations.history': (b, store) => {
    const channel = store.channels.get(text(b, 'channel'))
    if (!channel) return fail('channel_not_found')
    if (!channel.members.includes(BOT)) return fail('not_in_channel')
    const roots = inChannel(store, channel.id).filter((m) => m.thread === undefined)
    return page(roots.reverse(), b)
  },
  'conversations.replies': (b, store) => {
    const channel = text(b, 'channel')
    const own = inChannel(store, channel).filter((m) => (m.thread ?? m.ts) === text(b, 'ts'))
    if (!store.channels.has(channel)) return fail('channel_not_found')
    return own.length === 0 ? fail('thread_not_found') : page(own, b)
  },
  'assistant.threads.setStatus': (b, store) => {
    const loading = listOf(b, 'loading_messages').map(String)
    if (loading.length > LIMITS.loadingMessages) return fail('invalid_arguments')
    store.setStatus(text(b, 'channel_id'), text(b, 'thread_ts'), text(b, 'status'), loading)
    return { ok: true }
  },
  'assistant.threads.setSuggestedPrompts': (b, store) => {
    const prompts = listOf(b, 'prompts').slice(0, 4) as { title: string; message: string }[]
    store.prompts.set(text(b, 'channel_id'), prompts)
    store.changed()
    return { ok: true }
  },
}

function page(messages: readonly Message[], b: Body) {
  const within = messages.filter(
    (m) =>
      (!text(b, 'oldest') || Number(m.ts) >= Number(b.oldest)) &&
      (!text(b, 'latest') || Number(m.ts) <= Number(b.latest)),
  )
  const shown = within.slice(0, Number(b.limit ?? PAGE))
  return {
    ok: true,
    messages: shown.map((m) => shownMessage(m)),
    has_more: shown.length < within.length,
  }
}

function inChannel(store: Store, channel: string): Message[] {
  return store.messages.filter((m) => m.channel === channel && m.only === undefined)
}

function shownPerson(person: Person): Json {
  return {
    id: person.id,
    team_id: person.team,
    name: person.name,
    real_name: person.realName,
    locale: person.locale,
    tz: person.zone,
    is_bot: person.bot,
    is_owner: person.standing === 'owner',
    is_admin: person.standing === 'owner',
    is_restricted: person.standing === 'guest',
    is_ultra_restricted: person.standing === 'guest',
    ...(person.team === TEAM ? {} : { is_stranger: true }),
    profile: { display_name: person.name, real_name: person.realName },
  }
}

function shownChannel(channel: Channel, store: Store): Json {
  return {
    id: channel.id,
    name: channel.name,
    is_channel: channel.im === undefined,
    is_im: channel.im !== undefined,
    is_ext_shared: channel.members.some((id) => store.person(id)?.team !== TEAM),
    is_member: channel.members.includes(BOT),
    ...(channel.im ? { user: channel.im } : {}),
  }
}
