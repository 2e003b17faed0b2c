import type { View } from '@slack/types'
import { LIMITS } from '../../block-kit/limits.ts'
import type { Language } from '../../language/language.ts'
import type { DefaultField, TypedDefaults } from '../../settings/defaults-form.ts'
import { DEFAULT_KEYS, type WorkspaceDefaults } from '../../settings/workspace-defaults.ts'
import { type FormKept, type FormState, heldIn, settingsForm } from './access-forms.ts'
import { ACCESS_WORDS } from './access-words.ts'
import { plainText } from './kit.ts'
import { WORDS } from './words.ts'

/** What the form keeps besides: the defaults it was drawn on. */
export type DefaultsKept = FormKept & Readonly<{ was: WorkspaceDefaults }>

/** The choice that takes a default back: not every Slack client lets a list be emptied. */
const NOT_SET = 'not-set'

/** The form behind "Change defaults", one field a default. */
export function defaultsForm(fields: readonly DefaultField[], kept: DefaultsKept): View {
  const inputs = fields.map((field) => ({
    field: field.key,
    label: field.label,
    hint: field.hint,
    optional: true,
    element: elementOf(field, kept.language),
  }))
  return settingsForm({ callback_id: 'defaults_form', title: 'setDefaults' }, inputs, kept)
}

/** What the form holds for each default. */
export function typedDefaults(state: FormState): TypedDefaults {
  const typed = DEFAULT_KEYS.map((key) => {
    const { selected_option, value } = heldIn(state, key)
    const text = selected_option?.value ?? value ?? ''
    return [key, text === NOT_SET ? '' : text.trim()] as const
  })
  return Object.fromEntries(typed) as TypedDefaults
}

function elementOf({ value, otherwise, choices }: DefaultField, language: Language): object {
  if (choices === undefined) {
    const instead = `${WORDS.assumed[language]}: ${otherwise[language]}`
    return {
      type: 'plain_text_input',
      max_length: 100,
      placeholder: plainText(instead, LIMITS.placeholder),
      ...(value === '' ? {} : { initial_value: value }),
    }
  }
  const option = (id: string, text: string) => ({ value: id, text: plainText(text) })
  const unset = option(NOT_SET, `${ACCESS_WORDS.notSet[language]}: ${otherwise[language]}`)
  const offered = choices
    .slice(0, LIMITS.options - 2)
    .map(({ id, label }) => option(id, label[language]))
  // What is set may be offered no more, such as a currency whose rate has gone.
  const chosen =
    value === '' ? unset : (offered.find((one) => one.value === value) ?? option(value, value))
  const options = [...new Set([unset, ...offered, chosen])]
  return { type: 'static_select', options, initial_option: chosen }
}
