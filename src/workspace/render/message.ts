import { unescapeMrkdwn } from '../../block-kit/escape.ts'
import { emojiOf, OFFERED } from '../emoji.ts'
import { BOT } from '../seed.ts'
import type { Message } from '../store.ts'
import { reactedBy, repliesLabel, WORDS } from '../words.ts'
import { drawBlocks } from './blocks.ts'
import { addressOf, drawingFor, hidden, namesOf, type Scene } from './looking.ts'
import { html, mrkdwn } from './mrkdwn.ts'
import { clockTime, fullDay, isoDate, momentOf } from './time.ts'

/** Where a message stands: the beginning of a thread in its channel, inside the thread, or in the agent's pane. */
export type Spot = 'root' | 'reply' | 'agent'
const PREFIX: Readonly<Record<Spot, string>> = { root: 'm', reply: 'r', agent: 'a' }

/** Whether a person sees a message. */
export function seen(m: Message, user: string): boolean {
  return m.only === undefined || m.only === user
}

/** Messages in their order, with a line before each new day. */
export function drawMessages(scene: Scene, list: readonly Message[], spot: Spot): string {
  let before = ''
  return list
    .map((m) => {
      const day = isoDate(momentOf(m.ts), scene.zone)
      const isNew = day !== before
      before = day
      const line = isNew
        ? `<p class="day" id="${PREFIX[spot]}${day}"><span>${fullDay(momentOf(m.ts), scene.zone, scene.language)}</span></p>`
        : ''
      return `${line}${drawMessage(scene, m, spot)}`
    })
    .join('')
}

function drawMessage(scene: Scene, m: Message, spot: Spot): string {
  const { store, language, zone } = scene
  const person = store.person(m.user)
  const at = momentOf(m.ts)
  const time = clockTime(at, zone, language)
  const marks = [
    person?.bot ? ` <span class="badge">${WORDS.app[language]}</span>` : '',
    ` <time class="when" datetime="${new Date(at).toISOString()}" title="${fullDay(at, zone, language)} ${time} (${html(zone)})">${time}</time>`,
    m.streaming ? ` <span class="only writing">${WORDS.streaming[language]}</span>` : '',
    m.edited ? ` <span class="only">${WORDS.edited[language]}</span>` : '',
  ]
  const only =
    m.only === undefined ? '' : `<p class="only" role="note">${WORDS.onlyYou[language]}</p>`
  const name = person?.realName ?? m.user
  const look = m.only === undefined ? 'message' : 'message private'
  return `<article class="${look}" id="${PREFIX[spot]}${html(m.ts)}" tabindex="-1" aria-label="${html(name)}, ${time}"${m.streaming ? ' aria-busy="true"' : ''}><span class="avatar${person?.bot ? ' bot' : ''}" aria-hidden="true">${html(name.slice(0, 1).toUpperCase())}</span><div class="content">${only}<span class="who">${html(name)}</span>${marks.join('')}${body(scene, m)}${files(scene, m)}${reactions(scene, m)}${spot === 'root' ? threadLink(scene, m) : ''}</div>${menu(scene, m)}</article>`
}

function body(scene: Scene, m: Message): string {
  if (m.tombstone) return `<div class="text only">${WORDS.deleted[scene.language]}</div>`
  if (m.blocks.length > 0) return drawBlocks(m.blocks, drawingFor(scene, m.ts, m.channel))
  return m.text ? `<div class="text">${mrkdwn(m.text, namesOf(scene.store))}</div>` : ''
}

/** Uploaded files; pictures are shown. */
function files({ store, language }: Scene, m: Message): string {
  return (m.files ?? [])
    .map((id) => {
      const file = store.files.get(id)
      const name = html(file?.name ?? id)
      if (file && !/\.png$/i.test(file.name) && !file.alt)
        return `<p class="file"><b>${name}</b> <span class="only">${file.bytes.length.toLocaleString(language)} ${WORDS.bytes[language]}</span></p>`
      return `<figure><img src="/file/${html(id)}" alt="${html(file?.alt || file?.name || id)}"><figcaption>${name}</figcaption></figure>`
    })
    .join('')
}

/** The emojis on a message, as buttons that put one's own there or take it away. */
function reactions(scene: Scene, m: Message): string {
  const { store, looking, language } = scene
  const chips = (m.reactions ?? []).map(({ name, users }) => {
    const names = users.map((u) => store.person(u)?.realName ?? u)
    const label = html(`${users.length}: ${reactedBy(name, names, language)}`)
    const mine = users.includes(looking.user)
    const shown = `<span aria-hidden="true">${emojiOf(name) ?? `:${html(name)}:`}</span> ${users.length}`
    if (emojiOf(name) === undefined)
      return `<span class="chip" role="img" aria-label="${label}">${shown}</span>`
    const button = `<button class="chip" name="name" value="${html(name)}" aria-pressed="${mine}" aria-label="${label}" title="${label}">${shown}</button>`
    return messageForm(scene, m, '/react', button)
  })
  return chips.length > 0 ? `<div class="reactions">${chips.join('')}</div>` : ''
}

function threadLink({ store, looking, language }: Scene, m: Message): string {
  if (m.only !== undefined) return ''
  const replies = store.replies(m).filter((r) => seen(r, looking.user)).length
  const label = replies > 0 ? repliesLabel(replies, language) : WORDS.replyInThread[language]
  const quiet = replies > 0 ? '' : ' class="faint"'
  return `<p class="replies"><a${quiet} data-key="t" href="${html(addressOf({ user: looking.user, channel: m.channel, home: false, thread: m.ts }))}">${label}</a></p>`
}

function messageForm(
  scene: Scene,
  m: Message,
  action: string,
  inner: string,
  back?: string,
): string {
  const { looking } = scene
  const fields = { user: looking.user, channel: m.channel, ts: m.ts }
  return `<form method="post" action="${action}">${hidden({ ...fields, back: back ?? addressOf(looking) })}${inner}</form>`
}

/** Emojis and the shortcut on every message; edit and delete on one's own. */
function menu(scene: Scene, m: Message): string {
  if (m.only !== undefined || m.tombstone) return ''
  const { looking, language } = scene
  const thread = m.thread ?? m.ts
  const inThread = addressOf({ user: looking.user, channel: m.channel, home: false, thread })
  const back = looking.agent === undefined ? inThread : addressOf(looking)
  const ask = messageForm(scene, m, '/shortcut', `<button>${WORDS.ask[language]}</button>`, back)
  const offered = OFFERED.map(
    (name) =>
      `<button name="name" value="${name}" aria-label=":${name}:"><span aria-hidden="true">${emojiOf(name)}</span></button>`,
  )
  const react = `<details><summary data-key="r">${WORDS.react[language]}</summary>${messageForm(scene, m, '/react', `<span class="offered">${offered.join('')}</span>`)}</details>`
  const value = html(unescapeMrkdwn(m.text.replaceAll(`<@${BOT}>`, '@rightsize')))
  const field = `<input type="text" name="text" aria-label="${WORDS.editedText[language]}" value="${value}"><button>${WORDS.save[language]}</button>`
  const own =
    m.user === looking.user
      ? `<details><summary data-key="e">${WORDS.edit[language]}</summary>${messageForm(scene, m, '/edit', field)}</details>${messageForm(scene, m, '/delete', `<button>${WORDS.delete[language]}</button>`)}`
      : ''
  return `<div class="menu" role="group" aria-label="${WORDS.actions[language]}">${react}${ask}${own}</div>`
}
