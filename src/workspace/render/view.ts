import { type Drawing, drawBlocks, textObject } from './blocks.ts'
import { html } from './mrkdwn.ts'

type Json = Readonly<Record<string, unknown>>

/** A modal as a dialog with one plain form; notes stand at the fields they are about. */
export function drawModal(
  view: Json,
  errors: Readonly<Record<string, string>>,
  user: string,
  back: string,
  drawing: Drawing,
): string {
  const blocks = (Array.isArray(view.blocks) ? view.blocks : []) as Json[]
  const state =
    (view.state as { values?: Record<string, Record<string, Json>> } | undefined)?.values ?? {}
  const inner = blocks
    .map((b) => (b.type === 'input' ? input(b, state, errors, drawing) : drawBlocks([b], drawing)))
    .join('\n')
  const hidden = `<input type="hidden" name="user" value="${html(user)}"><input type="hidden" name="back" value="${html(back)}">`
  const submit = view.submit
    ? `<button class="primary">${textObject(view.submit, drawing)}</button>`
    : ''
  return `<div class="veil"><section class="modal" role="dialog" aria-modal="true" aria-labelledby="modal-title">
<h2 id="modal-title">${textObject(view.title, drawing)}</h2>
<form method="post" action="/submit">${hidden}<div class="fields-form">${inner}</div><div class="actions">${submit}</div></form>
<form method="post" action="/close" class="closing">${hidden}<button>${view.close ? textObject(view.close, drawing) : 'Close'}</button></form>
</section></div>`
}

function input(
  block: Json,
  state: Record<string, Record<string, Json>>,
  errors: Readonly<Record<string, string>>,
  drawing: Drawing,
): string {
  const id = String(block.block_id)
  const element = block.element as Json
  const actionId = String(element.action_id)
  const typed = state[id]?.[actionId]
  const name = `value:${id}:${actionId}:${String(element.type)}`
  const error = errors[id]
  const describe = [block.hint ? `hint-${id}` : '', error ? `error-${id}` : '']
    .filter(Boolean)
    .join(' ')
  const common = `id="field-${html(id)}" name="${html(name)}"${describe ? ` aria-describedby="${html(describe)}"` : ''}${error ? ' aria-invalid="true"' : ''}`
  const control =
    element.type === 'static_select'
      ? select(element, typed, common, drawing)
      : `<input type="text" ${common} value="${html(String(typed?.value ?? element.initial_value ?? ''))}">`
  const hint = block.hint
    ? `<p class="hint" id="hint-${html(id)}">${textObject(block.hint, drawing)}</p>`
    : ''
  const note = error
    ? `<p class="error" id="error-${html(id)}" role="alert">${html(error)}</p>`
    : ''
  return `<div class="field-row"><label for="field-${html(id)}">${textObject(block.label, drawing)}</label>${control}${note}${hint}</div>`
}

function select(element: Json, typed: Json | undefined, common: string, drawing: Drawing): string {
  const chosen =
    (typed?.selected_option as Json | null | undefined)?.value ??
    (element.initial_option as Json | undefined)?.value
  const options = (Array.isArray(element.options) ? element.options : []) as Json[]
  const items = options.map(
    (o) =>
      `<option value="${html(String(o.value))}"${o.value === chosen ? ' selected' : ''}>${textObject(o.text, drawing)}</option>`,
  )
  return `<select ${common}><option value=""></option>${items.join('')}</select>`
}
