import { BOT, dmOf, HUMANS } from '../seed.ts'
import type { Store } from '../store.ts'
import { WORDS } from '../words.ts'
import { drawBlocks } from './blocks.ts'
import {
  addressOf,
  drawingFor,
  hidden,
  type Looking,
  modalDrawing,
  type Scene,
  sceneOf,
} from './looking.ts'
import { drawMessage, seen } from './message.ts'
import { html } from './mrkdwn.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'
import { drawModal } from './view.ts'

/** The whole page, drawn on the server; it works without a script. */
export function drawPage(store: Store, looking: Looking, nonce: string): string {
  const scene = sceneOf(store, looking)
  const { language } = scene
  const modal = store.topModal(looking.user)
  const dialog = modal
    ? drawModal(modal.view, modal.errors, looking.user, addressOf(looking), modalDrawing(scene))
    : ''
  const pane = looking.thread === undefined ? '' : drawThread(scene, looking.thread)
  const main = looking.home ? drawHome(scene) : drawChannel(scene)
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${WORDS.title[language]}</title><link rel="icon" href="data:,"><style nonce="${nonce}">${STYLE}</style></head>
<body><div class="shell${pane ? ' threaded' : ''}"${dialog ? ' inert' : ''}><a class="skip" href="#messages">${WORDS.skip[language]}</a>${drawSide(scene)}${main}${pane}</div>${dialog}
<script nonce="${nonce}">${SCRIPT}</script></body></html>`
}

function drawSide({ store, looking, language }: Scene): string {
  const link = (to: Looking, label: string, current: boolean) =>
    `<a href="${html(addressOf(to))}"${current ? ' aria-current="page"' : ''}>${html(label)}</a>`
  const at = (channel: string, home = false): Looking => ({ user: looking.user, channel, home })
  const place = (channel: string, label: string) => {
    const current = !looking.home && channel === looking.channel
    const unread = current ? 0 : store.unread(looking.user, channel)
    return link(at(channel), unread > 0 ? `${label} (${unread})` : label, current)
  }
  const channels = [...store.channels.values()]
    .filter((c) => c.im === undefined && c.members.includes(looking.user))
    .map((c) => place(c.id, `# ${c.name}`))
  const dm = dmOf(looking.user)
  const inDm = looking.channel === dm
  const people = HUMANS.map((p) =>
    link(
      { user: p.id, channel: inDm ? dmOf(p.id) : looking.channel, home: looking.home },
      p.role ? `${p.realName} (${p.role[language]})` : p.realName,
      p.id === looking.user,
    ),
  )
  return `<nav id="side" aria-label="${WORDS.workspace[language]}"><h1>${WORDS.company[language]}</h1><h2>${WORDS.channels[language]}</h2>${channels.join('')}
<h2>${WORDS.apps[language]} · Rightsize</h2>${place(dm, WORDS.directMessage[language])}${link(at(dm, true), WORDS.home[language], looking.home)}
<h2>${WORDS.actAs[language]}</h2>${people.join('')}</nav>`
}

