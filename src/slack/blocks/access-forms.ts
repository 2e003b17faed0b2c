import type { View } from '@slack/types'
import {
  type Change,
  type Field,
  type Problem,
  readBudget,
  readCoolDown,
} from '../../access/changes.ts'
import type { Settings } from '../../access/settings.ts'
import { LIMITS } from '../../block-kit/limits.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import { ACCESS_WORDS } from './access-words.ts'
import { plainText } from './kit.ts'
import { WORDS } from './words.ts'

/** What a form keeps while it is open: the settings it was opened on, and its person's language. */
export type FormKept = Readonly<{ seen: number; language: Language }>

type Held = Readonly<{
  value?: string | null
  selected_user?: string | null
  selected_users?: readonly string[]
  selected_conversation?: string | null
  selected_option?: Readonly<{ value: string }> | null
}>
export type FormState = Readonly<Record<string, Readonly<Record<string, Held>>>>

type Label = keyof typeof ACCESS_WORDS | Bilingual
type Input = Readonly<{
  field: string
  label: Label
  element: object
  hint?: Label
  optional?: boolean
}>

/** A modal of input blocks; a block is named after its field, so that a problem finds it. */
export function settingsForm(
  { callback_id, title }: Readonly<{ callback_id: string; title: Label }>,
  inputs: readonly Input[],
  kept: FormKept,
): View {
  const { language } = kept
  const words = (label: Label, most: number) =>
    plainText((typeof label === 'string' ? ACCESS_WORDS[label] : label)[language], most)
  const blocks = inputs.map(({ field, label, element, hint, optional = false }) => ({
    type: 'input',
    block_id: field,
    optional,
    label: words(label, LIMITS.inputLabel),
    ...(hint ? { hint: words(hint, LIMITS.inputLabel) } : {}),
    element: { action_id: 'value', ...element },
  }))
  return {
    type: 'modal',
    callback_id,
    private_metadata: JSON.stringify(kept),
    title: words(title, LIMITS.viewTitle),
    submit: words('save', LIMITS.viewTitle),
    close: plainText(WORDS.close[language], LIMITS.viewTitle),
    blocks: blocks as unknown as View['blocks'],
  }
}

/** A list of the channels that only this workspace uses. */
export const CHANNELS = {
  type: 'conversations_select',
  filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
} as const

const TEXT = { type: 'plain_text_input', max_length: 100 } as const

export function allowForm(kept: FormKept): View {
  return settingsForm(
    { callback_id: 'allow_form', title: 'allow' },
    [
      { field: 'channel', label: 'channel', element: CHANNELS, optional: true },
      {
        field: 'people',
        label: 'people',
        element: { type: 'multi_users_select' },
        hint: 'peopleHint',
        optional: true,
      },
    ],
    kept,
  )
}

export function adminForm(kept: FormKept): View {
  const person = { field: 'person', label: 'person', element: { type: 'users_select' } } as const
  return settingsForm({ callback_id: 'admin_form', title: 'nameAdmin' }, [person], kept)
}

export function budgetForm(kept: FormKept): View {
  return settingsForm(
    { callback_id: 'budget_form', title: 'setBudget' },
    [
      { field: 'amount', label: 'amount', element: TEXT },
      { field: 'currency', label: 'currency', element: { ...TEXT, initial_value: 'USD' } },
      { field: 'team', label: 'team', element: TEXT, hint: 'teamHint', optional: true },
    ],
    kept,
  )
}

export function alertsForm({ alerts }: Settings, kept: FormKept): View {
  const option = (value: 'on' | 'off') => ({
    value,
    text: plainText(ACCESS_WORDS[value][kept.language]),
  })
  return settingsForm(
    { callback_id: 'alerts_form', title: 'alerts' },
    [
      {
        field: 'state',
        label: 'alertsState',
        element: {
          type: 'static_select',
          options: [option('on'), option('off')],
          initial_option: option(alerts.on ? 'on' : 'off'),
        },
      },
      {
        field: 'channel',
        label: 'channel',
        element: {
          ...CHANNELS,
          ...(alerts.channel ? { initial_conversation: alerts.channel } : {}),
        },
        optional: true,
      },
      {
        field: 'coolDown',
        label: 'coolDown',
        element: { ...TEXT, initial_value: String(alerts.coolDownHours) },
      },
    ],
    kept,
  )
}

/** What an element of a form holds. */
export function heldIn(state: FormState, field: string): Held {
  return state[field]?.value ?? {}
}

/** Each form, read as the change it asks for or as what is wrong in it. */
export const READ_FORM: Readonly<
  Record<string, (state: FormState) => Change | readonly Problem[]>
> = {
  allow_form: (state) => {
    const channel = heldIn(state, 'channel').selected_conversation
    const people = heldIn(state, 'people').selected_users ?? []
    return { do: 'allow', people, groups: [], ...(channel ? { channel } : {}) }
  },
  admin_form: (state) => ({
    do: 'name-admin',
    person: heldIn(state, 'person').selected_user ?? '',
  }),
  budget_form: (state) => {
    const typed = (field: Field) => heldIn(state, field).value ?? ''
    const budget = readBudget({
      amount: typed('amount'),
      currency: typed('currency'),
      team: typed('team'),
    })
    return 'amountNano' in budget ? { do: 'set-budget', budget } : budget
  },
  alerts_form: (state) => {
    const coolDownHours = readCoolDown(heldIn(state, 'coolDown').value ?? '')
    if (typeof coolDownHours === 'object') return [coolDownHours]
    const channel = heldIn(state, 'channel').selected_conversation
    const on = heldIn(state, 'state').selected_option?.value === 'on'
    return { do: 'set-alerts', on, coolDownHours, ...(channel ? { channel } : {}) }
  },
}
