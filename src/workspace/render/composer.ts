import { COMMANDS } from '../completions.ts'
import { WORDS } from '../words.ts'
import { addressOf, hidden, type Looking, type Scene } from './looking.ts'
import { html } from './mrkdwn.ts'

/** Where a text goes: a channel or direct message, or a thread in it. */
type Place = Readonly<{ channel: string; thread?: string; dm: boolean; id: string; label?: string }>

/** Where one writes: the text, a file in direct messages, and what may be typed behind a slash. */
export function composer(scene: Scene, place: Place): string {
  const { looking, language } = scene
  const { channel, thread, dm, id } = place
  const inThread = thread !== undefined
  const placeholder = inThread ? WORDS.reply : dm ? WORDS.askHere : WORDS.messageHere
  const label = place.label ?? (inThread ? WORDS.reply : WORDS.message)[language]
  const hint = inThread ? WORDS.threadHint : dm ? WORDS.dmHint : WORDS.channelHint
  const completes = inThread ? '' : ` aria-autocomplete="list" aria-controls="${id}-list"`
  const text = `<textarea name="text" rows="2" aria-label="${html(label)}" aria-describedby="${id}-hint" placeholder="${placeholder[language]}"${completes}></textarea>`
  const file =
    dm && !inThread
      ? `<input type="file" name="file" accept=".csv,.gz,.json,.jsonl,.parquet,.zip,text/csv" aria-label="${WORDS.file[language]}">`
      : '<span></span>'
  const row = `<div class="row">${file}<button class="primary">${WORDS.send[language]}</button></div>`
  const fields = { user: looking.user, channel, back: backOf(looking) }
  const kind = dm && !inThread ? ' enctype="multipart/form-data"' : ''
  const form = `<form method="post" action="/say"${kind}>${hidden({ ...fields, ...(thread ? { thread } : {}) })}<div class="box">${text}${row}</div></form>`
  return `<div class="composer">${inThread ? '' : commandList(scene, id)}${form}<p id="${id}-hint">${hint[language]}</p></div>`
}

/** After a new question the agent's pane shows the conversation that it began. */
export function backOf(looking: Looking): string {
  return addressOf(looking.agent === undefined ? looking : { ...looking, agent: 'last' })
}

/** Commands with the words that may follow; a script shows those that begin like what was typed. */
function commandList({ language }: Scene, id: string): string {
  const options = Object.entries(COMMANDS).flatMap(([command, words]) =>
    words.map(({ insert, says }, i) => {
      const whole = `${command} ${insert[language]}`.trim()
      return `<li role="option" id="${id}-o${i}" aria-selected="false" data-insert="${html(whole)}"><code>${html(whole)}</code> <span>${html(says[language])}</span></li>`
    }),
  )
  return `<ul class="completions" id="${id}-list" role="listbox" tabindex="0" aria-label="${WORDS.commands[language]}" hidden>${options.join('')}</ul>`
}
