import type { Clock } from '../answering/ports.ts'
import type { Bilingual } from '../language/language.ts'
import { createChanges } from './changes.ts'
import { PEOPLE, SLACKBOT, seededChannels } from './seed.ts'
import { createTraffic } from './traffic.ts'

export type Json = Readonly<Record<string, unknown>>

export type Message = {
  channel: string
  ts: string
  user: string
  text: string
  thread?: string
  blocks: readonly Json[]
  files?: readonly string[]
  metadata?: unknown
  edited?: boolean
  /** More of it is still to come. */
  streaming?: boolean
  reactions?: readonly Reaction[]
  /** Deleted while others had replied: a note stands in its place until the replies are gone. */
  tombstone?: boolean
  /** Only this person sees it. */
  only?: string
}

/** An emoji by its name, and who put it there, first come first. */
export type Reaction = Readonly<{ name: string; users: readonly string[] }>

/** What came of something; a problem is told at once to those who hear the page. */
export type Notice = Readonly<{ words: Bilingual; problem?: true }>

export type Modal = Readonly<{
  id: string
  view: Json
  errors: Readonly<Record<string, string>>
}>

/** A response_url: five uses within thirty minutes. */
export type Responder = {
  channel: string
  user: string
  thread?: string
  message?: string
  uses: number
  until: number
}

const TRIGGER_MS = 3000
const RESPONDER_MS = 30 * 60_000
const RESPONDER_USES = 5
/** What the app says it is doing, and the messages that Slack shows in turn meanwhile. */
type Status = Readonly<{ text: string; loading: readonly string[] }>

/** Slack drops a status that no message followed. */
const STATUS_MS = 2 * 60_000

/** The state of the local workspace; lives as long as the process. */
export function createStore(now: Clock) {
  const channels = seededChannels()
  const messages: Message[] = []
  /** Open modals of each person, the topmost last. */
  const modals = new Map<string, readonly Modal[]>()
  const homes = new Map<string, Json>()
  const prompts = new Map<string, readonly { title: string; message: string }[]>()
  const statuses = new Map<string, Status & { until: number }>()
  const files = new Map<string, { name: string; bytes: Buffer; alt: string }>()
  const responders = new Map<string, Responder>()
  const triggers = new Map<string, { user: string; until: number }>()
  /** The newest message of each channel that each person has had on a page. */
  const read = new Map<string, string>()
  /** Sentences about what was just tried, shown once. */
  const notices = new Map<string, Notice>()
  /** Where the pages are served. */
  let address = 'http://local.invalid/'
  let counter = 0
  let last = 0
  const changes = createChanges()
  const { changed } = changes

  const stamp = (): string => {
    last = Math.max(last + 1, now() * 1000)
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`
  }
  const id = (prefix: string): string => `${prefix}${String(++counter).padStart(6, '0')}`
  const find = (channel: string, ts: string) =>
    messages.find((m) => m.channel === channel && m.ts === ts)
  const replies = (root: { channel: string; ts: string }) =>
    messages.filter((m) => m.channel === root.channel && m.thread === root.ts)
  const answered = (root: Message) => replies(root).some((m) => m.only === undefined)
  const drop = (message: Message) => {
    const at = messages.indexOf(message)
    if (at >= 0) messages.splice(at, 1)
  }
  const statusKey = (channel: string, thread: string) => `${channel}/${thread}`

  return {
    people: PEOPLE,
    channels,
    messages,
    modals,
    homes,
    prompts,
    statuses,
    files,
    responders,
    traffic: createTraffic(now),
    now,
    ...changes,
    id,
    stamp,
    find,
    replies,
    servedAt: (url: string) => {
      address = url
    },
    /** The address of a thread's page; of a direct message as its person sees it. */
    permalink: ({ id: channel, im }: { id: string; im?: string }, thread: string): string =>
      `${address}?${new URLSearchParams({ ...(im ? { u: im } : {}), c: channel, t: thread })}`,
    person: (who: string) => PEOPLE.find((p) => p.id === who),
    post: (message: Omit<Message, 'ts'>): Message => {
      const posted = { ...message, ts: stamp() }
      messages.push(posted)
      changed()
      return posted
    },
    /** Takes a message away; one with replies that others see leaves a note, as in Slack. */
    remove: (message: Message) => {
      if (answered(message)) {
        Object.assign(message, {
          user: SLACKBOT,
          text: 'This message was deleted.',
          blocks: [],
          tombstone: true,
        })
      } else {
        drop(message)
        const root =
          message.thread === undefined ? undefined : find(message.channel, message.thread)
        if (root?.tombstone && !answered(root)) drop(root)
      }
      changed()
    },
    /** Says something on the next page of a person. */
    notify: (user: string, notice: Notice) => {
      notices.set(user, notice)
    },
    takeNotice: (user: string): Notice | undefined => {
      const notice = notices.get(user)
      notices.delete(user)
      return notice
    },
    /** Puts an emoji of a person on a message, or takes it away; false when it already was so. */
    react: (message: Message, user: string, name: string, on: boolean): boolean => {
      const held = message.reactions ?? []
      const users = held.find((r) => r.name === name)?.users ?? []
      if (users.includes(user) === on) return false
      const left = on ? [...users, user] : users.filter((u) => u !== user)
      const others = held.some((r) => r.name === name)
        ? held.map((r) => (r.name === name ? { name, users: left } : r))
        : [...held, { name, users: left }]
      message.reactions = others.filter((r) => r.users.length > 0)
      changed()
      return true
    },
    markRead: (user: string, channel: string) => read.set(`${user}/${channel}`, stamp()),
    /** How many messages of others came to a channel since the person last looked. */
    unread: (user: string, channel: string): number =>
      messages.filter(
        (m) =>
          m.channel === channel &&
          m.user !== user &&
          m.thread === undefined &&
          (m.only === undefined || m.only === user) &&
          Number(m.ts) > Number(read.get(`${user}/${channel}`) ?? 0),
      ).length,
    setStatus: (channel: string, thread: string, text: string, loading: readonly string[] = []) => {
      const key = statusKey(channel, thread)
      if (text) statuses.set(key, { text, loading, until: now() + STATUS_MS })
      else statuses.delete(key)
      changed()
    },
    /** The status of a thread, or without one of any thread in the channel. */
    status: (channel: string, thread?: string): Status | undefined =>
      [...statuses].find(
        ([key, { until }]) =>
          until > now() &&
          (thread === undefined
            ? key.startsWith(`${channel}/`)
            : key === statusKey(channel, thread)),
      )?.[1],
    topModal: (user: string): Modal | undefined => modals.get(user)?.at(-1),
    /** A trigger id opens one view within three seconds. */
    trigger: (user: string): string => {
      const trigger = id('trigger')
      triggers.set(trigger, { user, until: now() + TRIGGER_MS })
      return trigger
    },
    useTrigger: (trigger: string): string | 'expired' | undefined => {
      const found = triggers.get(trigger)
      triggers.delete(trigger)
      return found && (found.until < now() ? 'expired' : found.user)
    },
    responder: (responder: Omit<Responder, 'uses' | 'until'>): string => {
      const key = id('R')
      responders.set(key, { ...responder, uses: RESPONDER_USES, until: now() + RESPONDER_MS })
      return `http://local.invalid/respond/${key}`
    },
    useResponder: (key: string): Responder | 'used' | 'expired' | undefined => {
      const found = responders.get(key)
      if (!found) return undefined
      if (found.until < now()) return 'expired'
      if (found.uses <= 0) return 'used'
      found.uses -= 1
      return found
    },
  }
}

export type Store = ReturnType<typeof createStore>
