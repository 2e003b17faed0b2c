import { ToldError } from '../language/told-error.ts'
import type { TravelClock } from './clock.ts'
import { destination } from './destination.ts'
import { emojiOf } from './emoji.ts'
import { movedTo } from './frame-words.ts'
import type { Done, People } from './people.ts'
import { HUMANS } from './seed.ts'
import type { Json, Message, Store } from './store.ts'
import type { Timer } from './timer.ts'
import { heldBy, optionsOf, viewState } from './view-state.ts'
import type { Views } from './views.ts'
import { NOTICES } from './words.ts'

/** What the pages and forms work on. */
export type Workplace = Readonly<{
  store: Store
  people: People
  views: Views
  timer: Timer
  clock: TravelClock
  upcoming: () => Promise<readonly Upcoming[]>
}>

/** A channel's digest that comes next, epoch milliseconds, on the clocks of its zone. */
export type Upcoming = Readonly<{ channel: string; nextRun: number; zone: string }>

/** A form that makes no sense, with the sentence for whoever sent it. */
export class FormError extends ToldError {
  override name = 'FormError'
}

type Form = Readonly<{ user: string; get: (name: string) => string; all: URLSearchParams }>
type Perform = (form: Form, place: Workplace) => Done | Promise<Done>

const NOTHING: Done = { finished: Promise.resolve() }

const FORMS: Readonly<Record<string, Perform>> = {
  '/say': (form, { people, store }) => {
    const channel = channelOf(form, store)
    const text = form.get('text').replace(/\r\n/g, '\n').trim()
    const thread = form.get('thread')
    if (!text) return NOTHING
    if (thread && !store.find(channel, thread)) throw new FormError(NOTICES.noThread)
    const [, command, rest] = /^(\/[a-z][\w-]*)(?:\s+([\s\S]*))?$/i.exec(text) ?? []
    return command
      ? people.command(form.user, channel, command, rest ?? '', thread || undefined)
      : people.say(form.user, channel, text, thread || undefined)
  },
  '/command': (form, { people, store }) =>
    people.command(form.user, channelOf(form, store), form.get('command'), form.get('text')),
  '/edit': (form, { people, store }) => {
    const text = form.get('text').trim()
    const { channel, ts } = messageOf(form, store)
    return text ? people.edit(form.user, channel, ts, text) : NOTHING
  },
  '/delete': (form, { people, store }) => {
    const { channel, ts } = messageOf(form, store)
    return people.remove(form.user, channel, ts)
  },
  '/shortcut': (form, { people, store }) => {
    const { channel, ts } = messageOf(form, store)
    return people.shortcut(form.user, channel, ts)
  },
  '/action': (form, { people, views, store }) => {
    const { block, ...action } = actionOf(form)
    const at = form.get('ts')
    if (at === 'home') return views.homeAction(form.user, block, action)
    if (at === 'modal') {
      const view = store.topModal(form.user)?.view ?? {}
      return views.modalAction(form.user, viewState(view, form.all), block, action)
    }
    const { channel, ts } = messageOf(form, store)
    return people.action(form.user, channel, ts, block, action)
  },
  '/submit': (form, { views, store }) =>
    views.submit(form.user, viewState(store.topModal(form.user)?.view ?? {}, form.all)),
  '/react': (form, { people, store }) => {
    const { channel, ts } = messageOf(form, store)
    const name = form.get('name')
    if (emojiOf(name) === undefined) throw new FormError(NOTICES.noButton)
    return people.react(form.user, channel, ts, name)
  },
  '/travel': (form, { clock, store }) => {
    if (form.get('to') === 'now') return { finished: clock.reset() }
    const zone = form.get('zone') || 'UTC'
    const at = destination(form.get('to'), zone, clock.now())
    if (typeof at !== 'number') {
      store.notify(form.user, { words: at, problem: true })
      return NOTHING
    }
    store.notify(form.user, { words: movedTo(at, zone) })
    return { finished: clock.travelTo(at) }
  },
  '/forget-traffic': (_, { store }) => {
    store.traffic.clear()
    return NOTHING
  },
  '/close': (form, { views }) => views.close(form.user),
  '/home': (form, { people }) =>
    people.home(form.user, form.get('tab') === 'messages' ? 'messages' : 'home'),
}

/** Does what a form asks; undefined when there is no such form. Throws FormError when it makes no sense. */
export async function act(
  path: string,
  form: URLSearchParams,
  place: Workplace,
): Promise<Done | undefined> {
  const perform = Object.hasOwn(FORMS, path) ? FORMS[path] : undefined
  if (!perform) return undefined
  const user = HUMANS.find((p) => p.id === form.get('user'))?.id
  if (!user) throw new FormError(NOTICES.noPerson)
  return perform({ user, get: (name) => form.get(name) ?? '', all: form }, place)
}

/** The channel of a form, where the person is a member. */
function channelOf({ user, get }: Form, store: Store): string {
  const channel = store.channels.get(get('channel'))
  if (!channel?.members.includes(user)) throw new FormError(NOTICES.noChannel)
  return channel.id
}

/** The message of a form, as far as the person may see it. */
function messageOf(form: Form, store: Store): Message {
  const message = store.find(channelOf(form, store), form.get('ts'))
  if (!message || (message.only !== undefined && message.only !== form.user))
    throw new FormError(NOTICES.noMessage)
  return message
}

/** The element that was used and what was chosen in it, as Slack sends an action. */
function actionOf({ get, all }: Form): Json & { block: string } {
  const element = parsedObject(get('action'))
  const block = String(element.block_id ?? get('block'))
  const { type, action_id, value } = element
  if (typeof action_id !== 'string') throw new FormError(NOTICES.noButton)
  if (optionsOf(element).length === 0)
    return { block, type, action_id, ...(value === undefined ? {} : { value }) }
  return { block, type, action_id, ...heldBy(element, all.getAll('choice')) }
}

function parsedObject(text: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Json
  } catch {
    // Falls through to the sentence below.
  }
  throw new FormError(NOTICES.noButton)
}
