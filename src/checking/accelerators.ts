import type { Accelerator, Catalog } from '../catalog/types.ts'

/** Form factors that tables add to a name of which the catalogue means just this form. */
const FORM = / (SXM\d?|NVL72)$/

/** The accelerator that a table names. */
export function acceleratorOf(words: string, catalog: Catalog): Accelerator | undefined {
  return catalog.accelerator(words) ?? catalog.accelerator(words.replace(FORM, ''))
}
