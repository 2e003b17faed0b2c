import type { Language } from '../../language/language.ts'
import { FRAME } from '../frame-words.ts'
import { dmOf } from '../seed.ts'
import type { Message } from '../store.ts'
import { WORDS } from '../words.ts'
import { backOf, composer } from './composer.ts'
import { addressOf, alone, hidden, type Scene } from './looking.ts'
import { drawMessages, seen } from './message.ts'
import { html } from './mrkdwn.ts'

/** A thread beside its channel. */
export function drawThread(scene: Scene, thread: string): string {
  const { store, looking, language } = scene
  const own = inThread(scene, looking.channel, thread)
  const dm = store.channels.get(looking.channel)?.im !== undefined
  return `<aside id="pane" aria-labelledby="thread-title"><header><h2 id="thread-title">${WORDS.thread[language]}</h2><a class="close" data-close href="${html(addressOf(alone(looking)))}">${WORDS.close[language]}</a></header>
<div class="messages" id="thread" role="log" tabindex="0" aria-label="${WORDS.replies[language]}">${drawMessages(scene, own, 'reply')}</div>${status(scene, looking.channel, thread)}${composer(scene, { channel: looking.channel, thread, dm, id: 'reply' })}</aside>`
}

/** The agent beside whatever one looks at: a greeting with questions to begin with, or a conversation. */
export function drawAgent(scene: Scene, agent: string): string {
  const { store, looking, language } = scene
  const channel = dmOf(looking.user)
  const roots = store.messages.filter(
    (m) => m.channel === channel && m.thread === undefined && seen(m, looking.user),
  )
  const root = agent === 'new' ? undefined : (roots.find((m) => m.ts === agent) ?? roots.at(-1))
  const to = (where: string) => html(addressOf({ ...looking, agent: where }))
  const earlier = roots
    .filter((m) => m !== root)
    .reverse()
    .slice(0, 20)
    .map((m) => `<li><a href="${to(m.ts)}">${html(titleOf(m))}</a></li>`)
  const history =
    earlier.length > 0
      ? `<details class="pop"><summary>${FRAME.history[language]}</summary><div class="panel"><ul>${earlier.join('')}</ul></div></details>`
      : ''
  const inner = root
    ? drawMessages(scene, inThread(scene, channel, root.ts), 'agent')
    : `${greeting(language)}${prompts(scene, channel)}`
  const place = root
    ? { channel, thread: root.ts, dm: true, id: 'agent-say', label: FRAME.follow[language] }
    : { channel, dm: true, id: 'agent-say', label: FRAME.agent[language] }
  return `<aside id="pane" aria-labelledby="agent-title"><header><h2 id="agent-title">Rightsize</h2><span class="badge">${WORDS.app[language]}</span>${root ? `<a href="${to('new')}">${FRAME.newChat[language]}</a>` : ''}${history}<a class="close" data-close href="${html(addressOf(alone(looking)))}" aria-label="${FRAME.closeAgent[language]}">${WORDS.close[language]}</a></header>
<div class="messages" id="agent" role="log" tabindex="0" aria-label="${FRAME.conversation[language]}">${inner}</div>${status(scene, channel, root?.ts ?? '-')}${composer(scene, place)}</aside>`
}

/** What stands where nothing was asked yet. */
export function greeting(language: Language): string {
  return `<div class="greeting" id="greeting"><span class="avatar bot" aria-hidden="true">R</span><p class="big">${FRAME.greeting[language]}</p><p>${FRAME.greetingMore[language]}</p></div>`
}

/** The questions that the app suggests, each sent with one click. */
export function prompts(scene: Scene, channel: string): string {
  const { store, looking, language } = scene
  const list = store.prompts.get(channel) ?? []
  if (list.length === 0) return ''
  const fields = { user: looking.user, channel, back: backOf(looking) }
  const forms = list.map(
    (p) =>
      `<form method="post" action="/say">${hidden({ ...fields, text: p.message })}<button>${html(p.title)}</button></form>`,
  )
  return `<div class="prompts" id="prompts" role="group" aria-label="${WORDS.prompts[language]}">${forms.join('')}</div>`
}

/** What the app says it is doing, all of it at once, told to those who hear the page. */
export function status({ store }: Scene, channel: string, thread: string | undefined): string {
  const said = store.status(channel, thread)
  const id = thread === undefined ? 'status' : 'thread-status'
  return `<p class="status" id="${id}" role="status">${said ? `Rightsize ${html([...new Set([said.text, ...said.loading])].join(' · '))}` : ''}</p>`
}

function inThread({ store, looking }: Scene, channel: string, thread: string): Message[] {
  return store.messages.filter(
    (m) =>
      m.channel === channel && seen(m, looking.user) && (m.ts === thread || m.thread === thread),
  )
}

/** The beginning of a question, as it is listed. */
function titleOf(m: Message): string {
  const text = m.text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text || '…'
}
