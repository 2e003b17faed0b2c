import type { Language } from '../../language/language.ts'
import { optionsOf } from '../view-state.ts'
import { WORDS } from '../words.ts'
import { html, isLink, link, mrkdwn, type Names } from './mrkdwn.ts'

type Json = Readonly<Record<string, unknown>>

/** Where a block stands: who looks, and how its buttons become forms. */
export type Drawing = Readonly<{
  names: Names
  /** What makes a click arrive: fields that say what was used, around or in the control. */
  form: (blockId: string, action: Json, inner: string) => string
  language?: Language
}>

/** plain_text is shown letter for letter, mrkdwn is marked up. */
export function textObject(value: unknown, d: Drawing): string {
  if (typeof value !== 'object' || value === null) return html(String(value ?? ''))
  const { type, text } = value as Json
  const words = String(text ?? '')
  return type === 'mrkdwn' ? mrkdwn(words, d.names) : html(words).replace(/\n/g, '<br>')
}

/** An element of a block that can be used: buttons, lists and choices. */
export function element(e: Json, blockId: string, d: Drawing): string {
  switch (e.type) {
    case 'button':
      return typeof e.url === 'string' && isLink(e.url)
        ? link(e.url, textObject(e.text, d))
        : d.form(blockId, used(e, e.value), button(e, e.style === 'primary' ? 'primary' : '', d))
    case 'feedback_buttons':
      return ['positive_button', 'negative_button']
        .map((key) => e[key])
        .filter((b): b is Json => typeof b === 'object' && b !== null)
        .map((b) => d.form(blockId, used(e, b.value), button(b, 'quiet', d)))
        .join('')
    case 'overflow':
    case 'static_select':
    case 'multi_static_select':
    case 'checkboxes':
    case 'radio_buttons': {
      const action = { type: e.type, action_id: e.action_id, options: optionsOf(e) }
      const apply = `<button class="quiet">${WORDS.apply[d.language ?? 'en']}</button>`
      return d.form(
        blockId,
        action,
        `${choices(e, 'choice', choiceLabel(e, d), undefined, d)}${apply}`,
      )
    }
    case 'image':
      return image(e, d)
    default:
      return `<span class="note">${html(String(e.type))}</span>`
  }
}

/** A list or group of choices with the given ones marked; `attributes` name and describe it. */
export function choices(
  e: Json,
  name: string,
  attributes: string,
  chosen: readonly string[] | undefined,
  d: Drawing,
): string {
  const options = optionsOf(e)
  const held = chosen ?? initial(e)
  const is = (o: Json) => held.includes(String(o.value))
  if (e.type !== 'radio_buttons' && e.type !== 'checkboxes') {
    const many = e.type === 'multi_static_select'
    const blank = many ? '' : `<option value="">${emptyLabel(e, d)}</option>`
    const items = options.map(
      (o) =>
        `<option value="${html(String(o.value))}"${is(o) ? ' selected' : ''}>${textObject(o.text, d)}</option>`,
    )
    return `<select${many ? ' multiple' : ''} name="${html(name)}" ${attributes}>${blank}${items.join('')}</select>`
  }
  const type = e.type === 'radio_buttons' ? 'radio' : 'checkbox'
  const items = options.map(
    (o) =>
      `<label class="choice"><input type="${type}" name="${html(name)}" value="${html(String(o.value))}"${is(o) ? ' checked' : ''}> ${textObject(o.text, d)}</label>`,
  )
  return `<span role="group" ${attributes}>${items.join('')}</span>`
}

/** A picture: uploaded ones are shown, those of other hosts are not fetched, only named. */
export function image(e: Json, d: Drawing): string {
  const alt = String(e.alt_text ?? '')
  const file = (e.slack_file as Json | undefined)?.id
  if (typeof file === 'string')
    return `<img src="/file/${encodeURIComponent(file)}" alt="${html(alt)}">`
  const url = String(e.image_url ?? '')
  const label = html(alt || url)
  const elsewhere = WORDS.imageElsewhere[d.language ?? 'en']
  return `<span class="note" title="${elsewhere}">${isLink(url) ? link(url, label) : label}</span>`
}

function used(e: Json, value: unknown): Json {
  return { type: e.type, action_id: e.action_id, ...(value === undefined ? {} : { value }) }
}

function button(b: Json, look: string, d: Drawing): string {
  const label = html(String(b.accessibility_label ?? ''))
  return `<button${look ? ` class="${look}"` : ''}${label ? ` aria-label="${label}"` : ''}>${textObject(b.text, d)}</button>`
}

function emptyLabel(e: Json, d: Drawing): string {
  return e.placeholder ? textObject(e.placeholder, d) : WORDS.choose[d.language ?? 'en']
}

function choiceLabel(e: Json, d: Drawing): string {
  return `aria-label="${emptyLabel(e, d)}"`
}

function initial(e: Json): string[] {
  const list = Array.isArray(e.initial_options) ? e.initial_options : [e.initial_option]
  return list.filter(Boolean).map((o) => String((o as Json).value))
}
