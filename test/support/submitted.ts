import type { View } from '@slack/types'
import { isObject, list } from '../../src/block-kit/json.ts'

/** What Slack calls what a field was opened on, and then what it holds. */
const HELD = {
  initial_value: 'value',
  initial_date: 'selected_date',
  initial_option: 'selected_option',
  initial_user: 'selected_user',
  initial_users: 'selected_users',
  initial_conversation: 'selected_conversation',
} as const

type Held = Readonly<Partial<Record<(typeof HELD)[keyof typeof HELD], never>>>

/** The state of a form that is sent as it was opened, but for the fields that were filled in. */
export function submitted(
  view: View,
  filled: Readonly<Record<string, object>> = {},
): Readonly<Record<string, Readonly<Record<string, Held>>>> {
  const fields = list(view.blocks).filter(isObject)
  return Object.fromEntries(
    fields.map(({ block_id: field, element }) => {
      const drawn = isObject(element) ? element : {}
      const held = Object.entries(HELD).map(([opened, holds]) => [holds, drawn[opened] ?? null])
      const state = { ...Object.fromEntries(held), ...filled[String(field)] }
      return [String(field), { [String(drawn.action_id)]: state }]
    }),
  )
}
