import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog } from '../catalog/types.ts'
import type { Language } from '../language/language.ts'
import type { DatedRate } from './dated-rates.ts'
import {
  type DefaultField,
  defaultFields,
  type ReadDefaultsForm,
  readDefaultsForm,
  type TypedDefaults,
} from './defaults-form.ts'
import { defaultsLines, otherAssumptions } from './defaults-text.ts'
import { type ReadDefaults, readDefaults } from './read-defaults.ts'
import type { WorkspaceDefaults } from './workspace-defaults.ts'

/** What the adapters may ask about defaults; whether somebody may set them is for access to say. */
export type ManageDefaults = Readonly<{
  read: (text: string, language: Language) => ReadDefaults
  /** One line a default: set, or assumed. */
  lines: (set: WorkspaceDefaults, language: Language) => readonly string[]
  /** What else is assumed. */
  others: (language: Language) => readonly string[]
  /** The fields of the form, on what is set. */
  fields: (set: WorkspaceDefaults) => readonly DefaultField[]
  /** What is asked for with a form that was drawn on `was`. */
  readForm: (typed: TypedDefaults, was: WorkspaceDefaults, language: Language) => ReadDefaultsForm
}>

/** `current` gives the catalogue, assumptions and rates of now. */
export function manageDefaults(
  current: () => Readonly<{ catalog: Catalog; defaults: Defaults; rates: readonly DatedRate[] }>,
  now: () => number,
): ManageDefaults {
  const known = () => ({ ...current(), today: new Date(now()).toISOString().slice(0, 10) })
  return {
    read: (text, language) => readDefaults(text, known(), language),
    lines: (set, language) => defaultsLines(set, known(), language),
    others: (language) => otherAssumptions(known(), language),
    fields: (set) => defaultFields(set, known()),
    readForm: (typed, was, language) => readDefaultsForm(typed, was, known(), language),
  }
}
