import type { View } from '@slack/types'
import { LIMITS } from '../../block-kit/limits.ts'
import type { Language } from '../../language/language.ts'
import { type Choice, DATA_CHOICES, HOSTING_CHOICES, YES_NO_CHOICES } from '../../sizing/choices.ts'
import { REQUEST_KEYS } from '../../sizing/parse-arguments.ts'
import type { FormValues } from '../../sizing/parsed.ts'
import type { SizingInput } from '../../sizing/request.ts'
import { KEY_HELP, KEY_LABELS } from '../../sizing/request-sentences.ts'
import { plainText } from './kit.ts'
import { WORDS } from './words.ts'

/** Choices of the form's lists, from the catalogue. */
export type FormChoices = Readonly<{
  tasks: readonly Choice[]
  regions: readonly Choice[]
}>

type Key = keyof SizingInput

/** Where a form's answer goes, kept in the view while it is open. */
export type FormTarget = Readonly<{
  channel: string
  thread: string
  responseUrl?: string
  turn?: string
  language: Language
}>

/** The sizing form, one field a key, prefilled; an empty field shows what is assumed in its stead. */
export function sizeView(
  values: FormValues,
  choices: FormChoices,
  target: FormTarget,
  assumed: FormValues = {},
): View {
  const { language } = target
  const lists: Partial<Record<Key, readonly Choice[]>> = {
    task: choices.tasks,
    region: choices.regions,
    hosting: HOSTING_CHOICES,
    only: YES_NO_CHOICES,
    batch: YES_NO_CHOICES,
    data: DATA_CHOICES,
  }
  const blocks = REQUEST_KEYS.map((key) => {
    const options = (lists[key] ?? [])
      .slice(0, LIMITS.options)
      .map((o) => ({ text: plainText(o.label[language]), value: o.id }))
    const chosen = options.find((o) => o.value === values[key])
    const instead = options.find((o) => o.value === assumed[key])?.text.text ?? assumed[key]
    const placeholder = instead
      ? { placeholder: plainText(`${WORDS.assumed[language]}: ${instead}`, LIMITS.placeholder) }
      : {}
    const element =
      options.length > 0
        ? {
            type: 'static_select',
            action_id: 'value',
            options,
            ...placeholder,
            ...(chosen ? { initial_option: chosen } : {}),
          }
        : {
            type: 'plain_text_input',
            action_id: 'value',
            ...placeholder,
            ...(values[key] ? { initial_value: values[key].slice(0, LIMITS.inputValue) } : {}),
          }
    return {
      type: 'input',
      block_id: key,
      optional: true,
      label: plainText(KEY_LABELS[key][language], LIMITS.inputLabel),
      hint: plainText(KEY_HELP[key][language], LIMITS.inputLabel),
      element,
    }
  })
  return {
    type: 'modal',
    callback_id: 'size_form',
    private_metadata: JSON.stringify(target),
    title: plainText(WORDS.formTitle[language], LIMITS.viewTitle),
    submit: plainText(WORDS.submit[language], LIMITS.viewTitle),
    close: plainText(WORDS.close[language], LIMITS.viewTitle),
    blocks: blocks as unknown as View['blocks'],
  }
}

/** Values for a button that opens the form; what would not fit a button is left for the person to type. */
export function prefill(values: FormValues, language: Language): string {
  const kept: Record<string, string> = {}
  for (const [key, value] of Object.entries(values)) {
    const more = { ...kept, [key]: value }
    if (JSON.stringify({ values: more, language }).length <= LIMITS.buttonValue) kept[key] = value
  }
  return JSON.stringify({ values: kept, language })
}

/** What was typed into the form, keyed as in the request. */
export function formInput(
  state: Readonly<
    Record<
      string,
      Readonly<
        Record<string, { value?: string | null; selected_option?: { value: string } | null }>
      >
    >
  >,
): FormValues {
  const values: Partial<Record<Key, string>> = {}
  for (const key of REQUEST_KEYS) {
    const field = state[key]?.value
    const text = field?.selected_option?.value ?? field?.value ?? ''
    if (text.trim()) values[key] = text
  }
  return values
}
