import { escapeMrkdwn } from '../block-kit/escape.ts'
import { APP, BOT, BOT_ID, GROUPS, TEAM } from './seed.ts'
import type { Json, Message, Reaction, Store } from './store.ts'

/** What a person types, as Slack stores it: three characters escaped, the bot's name as a mention. */
export function typed(text: string): string {
  return escapeMrkdwn(text).replace(/(^|[^\w@])@rightsize\b/gi, `$1<@${BOT}>`)
}

/** What a person types behind a command, as Slack sends it: people, groups and channels as ids with their names. */
export function typedCommand(store: Store, text: string): string {
  return escapeMrkdwn(text)
    .replace(/(^|\s)@([\w.-]+)/g, (whole, before: string, name: string) => {
      const person = store.people.find((p) => p.name === name.toLowerCase())
      if (person) return `${before}<@${person.id}|${person.name}>`
      const group = GROUPS.find((g) => g.handle === name.toLowerCase())
      return group ? `${before}<!subteam^${group.id}|@${group.handle}>` : whole
    })
    .replace(/(^|\s)#([\w-]+)/g, (whole, before: string, name: string) => {
      const channel = [...store.channels.values()].find((c) => !c.im && c.name === name)
      return channel ? `${before}<#${channel.id}|${channel.name}>` : whole
    })
}

/** A message as events, interactions and the Web API show it. */
export function shownMessage(m: Message, store?: Store): Json {
  return {
    type: 'message',
    ...(m.files ? { subtype: 'file_share', files: m.files.map((id) => shownFile(id, store)) } : {}),
    ...(m.tombstone ? { subtype: 'tombstone', hidden: true } : {}),
    user: m.user,
    text: m.text,
    ts: m.ts,
    ...(m.user === BOT ? { bot_id: BOT_ID, app_id: APP } : { client_msg_id: `local-${m.ts}` }),
    ...(m.blocks.length > 0 ? { blocks: m.blocks } : {}),
    ...(m.thread ? { thread_ts: m.thread } : {}),
    ...(m.edited ? { edited: { user: m.user, ts: m.ts } } : {}),
    ...(m.metadata ? { metadata: m.metadata } : {}),
    ...(m.reactions?.length ? { reactions: m.reactions.map(shownReaction) } : {}),
  }
}

export function shownReaction({ name, users }: Reaction): Json {
  return { name, users, count: users.length }
}

/** A file as messages name it; with what there is to know of it where the store is at hand. */
function shownFile(id: string, store: Store | undefined): Json {
  const file = store?.files.get(id)
  const url = `http://local.invalid/file/${id}`
  return file ? { id, name: file.name, size: file.bytes.length, url_private_download: url } : { id }
}

/** The envelope around an event. */
export function envelope(store: Store, event: Json) {
  return {
    type: 'event_callback',
    team_id: TEAM,
    api_app_id: APP,
    event_id: store.id('Ev'),
    event_time: Math.floor(Number(store.stamp())),
    event,
    authorizations: [{ team_id: TEAM, user_id: BOT, is_bot: true, is_enterprise_install: false }],
  }
}

/** A new message and, when the bot is named in it, the mention: the latter knows no channel type. */
export function messageEvents(store: Store, m: Message): { message: Json; mention?: Json } {
  const base = {
    ...shownMessage(m, store),
    channel: m.channel,
    team: teamOf(store, m.user),
    event_ts: m.ts,
  }
  return {
    message: { ...base, channel_type: channelType(store, m.channel) },
    ...(m.text.includes(`<@${BOT}>`) ? { mention: { ...base, type: 'app_mention' } } : {}),
  }
}

/** What every interaction says about who acted and what may be opened in return. */
export function interaction(store: Store, type: string, user: string) {
  return {
    type,
    team: { id: TEAM, domain: 'local' },
    user: { id: user, name: store.person(user)?.name ?? user, team_id: teamOf(store, user) },
    api_app_id: APP,
    token: 'local',
    trigger_id: store.trigger(user),
  }
}

/** A view as Slack sends it back, with what its fields hold. */
export function shownView(id: string, view: Json, values: Json): Json {
  return {
    private_metadata: '',
    callback_id: '',
    ...view,
    id,
    team_id: TEAM,
    app_id: APP,
    bot_id: BOT_ID,
    state: { values },
  }
}

export function channelType(store: Store, channel: string): 'im' | 'channel' {
  return store.channels.get(channel)?.im === undefined ? 'channel' : 'im'
}

function teamOf(store: Store, user: string): string {
  return store.person(user)?.team ?? TEAM
}
