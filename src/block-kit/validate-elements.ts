import { isObject, type Json, list, textOf, within } from './json.ts'
import { LIMITS } from './limits.ts'

/** Problems of a text object that must be plain text, such as a button's label. */
export function plainText(name: string, value: unknown, most: number): string[] {
  return [
    ...(isObject(value) && value.type !== 'plain_text' ? [`${name} is not plain_text`] : []),
    ...within(name, textOf(value), most, 1),
  ]
}

/** Problems of a list of interactive elements: how many, ids twice, and each of them. */
export function elementsProblems(block: Json, most: number): string[] {
  const all = list(block.elements).filter(isObject)
  const ids = all.map((e) => e.action_id)
  return [
    ...(all.length === 0 ? ['no elements'] : []),
    ...(all.length > most ? [`${all.length} elements, at most ${most}`] : []),
    ...(new Set(ids).size < ids.length ? ['an action_id twice'] : []),
    ...all.flatMap(elementProblems),
  ]
}

/** Problems of one interactive element. */
export function elementProblems(element: Json): string[] {
  const check = ELEMENTS[String(element.type)]
  if (!check) return [`unknown element ${String(element.type)}`]
  return [
    ...within('action_id', String(element.action_id ?? ''), LIMITS.id, 0),
    ...within(
      'accessibility_label',
      String(element.accessibility_label ?? ''),
      LIMITS.accessibilityLabel,
      0,
    ),
    ...check(element),
  ]
}

const ELEMENTS: Readonly<Record<string, (element: Json) => string[]>> = {
  button: (e) => [
    ...plainText('button text', e.text, LIMITS.buttonText),
    ...within('value', String(e.value ?? ''), LIMITS.buttonValue, 0),
    ...within('url', String(e.url ?? ''), LIMITS.url, 0),
  ],
  feedback_buttons: (e) =>
    [e.positive_button, e.negative_button].flatMap((b) =>
      isObject(b)
        ? [
            ...plainText('button text', b.text, LIMITS.buttonText),
            ...within('value', String(b.value ?? ''), LIMITS.buttonValue, 1),
          ]
        : ['a feedback button is missing'],
    ),
  static_select: (e) => select(e, LIMITS.options),
  multi_static_select: (e) => select(e, LIMITS.options),
  checkboxes: (e) => select(e, LIMITS.choiceOptions),
  radio_buttons: (e) => select(e, LIMITS.choiceOptions),
  overflow: (e) => select(e, LIMITS.overflowOptions),
  number_input: (e) => [
    ...(typeof e.is_decimal_allowed === 'boolean' ? [] : ['is_decimal_allowed is missing']),
    ...placeholder(e),
  ],
  plain_text_input: (e) => [
    ...within('initial_value', String(e.initial_value ?? ''), LIMITS.inputValue, 0),
    ...placeholder(e),
  ],
  users_select: placeholder,
  multi_users_select: placeholder,
  conversations_select: placeholder,
  datepicker: (e) => [
    ...(e.initial_date === undefined || /^\d{4}-\d\d-\d\d$/.test(String(e.initial_date))
      ? []
      : ['initial_date is not YYYY-MM-DD']),
    ...placeholder(e),
  ],
  image: (e) => within('alt_text', String(e.alt_text ?? ''), LIMITS.altText, 1),
}

function select(element: Json, most: number): string[] {
  const groups = list(element.option_groups).filter(isObject)
  const all = groups.length > 0 ? groups.flatMap((g) => list(g.options)) : list(element.options)
  const options = all.filter(isObject)
  const values = options.map((o) => o.value)
  const chosen = isObject(element.initial_option) ? element.initial_option.value : undefined
  return [
    ...(options.length === 0 ? ['no options'] : []),
    ...(options.length > most ? [`more than ${most} options`] : []),
    ...options.flatMap((o) => [
      ...within('option text', textOf(o.text), LIMITS.optionText, 1),
      ...within('option value', String(o.value ?? ''), LIMITS.optionValue, 1),
    ]),
    ...(chosen !== undefined && !values.includes(chosen)
      ? ['initial_option is not among the options']
      : []),
    ...placeholder(element),
  ]
}

function placeholder(element: Json): string[] {
  return element.placeholder === undefined
    ? []
    : plainText('placeholder', element.placeholder, LIMITS.placeholder)
}
