import { HUMANS, seededChannels } from '../seed.ts'
import { fieldName } from '../view-state.ts'
import { WORDS } from '../words.ts'
import { drawBlocks } from './blocks.ts'
import { choices, type Drawing, textObject } from './elements.ts'
import { html } from './mrkdwn.ts'

type Json = Readonly<Record<string, unknown>>
type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>

/**
 * A modal as a dialog with one plain form; notes stand at the fields they are about. What is missing is
 * told by the server in the reader's language, so the browser is asked not to.
 */
export function drawModal(
  view: Json,
  errors: Readonly<Record<string, string>>,
  user: string,
  back: string,
  drawing: Drawing,
): string {
  const blocks = (Array.isArray(view.blocks) ? view.blocks : []) as Json[]
  const values = ((view.state as Json | undefined)?.values ?? {}) as Values
  const inputs = blocks.filter((b) => b.type === 'input')
  const focus = (inputs.find((b) => errors[String(b.block_id)]) ?? inputs[0])?.block_id
  const inner = blocks.map((b) =>
    b.type === 'input'
      ? input(b, values, errors, drawing, b.block_id === focus)
      : drawBlocks([b], drawing),
  )
  const hidden = `<input type="hidden" name="user" value="${html(user)}"><input type="hidden" name="back" value="${html(back)}">`
  const submit = view.submit
    ? `<button class="primary" formnovalidate>${textObject(view.submit, drawing)}</button>`
    : ''
  const buttons = blocks.some((b) => b.type !== 'input' && (b.accessory || b.elements))
  // The Enter key uses the first button of a form, which must not be one in the blocks.
  const first =
    submit && buttons ? '<button class="unseen" tabindex="-1" formnovalidate></button>' : ''
  const note = errors[''] ? `<p class="error" role="alert">${html(errors[''])}</p>` : ''
  const close = view.close ? textObject(view.close, drawing) : WORDS.close[drawing.language ?? 'en']
  return `<div class="veil"><section class="modal" role="dialog" aria-modal="true" aria-labelledby="modal-title">
<div class="modal-head"><h2 id="modal-title">${textObject(view.title, drawing)}</h2><form method="post" action="/close">${hidden}<button class="closing"${focus === undefined ? ' autofocus' : ''}>${close}</button></form></div>
<form method="post" action="/submit">${hidden}<input type="hidden" name="ts" value="modal">${first}${note}<div class="fields-form">${inner.join('\n')}</div>${submit ? `<div class="submit">${submit}</div>` : ''}</form>
</section></div>`
}

function input(
  block: Json,
  values: Values,
  errors: Readonly<Record<string, string>>,
  drawing: Drawing,
  focus: boolean,
): string {
  const id = String(block.block_id)
  const element = block.element as Json
  const held = values[id]?.[String(element.action_id)]
  const error = errors[id]
  const describedBy = [error ? `error-${id}` : '', block.hint ? `hint-${id}` : '']
    .filter(Boolean)
    .join(' ')
  const attributes = [
    `id="field-${html(id)}"`,
    describedBy ? `aria-describedby="${html(describedBy)}"` : '',
    error ? 'aria-invalid="true"' : '',
    block.optional === true ? '' : 'required',
    focus ? 'autofocus' : '',
  ]
    .filter(Boolean)
    .join(' ')
  const label = textObject(block.label, drawing)
  const hint = block.hint
    ? `<p class="hint" id="hint-${html(id)}">${textObject(block.hint, drawing)}</p>`
    : ''
  const note = error
    ? `<p class="error" id="error-${html(id)}" role="alert">${html(error)}</p>`
    : ''
  const grouped = element.type === 'checkboxes' || element.type === 'radio_buttons'
  const control = grouped
    ? choices(element, fieldName(id, element), `aria-label="${label}"`, chosen(held), drawing)
    : field(element, held, fieldName(id, element), attributes, drawing)
  const head = grouped
    ? `<span class="label">${label}</span>`
    : `<label for="field-${html(id)}">${label}</label>`
  return `<div class="field-row">${head}${control}${note}${hint}</div>`
}

function field(
  element: Json,
  held: Json | undefined,
  name: string,
  attributes: string,
  drawing: Drawing,
): string {
  if (element.type === 'static_select' || element.type === 'multi_static_select')
    return choices(element, name, attributes, chosen(held), drawing)
  if (SELECTS.has(String(element.type))) return select(element, held, name, attributes, drawing)
  const initial = element.initial_value ?? element.initial_date
  const value = html(String((held ? (held.value ?? held.selected_date) : initial) ?? ''))
  const placeholder = element.placeholder
    ? ` placeholder="${textObject(element.placeholder, drawing)}"`
    : ''
  const limits = [
    ...['min_length', 'max_length'].map((key) => [key.replace('_', ''), element[key]]),
    ['min', element.min_value],
    ['max', element.max_value],
  ]
    .filter(([, limit]) => limit !== undefined)
    .map(([key, limit]) => ` ${key}="${html(String(limit))}"`)
    .join('')
  if (element.multiline === true)
    return `<textarea name="${html(name)}" ${attributes}${placeholder}${limits}>${value}</textarea>`
  const type =
    element.type === 'datepicker'
      ? 'type="date"'
      : element.type === 'number_input'
        ? `type="number" step="${element.is_decimal_allowed === true ? 'any' : '1'}"`
        : 'type="text"'
  return `<input ${type} ${attributes}${placeholder}${limits} name="${html(name)}" value="${value}">`
}

const SELECTS: ReadonlySet<string> = new Set([
  'users_select',
  'multi_users_select',
  'conversations_select',
])

/** The people or the channels of the workspace as a list. */
function select(
  element: Json,
  held: Json | undefined,
  name: string,
  attributes: string,
  drawing: Drawing,
): string {
  const many = element.type === 'multi_users_select'
  const channels = element.type === 'conversations_select'
  const chosen = held
    ? [held.selected_user, held.selected_conversation, held.selected_users].flat()
    : [element.initial_user, element.initial_conversation, element.initial_users].flat()
  const choices = channels
    ? [...seededChannels().values()].flatMap((c) => (c.im ? [] : [[c.id, `# ${c.name}`] as const]))
    : HUMANS.map((p) => [p.id, p.realName] as const)
  const items = choices.map(
    ([id, label]) =>
      `<option value="${id}"${chosen.includes(id) ? ' selected' : ''}>${html(label)}</option>`,
  )
  const blank = many ? '' : `<option value="">${WORDS.choose[drawing.language ?? 'en']}</option>`
  return `<select${many ? ' multiple' : ''} name="${html(name)}" ${attributes}>${blank}${items.join('')}</select>`
}

/** What was chosen before; undefined when the form was not sent yet, so that the initial choice counts. */
function chosen(held: Json | undefined): string[] | undefined {
  if (!held) return undefined
  const many = held.selected_options
  const list = Array.isArray(many) ? many : [held.selected_option]
  return list.filter(Boolean).map((o) => String((o as Json).value))
}
