import type { Language } from '../language/language.ts'
import type { Json } from './store.ts'
import { WORDS } from './words.ts'

/** The name of a field in a modal's form. */
export function fieldName(block: string, element: Json): string {
  return `value:${block}:${String(element.action_id)}:${String(element.type)}`
}

/** The form of a modal as Slack's view state; names that are not in the view are dropped. */
export function viewState(view: Json, form: URLSearchParams): Json {
  const state: Record<string, Json> = {}
  for (const { block, element } of fields(view)) {
    const given = form.getAll(fieldName(block, element)).map((v) => v.replace(/\r\n/g, '\n'))
    state[block] = {
      ...state[block],
      [String(element.action_id)]: { type: element.type, ...heldBy(element, given) },
    }
  }
  return state
}

/** What an element holds after something was typed or chosen, as in Slack's state and actions. */
export function heldBy(element: Json, given: readonly string[]): Json {
  const options = optionsOf(element)
  const chosen = options.filter((o) => given.includes(String(o.value)))
  switch (element.type) {
    case 'overflow':
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: chosen[0] ?? null }
    case 'checkboxes':
    case 'multi_static_select':
      return { selected_options: chosen }
    case 'datepicker':
      return { selected_date: given[0] || null }
    case 'users_select':
      return { selected_user: given[0] || null }
    case 'multi_users_select':
      return { selected_users: given.filter(Boolean) }
    case 'conversations_select':
      return { selected_conversation: given[0] || null }
    default:
      return { value: given[0] || null }
  }
}

/** Options of an element, those in groups included. */
export function optionsOf(element: Json): Json[] {
  const groups = objects(element.option_groups)
  return groups.length > 0 ? groups.flatMap((g) => objects(g.options)) : objects(element.options)
}

/** Required fields that were left empty, with the sentence for each; Slack refuses these itself. */
export function missingFields(
  view: Json,
  values: Json,
  language: Language,
): Record<string, string> {
  const empty = fields(view).filter(({ block, element, optional }) => {
    const held = (values[block] as Json | undefined)?.[String(element.action_id)] as
      | Json
      | undefined
    const full =
      held?.value ||
      held?.selected_option ||
      held?.selected_date ||
      held?.selected_user ||
      held?.selected_conversation ||
      (Array.isArray(held?.selected_users) && held.selected_users.length > 0) ||
      objects(held?.selected_options).length > 0
    return !optional && !full
  })
  return Object.fromEntries(empty.map(({ block }) => [block, WORDS.required[language]]))
}

function fields(view: Json): { block: string; element: Json; optional: boolean }[] {
  return objects(view.blocks)
    .filter((b) => b.type === 'input')
    .map((b) => ({
      block: String(b.block_id),
      element: b.element as Json,
      optional: b.optional === true,
    }))
}

function objects(value: unknown): Json[] {
  return Array.isArray(value)
    ? value.filter((v): v is Json => typeof v === 'object' && v !== null)
    : []
}
