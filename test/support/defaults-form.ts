import type { DatedRate } from '../../src/settings/dated-rates.ts'

export type Json = Record<string, unknown>
type Element = Readonly<{
  initial_value?: string
  initial_option?: { value: string }
  options?: readonly { value: string; text: { text: string } }[]
}>
type Input = Readonly<{
  block_id: string
  hint: { text: string }
  element: Element
}>

/** On the day of the tests only that of the won is in force. */
export const RATES: readonly DatedRate[] = [
  { currency: 'KRW', unitsPerUsd: 1390, day: '2026-11-01' },
  { currency: 'EUR', unitsPerUsd: 0.92, day: '2027-01-01' },
]
const inputsOf = (view: object) => (view as { blocks: readonly Input[] }).blocks
export const inputOf = (view: object, field: string) => {
  const input = inputsOf(view).find((one) => one.block_id === field)
  if (!input) throw new Error(`There is no field ${field}.`)
  return input
}
export const choicesOf = (view: object, field: string) =>
  inputOf(view, field).element.options?.map(({ value }) => value)
/** What Slack sends of each field while nobody has touched it. */
export const untouched = (view: object): Record<string, Json> =>
  Object.fromEntries(
    inputsOf(view).map(({ block_id, element }) => [
      block_id,
      { value: element.initial_value ?? null, selected_option: element.initial_option ?? null },
    ]),
  )
/** What Slack sends of a list in which something was chosen. */
export const chosen = (value: string) => ({ selected_option: { value } })