function drawChannel(scene: Scene): string {
  const { store, looking, language } = scene
  const channel = store.channels.get(looking.channel)
  const roots = store.messages.filter(
    (m) => m.channel === looking.channel && m.thread === undefined && seen(m, looking.user),
  )
  const member = channel?.members.includes(BOT)
    ? ''
    : `<span class="only">${WORDS.notMember[language]}</span>`
  const dm = channel?.im !== undefined
  const drawn = roots.map((m) => drawMessage(scene, m, true)).join('')
  return `<main><header>${dm ? tabs(scene) : `<h2># ${html(channel?.name ?? '')}</h2>`}${member}</header>
<div class="messages" id="messages" role="log" tabindex="0" aria-label="${WORDS.messages[language]}">${drawn || `<p class="only">${WORDS.empty[language]}</p>`}</div>${status(scene, undefined)}${prompts(scene)}${composer(scene, dm)}</main>`
}

function drawThread(scene: Scene, thread: string): string {
  const { store, looking, language } = scene
  const own = store.messages.filter(
    (m) =>
      m.channel === looking.channel &&
      seen(m, looking.user) &&
      (m.ts === thread || m.thread === thread),
  )
  const { thread: _left, ...without } = looking
  return `<aside aria-labelledby="thread-title"><header><h2 id="thread-title">${WORDS.thread[language]}</h2><a href="${html(addressOf(without))}">${WORDS.close[language]}</a></header>
<div class="messages" id="thread" role="log" tabindex="0" aria-label="${WORDS.replies[language]}">${own.map((m) => drawMessage(scene, m, false)).join('')}</div>${status(scene, thread)}${composer(scene, false, thread)}</aside>`
}

function drawHome(scene: Scene): string {
  const view = scene.store.homes.get(scene.looking.user)
  const blocks = (view?.blocks ?? []) as Record<string, unknown>[]
  const inner =
    blocks.length > 0
      ? drawBlocks(blocks, drawingFor(scene, 'home'))
      : `<p class="only">${WORDS.homeEmpty[scene.language]}</p>`
  return `<main><header>${tabs(scene)}</header><div class="messages home" id="messages" tabindex="0" aria-label="${WORDS.home[scene.language]}">${inner}</div></main>`
}

/** The app's two tabs. */
function tabs({ looking, language }: Scene): string {
  const tab = (home: boolean, label: string) =>
    `<a class="tab" href="${html(addressOf({ user: looking.user, channel: dmOf(looking.user), home }))}"${home === looking.home ? ' aria-current="page"' : ''}>${label}</a>`
  return `<h2>Rightsize</h2>${tab(true, WORDS.home[language])}${tab(false, WORDS.messages[language])}`
}

function prompts({ store, looking, language }: Scene): string {
  const list = store.prompts.get(looking.channel) ?? []
  if (list.length === 0) return ''
  const forms = list.map((p) =>
    say(looking, `${hidden({ text: p.message })}<button>${html(p.title)}</button>`),
  )
  return `<div class="prompts" id="prompts" role="group" aria-label="${WORDS.prompts[language]}">${forms.join('')}</div>`
}

/** Where one writes; the thread's own when one is named. */
function composer({ looking, language }: Scene, dm: boolean, thread?: string): string {
  const inThread = thread !== undefined
  const placeholder = inThread ? WORDS.reply : dm ? WORDS.askHere : WORDS.messageHere
  const label = inThread ? WORDS.reply : WORDS.message
  const field = `<textarea name="text" rows="2" aria-label="${label[language]}" placeholder="${placeholder[language]}"></textarea><button class="primary">${WORDS.send[language]}</button>`
  const hint = inThread ? WORDS.threadHint : WORDS.channelHint
  return `<div class="composer">${say(looking, field, thread)}<p>${hint[language]}</p>${dm && !inThread ? fileForm(looking, language) : ''}</div>`
}

/** Where one sends a file to the bot. */
function fileForm(looking: Looking, language: Scene['language']): string {
  const fields = { user: looking.user, channel: looking.channel, back: addressOf(looking) }
  return `<form method="post" action="/share" enctype="multipart/form-data">${hidden(fields)}<input type="file" name="file" required aria-label="${WORDS.file[language]}"><button>${WORDS.sendFile[language]}</button></form>`
}

function say(looking: Looking, inner: string, thread?: string): string {
  const fields = { user: looking.user, channel: looking.channel, back: addressOf(looking) }
  return `<form method="post" action="/say">${hidden({ ...fields, ...(thread ? { thread } : {}) })}${inner}</form>`
}

function status({ store, looking }: Scene, thread: string | undefined): string {
  const text = store.status(looking.channel, thread)
  const id = thread === undefined ? 'status' : 'thread-status'
  return `<p class="status" id="${id}" role="status">${text ? `Rightsize ${html(text)}` : ''}</p>`
}
