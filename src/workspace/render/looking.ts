import type { Language } from '../../language/language.ts'
import type { Upcoming } from '../forms.ts'
import { GROUPS } from '../seed.ts'
import type { Notice, Store } from '../store.ts'
import { languageFor } from '../words.ts'
import type { Drawing } from './elements.ts'
import { html } from './mrkdwn.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** What a browser looks at. */
export type Looking = Readonly<{
  user: string
  channel: string
  thread?: string
  /** The agent's pane beside the channel: a new question, the last conversation, or one by its first message. */
  agent?: string
  home: boolean
}>

/** What stands around the messages. */
export type Frame = Readonly<{
  theme: Theme
  /** By how many milliseconds the clock is ahead of the real time. */
  ahead: number
  /** Digests that are scheduled; undefined while it cannot be read which. */
  upcoming: readonly Upcoming[] | undefined
  notice?: Notice
}>

/** What a part of the page is drawn from. */
export type Scene = Readonly<{ store: Store; looking: Looking; language: Language; zone: string }>

export function sceneOf(store: Store, looking: Looking): Scene {
  const zone = store.person(looking.user)?.zone ?? 'UTC'
  return { store, looking, language: languageFor(store, looking.user), zone }
}

/** The address that shows a view again. */
export function addressOf({ user, channel, thread, agent, home }: Looking): string {
  const query = new URLSearchParams({
    u: user,
    c: channel,
    ...(thread === undefined ? {} : { t: thread }),
    ...(agent === undefined ? {} : { agent }),
    ...(home ? { view: 'home' } : {}),
  })
  return `/?${query}`
}

/** The same view without what stands beside it. */
export function alone({ user, channel, home }: Looking): Looking {
  return { user, channel, home }
}

/** Names of people, channels and user groups behind their ids. */
export function namesOf(store: Store): Drawing['names'] {
  return (id) =>
    store.person(id)?.name ??
    store.channels.get(id)?.name ??
    GROUPS.find((g) => g.id === id)?.handle
}

/** Buttons become forms that say which message, block and action they belong to. */
export function drawingFor(
  { store, looking, language }: Scene,
  ts: string,
  channel?: string,
): Drawing {
  const fields = {
    user: looking.user,
    channel: channel ?? looking.channel,
    ts,
    back: addressOf(looking),
  }
  return {
    names: namesOf(store),
    language,
    form: (block, action, inner) =>
      `<form method="post" action="/action">${hidden({ ...fields, block, action: JSON.stringify(action) })}${inner}</form>`,
  }
}

/** Inside a modal a form cannot hold another: each button carries what it means and where it goes. */
export function modalDrawing({ store, language }: Scene): Drawing {
  return {
    names: namesOf(store),
    language,
    form: (block, action, inner) => {
      const value = html(JSON.stringify({ ...action, block_id: block }))
      return inner.replace(
        '<button',
        `<button formaction="/action" formnovalidate name="action" value="${value}"`,
      )
    },
  }
}

export function hidden(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${html(name)}" value="${html(value)}">`)
    .join('')
}
