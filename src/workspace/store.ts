import type { Clock } from '../answering/ports.ts'

export type Person = Readonly<{
  id: string
  name: string
  realName: string
  team: string
  locale: string
  bot: boolean
}>
export type Channel = Readonly<{
  id: string
  name: string
  members: readonly string[]
  im?: string
}>

export type Message = {
  channel: string
  ts: string
  user: string
  text: string
  thread?: string
  blocks: readonly Record<string, unknown>[]
  metadata?: unknown
  edited?: boolean
  /** Only this person sees it. */
  only?: string
}

export type Modal = Readonly<{
  id: string
  view: Record<string, unknown>
  errors: Readonly<Record<string, string>>
}>

/** A response_url: five uses within thirty minutes. */
type Responder = {
  channel: string
  user: string
  thread?: string
  message?: string
  uses: number
  until: number
}

export const TEAM = 'T000LOCAL'
export const OTHER_TEAM = 'T000OTHER'
export const BOT = 'U000BOT'

const PEOPLE: readonly Person[] = [
  {
    id: 'U000MINA',
    name: 'mina',
    realName: 'Mina (owner)',
    team: TEAM,
    locale: 'ko-KR',
    bot: false,
  },
  {
    id: 'U000ALEX',
    name: 'alex',
    realName: 'Alex (member)',
    team: TEAM,
    locale: 'en-US',
    bot: false,
  },
  {
    id: 'U000DANA',
    name: 'dana',
    realName: 'Dana (guest, another company)',
    team: OTHER_TEAM,
    locale: 'en-US',
    bot: false,
  },
  { id: BOT, name: 'rightsize', realName: 'Rightsize', team: TEAM, locale: 'en-US', bot: true },
]

const everyone = PEOPLE.filter((p) => !p.bot).map((p) => p.id)

/** The state of the local workspace; lives as long as the process. */
export function createStore(now: Clock) {
  const channels = new Map<string, Channel>([
    ['C000SPEND', { id: 'C000SPEND', name: 'ai-spend', members: [...everyone, BOT] }],
    ['C000SUPP', { id: 'C000SUPP', name: 'support', members: [...everyone, BOT] }],
    ['C000RAND', { id: 'C000RAND', name: 'random', members: everyone }],
    ...everyone.map((user): [string, Channel] => [
      `D${user.slice(1)}`,
      { id: `D${user.slice(1)}`, name: 'rightsize', members: [user, BOT], im: user },
    ]),
  ])
  const messages: Message[] = []
  const modals = new Map<string, Modal>()
  const homes = new Map<string, Record<string, unknown>>()
  const prompts = new Map<string, readonly { title: string; message: string }[]>()
  const statuses = new Map<string, string>()
  const files = new Map<string, { name: string; bytes: Buffer; alt: string }>()
  const responders = new Map<string, Responder>()
  const triggers = new Map<string, { user: string; until: number }>()
  const watchers = new Set<() => void>()
  let counter = 0
  let last = 0

  const changed = () => {
    for (const watcher of watchers) watcher()
  }
  const stamp = (): string => {
    last = Math.max(last + 1, now() * 1000)
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`
  }
  const id = (prefix: string): string => `${prefix}${String(++counter).padStart(6, '0')}`

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
    changed,
    id,
    person: (who: string) => PEOPLE.find((p) => p.id === who),
    watch: (watcher: () => void) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    post: (message: Omit<Message, 'ts'>): Message => {
      const posted = { ...message, ts: stamp() }
      messages.push(posted)
      changed()
      return posted
    },
    find: (channel: string, ts: string) =>
      messages.find((m) => m.channel === channel && m.ts === ts),
    remove: (message: Message) => {
      const at = messages.indexOf(message)
      if (at >= 0) messages.splice(at, 1)
      changed()
    },
    /** A trigger id opens one view within three seconds. */
    trigger: (user: string): string => {
      const trigger = id('trigger')
      triggers.set(trigger, { user, until: now() + 3000 })
      return trigger
    },
    useTrigger: (trigger: string): string | 'expired' | undefined => {
      const found = triggers.get(trigger)
      triggers.delete(trigger)
      return found && (found.until < now() ? 'expired' : found.user)
    },
    responder: (responder: Omit<Responder, 'uses' | 'until'>): string => {
      const key = id('R')
      responders.set(key, { ...responder, uses: 5, until: now() + 30 * 60_000 })
      return `http://local.invalid/respond/${key}`
    },
    useResponder: (key: string): Responder | undefined => {
      const found = responders.get(key)
      if (!found || found.uses <= 0 || found.until < now()) return undefined
      found.uses -= 1
      return found
    },
  }
}

export type Store = ReturnType<typeof createStore>
