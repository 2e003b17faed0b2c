import { BOT, type Message, type Store } from '../store.ts'
import { type Drawing, drawBlocks } from './blocks.ts'
import { html, mrkdwn } from './mrkdwn.ts'
import { STYLE } from './style.ts'
import { drawModal } from './view.ts'

/** What a browser looks at. */
export type Looking = Readonly<{ user: string; channel: string; thread?: string; home: boolean }>

/** The whole page, drawn on the server; it works without a script. */
export function drawPage(store: Store, looking: Looking, nonce: string): string {
  const back = addressOf(looking)
  const modal = store.modals.get(looking.user)
  const dialog = modal
    ? drawModal(modal.view, modal.errors, looking.user, back, drawingFor(store, looking, ''))
    : ''
  const pane = looking.thread === undefined ? '' : drawThread(store, looking)
  const main = looking.home ? drawHome(store, looking) : drawChannel(store, looking)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Rightsize – local workspace</title><link rel="icon" href="data:,"><style nonce="${nonce}">${STYLE}</style></head>
<body><div class="shell${pane ? ' threaded' : ''}">${drawSide(store, looking)}${main}${pane}</div>${dialog}
<script nonce="${nonce}">${SCRIPT}</script></body></html>`
}

/** The address that shows a view again. */
export function addressOf({ user, channel, thread, home }: Looking): string {
  const query = new URLSearchParams({
    u: user,
    c: channel,
    ...(thread === undefined ? {} : { t: thread }),
    ...(home ? { view: 'home' } : {}),
  })
  return `/?${query}`
}

/** Reloads when something changed, unless a text field holds something; sends with Ctrl or Cmd + Enter; shows the newest message. */
const SCRIPT = `
for(const box of document.querySelectorAll('.messages'))box.scrollTop=box.classList.contains('thread')?0:box.scrollHeight;
const typing=()=>[...document.querySelectorAll('textarea,input[type=text]')].some(f=>f.value!==f.defaultValue)||document.querySelector('.veil');
new EventSource('/events').onmessage=()=>{if(!typing())location.reload()};
document.addEventListener('keydown',e=>{if(e.key==='Enter'&&(e.ctrlKey||e.metaKey)&&e.target.form)e.target.form.requestSubmit()});
`

function drawSide(store: Store, looking: Looking): string {
  const link = (to: Looking, label: string, current: boolean) =>
    `<a href="${html(addressOf(to))}"${current ? ' aria-current="page"' : ''}>${html(label)}</a>`
  const at = (channel: string, home = false): Looking => ({ user: looking.user, channel, home })
  const channels = [...store.channels.values()].filter(
    (c) => c.im === undefined && c.members.includes(looking.user),
  )
  const dm = [...store.channels.values()].find((c) => c.im === looking.user)
  const people = store.people.filter((p) => !p.bot)
  return `<nav aria-label="Workspace"><h1>Sample company</h1><h2>Channels</h2>${channels.map((c) => link(at(c.id), `# ${c.name}`, !looking.home && c.id === looking.channel)).join('')}
<h2>Rightsize</h2>${dm ? link(at(dm.id), 'Direct message', !looking.home && dm.id === looking.channel) + link(at(dm.id, true), 'Home', looking.home) : ''}
<h2>Act as</h2>${people.map((p) => link({ user: p.id, channel: store.channels.get(looking.channel)?.im ? `D${p.id.slice(1)}` : looking.channel, home: false }, p.realName, p.id === looking.user)).join('')}</nav>`
}

function drawChannel(store: Store, looking: Looking): string {
  const channel = store.channels.get(looking.channel)
  const { thread: _elsewhere, ...here } = looking
  const roots = store.messages.filter(
    (m) => m.channel === looking.channel && m.thread === undefined && seen(m, looking.user),
  )
  const prompts = channel?.im ? (store.prompts.get(channel.id) ?? []) : []
  const member = channel?.members.includes(BOT)
    ? ''
    : '<span class="only">Rightsize is not a member here</span>'
  return `<main><header><span>${channel?.im ? 'Rightsize' : `# ${html(channel?.name ?? '')}`}</span>${member}</header>
<div class="messages" tabindex="0" aria-label="Messages">${roots.map((m) => drawMessage(store, m, looking, true)).join('')}</div>${status(store, looking.channel, undefined)}
${prompts.length > 0 ? `<div class="prompts">${prompts.map((p) => say(here, `<input type="hidden" name="text" value="${html(p.message)}"><button>${html(p.title)}</button>`)).join('')}</div>` : ''}${composer(here, channel?.im !== undefined)}</main>`
}

function drawThread(store: Store, looking: Looking): string {
  const own = store.messages.filter(
    (m) =>
      m.channel === looking.channel &&
      seen(m, looking.user) &&
      (m.ts === looking.thread || m.thread === looking.thread),
  )
  const { thread: _left, ...without } = looking
  return `<aside aria-label="Thread"><header><span>Thread</span><a href="${html(addressOf(without))}">Close</a></header>
<div class="messages thread" tabindex="0" aria-label="Replies">${own.map((m) => drawMessage(store, m, looking, false)).join('')}</div>${status(store, looking.channel, looking.thread)}${composer(looking, false)}</aside>`
}

function drawHome(store: Store, looking: Looking): string {
  const view = store.homes.get(looking.user)
  const blocks = (view?.blocks ?? []) as Record<string, unknown>[]
  return `<main><header>Home</header><div class="home">${drawBlocks(blocks, drawingFor(store, looking, 'home'))}</div></main>`
}

function drawMessage(store: Store, m: Message, looking: Looking, root: boolean): string {
  const person = store.person(m.user)
  const names = (id: string) => store.person(id)?.name ?? store.channels.get(id)?.name
  const body =
    m.blocks.length > 0
      ? drawBlocks(m.blocks, drawingFor(store, looking, m.ts))
      : `<div class="text">${mrkdwn(m.text, names)}</div>`
  const replies = store.messages.filter(
    (r) => r.thread === m.ts && r.channel === m.channel && seen(r, looking.user),
  ).length
  const open =
    root && m.only === undefined
      ? `<p class="replies"><a href="${html(addressOf({ ...looking, thread: m.ts }))}">${replies > 0 ? `${replies} ${replies === 1 ? 'reply' : 'replies'}` : 'Reply in thread'}</a></p>`
      : ''
  const only = m.only === undefined ? '' : '<p class="only">Only visible to you</p>'
  const when = new Date(Number(m.ts.split('.')[0]) * 1000).toISOString().slice(11, 16)
  return `<article class="message" id="m${html(m.ts)}">${menu(m, looking)}<span class="who">${html(person?.name ?? m.user)}</span>${person?.bot ? ' <span class="only">APP</span>' : ''}<time class="when">${when} UTC</time>${m.edited ? ' <span class="only">(edited)</span>' : ''}${only}${body}${open}</article>`
}

/** The shortcut on every message; edit and delete on one's own. */
function menu(m: Message, looking: Looking): string {
  if (m.only !== undefined) return ''
  const at = hidden({
    user: looking.user,
    channel: m.channel,
    ts: m.ts,
    back: addressOf({ ...looking, thread: m.thread ?? m.ts }),
  })
  const ask = `<form method="post" action="/shortcut">${at}<button>Ask Rightsize about this</button></form>`
  if (m.user !== looking.user) return `<div class="menu">${ask}</div>`
  return `<div class="menu">${ask}<details><summary>Edit</summary><form method="post" action="/edit">${at}<input type="text" name="text" aria-label="Edited text" value="${html(m.text.replace(`<@${BOT}>`, '@rightsize'))}"><button>Save</button></form></details><form method="post" action="/delete">${at}<button>Delete</button></form></div>`
}

function composer(looking: Looking, dm: boolean): string {
  const placeholder = dm
    ? 'Ask Rightsize'
    : looking.thread === undefined
      ? 'Message, @rightsize … or /model-size …'
      : 'Reply'
  return `<div class="composer">${say(looking, `<textarea name="text" aria-label="Message" placeholder="${placeholder}"></textarea><button class="primary">Send</button>`)}
<p>${looking.thread === undefined ? 'Mention @rightsize to ask. /model-size opens a form, or takes arguments.' : 'Follow-ups in a thread with Rightsize need no mention. Slash commands do not work in threads.'}</p></div>`
}

function say(looking: Looking, inner: string): string {
  const fields = {
    user: looking.user,
    channel: looking.channel,
    back: addressOf(looking),
    ...(looking.thread === undefined ? {} : { thread: looking.thread }),
  }
  return `<form method="post" action="/say">${hidden(fields)}${inner}</form>`
}

function status(store: Store, channel: string, thread: string | undefined): string {
  const found = [...store.statuses].find(([key]) =>
    thread === undefined ? key.startsWith(`${channel}/`) : key === `${channel}/${thread}`,
  )
  return found ? `<p class="status" role="status">Rightsize ${html(found[1])}</p>` : ''
}

/** Buttons become forms that say which message, block and action they belong to. */
function drawingFor(store: Store, looking: Looking, ts: string): Drawing {
  return {
    names: (id) => store.person(id)?.name ?? store.channels.get(id)?.name,
    form: (blockId, action, inner) =>
      `<form method="post" action="/action">${hidden({ user: looking.user, channel: looking.channel, ts, block: blockId, action: JSON.stringify(action), back: addressOf(looking) })}${inner}</form>`,
  }
}

function hidden(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${html(name)}" value="${html(value)}">`)
    .join('')
}

function seen(m: Message, user: string): boolean {
  return m.only === undefined || m.only === user
}
