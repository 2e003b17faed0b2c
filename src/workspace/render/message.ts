import { unescapeMrkdwn } from '../../block-kit/escape.ts'
import { BOT } from '../seed.ts'
import type { Message } from '../store.ts'
import { repliesLabel, WORDS } from '../words.ts'
import { drawBlocks } from './blocks.ts'
import { addressOf, drawingFor, hidden, namesOf, type Scene } from './looking.ts'
import { html, mrkdwn } from './mrkdwn.ts'

/** Whether a person sees a message. */
export function seen(m: Message, user: string): boolean {
  return m.only === undefined || m.only === user
}

/** One message with its menu; `root` adds the way into its thread. */
export function drawMessage(scene: Scene, m: Message, root: boolean): string {
  const { store, language } = scene
  const person = store.person(m.user)
  const at = new Date(Number(m.ts.split('.')[0]) * 1000).toISOString()
  const marks = [
    person?.bot ? ` <span class="badge">${WORDS.app[language]}</span>` : '',
    ` <time class="when" datetime="${at}">${at.slice(11, 16)} UTC</time>`,
    m.streaming ? ` <span class="only">${WORDS.streaming[language]}</span>` : '',
    m.edited ? ` <span class="only">${WORDS.edited[language]}</span>` : '',
  ]
  const only =
    m.only === undefined ? '' : `<p class="only" role="note">${WORDS.onlyYou[language]}</p>`
  const name = person?.name ?? m.user
  const look = m.only === undefined ? 'message' : 'message private'
  return `<article class="${look}" id="${root ? 'm' : 'r'}${html(m.ts)}"><span class="avatar${person?.bot ? ' bot' : ''}" aria-hidden="true">${html(name.slice(0, 1).toUpperCase())}</span><div class="content">${only}<span class="who">${html(name)}</span>${marks.join('')}${body(scene, m)}${extras(scene, m)}${root ? threadLink(scene, m) : ''}</div>${menu(scene, m)}</article>`
}

function body(scene: Scene, m: Message): string {
  if (m.tombstone) return `<div class="text only">${WORDS.deleted[scene.language]}</div>`
  if (m.blocks.length > 0) return drawBlocks(m.blocks, drawingFor(scene, m.ts))
  return m.text ? `<div class="text">${mrkdwn(m.text, namesOf(scene.store))}</div>` : ''
}

/** Uploaded pictures and reactions. */
function extras({ store }: Scene, m: Message): string {
  const files = (m.files ?? []).map((id) => {
    const file = store.files.get(id)
    if (file && !/\.png$/i.test(file.name) && !file.alt)
      return `<p><span class="badge">${html(file.name)}</span></p>`
    return `<figure><img src="/file/${html(id)}" alt="${html(file?.alt || file?.name || id)}"><figcaption>${html(file?.name ?? id)}</figcaption></figure>`
  })
  const reactions = (m.reactions ?? []).map((r) => `<span class="badge">:${html(r.name)}:</span>`)
  return [...files, reactions.length > 0 ? `<p>${reactions.join(' ')}</p>` : ''].join('')
}

function threadLink({ store, looking, language }: Scene, m: Message): string {
  if (m.only !== undefined) return ''
  const replies = store.replies(m).filter((r) => seen(r, looking.user)).length
  const label = replies > 0 ? repliesLabel(replies, language) : WORDS.replyInThread[language]
  const quiet = replies > 0 ? '' : ' class="faint"'
  return `<p class="replies"><a${quiet} href="${html(addressOf({ ...looking, thread: m.ts }))}">${label}</a></p>`
}

/** The shortcut on every message; edit and delete on one's own. */
function menu({ looking, language }: Scene, m: Message): string {
  if (m.only !== undefined || m.tombstone) return ''
  const thread = m.thread ?? m.ts
  const form = (action: string, back: string, inner: string) =>
    `<form method="post" action="${action}">${hidden({ user: looking.user, channel: m.channel, ts: m.ts, back })}${inner}</form>`
  const stay = addressOf(looking)
  const ask = form(
    '/shortcut',
    addressOf({ ...looking, thread }),
    `<button>${WORDS.ask[language]}</button>`,
  )
  const value = html(unescapeMrkdwn(m.text.replaceAll(`<@${BOT}>`, '@rightsize')))
  const own =
    m.user === looking.user
      ? `<details><summary>${WORDS.edit[language]}</summary>${form('/edit', stay, `<input type="text" name="text" aria-label="${WORDS.editedText[language]}" value="${value}"><button>${WORDS.save[language]}</button>`)}</details>${form('/delete', stay, `<button>${WORDS.delete[language]}</button>`)}`
      : ''
  return `<div class="menu" role="group" aria-label="${WORDS.actions[language]}">${ask}${own}</div>`
}
