import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog } from '../catalog/types.ts'
import type { Language } from '../language/language.ts'
import type { DatedRate } from './dated-rates.ts'
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
  }
}
