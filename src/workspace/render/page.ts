import type { Language } from '../../language/language.ts'
import { FRAME } from '../frame-words.ts'
import { BOT, type Channel, dmOf } from '../seed.ts'
import type { Store } from '../store.ts'
import { WORDS } from '../words.ts'
import { drawBlocks } from './blocks.ts'
import { composer } from './composer.ts'
import {
  addressOf,
  drawingFor,
  type Frame,
  type Looking,
  modalDrawing,
  type Scene,
  sceneOf,
  type Theme,
} from './looking.ts'
import { drawMessages, seen } from './message.ts'
import { html } from './mrkdwn.ts'
import { drawAgent, drawThread, greeting, prompts, status } from './panes.ts'
import { drawSide } from './side.ts'
import { topBar } from './top-bar.ts'
import { drawModal } from './view.ts'

/** The whole page, drawn on the server; it works without a script. */
export function drawPage(store: Store, looking: Looking, frame: Frame): string {
  const scene = sceneOf(store, looking)
  const { language } = scene
  const modal = store.topModal(looking.user)
  const dialog = modal
    ? drawModal(modal.view, modal.errors, looking.user, addressOf(looking), modalDrawing(scene))
    : ''
  const pane = drawPane(scene)
  const main = looking.home ? drawHome(scene) : drawChannel(scene)
  const body = `<div class="shell${pane ? ' beside' : ''}"${dialog ? ' inert' : ''}><a class="skip" href="#messages">${WORDS.skip[language]}</a>${topBar(scene, frame)}${drawSide(scene)}${main}${pane}</div>${dialog}`
  return document(WORDS.title[language], {
    language,
    theme: frame.theme,
    drawnAt: store.changeCount(),
    body,
  })
}

/**
 * A page with its style and script, which come as files of the same server; `drawnAt` is the count of
 * changes it shows.
 */
export function document(
  title: string,
  page: Readonly<{ language: Language; theme: Theme; drawnAt: number; body: string }>,
): string {
  const { language, theme, drawnAt, body } = page
  return `<!doctype html><html lang="${language}" data-theme="${theme}" data-drawn="${drawnAt}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/style.css"><script src="/script.js" defer></script></head>
<body>${body}</body></html>`
}

/** What stands beside the channel: a thread, or the agent where one does not look at its messages anyway. */
function drawPane(scene: Scene): string {
  const { thread, agent, home, channel, user } = scene.looking
  if (thread !== undefined) return drawThread(scene, thread)
  return agent !== undefined && (home || channel !== dmOf(user)) ? drawAgent(scene, agent) : ''
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
  const drawn = drawMessages(scene, roots, 'root')
  return `<main id="main"><header>${dm ? tabs(scene) : `<h2># ${html(channel?.name ?? '')}</h2>`}${member}</header>
<div class="messages" id="messages" role="log" tabindex="0" aria-label="${WORDS.messages[language]}">${drawn || nothingYet(scene, channel)}</div>${status(scene, looking.channel, undefined)}${dm ? prompts(scene, looking.channel) : ''}${composer(scene, { channel: looking.channel, dm, id: 'say' })}</main>`
}

/** What a newcomer reads in place of messages. */
function nothingYet({ language }: Scene, channel: Channel | undefined): string {
  if (channel?.im !== undefined) return greeting(language)
  if (!channel?.members.includes(BOT))
    return `<p class="only" id="none">${WORDS.empty[language]}</p>`
  const steps = FRAME.startSteps[language].split('|').map((step) => `<li>${step}</li>`)
  return `<div class="start" id="none"><h3>${FRAME.start[language]}</h3><ol>${steps.join('')}</ol></div>`
}

function drawHome(scene: Scene): string {
  const view = scene.store.homes.get(scene.looking.user)
  const blocks = (view?.blocks ?? []) as Record<string, unknown>[]
  const inner =
    blocks.length > 0
      ? drawBlocks(blocks, drawingFor(scene, 'home'))
      : `<p class="only">${WORDS.homeEmpty[scene.language]}</p>`
  return `<main id="main"><header>${tabs(scene)}</header><div class="messages home" id="messages" role="region" tabindex="0" aria-label="${WORDS.home[scene.language]}">${inner}</div></main>`
}

/** The app's two tabs. */
function tabs({ looking, language }: Scene): string {
  const tab = (home: boolean, label: string) =>
    `<a class="tab" href="${html(addressOf({ user: looking.user, channel: dmOf(looking.user), home }))}"${home === looking.home ? ' aria-current="page"' : ''}>${label}</a>`
  return `<h2>Rightsize</h2>${tab(true, WORDS.home[language])}${tab(false, WORDS.messages[language])}`
}
